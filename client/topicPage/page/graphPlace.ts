// Where the graph stands in a page: it is made once it is looked at, and told what changes.
import { html, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import type { Graph } from "../../../server/protocol";
import type { Actions } from "./actions";
import { type GraphView, graphView } from "./graph/graphView";
import type { PageState } from "./state";
import { matcher } from "./words";

/** Pixels: lower than this a graph shows nothing. */
const leastHeight = 360;

/** Makes a place as high as the page that is in sight, whatever stands above it. */
function fillRoom(place: HTMLElement): void {
  const scroller = place.closest<HTMLElement>("#page");
  if (!scroller) return;
  const above = place.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  const below = Number.parseFloat(getComputedStyle(scroller).paddingBottom);
  const height = `${Math.max(leastHeight, Math.floor(scroller.clientHeight - above - below))}px`;
  if (place.style.height !== height) place.style.height = height;
}

export class GraphPlace {
  #container: HTMLElement | undefined;
  #view: GraphView | undefined;
  #graph: Graph | undefined;
  #state: PageState | undefined;

  constructor(readonly actions: Actions) {}

  /** What stands in the page. */
  place({ graph }: PageState): TemplateResult {
    if (graph === undefined) return html`<p class="state" role="status">Drawing how the notes are tied…</p>`;
    if (graph === "failed") return html`<p class="state" role="alert">The language server gives no answer. The log says why.</p>`;
    return html`<div class="graph-place" ${ref((container) => this.#take(container as HTMLElement | undefined))}></div>`;
  }

  #take(container: HTMLElement | undefined): void {
    if (container === this.#container) return;
    this.#view?.dispose();
    this.#view = undefined;
    this.#graph = undefined;
    this.#container = container;
  }

  /** Brings the graph up to date, once the page has a place for it. */
  draw(state: PageState): void {
    const { graph } = state;
    if (!this.#container || graph === undefined || graph === "failed") return;
    fillRoom(this.#container);
    const before = this.#state;
    this.#state = state;
    if (!this.#view)
      this.#view = graphView(this.#container, graph, {
        open: (uri) => this.actions.open(uri, new Event("open")),
        cardOf: (uri) => this.#cardOf(uri),
      });
    else if (graph !== this.#graph) this.#view.update(graph);
    else if (before?.filter === state.filter && before.shown === state.shown) return;
    this.#graph = graph;
    this.#filter(state);
  }

  #cardOf(uri: string) {
    return this.#state?.shown?.topic.notes.find((card) => card.uri === uri);
  }

  #filter({ filter, shown }: PageState): void {
    const isMatch = matcher(filter);
    if (!isMatch) {
      this.#view?.filter(undefined);
      return;
    }
    const found = new Set(shown?.topic.notes.filter(({ title, summary }) => isMatch(title, summary)).map(({ uri }) => uri));
    this.#view?.filter((uri) => found.has(uri));
  }
}
