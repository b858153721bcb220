// The graph of notes: coloured by sub-topic, sized by incoming links, for pointer and keyboard.
import * as l10n from "@vscode/l10n";
import type { Graph, NoteCard } from "../../../../server/protocol";
import { viewOf } from "./camera";
import { type CardBeside, cardIn } from "./card";
import { watchTheme } from "./colours";
import { type KeyActs, listenForKeys } from "./keys";
import { type Legend, legendIn } from "./legend";
import { isMotionReduced } from "./motion";
import { drawingPower } from "./picture";
import { listenForPointer } from "./pointer";
import { beginLayout, beginPicture, emphasize, endScene, repaint, type Scene, sceneOf, showGraph, showKinds, spotOf } from "./scene";
import { arranging, graphName, noLines, noNotes, noWebGl, sentenceOf } from "./sentences";
import { type Stage, stageIn } from "./stage";
import { type Toolbar, toolbarIn } from "./toolbar";

/** What the graph asks of its surroundings. */
export interface GraphHost {
  /** Opens a note. */
  open(uri: string): void;
  /** What lists say about a note: for the card that is shown while the pointer rests on it. */
  cardOf(uri: string): NoteCard | undefined;
}

export interface GraphView {
  /** Shows another state of the same notes; what stays keeps its place. */
  update(graph: Graph): void;
  /** Notes that do not match are dimmed; undefined for all. */
  filter(matches: ((uri: string) => boolean) | undefined): void;
  dispose(): void;
}

/** All parts of one graph view, for the functions below. */
interface Parts {
  readonly host: GraphHost;
  readonly stage: Stage;
  readonly scene: Scene;
  readonly card: CardBeside;
  readonly legend: Legend;
  readonly toolbar: Toolbar;
  matches: ((uri: string) => boolean) | undefined;
}

/** Draws a graph in a container, which is the graph's alone. Without WebGL a sentence stands in its place. */
export function graphView(container: HTMLElement, graph: Graph, host: GraphHost): GraphView {
  const parts = partsIn(container, graph, host);
  const { scene, stage, legend } = parts;
  legend.update(graph);
  legend.paint(scene.palette);
  const unwatch = watchTheme(() => {
    repaint(scene);
    legend.paint(scene.palette);
  });
  // The renderer follows the window by itself, and not the room it has in the page.
  const resized = new ResizeObserver(() => scene.picture?.refresh({ partialGraph: {}, schedule: true }));
  resized.observe(stage.canvases);
  present(parts);
  return {
    update(next) {
      legend.update(next);
      legend.paint(scene.palette);
      scene.emphasis.hidden = legend.hidden();
      refilter(parts, next);
      showGraph(scene, next);
      present(parts);
    },
    filter(matches) {
      parts.matches = matches;
      refilter(parts, scene.graph);
      emphasize(scene, {});
    },
    dispose() {
      unwatch();
      resized.disconnect();
      endScene(scene);
      stage.root.remove();
    },
  };
}

/** Builds the elements and ties them to what they do. */
function partsIn(container: HTMLElement, graph: Graph, host: GraphHost): Parts {
  let toolbar: Toolbar | undefined;
  const onView = (act: "fit" | "zoomIn" | "zoomOut") => () => {
    if (parts.scene.picture) viewOf(parts.scene.picture)[act]();
  };
  const views = { fit: onView("fit"), zoomIn: onView("zoomIn"), zoomOut: onView("zoomOut") };
  const stage = stageIn(container, (parent) => {
    toolbar = toolbarIn(parent, { ...views, showPapers: (shown) => showPapers(parts, shown), toggleLayout: () => toggleLayout(parts) });
  });
  const parts: Parts = {
    ...{ host, stage, toolbar: toolbar as Toolbar, matches: undefined },
    scene: sceneOf(graph, stage.canvases, () => layoutChanged(parts)),
    card: cardIn(stage.stage),
    legend: legendIn(stage.root, () => emphasize(parts.scene, { hidden: parts.legend.hidden() })),
  };
  listenForKeys(stage.stage, { ...keyActs(parts), ...views });
  stage.stage.addEventListener("blur", () => parts.card.hide());
  return parts;
}

