// Notes related to one: linked either way, sharing papers, sharing topics. Each with its reasons.
import type { Note } from "../core/note";
import type { Vault } from "../index/vault";
import { linkedFrom, linkingTo } from "./navigation";
import { byTitle, topicOf } from "./topics";

export interface Reason {
  readonly kind: "links-here" | "linked-from-here" | "shared-papers" | "shared-topic";
  readonly text: string;
  readonly weight: number;
}

export interface Relation {
  readonly note: Note;
  readonly score: number;
  readonly linked: boolean;
  readonly reasons: readonly Reason[];
}

/** A link says more than a shared paper, a shared paper more than a shared topic. */
const weights = { "linked-from-here": 3, "links-here": 3, "shared-papers": 2, "shared-topic": 1 } as const;

/** The notes related to `note`, strongest first, never the note itself and no topic notes. */
export function relatedTo(vault: Vault, note: Note, limit: number): readonly Relation[] {
  const reasons = new Map<Note, Reason[]>();
  const add = (other: Note, kind: Reason["kind"], text: string, times = 1) => {
    if (other.uri === note.uri || other.kind === "topic") return;
    const list = reasons.get(other) ?? [];
    list.push({ kind, text, weight: weights[kind] * times });
    reasons.set(other, list);
  };
  for (const other of linkedFrom(vault, note)) add(other, "linked-from-here", "linked from this note");
  for (const other of linkingTo(vault, note)) add(other, "links-here", "links to this note");
  for (const [other, count] of sharingPapers(vault, note))
    add(other, "shared-papers", count === 1 ? "cites one of the same papers" : `cites ${count} of the same papers`, count);
  for (const { id } of note.topics) {
    const label = topicOf(vault, id)?.label ?? id;
    for (const other of vault.inTopic(id)) add(other, "shared-topic", `also in ${label}`);
  }
  const relations = [...reasons].map(([other, list]) => relation(other, list));
  return relations.sort((a, b) => b.score - a.score || byTitle(a.note, b.note)).slice(0, limit);
}

function sharingPapers(vault: Vault, note: Note): ReadonlyMap<Note, number> {
  const counts = new Map<Note, number>();
  for (const paper of vault.papers.citedBy(note)) {
    for (const other of vault.papers.citing(paper)) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return counts;
}

function relation(note: Note, reasons: readonly Reason[]): Relation {
  const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
  return { note, score, linked: reasons.some(({ kind }) => kind.endsWith("here")), reasons };
}
