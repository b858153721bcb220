// Adds amounts up by number: a table that is used again for each note and gives its sums sorted and packed.
import { packed } from "./packedWeight";

export class Tally {
  /** Numbers plus one, 0 for a free place, by the bits of the number. */
  #keys = new Uint32Array(1024);
  #sums = new Float64Array(1024);
  readonly #places: number[] = [];

  add(key: number, amount: number): void {
    const mask = this.#keys.length - 1;
    let at = Math.imul(key, 0x9e3779b1) & mask;
    while (this.#keys[at] !== 0 && this.#keys[at] !== key + 1) at = (at + 1) & mask;
    if (this.#keys[at] === 0) {
      this.#keys[at] = key + 1;
      this.#sums[at] = 0;
      this.#places.push(at);
    }
    this.#sums[at] = (this.#sums[at] as number) + amount;
    if (this.#places.length * 2 > mask) this.#grow();
  }

  /** The sums, packed and by number; the table is empty afterwards. */
  take(): Uint32Array {
    const entries = new Uint32Array(this.#places.length);
    for (const [index, at] of this.#places.entries()) {
      entries[index] = packed((this.#keys[at] as number) - 1, this.#sums[at] as number);
      this.#keys[at] = 0;
    }
    this.#places.length = 0;
    return entries.sort();
  }

  #grow(): void {
    const [keys, sums] = [this.#keys, this.#sums];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#sums = new Float64Array(keys.length * 2);
    for (const at of this.#places.splice(0)) this.add((keys[at] as number) - 1, sums[at] as number);
  }
}
