// Where the graph stands in a page: it is made once it is looked at, and told what changes.
import * as l10n from "@vscode/l10n";
import { html, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import type { Graph } from "../../../server/protocol";
import type { Actions } from "./actions";
import { type GraphView, graphView } from "./graph/graphView";
import type { PageState } from "./state";
import { matcher, noAnswer } from "./words";

/** Pixels: lower than this a graph shows nothing. */
const leastHeight = 360;

/** As a share of the page in sight: where less is left below the top of the page, the graph takes all below the toolbar. */
const leastShare = 0.6;

/** Makes a place as high as the page that is in sight, whatever stands above it, or all of it below the toolbar; whether it is the latter. */
function fillRoom(place: HTMLElement): boolean {
  const scroller = place.closest<HTMLElement>("#page");
  if (!scroller) return false;
  const above = place.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  const below = Number.parseFloat(getComputedStyle(scroller).paddingBottom);
  const left = scroller.clientHeight - above - below;
  const isTight = left < leastShare * scroller.clientHeight;
  const toolbar = scroller.querySelector<HTMLElement>(".toolbar")?.offsetHeight ?? 0;
  const height = `${Math.max(leastHeight, Math.floor(isTight ? scroller.clientHeight - toolbar - below : left))}px`;
  if (place.style.height !== height) place.style.height = height;
  return isTight;
}

export class GraphPlace {
  #container: HTMLElement | undefined;
  #view: GraphView | undefined;
  #graph: Graph | undefined;
  #state: PageState | undefined;

  constructor(readonly actions: Actions) {}

  /** What stands in the page. */
  place({ graph }: PageState): TemplateResult {
    if (graph === undefined) return html`<p class="state" role="status">${l10n.t("Drawing how the notes are tied…")}</p>`;
    if (graph === "failed") return html`<p class="state" role="alert">${noAnswer()}</p>`;
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
    const isTight = fillRoom(this.#container);
    // Whoever chose the graph wants to see all of it.
    if (isTight && !this.#view) this.#container.scrollIntoView({ block: "end" });
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
