// The rows of a long list of which only those are made that can be seen, and a few around them.
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  type VirtualItem,
  Virtualizer,
} from "@tanstack/virtual-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { repeat } from "lit-html/directives/repeat.js";

/** What a list consists of. */
export interface Rows {
  readonly count: number;
  /** The height of a row before it is measured, in pixels. */
  readonly height: number;
  /** What a row is about: it keeps its height wherever it moves. */
  key(index: number): string;
  row(index: number): TemplateResult;
  /** A row that is made wherever it is: the keyboard is there, or comes there by Tab. */
  readonly always?: number;
}

/** Rows that are made beside those in sight. */
const overscan = 6;

export class VirtualRows {
  #rows: Rows | undefined;
  #list: HTMLElement | undefined;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;

  /** `scroller` scrolls all of the page, the list with what stands above it; `changed` is called when other rows come into sight. */
  constructor(
    readonly scroller: HTMLElement,
    readonly changed: () => void,
  ) {
    this.#virtualizer = new Virtualizer(this.#options());
    this.#virtualizer._didMount();
  }

  #options() {
    return {
      count: this.#rows?.count ?? 0,
      getScrollElement: () => this.scroller,
      estimateSize: () => this.#rows?.height ?? 0,
      getItemKey: (index: number) => this.#rows?.key(index) ?? index,
      scrollMargin: this.#above(),
      overscan,
      // What sticks to the top of the page covers no row that is brought into sight.
      scrollPaddingStart: Number.parseFloat(getComputedStyle(this.scroller).scrollPaddingTop) || 0,
      rangeExtractor: (range: Range) => withRow(defaultRangeExtractor(range), this.#rows?.always, range.count),
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.changed(),
    };
  }

  /** The list as it is in sight now. `attributes` are the role and the label of the list. */
  render(rows: Rows): TemplateResult {
    this.#rows = rows;
    this.#virtualizer.setOptions(this.#options());
    this.#virtualizer._willUpdate();
    const { scrollMargin } = this.#virtualizer.options;
    const items = this.#virtualizer.getVirtualItems();
    // Styles are set as properties: the page's policy allows no style attributes.
    return html`<div class="rows" .style=${`height: ${this.#virtualizer.getTotalSize()}px`} ${ref((list) => this.#take(list))}>
      ${repeat(
        items,
        ({ key }) => key,
        (item) => this.#row(rows, item, scrollMargin),
      )}
    </div>`;
  }

  /** The list that was left is told of after the new one. */
  #take(list: Element | undefined): void {
    if (list) this.#list = list as HTMLElement;
  }

  /** The height of what stands above the list, in pixels. */
  #above(): number {
    if (!this.#list?.isConnected) return 0;
    return this.#list.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top + this.scroller.scrollTop;
  }

  #row(rows: Rows, { index, start }: VirtualItem, margin: number): TemplateResult | typeof nothing {
    if (index >= rows.count) return nothing;
    return html`<div
      class="virtual-row"
      data-index=${index}
      .style=${`transform: translateY(${start - margin}px)`}
      ${ref((row) => row && this.#virtualizer.measureElement(row as HTMLElement))}
    >
      ${rows.row(index)}
    </div>`;
  }

  /** Measures what was drawn; whether the list or a row of it stands elsewhere than was thought, and all is to be drawn once more before it is seen. */
  measured(): boolean {
    if (!this.#list?.isConnected) return false;
    const rows = [...(this.#list.querySelectorAll<HTMLElement>(":scope > .virtual-row") ?? [])];
    const heights = rows.map((row) => [Number(row.dataset["index"]), row.offsetHeight] as const);
    const others = heights.filter(([index, height]) => height > 0 && this.#virtualizer.measurementsCache[index]?.size !== height);
    for (const [index, height] of others) this.#virtualizer.resizeItem(index, height);
    return others.length > 0 || Math.abs(this.#above() - this.#virtualizer.options.scrollMargin) > 1;
  }

  /** Brings a row into sight. */
  reveal(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: "auto" });
  }

  /** Begins anew: other rows, other heights. */
  reset(): void {
    this.#virtualizer.measure();
  }
}

/** The rows of a range and one more, in order. */
function withRow(rows: number[], row: number | undefined, count: number): number[] {
  if (row === undefined || row >= count || rows.includes(row)) return rows;
  return [...rows, row].sort((a, b) => a - b);
}
