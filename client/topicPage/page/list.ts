// A topic's notes as a dense list that can be sorted and walked through by keys.
import { html, type TemplateResult } from "lit-html";
import type { NoteCard } from "../../../server/protocol";
import type { Actions } from "./actions";
import { type ListOrder, type PageState, sorted } from "./state";
import { type Column, heads, type RowOf } from "./table";
import type { Rows } from "./virtualRows";
import { ago, day, moment } from "./words";

const columns: readonly Column<ListOrder>[] = [
  { by: "question", name: "Question" },
  { by: "sources", name: "Sources" },
  { by: "incoming", name: "Links here" },
  { by: "changed", name: "Changed" },
];

/** The heads of the list. */
export const listHeads = ({ list }: PageState, { change }: Actions): TemplateResult =>
  heads(columns, list, (by) => change({ list: sorted(list, by) }));

/** One row a note. */
export function listRows(notes: readonly NoteCard[], actions: Actions, rowOf: RowOf): Rows {
  return {
    count: notes.length,
    height: 28,
    key: (index) => notes[index]?.uri ?? "",
    row(index) {
      const card = notes[index];
      return card ? rowOf(index, cells(card, actions)) : html``;
    },
  };
}

function cells({ uri, title, summary, sourceCount, incoming, modified, problems }: NoteCard, { isLive, open }: Actions): TemplateResult {
  const name = isLive
    ? html`<button class="link question" tabindex="-1" title=${summary} @click=${(event: Event) => open(uri, event)}>${title}</button>`
    : html`<span title=${summary}>${title}</span>`;
  const wrong = problems > 0 ? html`<span class="codicon codicon-error problems" role="img" aria-label="has problems"></span>` : "";
  return html`<div role="gridcell" class="cell-question">${name}${wrong}</div>
    <div role="gridcell" class="cell-sources">${sourceCount}</div>
    <div role="gridcell" class="cell-incoming">${incoming}</div>
    <div role="gridcell" class="cell-changed"><time datetime=${moment(modified)} title=${day(modified)}>${ago(modified, Date.now())}</time></div>`;
}
