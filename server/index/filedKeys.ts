// Which notes offer a key and which seek it. The keys of a note follow from the note and the kind of vault it is in, so they are
// worked out when it changes and not kept.
import type { Note } from "../core/note";
import { isVoid, type Key, keysOf, type LookUp, offersOf, referencesSeeking, seeksOf } from "./keys";
import { Multimap } from "./multimap";

/** A note with the keys it contributes. */
export interface Entry {
  readonly note: Note;
  readonly offers: ReadonlySet<Key>;
  readonly seeks: ReadonlySet<Key>;
}

/** The keys of a note in a vault whose Markdown links are looked up like that. */
export const entryOf = (note: Note, lookUp: LookUp): Entry => ({ note, offers: offersOf(note), seeks: seeksOf(note, lookUp) });

/** All notes under their keys. */
export class FiledKeys {
  readonly #holders = new Multimap<Key, Note>();
  readonly #seekers = new Multimap<Key, Note>();

  add({ note, offers, seeks }: Entry): void {
    for (const key of offers) this.#holders.add(key, note);
    for (const key of seeks) this.#seekers.add(key, note);
  }

  delete({ note, offers, seeks }: Entry): void {
    for (const key of offers) this.#holders.delete(key, note);
    for (const key of seeks) this.#seekers.delete(key, note);
  }

  holders(key: Key): ReadonlySet<Note> {
    return this.#holders.get(key);
  }

  seekers(key: Key): ReadonlySet<Note> {
    return this.#seekers.get(key);
  }

  /** Every key that some note seeks. */
  sought(): Iterable<Key> {
    return this.#seekers.keys();
  }

  /** Whether somebody seeks a key that nobody holds. */
  isWanted(key: Key): boolean {
    return !isVoid(key) && this.#seekers.has(key) && !this.#holders.has(key);
  }

  /** Whom the references that depend on a key may have meant before or mean now: who gets a link is taken from whom got it. */
  *targetsBy(key: Key): Iterable<Note> {
    for (const seeker of this.seekers(key))
      for (const reference of referencesSeeking(seeker, key))
        for (const other of keysOf(seeker, reference)) if (!isVoid(other)) yield* this.holders(other);
  }
}
