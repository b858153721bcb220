// In how many notes each pair of neighbouring terms stands. Pairs of one note alone are nine out of ten and say nothing of others, so none
// has an entry of its own: each counts in the cell that its bits give.

/** Cells a note: of the pairs that one note alone has, few then share a cell with another. */
const cellsPerNote = 64;
const fewestBits = 16;
const mostBits = 23;
/** A pair is 24 bits. */
const pairBits = 24;

/** How many bits the number of cells takes for so many notes. */
export const bitsFor = (notes: number): number =>
  Math.min(mostBits, Math.max(fewestBits, Math.ceil(Math.log2(Math.max(1, notes) * cellsPerNote))));

export class PairCounts {
  readonly #cells: Uint32Array;
  readonly #shift: number;

  constructor(readonly bits: number = fewestBits) {
    this.#cells = new Uint32Array(2 ** bits);
    this.#shift = pairBits - bits;
  }

  get bytes(): number {
    return this.#cells.byteLength;
  }

  count(pair: number): number {
    return this.#cells[pair >>> this.#shift] as number;
  }

  add(pair: number, by: 1 | -1): void {
    const cell = pair >>> this.#shift;
    this.#cells[cell] = (this.#cells[cell] as number) + by;
  }
}
