// Makes graphs of any size to draw: always the same for a size, unevenly linked, with notes of all groups and of none.
import type { Graph, GraphEdge } from "../../../server/protocol";
import { below, chanceFrom, oneOf } from "../../bench/words";

const labels = ["Alignment", "Evaluation", "Inference", "Reward models", "Systems and scale", "Training data", "Tool use", "Vision"];
const subjects = ["reward models", "larger models", "rollouts", "verifiers", "preference data", "long contexts", "curricula", "critics"];
const verbs = ["improve", "replace", "limit", "explain", "outlast", "predict"];
const objects = ["sparse rewards", "human feedback", "generalization", "sample efficiency", "reward hacking", "exploration", "transfer"];

/** The title of one note, in every graph: what it says is text and has to stay text. */
export const hostileTitle = "Does <img src=x onerror=alert(1)> stay text?";

/** The URI of a note by its place. */
export const noteAt = (at: number): string => `file:///notes/${at}.md`;

/** A graph of `size` notes, about two and a half links each and, now and then, shared papers. */
export function madeGraph(size: number): Graph {
  const chance = chanceFrom(size);
  const groupOf = (at: number) => (at % 17 === 0 ? -1 : Math.floor(chance() ** 1.5 * labels.length));
  const groups = Array.from({ length: size }, (_, at) => groupOf(at));
  const edges: GraphEdge[] = [];
  const incoming = new Array<number>(size).fill(0);
  for (let from = 1; from < size; from++) {
    for (let count = below(chance, 5); count >= 0; count--) {
      const to = partner(from);
      if (to === from) continue;
      edges.push({ from, to, kind: chance() < 0.75 ? "link" : "papers", weight: 1 + below(chance, 3) });
      incoming[to] = (incoming[to] ?? 0) + 1;
    }
  }
  /** Mostly of its own group, rather an old note than a young one. */
  function partner(from: number): number {
    let to = 0;
    for (let tries = 0; tries < 6; tries++) {
      to = Math.floor(chance() ** 2 * from);
      if (groups[to] === groups[from]) return to;
    }
    return to;
  }
  return {
    groups: labels.map((label) => ({ id: label.toLowerCase().replaceAll(" ", "-"), label })),
    nodes: groups.map((group, at) => ({ uri: noteAt(at), title: title(at), group, incoming: incoming[at] ?? 0 })),
    edges,
  };
  function title(at: number): string {
    if (at === 1) return hostileTitle;
    const number = size > 200 ? ` (${at})` : "";
    return `Do ${oneOf(chance, subjects)} ${oneOf(chance, verbs)} ${oneOf(chance, objects)}${number}?`;
  }
}
