// The notes by their URI and by a number, which tables keep instead of them. A note keeps its number while its text changes.
import type { Note, NoteUri } from "../core/note";

export class NumberedNotes {
  readonly #numbers = new Map<NoteUri, number>();
  readonly #notes: (Note | undefined)[] = [];
  readonly #free: number[] = [];

  get size(): number {
    return this.#numbers.size;
  }

  get(uri: NoteUri): Note | undefined {
    const number = this.#numbers.get(uri);
    return number === undefined ? undefined : this.#notes[number];
  }

  /** The note of a number that is in use. */
  readonly at = (number: number): Note => {
    const note = this.#notes[number];
    if (!note) throw new RangeError(`No note has the number ${number}.`);
    return note;
  };

  numberOf(uri: NoteUri): number | undefined {
    return this.#numbers.get(uri);
  }

  /** Takes a note in, in place of another of its URI; returns its number. */
  set(note: Note): number {
    const known = this.#numbers.get(note.uri);
    const number = known ?? this.#free.pop() ?? this.#notes.length;
    if (known === undefined) this.#numbers.set(note.uri, number);
    this.#notes[number] = note;
    return number;
  }

  delete(uri: NoteUri): void {
    const number = this.#numbers.get(uri);
    if (number === undefined) return;
    this.#numbers.delete(uri);
    this.#notes[number] = undefined;
    this.#free.push(number);
  }

  *numbered(): Iterable<readonly [number, Note]> {
    for (const [number, note] of this.#notes.entries()) if (note) yield [number, note];
  }

  *all(): Iterable<Note> {
    for (const note of this.#notes) if (note) yield note;
  }
}
