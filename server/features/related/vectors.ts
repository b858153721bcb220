// How alike notes are in their words: a weighted vector a note, searched through lists of the notes that have each term.
import { NumberLists } from "./numberLists";
import { bitsFor, PairCounts } from "./pairCounts";
import { damped, type Profile } from "./profile";
import { Vocabulary } from "./vocabulary";

/** The text being compared: weights with idf, terms that no note has left out but counted in its length. */
export interface QueryVector {
  readonly terms: readonly QueryTerm[];
  /** By pair, with idf. */
  readonly pairs: ReadonlyMap<number, Pick<QueryTerm, "weight" | "idf">>;
  readonly length: number;
}

export interface QueryTerm {
  readonly number: number;
  /** With idf. */
  readonly weight: number;
  readonly idf: number;
}

/** A weight, before idf, is kept in 8 bits: quantised so, the benchmark's figures do not change. */
const weightBits = 8;
const mostWeight = 255;
const steps = 40;

/** Share of all notes that may change before lengths are worked out anew. */
const mostDrift = 0.05;

export class Vectors {
  readonly vocabulary = new Vocabulary();
  /** By term: the notes that have it, each with its weight in the lower bits. */
  readonly #postings = new NumberLists();
  /** By note: its terms, then its pairs, each sorted, with their weights in the lower bits. */
  readonly #terms: (Uint32Array | undefined)[] = [];
  readonly #pairs: (Uint32Array | undefined)[] = [];
  #pairCounts = new PairCounts();
  #lengths = new Float32Array(256);
  #size = 0;
  #changes = 0;

  get size(): number {
    return this.#size;
  }

  /** One more than the greatest number of a note. */
  get end(): number {
    return this.#terms.length;
  }

  get isStale(): boolean {
    return this.#changes > this.#size * mostDrift;
  }

