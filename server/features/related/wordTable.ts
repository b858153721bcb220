// What is known of each word, found by where it stands in a text: no string is made of it, which is most of what looking it up would cost.

/** Words by two hashes of 32 bits each: that two of a million have both is a chance of one in ten million. Values are numbers from 0 on. */
export class WordTable {
  #first = new Uint32Array(smallest);
  #second = new Uint32Array(smallest);
  /** One more than the value; 0 for a free place. */
  #values = new Uint32Array(smallest);
  #size = 0;

  /** The value of the word between two places of a text; `make` says it the first time. */
  get(text: string, start: number, end: number, make: (word: string) => number): number {
    let first = 0x811c9dc5;
    let second = end - start;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      first = Math.imul(first ^ unit, 0x01000193);
      second = Math.imul(second, 31) + unit;
    }
    const one = mixed(first);
    const two = mixed(second);
    const at = this.#placeOf(one, two);
    const known = this.#values[at] as number;
    return known > 0 ? known - 1 : this.#enter(at, one, two, make(text.slice(start, end)));
  }

  /** Where a word stands, or would. */
  #placeOf(first: number, second: number): number {
    const mask = this.#values.length - 1;
    let at = first & mask;
    while (this.#values[at] !== 0 && (this.#first[at] !== first || this.#second[at] !== second)) at = (at + 1) & mask;
    return at;
  }

  #enter(at: number, first: number, second: number, value: number): number {
    this.#first[at] = first;
    this.#second[at] = second;
    this.#values[at] = value + 1;
    if (++this.#size * 2 > this.#values.length) this.#grow();
    return value;
  }

  #grow(): void {
    const [firsts, seconds, values] = [this.#first, this.#second, this.#values];
    this.#first = new Uint32Array(values.length * 2);
    this.#second = new Uint32Array(values.length * 2);
    this.#values = new Uint32Array(values.length * 2);
    for (let from = 0; from < values.length; from++) {
      if (values[from] === 0) continue;
      const [first, second] = [firsts[from] as number, seconds[from] as number];
      const to = this.#placeOf(first, second);
      this.#first[to] = first;
      this.#second[to] = second;
      this.#values[to] = values[from] as number;
    }
  }
}

const smallest = 2 ** 12;

/** FNV-1a over UTF-16 units, with a last mix so that near texts lie far apart. 32 bits, the same everywhere. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** Spreads 32 bits evenly (the finish of MurmurHash3). */
export function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
