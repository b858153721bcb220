// Moves the notes to where their ties draw them: ForceAtlas2 in a worker, until it has settled or its time is up.
import { UndirectedGraph } from "graphology";
import ForceAtlas2 from "graphology-layout-forceatlas2/worker";
import type { Graph } from "../../../../server/protocol";
import type { Places } from "./places";

export interface Layout {
  isRunning(): boolean;
  pause(): void;
  /** Goes on from where the notes stand, until it has settled or its time is up. */
  resume(): void;
  dispose(): void;
}

/** What a layout is given and whom it tells. */
export interface LayoutOptions {
  /** Written into as the notes move. */
  readonly places: Places;
  /** Notes that stay where they are. */
  readonly fixed: ReadonlySet<string>;
  /** `steps`: each step is shown; `end`: only where they come to rest, and sooner. */
  readonly shown: "steps" | "end";
  /** The places have changed. */
  moved(): void;
  /** It runs, or has come to its end. */
  changed(): void;
}

/** From here on forces are summed up by regions (Barnes and Hut): all pairs would take too long. */
const manyNotes = 1000;

/** A tie by papers draws, too, but less than a link. */
const papersWeight = 0.2;

/** Settled when the notes move, root mean square in a second, by less than this share of the picture. */
const restShare = 0.004;

/** The layout of a graph, at rest until it is told to go on. Where no worker can be had the notes stay at their places. */
export function arrange(graph: Graph, options: LayoutOptions): Layout {
  const { places, shown, moved, changed } = options;
  const tied = tiedGraph(graph, options);
  const { every, atMost } = patience(tied.order, shown);
  let worker: ForceAtlas2 | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  const end = () => {
    clearInterval(timer);
    worker?.kill();
    worker = undefined;
  };
  const stop = () => {
    if (!worker) return;
    end();
    take(tied, places);
    moved();
    changed();
  };
  const resume = () => {
    if (worker) return;
    // One note is where it belongs.
    if (tied.order < 2) return changed();
    try {
      worker = new ForceAtlas2(tied, { settings: settingsFor(tied.order), getEdgeWeight: "weight" });
      worker.start();
    } catch {
      end();
      return changed();
    }
    const deadline = performance.now() + atMost;
    let last = performance.now();
    timer = setInterval(() => {
      const now = performance.now();
      // A share of nothing is no rest: the worker has not come back with its first step.
      const share = take(tied, places);
      const isAtRest = share > 0 && share < (restShare * (now - last)) / 1000;
      last = now;
      if (isAtRest || now >= deadline) stop();
      else if (shown === "steps") moved();
    }, every);
    changed();
  };
  return { isRunning: () => worker !== undefined, pause: stop, resume, dispose: end };
}

interface Tied {
  x: number;
  y: number;
  fixed: boolean;
}

/** The graph the worker is given: one edge for two notes, however they are tied. */
function tiedGraph({ nodes, edges }: Graph, { places, fixed }: LayoutOptions): UndirectedGraph<Tied, { weight: number }> {
  const tied = new UndirectedGraph<Tied, { weight: number }>();
  for (const { uri } of nodes) {
    const { x, y } = places.get(uri) ?? { x: 0, y: 0 };
    tied.mergeNode(uri, { x, y, fixed: fixed.has(uri) });
  }
  for (const { from, to, kind, weight } of edges) {
    const [one, other] = [nodes[from]?.uri, nodes[to]?.uri];
    if (one === undefined || other === undefined || one === other) continue;
    const more = kind === "link" ? 1 : papersWeight * Math.min(weight, 5);
    tied.updateEdge(one, other, ({ weight: before = 0 }) => ({ weight: before + more }));
  }
  return tied;
}

/** Copies the worker's places into ours. Returns how far the notes moved, root mean square, as a share of the picture's size. */
function take(tied: UndirectedGraph<Tied>, places: Places): number {
  let moved = 0;
  const size = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  tied.forEachNode((uri, { x, y }) => {
    const place = places.get(uri);
    if (!place) return;
    moved += (place.x - x) ** 2 + (place.y - y) ** 2;
    place.x = x;
    place.y = y;
    size.left = Math.min(size.left, x);
    size.right = Math.max(size.right, x);
    size.top = Math.min(size.top, y);
    size.bottom = Math.max(size.bottom, y);
  });
  const extent = Math.max(size.right - size.left, size.bottom - size.top, 1e-9);
  return Math.sqrt(moved / Math.max(1, tied.order)) / extent;
}

const settingsFor = (order: number) => ({
  barnesHutOptimize: order >= manyNotes,
  barnesHutTheta: 0.8,
  strongGravityMode: true,
  gravity: 0.05,
  scalingRatio: 10,
  slowDown: 1 + Math.log(order),
});

/** Milliseconds between two looks at the worker's places, and until it has to end. */
function patience(order: number, shown: "steps" | "end"): { readonly every: number; readonly atMost: number } {
  const every = order < manyNotes ? 40 : order < 5 * manyNotes ? 100 : 400;
  const atMost = order < manyNotes ? 4_000 : order < 5 * manyNotes ? 8_000 : 20_000;
  return { every, atMost: shown === "steps" ? atMost : Math.min(atMost / 2, 6_000) };
}
