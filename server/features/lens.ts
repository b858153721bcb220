// What stands over the title of a note: the way to the notes related to it.
import type { Note, Range } from "../core/note";

export interface Lens {
  readonly range: Range;
  readonly title: string;
}

/** One lens over the title; none for a topic note, or a document that belongs to no vault. */
export function lensesOf(note: Note): readonly Lens[] {
  return note.kind === "note" && note.folder !== undefined ? [{ range: note.title.range, title: "Explore related" }] : [];
}
