// What is known of each word, found by where it stands in a text: no string is made of it, which is most of what looking it up would cost.

export class WordTable<T> {
  /** The words by their hashes, in the first free place behind the one that a hash gives. */
  #entries: ({ readonly word: string; readonly hash: number; readonly value: T } | undefined)[] = new Array(smallest).fill(undefined);
  #size = 0;

  /** What is known of the word between two places of a text; works it out by `make` the first time. */
  get(text: string, start: number, end: number, make: (word: string) => T): T {
    const hash = hashOf(text, start, end);
    const mask = this.#entries.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const entry = this.#entries[at];
      if (!entry) return this.#enter(text.slice(start, end), hash, make);
      if (entry.hash === hash && entry.word.length === end - start && stands(entry.word, text, start)) return entry.value;
    }
  }

  #enter(part: string, hash: number, make: (word: string) => T): T {
    // A part of a text would keep all of it in memory.
    const word = ` ${part}`.slice(1);
    const value = make(word);
    if (++this.#size * 2 > this.#entries.length) this.#grow();
    this.#place({ word, hash, value });
    return value;
  }

  #place(entry: { readonly word: string; readonly hash: number; readonly value: T }): void {
    const mask = this.#entries.length - 1;
    let at = entry.hash & mask;
    while (this.#entries[at]) at = (at + 1) & mask;
    this.#entries[at] = entry;
  }

  #grow(): void {
    const old = this.#entries;
    this.#entries = new Array(old.length * 2).fill(undefined);
    for (const entry of old) if (entry) this.#place(entry);
  }
}

const smallest = 1024;

/** `startsWith`, several times faster for words. */
function stands(word: string, text: string, start: number): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** FNV-1a over UTF-16 units, with a last mix so that near texts lie far apart. 32 bits, the same everywhere. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** Spreads 32 bits evenly (the finish of MurmurHash3). */
export function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
