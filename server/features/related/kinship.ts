// What notes have in common besides their words: topics, papers, the folder.
import { NumberLists } from "./numberLists";

/** Things that notes have, such as topics or papers: rare ones in common say more. */
export class Shared {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  /** The numbers of the things of a note, and of the notes that have a thing. */
  readonly #things = new NumberLists();
  readonly #notes = new NumberLists();

  get bytes(): number {
    return this.#things.bytes + this.#notes.bytes;
  }

  /** Puts a note's things in place of those it had. */
  put(note: number, things: Iterable<string>): void {
    for (const thing of this.#things.get(note)) this.#notes.delete(thing, note);
    const now = Uint32Array.from(new Set([...things].map((thing) => this.#number(thing)))).sort();
    for (const thing of now) this.#notes.set(thing, note);
    this.#things.replace(note, now);
  }

  remove(note: number): void {
    this.put(note, []);
  }

  of(note: number): readonly string[] {
    return Array.from(this.#things.get(note), (thing) => this.#texts[thing] as string);
  }

  /** The notes that have a thing. */
  having(thing: string): ArrayLike<number> & Iterable<number> {
    const number = this.#numbers.get(thing);
    return number === undefined ? [] : this.#notes.get(number);
  }

  /** Some things as they are compared with those of notes, among so many notes. */
  asked(things: Iterable<string>, size: number): AskedThings {
    const numbers = new Set([...things].map((thing) => this.#numbers.get(thing)).filter((number) => number !== undefined));
    return { numbers, size, square: [...numbers].reduce((sum, thing) => sum + this.#idf(thing, size) ** 2, 0) };
  }

  /** The cosine of some things and those of a note. */
  cosine({ numbers, size, square }: AskedThings, note: number): number {
    if (numbers.size === 0) return 0;
    let common = 0;
    let own = 0;
    for (const thing of this.#things.get(note)) {
      const idf = this.#idf(thing, size);
      own += idf * idf;
      if (numbers.has(thing)) common += idf * idf;
    }
    return common === 0 ? 0 : common / Math.sqrt(square * own);
  }

  /** How telling it is to have a thing, among so many notes. */
  #idf(thing: number, size: number): number {
    return Math.log(1 + size / Math.max(1, this.#notes.length(thing)));
  }

  #number(thing: string): number {
    const known = this.#numbers.get(thing);
    if (known !== undefined) return known;
    this.#numbers.set(thing, this.#texts.length);
    return this.#texts.push(thing) - 1;
  }
}

/** See `Shared.asked`. */
export interface AskedThings {
  readonly numbers: ReadonlySet<number>;
  readonly size: number;
  readonly square: number;
}

/**
 * How much of the ways from the root to two files is the same, from 0 to 1: of `rl/systems/a` and `rl/systems/b` two thirds. A file that
 * is named like the folder beside it is closer to the files in there than they are to each other, as an overview should be.
 */
export function wayCloseness(a: string, b: string): number {
  // Not split into parts: it is asked of every candidate.
  let same = 0;
  while (same < a.length && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  const isWhole = (same === a.length || a[same] === "/") && (same === b.length || b[same] === "/");
  const common = slashesIn(a, same) + (isWhole ? 1 : 0);
  return (2 * common) / (slashesIn(a, a.length) + slashesIn(b, b.length) + 2);
}

function slashesIn(way: string, end: number): number {
  let count = 0;
  for (let at = way.indexOf("/"); at >= 0 && at < end; at = way.indexOf("/", at + 1)) count++;
  return count;
}
