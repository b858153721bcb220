// The papers that some notes cite, each with who cites it.
import type { Note, PaperId } from "../core/note";
import type { Vault } from "../index/vault";

/** A paper in the spelling that stands for all of its, and the notes that cite it. */
export interface CitedPaper {
  readonly paper: PaperId;
  readonly notes: readonly Note[];
}

/** Each distinct paper once, in the order in which the notes name them first. */
export function citedPapers({ papers }: Vault, notes: Iterable<Note>): readonly CitedPaper[] {
  const citing = new Map<PaperId, Note[]>();
  for (const note of notes) {
    for (const paper of papers.citedBy(note)) {
      const known = citing.get(paper);
      if (known) known.push(note);
      else citing.set(paper, [note]);
    }
  }
  return [...citing].map(([paper, its]) => ({ paper, notes: its }));
}
