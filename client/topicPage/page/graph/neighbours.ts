// Which notes are tied to which, and the walk along these ties by keyboard.
import type { Graph, GraphEdge, GraphNode } from "../../../../server/protocol";
import { byText } from "../words";

export type Kind = GraphEdge["kind"];

/** The notes of a graph in the order of their titles, and of each the notes it is tied to, in the same order. */
export interface Neighbours {
  readonly byTitle: readonly string[];
  of(uri: string): readonly string[];
  nodeOf(uri: string): GraphNode | undefined;
}

/** The ties of the given kinds. */
export function neighboursIn({ nodes, edges }: Graph, kinds: ReadonlySet<Kind>): Neighbours {
  const sorted = [...nodes].sort((a, b) => byText(a.title, b.title));
  const ranks = new Map(sorted.map(({ uri }, rank) => [uri, rank]));
  const named = new Map(nodes.map((node) => [node.uri, node]));
  const tied = new Map<string, Set<string>>();
  const tie = (one: string, other: string) => {
    const others = tied.get(one);
    if (others) others.add(other);
    else tied.set(one, new Set([other]));
  };
  for (const { from, to, kind } of edges) {
    const [one, other] = [nodes[from]?.uri, nodes[to]?.uri];
    if (!kinds.has(kind) || one === undefined || other === undefined || one === other) continue;
    tie(one, other);
    tie(other, one);
  }
  const rankOf = (uri: string) => ranks.get(uri) ?? 0;
  return {
    byTitle: sorted.map(({ uri }) => uri),
    of: (uri) => [...(tied.get(uri) ?? [])].sort((a, b) => rankOf(a) - rankOf(b)),
    nodeOf: (uri) => named.get(uri),
  };
}

/**
 * The next or previous note (`step` 1 or −1) in a list, of those that `isIn` lets pass; behind the end it begins anew. From a note that is
 * not in the list, and from none, it begins at the end one comes from. Undefined where none passes.
 */
export function nextOf(
  list: readonly string[],
  from: string | undefined,
  step: 1 | -1,
  isIn: (uri: string) => boolean,
): string | undefined {
  const at = from === undefined ? -1 : list.indexOf(from);
  const start = at >= 0 ? at : step === 1 ? -1 : list.length;
  for (let count = 1; count <= list.length; count++) {
    const uri = list[(((start + step * count) % list.length) + list.length) % list.length];
    if (uri !== undefined && isIn(uri)) return uri;
  }
  return undefined;
}
