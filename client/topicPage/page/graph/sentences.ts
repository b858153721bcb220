// What the graph says in words.
import * as l10n from "@vscode/l10n";
import type { Graph } from "../../../../server/protocol";
import { number } from "../../../language";
import { noGroup } from "./legend";
import type { Neighbours } from "./neighbours";

/** In place of a graph of no notes. */
export const noNotes = (): string => l10n.t("There are no notes to draw yet.");

/** In place of a graph that cannot be drawn. */
export const noWebGl = (): string => l10n.t("The graph is drawn with WebGL, which is not available here. The list shows the same notes.");

/** While notes find their places out of sight. */
export const arranging = (): string => l10n.t("Arranging the notes…");

/** What the whole of it is called. */
export const graphName = ({ nodes: { length: count } }: Graph): string =>
  count === 1 ? l10n.t("Graph of 1 note") : l10n.t("Graph of {0} notes", number(count));

/** Over a graph without lines; undefined where there are some, or nothing to tie. */
export function noLines({ nodes, edges }: Graph): string | undefined {
  if (nodes.length < 2) return undefined;
  if (edges.some(({ kind }) => kind === "link")) return undefined;
  if (edges.length === 0) return l10n.t("None of these notes refers to another, and no two cite the same papers.");
  return l10n.t("None of these notes refers to another. “Shared papers” shows which of them cite the same papers.");
}

/** The title of a note, its sub-topic, how many notes it is tied to, and how one came there. */
export function sentenceOf(uri: string, way: string, { groups }: Graph, neighbours: Neighbours): string {
  const node = neighbours.nodeOf(uri);
  if (!node) return "";
  const group = groups.length > 0 ? (groups[node.group]?.label ?? noGroup()) : "";
  const count = neighbours.of(uri).length;
  const tied = count === 1 ? l10n.t("tied to 1 note") : l10n.t("tied to {0} notes", number(count));
  return [node.title, [group, tied, way].filter(Boolean).join(", ")].join(" — ");
}
