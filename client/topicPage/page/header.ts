// The top of a page: where the topic lies, what it is about, what is in it and below it, and how that is viewed.
import { html, nothing, type TemplateResult } from "lit-html";
import { type View, views } from "../messages";
import type { Actions } from "./actions";
import { notesShown, type PageState, papersSorted } from "./state";
import { counted } from "./words";

/** Everything above the toolbar. */
export function header({ shown }: PageState, actions: Actions): TemplateResult | typeof nothing {
  if (!shown) return nothing;
  const { label, description, noteCount, sourceCount, parents, children } = shown.topic;
  const way = parents.map(
    ({ id, label: parent }) =>
      html`<li>${topicLink(id, parent, actions)}<span class="codicon codicon-chevron-right" aria-hidden="true"></span></li>`,
  );
  return html`<header>
    ${parents.length > 0 ? html`<nav aria-label="Topics around this one"><ol class="way">${way}</ol></nav>` : nothing}
    <div class="title">
      <h1>${label}</h1>
      ${actions.isLive ? tools(actions) : nothing}
    </div>
    ${description ? html`<p class="description">${description}</p>` : nothing}
    <p class="counts">${counted(noteCount, "synthesis note")} · ${counted(sourceCount, "source paper")}</p>
    ${children.length > 0 ? html`<ul class="sub-topics" aria-label="Sub-topics">${children.map((child) => html`<li>${subTopic(child, actions)}</li>`)}</ul>` : nothing}
  </header>`;
}

function topicLink(id: string, label: string, { isLive, openTopic }: Actions): TemplateResult {
  return isLive ? html`<button class="link" @click=${() => openTopic(id)}>${label}</button>` : html`<span>${label}</span>`;
}

type Child = NonNullable<PageState["shown"]>["topic"]["children"][number];

function subTopic({ id, label, noteCount, sourceCount }: Child, { isLive, openTopic }: Actions): TemplateResult {
  const counts = `${counted(noteCount, "note")}, ${counted(sourceCount, "paper")}`;
  const inside = html`<span>${label}</span> <span class="count" aria-hidden="true">${noteCount}</span>`;
  if (!isLive) return html`<span class="chip" title=${counts}>${inside}</span>`;
  return html`<button class="chip" title=${counts} aria-label="${label}, ${counts}" @click=${() => openTopic(id)}>${inside}</button>`;
}

function tools({ newQuestion, exportPage }: Actions): TemplateResult {
  return html`<div class="tools">
    <button class="tool" title="New Question in This Topic" aria-label="New Question in This Topic" @click=${newQuestion}>
      <span class="codicon codicon-add" aria-hidden="true"></span>
    </button>
    <button class="tool" title="Export Topic as HTML" aria-label="Export Topic as HTML" @click=${exportPage}>
      <span class="codicon codicon-export" aria-hidden="true"></span>
    </button>
  </div>`;
}

const names: Readonly<Record<View, string>> = { cards: "Cards", list: "List", papers: "Papers", graph: "Graph" };
const icons: Readonly<Record<View, string>> = { cards: "preview", list: "list-flat", papers: "book", graph: "type-hierarchy-sub" };

/** The filter and the choice of a view, which stay in sight. */
export function toolbar(state: PageState, actions: Actions): TemplateResult {
  const offered = views.filter((view) => actions.hasGraph || view !== "graph");
  return html`<div class="toolbar" role="search">
    <div class="filter">
      <span class="codicon codicon-filter" aria-hidden="true"></span>
      <input
        type="search"
        id="filter"
        placeholder=${state.view === "papers" ? "Filter by title, author or year" : "Filter by words of question or summary"}
        aria-label="Filter"
        .value=${state.filter}
        @input=${(event: Event) => actions.change({ filter: (event.target as HTMLInputElement).value })}
      />
      <span class="found" role="status">${found(state)}</span>
    </div>
    <fieldset class="views">
      <legend>View as</legend>
      ${offered.map(
        (view) => html`<label class=${view === state.view ? "chosen" : ""} title=${names[view]}>
          <input type="radio" name="view" value=${view} .checked=${view === state.view} @change=${() => actions.show(view)} />
          <span class="codicon codicon-${icons[view]}" aria-hidden="true"></span><span class="name">${names[view]}</span>
        </label>`,
      )}
    </fieldset>
  </div>`;
}

/** How much a filter leaves. */
function found(state: PageState): string {
  if (state.filter.trim() === "" || !state.shown) return "";
  const { notes, papers } = state.shown.topic;
  return state.view === "papers" ? `${papersSorted(state).length} of ${papers.length}` : `${notesShown(state).length} of ${notes.length}`;
}
