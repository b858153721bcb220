// The notes that have what was typed in their title or summary.
import { foldAccents } from "../core/key";
import type { Note } from "../core/note";
import type { Vault } from "../index/vault";

/** The last filter of a vault: whoever goes on typing looks only through what it found. */
interface Filtered {
  readonly version: number;
  readonly words: readonly string[];
  readonly notes: readonly Note[];
}

const lastFilters = new WeakMap<Vault, Filtered>();

/** Notes without those that describe topics; a filter is every typed word, in any order and as far as it was typed. Gives way at each note. */
export function* filteredNotes(vault: Vault, typed: string): Generator<void, readonly Note[]> {
  const words = filterWords(typed);
  const last = lastFilters.get(vault);
  const isSame = last?.version === vault.version;
  if (isSame && last.words.join(" ") === words.join(" ")) return last.notes;
  const { version } = vault;
  const notes: Note[] = [];
  for (const note of isSame && narrows(words, last.words) ? last.notes : vault.notes()) {
    yield;
    if (note.kind === "note" && hasAll(note, words)) notes.push(note);
  }
  lastFilters.set(vault, { version, words, notes });
  return notes;
}

/** Without case and accents, as on the page of a topic. */
const filterWords = (typed: string): readonly string[] => foldAccents(typed).split(/\s+/).filter(Boolean);

function hasAll({ title, summary }: Note, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = foldAccents(`${title.text}\n${summary}`);
  return words.every((word) => text.includes(word));
}

/** Whether what has all of `words` has all of `before` as well. */
const narrows = (words: readonly string[], before: readonly string[]) => before.every((old) => words.some((word) => word.includes(old)));
