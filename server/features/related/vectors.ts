// How alike notes are in their words: a weighted vector a note, searched through lists of the notes that have each term.
import { NumberLists } from "./numberLists";
import { eachChange, keyOf, repacked, weightBits, weightOf } from "./packedWeight";
import { bitsFor, PairCounts } from "./pairCounts";
import type { Profile } from "./profile";
import type { QueryVector } from "./queryVector";

/** Share of all notes that may change before lengths are worked out anew. */
const mostDrift = 0.05;

export class Vectors {
  /** By term: the notes that have it. Every number has a weight in its lower bits. */
  readonly #postings = new NumberLists();
  /** By note. */
  readonly #terms = new NumberLists();
  readonly #pairs = new NumberLists();
  #pairCounts = new PairCounts();
  /** By note; 0 where there is none, or no word. */
  #lengths = new Float32Array(256);
  #isThere = new Uint8Array(256);
  #size = 0;
  #end = 0;
  #changes = 0;
  /** By count, 0 where it was not asked yet. */
  readonly #idfs = new Float64Array(rememberedIdfs);

  /** How many notes there are. */
  get size(): number {
    return this.#size;
  }

  /** Whether so much has changed that lengths should be worked out anew. */
  get isStale(): boolean {
    return this.#changes > this.#size * mostDrift;
  }

