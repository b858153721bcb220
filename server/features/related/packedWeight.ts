// A number of 24 bits, of a term, a pair or a note, and a weight of 8 bits in one number: sorted by the first, small by the second.

export const weightBits = 8;
const mostWeight = 2 ** weightBits - 1;
/** Quantised in so many steps the benchmark's figures are those of whole numbers. */
const steps = 40;

/** How much an amount weighs: the tenth mention adds little to the ninth. Never 0. */
export const packed = (key: number, amount: number): number =>
  ((key << weightBits) | Math.max(1, Math.min(mostWeight, Math.round(Math.log(1 + amount / 2) * steps)))) >>> 0;

/** The same weight under another number. */
export const repacked = (key: number, entry: number): number => ((key << weightBits) | (entry & mostWeight)) >>> 0;

export const keyOf = (entry: number): number => entry >>> weightBits;
export const weightOf = (entry: number): number => (entry & mostWeight) / steps;

/** Goes through what stands in one of two sorted lists only; `isOther` where the other has it with another weight. */
export function eachChange(old: Uint32Array, now: Uint32Array, take: (entry: number, isGone: boolean, isOther: boolean) => void): void {
  let before = 0;
  let after = 0;
  while (before < old.length || after < now.length) {
    const gone = before < old.length ? (old[before] as number) : 0;
    const come = after < now.length ? (now[after] as number) : 0;
    const goneKey = before < old.length ? keyOf(gone) : behindAll;
    const comeKey = after < now.length ? keyOf(come) : behindAll;
    if (goneKey < comeKey) take(gone, true, false);
    else if (gone !== come) take(come, false, goneKey === comeKey);
    if (goneKey <= comeKey) before++;
    if (comeKey <= goneKey) after++;
  }
}

/** More than any number of 24 bits. */
const behindAll = 2 ** 24;