/** Shows the graph or the sentence in its place; makes the picture when it is needed first. */
function present(parts: Parts): void {
  const { scene, stage } = parts;
  const power = scene.picture ? scene.power : drawingPower();
  stage.instead(scene.graph.nodes.length === 0 ? noNotes() : power === "none" ? noWebGl() : undefined);
  stage.notice(noLines(scene.graph));
  stage.stage.setAttribute("aria-label", graphName(scene.graph));
  if (scene.picture || power === "none" || scene.graph.nodes.length === 0) return;
  const picture = beginPicture(scene, power);
  if (!picture) {
    stage.instead(noWebGl());
    return;
  }
  picture.on("afterRender", () => follow(parts));
  listenForPointer(picture, { hover: (uri) => hover(parts, uri), open: parts.host.open, keep: (uri) => keep(parts, uri) });
  stage.canvases.addEventListener("webglcontextlost", () => pictureLost(parts), { capture: true, once: true });
  if (!scene.layout) beginLayout(scene, new Set());
}

/** Graphics cards take back what they gave: when a machine sleeps, or too many pages draw. Soon there may be another. */
function pictureLost(parts: Parts): void {
  const { scene, stage } = parts;
  scene.picture?.kill();
  scene.picture = undefined;
  setTimeout(() => {
    if (stage.root.isConnected) present(parts);
  }, 1_000);
}

const keyActs = (parts: Parts): Omit<KeyActs, "fit" | "zoomIn" | "zoomOut"> => ({
  neighbours: () => parts.scene.neighbours,
  isBright: (uri) => parts.scene.looks.isBright(uri),
  current: () => parts.scene.emphasis.current,
  step: (uri, way) => step(parts, uri, way),
  open: parts.host.open,
  keep: (uri) => keep(parts, uri),
  leave: () => leave(parts),
});

function step(parts: Parts, uri: string, way: string): void {
  const { scene, stage } = parts;
  emphasize(scene, { current: uri, hovered: undefined });
  stage.tell(sentenceOf(uri, way, scene.graph, scene.neighbours));
  showCard(parts, uri);
  if (scene.picture) viewOf(scene.picture).bringIntoView(uri);
}

function hover(parts: Parts, uri: string | undefined): void {
  const { scene, stage, card } = parts;
  if (scene.emphasis.hovered === uri) return;
  emphasize(scene, { hovered: uri });
  stage.stage.classList.toggle("graph-over-note", uri !== undefined);
  if (uri === undefined) card.hide();
  else showCard(parts, uri);
}

/** Keeps the neighbourhood of a note; asked for the same once more, no longer. */
function keep({ scene, stage, card }: Parts, uri: string): void {
  const kept = scene.emphasis.kept === uri ? undefined : uri;
  emphasize(scene, { kept });
  // It would hide what is to be seen.
  card.hide();
  const way = kept === undefined ? l10n.t("all notes are bright again") : l10n.t("its neighbourhood is kept until Escape");
  stage.tell(sentenceOf(uri, way, scene.graph, scene.neighbours));
}

/** Takes back what was asked for last: the card, the neighbourhood that is kept, the note one stepped on. */
function leave({ scene, stage, card }: Parts): boolean {
  const { kept, current } = scene.emphasis;
  if (card.isShown()) card.hide();
  if (kept !== undefined) emphasize(scene, { kept: undefined, hovered: undefined });
  else if (current !== undefined) emphasize(scene, { current: undefined, hovered: undefined });
  else return false;
  if (scene.emphasis.current === undefined) stage.tell(undefined);
  return true;
}

function showCard({ scene, card, host }: Parts, uri: string): void {
  const spot = spotOf(scene, uri);
  const node = scene.neighbours.nodeOf(uri);
  if (spot && node) card.show(host.cardOf(uri) ?? node, spot);
}

/** Notes move under their card while the layout runs and while the view changes. */
function follow({ scene, card }: Parts): void {
  const uri = scene.emphasis.hovered ?? scene.emphasis.current;
  const spot = card.isShown() && uri !== undefined ? spotOf(scene, uri) : undefined;
  if (spot) card.follow(spot);
}

function refilter({ scene, matches }: Parts, { nodes }: Graph): void {
  scene.emphasis.matching = matches && new Set(nodes.filter(({ uri }) => matches(uri)).map(({ uri }) => uri));
}

function showPapers({ scene }: Parts, shown: "on" | "off"): void {
  showKinds(scene, new Set(shown === "on" ? ["link", "papers"] : ["link"]));
}

/** Whoever asks for the layout again asks for all notes. */
function toggleLayout({ scene }: Parts): void {
  if (scene.layout?.isRunning()) scene.layout.pause();
  else beginLayout(scene, new Set());
}

function layoutChanged({ scene, stage, toolbar }: Parts): void {
  const isRunning = scene.layout?.isRunning() ?? false;
  toolbar.showLayout(isRunning ? "running" : "resting");
  const isHidden = isRunning && isMotionReduced();
  stage.root.classList.toggle("graph-arranging", isHidden);
  stage.notice(isHidden ? arranging() : noLines(scene.graph));
}
