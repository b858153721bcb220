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
