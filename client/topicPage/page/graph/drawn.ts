// The graph that the renderer draws: notes with their size and place, lines of the kinds that are shown.
import { MultiUndirectedGraph } from "graphology";
import type { Graph, GraphNode } from "../../../../server/protocol";
import type { Kind } from "./neighbours";
import type { Places } from "./places";

export interface DrawnNode {
  x: number;
  y: number;
  /** The radius in pixels while all is in view. */
  size: number;
  label: string;
  group: number;
}

export interface DrawnEdge {
  from: string;
  to: string;
  kind: Kind;
  size: number;
}

export type Drawn = MultiUndirectedGraph<DrawnNode, DrawnEdge>;

/** What of a graph is drawn. */
export function drawnGraph({ nodes, edges }: Graph, places: Places, kinds: ReadonlySet<Kind>): Drawn {
  const drawn: Drawn = new MultiUndirectedGraph<DrawnNode, DrawnEdge>();
  for (const node of nodes) {
    const { x, y } = places.get(node.uri) ?? { x: 0, y: 0 };
    drawn.mergeNode(node.uri, { x, y, size: sizeOf(node, nodes.length), label: node.title, group: node.group });
  }
  for (const { from, to, kind, weight } of edges) {
    const [one, other] = [nodes[from]?.uri, nodes[to]?.uri];
    if (!kinds.has(kind) || one === undefined || other === undefined || one === other) continue;
    drawn.addEdge(one, other, { from: one, to: other, kind, size: kind === "link" ? 1 : Math.min(0.5 + weight / 2, 3) });
  }
  return drawn;
}

/** Has the drawn notes stand where they have moved to; the renderer is told by whoever calls. */
export function moveDrawn(drawn: Drawn, places: Places): void {
  for (const [uri, { x, y }] of places) {
    if (!drawn.hasNode(uri)) continue;
    // The attributes themselves: an event for each note would cost more than drawing them all.
    const node = drawn.getNodeAttributes(uri);
    node.x = x;
    node.y = y;
  }
}

/** By the root of its incoming links, so that the area grows with them; smaller where there are many. */
function sizeOf({ incoming }: GraphNode, count: number): number {
  const least = count < 200 ? 4.5 : count < 1_500 ? 3 : count < 5_000 ? 2 : 1.6;
  return Math.min(least * Math.sqrt(1 + incoming / 2), least * 4.5);
}
