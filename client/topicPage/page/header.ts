// The top of a page: where the topic lies, what it is about, what is in it and below it, and how that is viewed.
import * as l10n from "@vscode/l10n";
import { html, nothing, type TemplateResult } from "lit-html";
import { countOf, notesCounted, papersCounted, sourcePapersCounted, synthesisNotesCounted } from "../../counts";
import { number } from "../../language";
import { type View, views } from "../messages";
import type { Actions } from "./actions";
import { notesShown, type PageState, papersSorted } from "./state";

/** Everything above the toolbar. */
export function header({ shown }: PageState, actions: Actions): TemplateResult | typeof nothing {
  if (!shown) return nothing;
  const { label, description, noteCount, sourceCount, parents, children } = shown.topic;
  const way = parents.map(
    ({ id, label: parent }) =>
      html`<li>${topicLink(id, parent, actions)}<span class="codicon codicon-chevron-right" aria-hidden="true"></span></li>`,
  );
  return html`<header>
    ${parents.length > 0 ? html`<nav aria-label=${l10n.t("Topics around this one")}><ol class="way">${way}</ol></nav>` : nothing}
    <div class="title">
      <h1>${label}</h1>
      ${actions.isLive ? tools(actions) : nothing}
    </div>
    ${description ? html`<p class="description">${description}</p>` : nothing}
    <p class="counts">${synthesisNotesCounted(noteCount)} · ${sourcePapersCounted(sourceCount)}</p>
    ${children.length > 0 ? html`<ul class="sub-topics" aria-label=${l10n.t("Sub-topics")}>${children.map((child) => html`<li>${subTopic(child, actions)}</li>`)}</ul>` : nothing}
  </header>`;
}

function topicLink(id: string, label: string, { isLive, openTopic }: Actions): TemplateResult {
  return isLive ? html`<button class="link" @click=${() => openTopic(id)}>${label}</button>` : html`<span>${label}</span>`;
}

type Child = NonNullable<PageState["shown"]>["topic"]["children"][number];

function subTopic({ id, label, noteCount, sourceCount }: Child, { isLive, openTopic }: Actions): TemplateResult {
  const counts = `${notesCounted(noteCount)}, ${papersCounted(sourceCount)}`;
  const inside = html`<span>${label}</span> <span class="count" aria-hidden="true">${number(noteCount)}</span>`;
  if (!isLive) return html`<span class="chip" title=${counts}>${inside}</span>`;
  return html`<button class="chip" title=${counts} aria-label="${label}, ${counts}" @click=${() => openTopic(id)}>${inside}</button>`;
}

function tools({ newQuestion, exportPage }: Actions): TemplateResult {
  const [asking, exporting] = [l10n.t("New Question in This Topic"), l10n.t("Export Topic as HTML")];
  return html`<div class="tools">
    <button class="tool" title=${asking} aria-label=${asking} @click=${newQuestion}>
      <span class="codicon codicon-add" aria-hidden="true"></span>
    </button>
    <button class="tool" title=${exporting} aria-label=${exporting} @click=${exportPage}>
      <span class="codicon codicon-export" aria-hidden="true"></span>
    </button>
  </div>`;
}

const names = (): Readonly<Record<View, string>> => ({
  cards: l10n.t("Cards"),
  list: l10n.t("List"),
  papers: l10n.t("Papers"),
  graph: l10n.t("Graph"),
});
const icons: Readonly<Record<View, string>> = { cards: "preview", list: "list-flat", papers: "book", graph: "type-hierarchy-sub" };

/** The filter and the choice of a view, which stay in sight. */
export function toolbar(state: PageState, actions: Actions): TemplateResult {
  const offered = views.filter((view) => actions.hasGraph || view !== "graph");
  const named = names();
  return html`<div class="toolbar" role="search">
    <div class="filter">
      <span class="codicon codicon-filter" aria-hidden="true"></span>
      <input
        type="search"
        id="filter"
        placeholder=${state.view === "papers" ? l10n.t("Filter by title, author or year") : l10n.t("Filter by words of question or summary")}
        aria-label=${l10n.t("Filter")}
        .value=${state.filter}
        @input=${(event: Event) => actions.change({ filter: (event.target as HTMLInputElement).value })}
      />
      <span class="found" role="status">${found(state)}</span>
    </div>
    <fieldset class="views">
      <legend>${l10n.t("View as")}</legend>
      ${offered.map(
        (view) => html`<label class=${view === state.view ? "chosen" : ""} title=${named[view]}>
          <input type="radio" name="view" value=${view} .checked=${view === state.view} @change=${() => actions.show(view)} />
          <span class="codicon codicon-${icons[view]}" aria-hidden="true"></span><span class="name">${named[view]}</span>
        </label>`,
      )}
    </fieldset>
  </div>`;
}

/** How much a filter leaves. */
function found(state: PageState): string {
  if (state.filter.trim() === "" || !state.shown) return "";
  const { notes, papers } = state.shown.topic;
  return state.view === "papers" ? countOf(papersSorted(state).length, papers.length) : countOf(notesShown(state).length, notes.length);
}