  get bytes(): number {
    const parts = [this.#postings, this.#terms, this.#pairs, this.#pairCounts].reduce((sum, { bytes }) => sum + bytes, 0);
    return parts + this.#lengths.byteLength + this.#isThere.byteLength;
  }

  put(note: number, profile: Profile): void {
    this.#reserve(note);
    if (this.#isThere[note] === 0) this.#resize(1);
    this.#isThere[note] = 1;
    this.#replace(note, profile.terms, profile.pairs);
    this.#lengths[note] = this.#measured(note);
  }

  remove(note: number): void {
    if (this.#isThere[note] !== 1) return;
    this.#replace(note, none, none);
    this.#isThere[note] = 0;
    this.#lengths[note] = 0;
    this.#resize(-1);
  }

  /** Works out anew how long each vector is; other work may have its turn between two steps. */
  *refresh(): Iterable<void> {
    this.#changes = 0;
    const bits = bitsFor(this.#size);
    if (bits !== this.#pairCounts.bits) this.#recount(bits);
    for (let note = 0; note < this.#end; note++) {
      if (this.#isThere[note] === 1) this.#lengths[note] = this.#measured(note);
      if (note % notesPerStep === 0) yield;
    }
  }

  /** How telling it is that so many notes have something. */
  idf(count: number): number {
    const known = count < rememberedIdfs ? (this.#idfs[count] as number) : 0;
    if (known !== 0) return known;
    const idf = Math.log(1 + (this.#size - count + 0.5) / (count + 0.5));
    if (count < rememberedIdfs) this.#idfs[count] = idf;
    return idf;
  }

  /** More than any term's number. */
  get termEnd(): number {
    return this.#postings.end;
  }

  /** How many notes have a term. */
  count(term: number): number {
    return this.#postings.length(term);
  }

  /** The notes that have a term, ascending. */
  having(term: number): readonly number[] {
    return [...this.#postings.get(term)].map(keyOf);
  }

  /** How many notes have a pair, or one that shares its cell. */
  pairCount(pair: number): number {
    return this.#pairCounts.count(pair);
  }

  /**
   * About how alike each note is by its terms, by number: to find those that are worth a closer look. In a large vault the commonest terms,
   * which say least and take longest, are passed over.
   */
  roughCosines({ terms, length }: QueryVector): Float32Array {
    const sums = new Float32Array(this.#end);
    const most = Math.max(fewNotes, commonShare * this.#size);
    for (const { number, weight, idf } of terms) {
      if (this.count(number) > most) continue;
      const factor = weight * idf;
      const postings = this.#postings.get(number);
      for (let at = 0; at < postings.length; at++) {
        const posting = postings[at] as number;
        const note = keyOf(posting);
        sums[note] = (sums[note] as number) + factor * weightOf(posting);
      }
    }
    for (let note = 0; note < sums.length; note++) {
      const sum = sums[note] as number;
      if (sum !== 0) sums[note] = sum / (length * (this.#lengths[note] as number) || Number.POSITIVE_INFINITY);
    }
    return sums;
  }

  /** The cosine with a note, of terms and pairs. */
  cosine({ factors, pairs, length }: QueryVector, note: number): number {
    const its = this.#pairs.get(note);
    let sum = 0;
    const terms = this.#terms.get(note);
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      const factor = factors[keyOf(term)];
      if (factor) sum += factor * weightOf(term);
    }
    for (let mine = 0, at = 0; mine < pairs.numbers.length && at < its.length; ) {
      const number = pairs.numbers[mine] as number;
      const other = its[at] as number;
      if (keyOf(other) === number) sum += (pairs.factors[mine] as number) * weightOf(other);
      if (keyOf(other) <= number) at++;
      if (keyOf(other) >= number) mine++;
    }
    return sum === 0 ? 0 : sum / (length * (this.#lengths[note] as number));
  }

  /** What some notes have in common: the sum of their vectors, each of length 1, scaled to length 1; by term, with idf twice. */
  centre(notes: Iterable<number>): Float32Array {
    const sum = new Float32Array(this.termEnd);
    const touched: number[] = [];
    for (const note of notes) {
      const length = this.#lengths[note] || Number.POSITIVE_INFINITY;
      for (const entry of this.#terms.get(note)) {
        const term = keyOf(entry);
        if (sum[term] === 0) touched.push(term);
        sum[term] = (sum[term] as number) + weightOf(entry) / length;
      }
    }
    let square = 0;
    for (const term of touched) {
      const idf = this.idf(this.count(term));
      square += ((sum[term] as number) * idf) ** 2;
      sum[term] = (sum[term] as number) * idf * idf;
    }
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (const term of touched) sum[term] = (sum[term] as number) * scale;
    return sum;
  }

  /** The cosine of a note with such a centre. */
  cosineWith(centre: Float32Array, note: number): number {
    let sum = 0;
    const terms = this.#terms.get(note);
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      sum += (centre[keyOf(term)] ?? 0) * weightOf(term);
    }
    return sum === 0 ? 0 : sum / (this.#lengths[note] as number);
  }

  /** Whether a note has a term. */
  hasTerm(note: number, term: number): boolean {
    return this.#terms.find(note, term, weightBits) !== undefined;
  }

  hasPair(note: number, pair: number): boolean {
    return this.#pairs.find(note, pair, weightBits) !== undefined;
  }

  /** How much a term weighs in a note, with idf; 0 where it is not there. */
  weightOf(note: number, term: number): number {
    const entry = this.#terms.find(note, term, weightBits);
    return entry === undefined ? 0 : this.#weight(entry);
  }

  /** How long a note's vector is. */
  lengthOf(note: number): number {
    return this.#lengths[note] ?? 0;
  }

  /** How telling a pair is; one that a single note has would only make its vector longer. */
  pairIdf(count: number): number {
    return count < 2 ? 0 : this.idf(count);
  }

  #weight(term: number): number {
    return weightOf(term) * this.idf(this.count(keyOf(term)));
  }

  /** Only what differs between two versions of a note touches the lists of terms. */
  #replace(note: number, terms: Uint32Array, pairs: Uint32Array): void {
    eachChange(this.#terms.get(note), terms, (term, isGone) => {
      if (isGone) this.#postings.delete(keyOf(term), note, weightBits);
      else this.#postings.set(keyOf(term), repacked(note, term), weightBits);
    });
    eachChange(this.#pairs.get(note), pairs, (pair, isGone, isOther) => {
      if (!isOther) this.#pairCounts.add(keyOf(pair), isGone ? -1 : 1);
    });
    this.#terms.replace(note, terms);
    this.#pairs.replace(note, pairs);
    this.#changes++;
  }

  #measured(note: number): number {
    let square = 0;
    for (const term of this.#terms.get(note)) square += this.#weight(term) ** 2;
    for (const pair of this.#pairs.get(note)) square += (weightOf(pair) * this.pairIdf(this.pairCount(keyOf(pair)))) ** 2;
    return Math.sqrt(square);
  }

  #recount(bits: number): void {
    this.#pairCounts = new PairCounts(bits);
    for (let note = 0; note < this.#end; note++) for (const pair of this.#pairs.get(note)) this.#pairCounts.add(keyOf(pair), 1);
  }

  #resize(by: 1 | -1): void {
    this.#size += by;
    this.#idfs.fill(0);
  }

  #reserve(note: number): void {
    this.#end = Math.max(this.#end, note + 1);
    if (note < this.#lengths.length) return;
    const lengths = new Float32Array(Math.max(note + 1, this.#lengths.length * 2));
    const isThere = new Uint8Array(lengths.length);
    lengths.set(this.#lengths);
    isThere.set(this.#isThere);
    this.#lengths = lengths;
    this.#isThere = isThere;
  }
}

const none = new Uint32Array(0);
/** See `roughCosines`. */
const commonShare = 0.1;
const fewNotes = 2000;
/** Most terms are in few notes. */
const rememberedIdfs = 4096;
const notesPerStep = 256;
