// The source papers of a topic: each once, with who wrote it, where it can be read, and which notes cite it.
import { html, nothing, type TemplateResult } from "lit-html";
import type { PaperCard } from "../../../server/protocol";
import type { Actions } from "./actions";
import { question } from "./cards";
import { type PageState, type PaperOrder, sorted } from "./state";
import { type Column, heads, type RowOf } from "./table";
import type { Rows } from "./virtualRows";
import { counted, siteOf } from "./words";

const columns: readonly Column<PaperOrder>[] = [
  { by: "title", name: "Paper" },
  { by: "year", name: "Year" },
  { by: "cited", name: "Cited by" },
];

/** The heads of the papers. */
export const paperHeads = ({ papers }: PageState, { change }: Actions): TemplateResult =>
  heads(columns, papers, (by) => change({ papers: sorted(papers, by) }));

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
      ${authors.length > 0 ? html`<div class="quiet">${names(authors)}</div>` : nothing}
      <ul class="citing" aria-label=${`Cited by ${counted(notes.length, "note")}`}>${notes.map((uri) => citing(uri, titleOf(uri), actions))}</ul>
    </div>
    <div role="gridcell" class="cell-year">${year ?? ""}</div>
    <div role="gridcell" class="cell-cited">${notes.length}</div>`;
}

function citing(uri: string, title: string | undefined, actions: Actions): TemplateResult {
  // What describes a topic is no note of it.
  return html`<li>${question(uri, title ?? "the note on this topic", actions)}</li>`;
}

/** More names than this nobody reads in a list. */
const mostNames = 6;

const names = (authors: readonly string[]): string =>
  authors.length > mostNames ? `${authors.slice(0, mostNames).join(", ")} and ${authors.length - mostNames} more` : authors.join(", ");

/** A link that says that it leaves. */
function leaving(url: string, title: string): TemplateResult | typeof nothing {
  // Whatever a bibliography says: only pages are linked.
  if (!/^https?:\/\//i.test(url)) return nothing;
  const where = siteOf(url);
  return html`<a class="leaving" href=${url} target="_blank" rel="noopener noreferrer" title="Opens ${where} in the browser" aria-label="${title} at ${where}, opens in the browser">${where}<span class="codicon codicon-link-external" aria-hidden="true"></span></a>`;
}
