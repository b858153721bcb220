// A topic's notes as a dense list that can be sorted and walked through by keys.
import * as l10n from "@vscode/l10n";
import { html, type TemplateResult } from "lit-html";
import type { NoteCard } from "../../../server/protocol";
import { ago, number } from "../../language";
import type { Actions } from "./actions";
import { type ListOrder, type PageState, sorted } from "./state";
import { type Column, heads, type RowOf } from "./table";
import type { Rows } from "./virtualRows";
import { day, moment } from "./words";

const columns = (): readonly Column<ListOrder>[] => [
  { by: "question", name: l10n.t("Question") },
  { by: "sources", name: l10n.t("Sources") },
  { by: "incoming", name: l10n.t("Links here") },
  { by: "changed", name: l10n.t("Changed") },
];

/** The heads of the list. */
export const listHeads = ({ list }: PageState, { change }: Actions): TemplateResult =>
  heads(columns(), list, (by) => change({ list: sorted(list, by) }));

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
  const wrong =
    problems > 0 ? html`<span class="codicon codicon-error problems" role="img" aria-label=${l10n.t("has problems")}></span>` : "";
  return html`<div role="gridcell" class="cell-question">${name}${wrong}</div>
    <div role="gridcell" class="cell-sources">${number(sourceCount)}</div>
    <div role="gridcell" class="cell-incoming">${number(incoming)}</div>
    <div role="gridcell" class="cell-changed"><time datetime=${moment(modified)} title=${day(modified)}>${ago(modified, Date.now())}</time></div>`;
}
