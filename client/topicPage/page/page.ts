// A topic page: shows what it is told, and tells what is done on it. The documents that it stands in begin it: one in the editor, one in a file.
import * as l10n from "@vscode/l10n";
import { html, render, type TemplateResult } from "lit-html";
import type { ShownTopic, ToPage, View } from "../messages";
import type { Actions } from "./actions";
import { cardRows, focusRelated } from "./cards";
import { header, toolbar } from "./header";
import type { Host } from "./host";
import { listHeads, listRows } from "./list";
import { paperHeads, paperRows } from "./papers";
import { initialState, notesShown, notesSorted, type PageState, papersSorted, told } from "./state";
import { focusRow, type KeyedRows, table } from "./table";
import { VirtualRows } from "./virtualRows";
import { noAnswer } from "./words";

/** Where the graph stands; a page in a file has none. */
export interface GraphPart {
  /** Its place in the page. */
  place(state: PageState): TemplateResult;
  /** Brings it up to date once the page has that place. */
  draw(state: PageState): void;
}

/** What a page is made of besides what it is told. */
export interface PageParts {
  readonly scroller: HTMLElement;
  readonly host: Host;
  /** What is known from the beginning. */
  readonly shown?: ShownTopic | undefined;
  readonly graph?: (actions: Actions) => GraphPart;
}

export class Page {
  #state: PageState;
  /** The row that the keys are at in a table, and whether it is to have the focus. */
  #current = { index: 0, wantsFocus: false };
  /** The card whose related notes are to have the focus, because what had it is gone. */
  #explored: string | undefined;
  #isDue = false;
  readonly #rows: VirtualRows;
  readonly #graph: GraphPart | undefined;
  readonly #actions: Actions;

  constructor(readonly parts: PageParts) {
    const { scroller, host, shown } = parts;
    const kept = host.kept();
    this.#state = {
      ...initialState,
      ...(kept ? { view: kept.view, filter: kept.filter, trails: new Map(kept.trails) } : {}),
      ...(shown ? { status: "shown", shown } : {}),
    };
    this.#actions = this.#made();
    this.#rows = new VirtualRows(scroller, () => this.draw());
    this.#graph = parts.graph?.(this.#actions);
    scroller.addEventListener("scrollend", () => this.#keep());
    new ResizeObserver(() => this.draw()).observe(scroller);
    this.draw();
  }

