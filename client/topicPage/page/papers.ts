// The source papers of a topic: each once, with who wrote it, where it can be read, and which notes cite it.
import * as l10n from "@vscode/l10n";
import { html, nothing, type TemplateResult } from "lit-html";
import type { PaperCard } from "../../../server/protocol";
import { number } from "../../language";
import { authorsOf } from "../../paperWords";
import type { Actions } from "./actions";
import { question } from "./cards";
import { type PageState, type PaperOrder, sorted } from "./state";
import { type Column, heads, type RowOf } from "./table";
import type { Rows } from "./virtualRows";
import { siteOf } from "./words";

const columns = (): readonly Column<PaperOrder>[] => [
  { by: "title", name: l10n.t("Paper") },
  { by: "year", name: l10n.t("Year") },
  { by: "cited", name: l10n.t("Cited by") },
];

/** The heads of the papers. */
export const paperHeads = ({ papers }: PageState, { change }: Actions): TemplateResult =>
  heads(columns(), papers, (by) => change({ papers: sorted(papers, by) }));

/** One row a paper; `titleOf` names the notes of the topic. */
export function paperRows(
  papers: readonly PaperCard[],
  titleOf: (uri: string) => string | undefined,
  actions: Actions,
  rowOf: RowOf,
): Rows {
  return {
    count: papers.length,
    height: 64,
    key: (index) => papers[index]?.id ?? "",
    row(index) {
      const paper = papers[index];
      return paper ? rowOf(index, cells(paper, titleOf, actions)) : html``;
    },
  };
}

function cells(
  { title, authors, year, url, notes }: PaperCard,
  titleOf: (uri: string) => string | undefined,
  actions: Actions,
): TemplateResult {
  return html`<div role="gridcell" class="cell-title">
      <div class="paper-title">${title} ${url === undefined ? nothing : leaving(url, title)}</div>
      ${authors.length > 0 ? html`<div class="quiet">${authorsOf({ authors })}</div>` : nothing}
      <ul class="citing" aria-label=${citedBy(notes.length)}>${notes.map((uri) => citing(uri, titleOf(uri), actions))}</ul>
    </div>
    <div role="gridcell" class="cell-year">${year ?? ""}</div>
    <div role="gridcell" class="cell-cited">
      <span class="where-wide">${number(notes.length)}</span><span class="where-narrow quiet">${citedBy(notes.length)}</span>
    </div>`;
}

const citedBy = (count: number): string => (count === 1 ? l10n.t("Cited by 1 note") : l10n.t("Cited by {0} notes", number(count)));

function citing(uri: string, title: string | undefined, actions: Actions): TemplateResult {
  // What describes a topic is no note of it.
  return html`<li>${question(uri, title ?? l10n.t("the note on this topic"), actions)}</li>`;
}

/** A link that says that it leaves. */
function leaving(url: string, title: string): TemplateResult | typeof nothing {
  // Whatever a bibliography says: only pages are linked.
  if (!/^https?:\/\//i.test(url)) return nothing;
  const where = siteOf(url);
  return html`<a class="leaving" href=${url} target="_blank" rel="noopener noreferrer" title=${l10n.t("Opens {0} in the browser", where)} aria-label=${l10n.t("{0} at {1}, opens in the browser", title, where)}>${where}<span class="codicon codicon-link-external" aria-hidden="true"></span></a>`;
}
