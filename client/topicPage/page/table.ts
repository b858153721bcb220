// A table whose rows are chosen by keys: the heads sort, the arrows move, one row is in the order of Tab.
import { html, type TemplateResult } from "lit-html";
import type { Sorting } from "./state";

/** One column. */
export interface Column<T extends string> {
  readonly by: T;
  readonly name: string;
}

/** The heads of a table, each of which sorts it. */
export function heads<T extends string>(
  columns: readonly Column<T>[],
  { by, isTurned }: Sorting<T>,
  sort: (by: T) => void,
): TemplateResult {
  const direction = (column: T) => {
    if (column !== by) return "none";
    // Texts begin with A, numbers with the greatest.
    return (column === columns[0]?.by) === !isTurned ? "ascending" : "descending";
  };
  return html`<div class="heads" role="row">
    ${columns.map(
      (column) => html`<div role="columnheader" aria-sort=${direction(column.by)} class="cell-${column.by}">
        <button class="head" @click=${() => sort(column.by)}>
          ${column.name}<span class="codicon codicon-${arrow(direction(column.by))}" aria-hidden="true"></span>
        </button>
      </div>`,
    )}
  </div>`;
}

const arrow = (direction: string) => (direction === "ascending" ? "chevron-up" : direction === "descending" ? "chevron-down" : "blank");

/** Which row the keys are at, and what they do there. */
export interface KeyedRows {
  readonly count: number;
  current(): number;
  /** Has a row become the current one: by a key, or because it has the focus. */
  move(index: number, how: "by key" | "by focus"): void;
  /** What a key does at the current row; whether it does anything. */
  press(event: KeyboardEvent): boolean;
}

/** What a table is called, for styles and for those who hear it, with its heads. */
export interface TableLook {
  readonly kind: "list" | "papers";
  readonly name: string;
  readonly heads: TemplateResult;
}

/** Makes a row of the table around its cells. */
export type RowOf = (index: number, cells: TemplateResult) => TemplateResult;

/** A table whose rows `body` makes; one of them can be reached by Tab, the others by the arrows. */
export function table({ kind, name, heads: row }: TableLook, keyed: KeyedRows, body: (rowOf: RowOf) => TemplateResult): TemplateResult {
  const { count, current, move } = keyed;
  const rowOf: RowOf = (index, cells) => html`<div
    class="table-row"
    role="row"
    aria-rowindex=${index + 2}
    tabindex=${index === current() ? 0 : -1}
    @focus=${() => move(index, "by focus")}
  >
    ${cells}
  </div>`;
  return html`<div
    class="table table-${kind}"
    role="grid"
    aria-label=${name}
    aria-rowcount=${count + 1}
    @keydown=${(event: KeyboardEvent) => onKey(event, keyed)}
  >
    ${row}${body(rowOf)}
  </div>`;
}

/** Rows that a page key passes over. */
const page = 10;

/** Moves and acts by keys. */
function onKey(event: KeyboardEvent, { count, current, move, press }: KeyedRows): void {
  // A key at a button inside a row is the button's.
  if (!(event.target instanceof HTMLElement) || event.target.getAttribute("role") !== "row") return;
  const at = current();
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1, PageDown: at + page, PageUp: at - page },
  };
  const step = steps[event.key];
  if (step !== undefined) move(Math.max(0, Math.min(count - 1, step)), "by key");
  else if (!press(event)) return;
  event.preventDefault();
}

/** Gives the current row of the table in a page the focus; to be called when it is there. */
export const focusRow = (page: HTMLElement): void =>
  page.querySelector<HTMLElement>(".table-row[tabindex='0']")?.focus({ preventScroll: true });
