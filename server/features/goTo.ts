// Ways to a note by what one remembers of its title, by when it was changed, or by chance.
import type { Note, NoteUri } from "../core/note";
import { byPlace } from "../core/order";
import { wordsOf } from "../index/titleWords";
import type { Vault } from "../index/vault";
import { byScore, matchesOf } from "./matching";

/** A note, and which of its names was meant. */
export interface FoundNote {
  readonly note: Note;
  readonly name: string;
}

/** The notes whose title or alias holds all typed words, best first; those changed last where nothing is typed. */
export function questionsFor(vault: Vault, typed: string, limit: number): readonly FoundNote[] {
  const query = wordsOf(typed);
  if (query.length > 0) return [...matchesOf(vault, query, { slips: "forgiven" })].sort(byScore(new Map())).slice(0, limit);
  return typed.trim() === "" ? changedLast(vault, limit).map((note) => ({ note, name: note.title.text })) : [];
}

/** Of many notes the few that were changed last, without sorting them all. */
function changedLast(vault: Vault, limit: number): readonly Note[] {
  const order = (a: Note, b: Note) => b.modified - a.modified || byPlace(a, b);
  let last: Note[] = [];
  for (const note of vault.notes()) {
    if (note.kind === "note") last.push(note);
    if (last.length > 4 * limit) last = last.sort(order).slice(0, limit);
  }
  return last.sort(order).slice(0, limit);
}

/** Any note but topic notes, and but one where there is another; `random` gives numbers from 0 up to 1. */
export function randomNote(vault: Vault, except: NoteUri | undefined, random: () => number): Note | undefined {
  const notes = [...vault.notes()].filter(({ kind }) => kind === "note");
  const others = notes.filter(({ uri }) => uri !== except);
  const choice = others.length > 0 ? others : notes;
  return choice[Math.floor(random() * choice.length)];
}
