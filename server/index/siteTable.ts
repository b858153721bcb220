// Which notes are filed at a site: a hash table with chains in typed arrays, of 16 bytes an entry. A map of sets would take ten times
// that, and the most part of the time of a load.
import type { Site } from "./sites";

const none = -1;
const leastCapacity = 1024;

/** Pairs of a site and the number of a note. */
export class SiteTable {
  /** The first entry of each chain. As many as there is room for entries, a power of two. */
  #heads = new Int32Array(leastCapacity).fill(none);
  #sites = new Uint32Array(leastCapacity);
  #notes = new Int32Array(leastCapacity);
  #next = new Int32Array(leastCapacity);
  /** How many entries are or have been in use. */
  #used = 0;
  /** The first of the entries that were taken out, chained like the others. */
  #free = none;

  /** Files a note at a site where it is not yet. */
  add(site: Site, note: number): void {
    const entry = this.#newEntry();
    const chain = site & (this.#heads.length - 1);
    this.#sites[entry] = site;
    this.#notes[entry] = note;
    this.#next[entry] = this.#heads[chain] as number;
    this.#heads[chain] = entry;
  }

  delete(site: Site, note: number): void {
    const chain = site & (this.#heads.length - 1);
    let before = none;
    for (let entry = this.#heads[chain] as number; entry !== none; entry = this.#next[entry] as number) {
      if (this.#sites[entry] === site && this.#notes[entry] === note) {
        if (before === none) this.#heads[chain] = this.#next[entry] as number;
        else this.#next[before] = this.#next[entry] as number;
        this.#notes[entry] = none;
        this.#next[entry] = this.#free;
        this.#free = entry;
        return;
      }
      before = entry;
    }
  }

  /** The notes at a site, in the order of their numbers. */
  at(site: Site): readonly number[] {
    let found: number[] | undefined;
    for (let entry = this.#first(site); entry !== none; entry = this.#next[entry] as number) {
      if (this.#sites[entry] !== site) continue;
      if (found) found.push(this.#notes[entry] as number);
      else found = [this.#notes[entry] as number];
    }
    if (!found) return nobody;
    return found.length > 1 ? found.sort((a, b) => a - b) : found;
  }

  has(site: Site): boolean {
    for (let entry = this.#first(site); entry !== none; entry = this.#next[entry] as number) if (this.#sites[entry] === site) return true;
    return false;
  }

  /** All pairs, in no certain order. */
  *pairs(): Iterable<readonly [Site, number]> {
    for (let entry = 0; entry < this.#used; entry++)
      if (this.#notes[entry] !== none) yield [this.#sites[entry] as number, this.#notes[entry] as number];
  }

  /** The sites of each note at this moment, in no certain order. */
  byNote(): (note: number) => Uint32Array {
    const used = this.#notes.subarray(0, this.#used);
    const notes = used.reduce((most, note) => Math.max(most, note), none) + 1;
    /** Where the sites of a note begin, and behind the last of them where they all end. */
    const starts = new Uint32Array(notes + 1);
    for (const note of used) if (note !== none) starts[note + 1] = (starts[note + 1] as number) + 1;
    for (let note = 0; note < notes; note++) starts[note + 1] = (starts[note + 1] as number) + (starts[note] as number);
    const sites = new Uint32Array(starts[notes] as number);
    const ends = starts.slice();
    used.forEach((note, entry) => {
      if (note === none) return;
      sites[ends[note] as number] = this.#sites[entry] as number;
      ends[note] = (ends[note] as number) + 1;
    });
    return (note) => sites.subarray(starts[note] ?? 0, starts[note + 1] ?? 0);
  }

  #first(site: Site): number {
    return this.#heads[site & (this.#heads.length - 1)] as number;
  }

  #newEntry(): number {
    if (this.#free !== none) {
      const entry = this.#free;
      this.#free = this.#next[entry] as number;
      return entry;
    }
    if (this.#used === this.#sites.length) this.#grow();
    return this.#used++;
  }

  /** Called when every entry is in use. */
  #grow(): void {
    const capacity = this.#sites.length * 2;
    this.#sites = grown(this.#sites, new Uint32Array(capacity));
    this.#notes = grown(this.#notes, new Int32Array(capacity));
    this.#next = new Int32Array(capacity);
    this.#heads = new Int32Array(capacity).fill(none);
    for (let entry = 0; entry < this.#used; entry++) {
      const chain = (this.#sites[entry] as number) & (capacity - 1);
      this.#next[entry] = this.#heads[chain] as number;
      this.#heads[chain] = entry;
    }
  }
}

const nobody: readonly number[] = [];

function grown<T extends Uint32Array | Int32Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