  /** Draws it with the next picture of the screen, however often it is called until then. */
  draw(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      render(this.#page(), this.parts.scroller);
      if (this.#rows.measured()) render(this.#page(), this.parts.scroller);
      this.#graph?.draw(this.#state);
      if (this.#explored !== undefined) focusRelated(this.parts.scroller, this.#explored);
      this.#explored = undefined;
      if (this.#current.wantsFocus) focusRow(this.parts.scroller);
      this.#current = { ...this.#current, wantsFocus: false };
    });
  }

  /** Takes in what the extension tells. */
  take(message: ToPage): void {
    const { host, scroller } = this.parts;
    const isFirst = this.#state.status === "loading";
    const kept = host.kept();
    this.#become(told(this.#state, message));
    if (message.kind !== "topic") return;
    for (const uri of new Set([...this.#state.trails.values()].flat())) host.tell({ kind: "explore", uri });
    if (!isFirst) return;
    if (this.#state.view === "graph") host.tell({ kind: "graph" });
    // Once the rows are there that make the page as long as it was.
    if (kept) requestAnimationFrame(() => requestAnimationFrame(() => scroller.scrollTo({ top: kept.scrolled })));
  }

  #become(next: PageState): void {
    const { view, filter, list, papers } = this.#state;
    if (next.view !== view || next.filter !== filter || next.list !== list || next.papers !== papers)
      this.#current = { index: 0, wantsFocus: false };
    if (next.view !== view) this.#rows.reset();
    this.#state = next;
    this.#keep();
    this.draw();
  }

  /** Remembers what is shown: the editor takes a page down that is out of sight. */
  #keep(): void {
    const { shown, view, filter, trails } = this.#state;
    const { host, scroller } = this.parts;
    if (shown) host.keep({ id: shown.topic.id, view, filter, trails: [...trails], scrolled: scroller.scrollTop });
  }

  #made(): Actions {
    const { host } = this.parts;
    return {
      isLive: host.kind === "editor",
      hasGraph: this.parts.graph !== undefined,
      change: (change) => this.#become({ ...this.#state, ...change }),
      show: (view) => this.#show(view),
      open: (uri, event) => host.tell({ kind: "open", uri, where: isBeside(event) ? "beside" : "here" }),
      read: (uri) => host.tell({ kind: "read", uri }),
      openTopic: (id) => host.tell({ kind: "topic", id }),
      newQuestion: () => host.tell({ kind: "newQuestion" }),
      exportPage: () => host.tell({ kind: "export" }),
      explore: (card, uri) => {
        const trail = this.#state.trails.get(card) ?? [];
        if (trail.length > 0) this.#explored = card;
        this.#trail(card, [...trail, uri]);
        if (!this.#state.related.has(uri)) host.tell({ kind: "explore", uri });
      },
      goBack: (card) => {
        this.#explored = card;
        this.#trail(card, this.#state.trails.get(card)?.slice(0, -1) ?? []);
      },
      closeTrail: (card) => this.#trail(card, []),
      retry: () => host.tell({ kind: "ready" }),
    };
  }

  #show(view: View): void {
    this.#become({ ...this.#state, view });
    this.parts.host.tell({ kind: "show", view });
    if (view === "graph") this.parts.host.tell({ kind: "graph" });
  }

  #trail(card: string, trail: readonly string[]): void {
    const trails = new Map(this.#state.trails);
    if (trail.length > 0) trails.set(card, trail);
    else trails.delete(card);
    this.#become({ ...this.#state, trails });
  }

  #page(): TemplateResult {
    switch (this.#state.status) {
      case "loading":
        return sentence(l10n.t("Reading the notes of this topic…"));
      case "gone":
        return sentence(l10n.t("No note is filed under this topic any more. It comes back as soon as one is."));
      case "failed":
        return html`<p class="state" role="alert">
          ${noAnswer()}
          <button class="link" @click=${this.#actions.retry}>${l10n.t("Try again")}</button>
        </p>`;
      case "shown":
        return html`${header(this.#state, this.#actions)}${toolbar(this.#state, this.#actions)}<main>${this.#view()}</main>`;
    }
  }

  #view(): TemplateResult {
    const state = this.#state;
    if (state.shown?.topic.notes.length === 0) return sentence(l10n.t("No note is filed under this topic yet."));
    if (state.view === "list") return this.#list();
    if (state.view === "papers") return this.#papers();
    if (state.view === "graph" && this.#graph) return this.#graph.place(state);
    const notes = notesShown(state);
    if (notes.length === 0) return this.#nothingFound();
    return this.#rows.render(cardRows(state, notes, this.parts.scroller.clientWidth, this.#actions));
  }

  #list(): TemplateResult {
    const notes = notesSorted(this.#state);
    if (notes.length === 0) return this.#nothingFound();
    const look = { kind: "list", name: l10n.t("Notes"), heads: listHeads(this.#state, this.#actions) } as const;
    const keyed = this.#keyed(notes.length, (index) => notes[index]?.uri);
    return table(look, keyed, (rowOf) => this.#rows.render({ ...listRows(notes, this.#actions, rowOf), always: this.#current.index }));
  }

  #papers(): TemplateResult {
    const papers = papersSorted(this.#state);
    if (papers.length === 0)
      return this.#state.filter.trim() ? this.#nothingFound() : sentence(l10n.t("The notes of this topic cite no papers yet."));
    const titles = new Map(this.#state.shown?.topic.notes.map(({ uri, title }) => [uri, title]));
    const look = { kind: "papers", name: l10n.t("Source papers"), heads: paperHeads(this.#state, this.#actions) } as const;
    const rows = (rowOf: Parameters<typeof paperRows>[3]) => paperRows(papers, (uri) => titles.get(uri), this.#actions, rowOf);
    return table(
      look,
      this.#keyed(papers.length, () => undefined),
      (rowOf) => this.#rows.render({ ...rows(rowOf), always: this.#current.index }),
    );
  }

  #nothingFound(): TemplateResult {
    const clear = () => this.#actions.change({ filter: "" });
    return html`<p class="state" role="status">
      ${l10n.t("Nothing has all of these words.")} <button class="link" @click=${clear}>${l10n.t("Show all")}</button>
    </p>`;
  }

  /** How the rows of a table are walked through; `uriAt` names the notes of its rows. */
  #keyed(count: number, uriAt: (index: number) => string | undefined): KeyedRows {
    return {
      count,
      // Keys may come faster than the table is drawn.
      current: () => this.#current.index,
      move: (index, how) => {
        this.#current = { index, wantsFocus: how === "by key" };
        if (how === "by focus") return;
        this.#rows.reveal(index);
        this.draw();
      },
      press: (event) => {
        const uri = uriAt(this.#current.index);
        if (uri === undefined || !this.#actions.isLive) return false;
        if (event.key === "Enter") this.#actions.open(uri, event);
        else if (event.key === " ") this.#actions.read(uri);
        else return false;
        return true;
      },
    };
  }
}

const sentence = (text: string): TemplateResult => html`<p class="state" role="status">${text}</p>`;

const isBeside = (event: Event): boolean =>
  (event instanceof MouseEvent || event instanceof KeyboardEvent) && (event.ctrlKey || event.metaKey);

/** `/` begins a filter, as in many lists; not while something is typed. */
export function filterByKey(event: KeyboardEvent): void {
  if (event.key !== "/" || event.target instanceof HTMLInputElement) return;
  document.getElementById("filter")?.focus();
  event.preventDefault();
}