  /** How many bytes the lists and vectors take, without the words themselves. */
  get bytes(): number {
    const own = [...this.#terms, ...this.#pairs].reduce((sum, vector) => sum + (vector?.byteLength ?? 0), 0);
    return own + this.#postings.bytes + this.#pairCounts.bytes + this.#lengths.byteLength;
  }

  put(note: number, profile: Profile): void {
    const old = this.#terms[note];
    const terms = this.#numbered(profile.terms);
    const pairs = sorted([...profile.pairs].map(([pair, amount]) => packed(pair, amount)));
    this.#replaceTerms(note, old ?? none, terms);
    this.#replacePairs(this.#pairs[note] ?? none, pairs);
    this.#terms[note] = terms;
    this.#pairs[note] = pairs;
    if (!old) this.#size++;
    this.#changes++;
    this.#reserve(note);
    this.#lengths[note] = this.#lengthOf(note);
  }

  remove(note: number): void {
    const old = this.#terms[note];
    if (!old) return;
    this.#replaceTerms(note, old, none);
    this.#replacePairs(this.#pairs[note] ?? none, none);
    this.#terms[note] = undefined;
    this.#pairs[note] = undefined;
    this.#lengths[note] = 0;
    this.#size--;
    this.#changes++;
  }

  /** Works out anew how long each vector is; other work may have its turn between two steps. */
  *refresh(): Iterable<void> {
    this.#changes = 0;
    const bits = bitsFor(this.#size);
    if (bits !== this.#pairCounts.bits) this.#recount(bits);
    for (let note = 0; note < this.end; note++) {
      if (this.#terms[note]) this.#lengths[note] = this.#lengthOf(note);
      if (note % notesPerStep === 0) yield;
    }
  }

  #recount(bits: number): void {
    this.#pairCounts = new PairCounts(bits);
    for (const pairs of this.#pairs) for (const pair of pairs ?? none) this.#pairCounts.add(pair >>> weightBits, 1);
  }

  /** How telling a term is that so many notes have. */
  idf(count: number): number {
    return Math.log(1 + (this.#size - count + 0.5) / (count + 0.5));
  }

  idfOf(term: number): number {
    return this.idf(this.vocabulary.count(term));
  }

  /** How many notes have a pair, or one that shares its cell. */
  pairCount(pair: number): number {
    return this.#pairCounts.count(pair);
  }

  /** A text as the notes see it. `isNew`: no note has it yet, so that a pair that one note has is one of two. */
  query({ terms, pairs }: Pick<Profile, "terms" | "pairs">, isNew: boolean): QueryVector {
    const found: QueryTerm[] = [];
    let square = 0;
    for (const [text, amount] of terms) {
      const number = this.vocabulary.numberOf(text);
      const idf = this.idf(number === undefined ? 1 : this.vocabulary.count(number));
      const weight = damped(amount) * idf;
      square += weight * weight;
      if (number !== undefined) found.push({ number, weight, idf });
    }
    const weights = new Map<number, { readonly weight: number; readonly idf: number }>();
    for (const [pair, amount] of pairs) {
      const idf = this.#pairIdf(this.pairCount(pair) + (isNew ? 1 : 0));
      const weight = damped(amount) * idf;
      square += weight * weight;
      if (weight > 0) weights.set(pair, { weight, idf });
    }
    return { terms: found, pairs: weights, length: Math.sqrt(square) };
  }

  /** The cosine of the terms alone with each note, by number; a hundred thousand notes take a few milliseconds. */
  termCosines({ terms, length }: QueryVector): Float32Array {
    const sums = new Float32Array(this.end);
    for (const { number, weight, idf } of terms) {
      const factor = (weight * idf) / steps;
      for (const posting of this.#postings.get(number)) {
        const note = posting >>> weightBits;
        sums[note] = (sums[note] as number) + factor * (posting & mostWeight);
      }
    }
    for (let note = 0; note < sums.length; note++) {
      if (sums[note] !== 0) sums[note] = (sums[note] as number) / (length * (this.#lengths[note] as number) || Number.POSITIVE_INFINITY);
    }
    return sums;
  }

  /** What the pairs add to the cosine of a note. */
  pairCosine({ pairs, length }: QueryVector, note: number): number {
    if (pairs.size === 0) return 0;
    let sum = 0;
    for (const packedPair of this.#pairs[note] ?? none) {
      const pair = packedPair >>> weightBits;
      const asked = pairs.get(pair);
      if (asked) sum += (asked.weight * asked.idf * (packedPair & mostWeight)) / steps;
    }
    return sum === 0 ? 0 : sum / (length * (this.#lengths[note] as number));
  }

  /** What some notes have in common: the sum of their vectors, each of length 1, by term. */
  centre(notes: Iterable<number>): Float32Array {
    const sum = new Float32Array(this.vocabulary.end);
    for (const note of notes) {
      const length = this.#lengths[note] || Number.POSITIVE_INFINITY;
      for (const { number, weight } of this.termsOf(note)) sum[number] = (sum[number] as number) + weight / length;
    }
    let square = 0;
    for (const weight of sum) square += weight * weight;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    return sum.map((weight) => weight * scale);
  }

  /** The cosine of a note with a vector of length 1. */
  cosineWith(centre: Float32Array, note: number): number {
    let sum = 0;
    for (const { number, weight } of this.termsOf(note)) sum += (centre[number] as number) * weight;
    return sum === 0 ? 0 : sum / (this.#lengths[note] as number);
  }

  /** The terms of a note as numbers, ascending. */
  *termsOf(note: number): Iterable<{ readonly number: number; readonly weight: number }> {
    for (const term of this.#terms[note] ?? none) {
      const number = term >>> weightBits;
      yield { number, weight: ((term & mostWeight) / steps) * this.idfOf(number) };
    }
  }

  /** Whether a note has a term. */
  hasTerm(note: number, term: number): boolean {
    return has(this.#terms[note] ?? none, term);
  }

  hasPair(note: number, pair: number): boolean {
    return has(this.#pairs[note] ?? none, pair);
  }

  /** How long a note's vector is. */
  lengthOf(note: number): number {
    return this.#lengths[note] ?? 0;
  }

  /** A pair that one note alone has would only make its vector longer. */
  #pairIdf(count: number): number {
    return count < 2 ? 0 : this.idf(count);
  }

  #numbered(amounts: ReadonlyMap<string, number>): Uint32Array {
    // Taken before the old version's are released, so that a term of both keeps its number.
    return sorted([...amounts].map(([text, amount]) => packed(this.vocabulary.take(text), amount)));
  }

  #replaceTerms(note: number, old: Uint32Array, now: Uint32Array): void {
    for (const term of now) {
      if (!holds(old, term)) this.#postings.set(term >>> weightBits, ((note << weightBits) | (term & mostWeight)) >>> 0, weightBits);
    }
    for (const term of old) {
      const number = term >>> weightBits;
      if (!has(now, number)) this.#postings.delete(number, note, weightBits);
      this.vocabulary.release(number);
    }
  }

  #replacePairs(old: Uint32Array, now: Uint32Array): void {
    for (const pair of now) if (!has(old, pair >>> weightBits)) this.#pairCounts.add(pair >>> weightBits, 1);
    for (const pair of old) if (!has(now, pair >>> weightBits)) this.#pairCounts.add(pair >>> weightBits, -1);
  }

  #lengthOf(note: number): number {
    let square = 0;
    for (const term of this.#terms[note] ?? none) square += (((term & mostWeight) / steps) * this.idfOf(term >>> weightBits)) ** 2;
    for (const pair of this.#pairs[note] ?? none)
      square += (((pair & mostWeight) / steps) * this.#pairIdf(this.pairCount(pair >>> weightBits))) ** 2;
    return Math.sqrt(square);
  }

  #reserve(note: number): void {
    if (note < this.#lengths.length) return;
    const lengths = new Float32Array(Math.max(note + 1, this.#lengths.length * 2));
    lengths.set(this.#lengths);
    this.#lengths = lengths;
  }
}

const none = new Uint32Array(0);
const notesPerStep = 256;

const packed = (number: number, amount: number): number =>
  ((number << weightBits) | Math.max(1, Math.min(mostWeight, Math.round(damped(amount) * steps)))) >>> 0;

const sorted = (numbers: readonly number[]) => Uint32Array.from(numbers).sort();

/** Whether a sorted vector has an entry for a number. */
function has(vector: Uint32Array, number: number): boolean {
  return (vector[placeOf(vector, number)] ?? -1) >>> weightBits === number && placeOf(vector, number) < vector.length;
}

/** Whether it has this very entry, weight included. */
const holds = (vector: Uint32Array, entry: number) => vector[placeOf(vector, entry >>> weightBits)] === entry;

function placeOf(vector: Uint32Array, number: number): number {
  let low = 0;
  let high = vector.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((vector[middle] as number) >>> weightBits < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
