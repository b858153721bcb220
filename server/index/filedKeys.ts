// Which notes offer a key and which seek it. The keys of a note follow from the note and the kind of vault it is in, so they are
// worked out when it changes and not kept; what is kept is at which sites they are filed.
import { baseName, mayHaveTitleKey } from "../core/key";
import type { Note } from "../core/note";
import { isVoid, type Key, keysOf, type LookUp, offersOf, pathIn, questionIn, referencesSeeking, seeksOf, stemIn, titleIn } from "./keys";
import { One } from "./multimap";
import { type Sites, siteOf } from "./sites";
import { SiteTable } from "./siteTable";

/** A note with the keys it contributes. */
export interface Entry {
  readonly note: Note;
  readonly offers: ReadonlySet<Key>;
  readonly seeks: ReadonlySet<Key>;
}

/** The keys of a note in a vault whose Markdown links are looked up like that. */
export const entryOf = (note: Note, lookUp: LookUp): Entry => ({ note, offers: offersOf(note), seeks: seeksOf(note, lookUp) });

/** All notes under their keys, by the numbers that `noteAt` knows them by. */
export class FiledKeys {
  readonly #offering = new SiteTable();
  readonly #seeking = new SiteTable();

  constructor(readonly noteAt: (number: number) => Note) {}

  add(number: number, { offers, seeks }: Sites): void {
    for (const site of offers) this.#offering.add(site, number);
    for (const site of seeks) this.#seeking.add(site, number);
  }

  delete(number: number, { offers, seeks }: Sites): void {
    for (const site of offers) this.#offering.delete(site, number);
    for (const site of seeks) this.#seeking.delete(site, number);
  }

  /** The sites of each note at this moment, by its number. */
  filed(): (number: number) => Sites {
    const offers = this.#offering.byNote();
    const seeks = this.#seeking.byNote();
    return (number) => ({ offers: offers(number), seeks: seeks(number) });
  }

  holders(key: Key): ReadonlySet<Note> {
    let only: Note | undefined;
    let several: Set<Note> | undefined;
    for (const number of isVoid(key) ? [] : this.#offering.at(siteOf(key))) {
      const note = this.noteAt(number);
      if (!offers(note, key)) continue;
      if (only === undefined) only = note;
      else several = (several ?? new Set([only])).add(note);
    }
    return several ?? (only === undefined ? nobody : new One(only));
  }

  /** Who has a reference that depends on a key, and perhaps some others that are filed at the same site. */
  seekers(key: Key): readonly Note[] {
    return isVoid(key) ? [] : this.#seeking.at(siteOf(key)).map(this.noteAt);
  }

  /**
   * Every title that a reference seeks and no note holds. A link that is broken seeks some name or path where nothing is filed, so that
   * the others need no look. In small steps, most of which find nothing: other work may have its turn in between.
   */
  *wantedTitles(): Iterable<readonly Key[]> {
    const unanswered = new Set<number>();
    let looked = 0;
    for (const [site, number] of this.#seeking.pairs()) {
      if (!this.#offering.has(site)) unanswered.add(number);
      if (++looked % pairsAtOnce === 0) yield [];
    }
    for (const number of unanswered) {
      const keys = [...seeksOf(this.noteAt(number), "paths")];
      yield keys.filter((key) => key.startsWith("t:") && this.isWanted(key));
    }
  }

  /** Whether somebody may seek a key that nobody holds. */
  isWanted(key: Key): boolean {
    return !isVoid(key) && this.#seeking.has(siteOf(key)) && this.holders(key).size === 0;
  }

  /** Whom the references that depend on a key may have meant before or mean now: who gets a link is taken from whom got it. */
  *targetsBy(key: Key): Iterable<Note> {
    const keys = new Set([key]);
    for (const seeker of this.seekers(key))
      for (const reference of referencesSeeking(seeker, keys))
        for (const other of keysOf(seeker, reference)) if (!isVoid(other)) yield* this.holders(other);
  }
}

/** As many as take about a millisecond. */
const pairsAtOnce = 4096;

const nobody: ReadonlySet<Note> = new Set();

/** Whether a note offers a key. */
function offers(note: Note, key: Key): boolean {
  const { title, aliases, path } = note;
  switch (key.charAt(0)) {
    case "t":
      return [title, ...aliases].some(({ text }) => mayHaveTitleKey(text, key.slice(2)) && titleIn(text) === key);
    case "n":
      return stemIn(baseName(path)) === key;
    case "q":
      return questionIn(note) === key;
    default:
      return pathIn(path) === key;
  }
}
