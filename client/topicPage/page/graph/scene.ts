// The notes in the picture: where they stand, which lines are drawn and how all of it looks just now.
import type { Graph } from "../../../../server/protocol";
import type { Spot } from "./card";
import { type Palette, paletteOf } from "./colours";
import { type Drawn, drawnGraph, moveDrawn } from "./drawn";
import { type Emphasis, type Looks, looksOf } from "./emphasis";
import { arrange, type Layout } from "./layout";
import { isMotionReduced } from "./motion";
import { type Kind, type Neighbours, neighboursIn } from "./neighbours";
import { type Picture, type Power, pictureIn, redraw } from "./picture";
import { type Places, placesOf } from "./places";

export interface Scene {
  graph: Graph;
  kinds: ReadonlySet<Kind>;
  readonly emphasis: Emphasis;
  places: Places;
  drawn: Drawn;
  neighbours: Neighbours;
  palette: Palette;
  looks: Looks;
  picture: Picture | undefined;
  power: Power;
  layout: Layout | undefined;
  readonly canvases: HTMLElement;
  /** The layout runs, or has come to its end. */
  readonly layoutChanged: () => void;
}

const nothingSpecial: Emphasis = { hovered: undefined, current: undefined, kept: undefined, matching: undefined, hidden: new Set() };

/** A scene whose notes stand at their first places. Nothing is drawn before `beginPicture`. */
export function sceneOf(graph: Graph, canvases: HTMLElement, layoutChanged: () => void): Scene {
  const kinds: ReadonlySet<Kind> = new Set(["link"]);
  const places = placesOf(graph);
  const neighbours = neighboursIn(graph, kinds);
  const palette = paletteOf(canvases);
  const emphasis = { ...nothingSpecial };
  const drawn = drawnGraph(graph, places, kinds);
  return {
    ...{ graph, kinds, emphasis, places, neighbours, palette, canvases, layoutChanged },
    drawn,
    looks: looksIn({ graph, drawn, neighbours, emphasis, palette }),
    picture: undefined,
    power: "none",
    layout: undefined,
  };
}

/** Makes the picture; undefined where the browser fails to give what it needs. */
export function beginPicture(scene: Scene, power: Power): Picture | undefined {
  scene.power = power;
  scene.picture = pictureIn(scene.canvases, scene.drawn, { power, palette: () => scene.palette, looks: () => scene.looks });
  return scene.picture;
}

/** Draws anew what looks different after the emphasis has changed. */
export function emphasize(scene: Scene, change: Partial<Emphasis>): void {
  const { emphasis, drawn, neighbours } = scene;
  const { hovered, current } = emphasis;
  Object.assign(emphasis, change);
  scene.looks = looksIn(scene);
  const isLocal =
    !dimsAround(scene) && Object.keys(change).length > 0 && Object.keys(change).every((name) => name === "hovered" || name === "current");
  if (!isLocal) {
    scene.picture?.refresh({ schedule: true });
    return;
  }
  const touched = [hovered, current, emphasis.hovered, emphasis.current].filter(
    (uri) => uri !== undefined && drawn.hasNode(uri),
  ) as string[];
  const nodes = [...new Set(touched.flatMap((uri) => [uri, ...neighbours.of(uri)]))];
  const edges = [...new Set(touched.flatMap((uri) => drawn.edges(uri)))];
  // All are put in order anew, or the lines of the note would lie below all others.
  scene.picture?.refresh({ partialGraph: { nodes, edges }, schedule: true });
}

/** Takes the colours of the theme of the moment. */
export function repaint(scene: Scene): void {
  scene.palette = paletteOf(scene.canvases);
  emphasize(scene, {});
}

/** Draws lines of other kinds; the notes stay where they are. */
export function showKinds(scene: Scene, kinds: ReadonlySet<Kind>): void {
  scene.kinds = kinds;
  redrawn(scene);
}

/** Shows another graph: what stays keeps its place, and what is new finds one beside it. */
export function showGraph(scene: Scene, graph: Graph): void {
  const known = scene.places;
  const wasRunning = scene.layout?.isRunning() ?? false;
  scene.layout?.dispose();
  scene.layout = undefined;
  scene.graph = graph;
  scene.places = placesOf(graph, known);
  redrawn(scene);
  const fixed = wasRunning ? new Set<string>() : new Set([...scene.places.keys()].filter((uri) => known.has(uri)));
  if (scene.picture && fixed.size < scene.places.size) beginLayout(scene, fixed);
  else scene.layoutChanged();
}

/** Has all notes but the fixed ones move to where their ties draw them. */
export function beginLayout(scene: Scene, fixed: ReadonlySet<string>): void {
  scene.layout?.dispose();
  const moved = () => {
    moveDrawn(scene.drawn, scene.places);
    // Places alone have changed: the renderer reads them itself and need not ask for looks.
    scene.picture?.refresh({ partialGraph: {}, schedule: true });
  };
  scene.layout = arrange(scene.graph, {
    ...{ places: scene.places, fixed, moved },
    shown: isMotionReduced() ? "end" : "steps",
    changed: scene.layoutChanged,
  });
  scene.layout.resume();
}

/** Where a note is in the picture; undefined for one that is not drawn. */
export function spotOf({ picture, drawn, emphasis }: Scene, uri: string): Spot | undefined {
  if (!picture || !drawn.hasNode(uri)) return undefined;
  const { x, y, size, group } = drawn.getNodeAttributes(uri);
  if (emphasis.hidden.has(group)) return undefined;
  return { ...picture.graphToViewport({ x, y }), radius: picture.scaleSize(size) };
}

/** Ends all that runs for a scene. */
export function endScene(scene: Scene): void {
  scene.layout?.dispose();
  scene.picture?.kill();
  scene.picture = undefined;
}

function redrawn(scene: Scene): void {
  const { graph, kinds, emphasis } = scene;
  scene.drawn = drawnGraph(graph, scene.places, kinds);
  scene.neighbours = neighboursIn(graph, kinds);
  for (const name of ["hovered", "current", "kept"] as const)
    if (emphasis[name] !== undefined && !scene.drawn.hasNode(emphasis[name])) emphasis[name] = undefined;
  scene.looks = looksIn(scene);
  if (scene.picture) redraw(scene.picture, scene.drawn, scene.power);
}

/** With more notes than this, all but the neighbours of a note could not be dimmed fast enough for a pointer that passes by. */
const mostDimmed = 3_000;

const dimsAround = ({ graph }: Pick<Scene, "graph">) => graph.nodes.length <= mostDimmed;

const looksIn = ({ graph, drawn, neighbours, emphasis, palette }: Pick<Scene, "graph" | "drawn" | "neighbours" | "emphasis" | "palette">) =>
  looksOf(emphasis, {
    palette,
    tiedTo: neighbours.of,
    lines: drawn.size,
    groupOf: (uri) => neighbours.nodeOf(uri)?.group ?? -1,
    hover: dimsAround({ graph }) ? "dims others" : "brightens its own",
  });
