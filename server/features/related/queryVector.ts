// A text that is compared with notes, as they see it: its terms and pairs with the weights that all notes together give them.
import { keyOf, weightOf } from "./packedWeight";
import type { Profile } from "./profile";
import type { Vectors } from "./vectors";

/** The text being compared: weights with idf. */
export interface QueryVector {
  readonly terms: readonly QueryTerm[];
  /** By term: what it adds for a weight of 1 in a note. */
  readonly factors: Float32Array;
  readonly pairs: QueryPairs;
  readonly length: number;
}

/** Pairs, ascending, with their weights and what each adds for a weight of 1 in a note. */
interface QueryPairs {
  readonly numbers: Uint32Array;
  readonly weights: Float64Array;
  readonly factors: Float64Array;
}

export interface QueryTerm {
  readonly number: number;
  /** With idf. */
  readonly weight: number;
  readonly idf: number;
}

/** `isNew`: no note has the text yet, so that a pair that one note has is one of two. */
export function queryVectorOf(vectors: Vectors, { terms, pairs }: Pick<Profile, "terms" | "pairs">, isNew: boolean): QueryVector {
  const weighed = (entry: number, idf: number): QueryTerm => ({ number: keyOf(entry), idf, weight: weightOf(entry) * idf });
  const all = Array.from(terms, (term) => weighed(term, vectors.idf(Math.max(1, vectors.count(keyOf(term))))));
  const both = Array.from(pairs, (pair) => weighed(pair, vectors.pairIdf(vectors.pairCount(keyOf(pair)) + (isNew ? 1 : 0))));
  const telling = both.filter(({ idf }) => idf > 0);
  const square = [...all, ...telling].reduce((sum, { weight }) => sum + weight * weight, 0);
  const factors = new Float32Array(vectors.termEnd);
  for (const { number, weight, idf } of all) factors[number] = weight * idf;
  const inPairs = {
    numbers: Uint32Array.from(telling, ({ number }) => number),
    weights: Float64Array.from(telling, ({ weight }) => weight),
    factors: Float64Array.from(telling, ({ weight, idf }) => weight * idf),
  };
  return { terms: all, factors, pairs: inPairs, length: Math.sqrt(square) };
}
