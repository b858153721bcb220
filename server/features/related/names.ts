// Who is named in a text: the names of all notes, found by their terms in any order or as phrases.
import { mixed, type Term, type Token } from "./terms";

interface Name {
  readonly note: number;
  /** Distinct. */
  readonly terms: readonly string[];
  readonly phrase: number;
}

/** Where a note is named in a text, and how often. */
export interface Phrase {
  readonly note: number;
  /** In which of the passages, and from which to which unit of it; end exclusive. */
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly terms: readonly string[];
}

/** Of a name, the least share by which it has to be there to count as named. */
const leastShare = 0.3;
/** A term of more names than this finds none: a name is found by its rarer ones. */
const mostTelling = 2000;
/** Longer names are not looked for as phrases. */
const longestPhrase = 12;
/** Words that may be passed over between two terms of a phrase: those that are left out of names, too. */
const widestGap = 3;

export class Names {
  readonly #names: (Name | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #ofNote = new Map<number, readonly number[]>();
  readonly #byTerm = new Map<string, Set<number>>();
  readonly #byPhrase = new Map<number, Set<number>>();
  /** How many names have so many terms. */
  readonly #lengths = new Uint32Array(longestPhrase + 1);

  put(note: number, names: readonly (readonly Term[])[]): void {
    this.remove(note);
    const distinct = new Map(names.filter((terms) => terms.length > 0).map((terms) => [phraseOf(terms), terms]));
    const numbers = [...distinct].map(([phrase, terms]) =>
      this.#add({ note, phrase, terms: [...new Set(terms.map(({ text }) => text))] }, terms.length),
    );
    if (numbers.length > 0) this.#ofNote.set(note, numbers);
  }

  remove(note: number): void {
    for (const number of this.#ofNote.get(note) ?? []) this.#drop(number);
    this.#ofNote.delete(note);
  }

  /** How completely, and by how telling words, each note is named by a set of terms: the cube of the share that is there. */
  overlaps(terms: ReadonlySet<string>, idfOf: (term: string) => number): ReadonlyMap<number, number> {
    const seen = new Set<number>();
    const best = new Map<number, number>();
    for (const term of terms) {
      const found = this.#byTerm.get(term);
      if (!found || found.size > mostTelling) continue;
      for (const number of found) {
        if (seen.has(number)) continue;
        seen.add(number);
        const { note, terms: its } = this.#names[number] as Name;
        const value = overlap(
          its.map((text) => ({ text, idf: idfOf(text) })),
          ({ text }) => terms.has(text),
        );
        if (value > (best.get(note) ?? 0)) best.set(note, value);
      }
    }
    return best;
  }

  /** The notes whose name stands in a text as a phrase, each with its first place. */
  phrasesIn(passages: readonly (readonly Token[])[]): ReadonlyMap<number, Phrase> {
    const found = new Map<number, Phrase>();
    for (const [passage, tokens] of passages.entries()) {
      for (let at = 0; at < tokens.length; at++) this.#phrasesAt(tokens, at, passage, found);
    }
    return found;
  }

  #phrasesAt(tokens: readonly Token[], at: number, passage: number, found: Map<number, Phrase>): void {
    let hash = 0;
    for (let length = 1; length <= longestPhrase; length++) {
      const token = tokens[at + length - 1];
      if (!token || (length > 1 && token.gap > widestGap)) return;
      hash = step(hash, token.term);
      if (this.#lengths[length] === 0) continue;
      for (const number of this.#byPhrase.get(hash) ?? []) {
        const { note, terms } = this.#names[number] as Name;
        const known = found.get(note);
        const place = known ?? { note, terms, passage, start: (tokens[at] as Token).start, end: token.end };
        found.set(note, { ...place, count: (known?.count ?? 0) + 1 });
      }
    }
  }

  #add(name: Name, length: number): number {
    const number = this.#free.pop() ?? this.#names.length;
    this.#names[number] = name;
    for (const term of name.terms) filed(this.#byTerm, term).add(number);
    if (length <= longestPhrase) {
      filed(this.#byPhrase, name.phrase).add(number);
      this.#lengths[length] = (this.#lengths[length] as number) + 1;
    }
    return number;
  }

  #drop(number: number): void {
    const { terms, phrase } = this.#names[number] as Name;
    for (const term of terms) unfiled(this.#byTerm, term, number);
    unfiled(this.#byPhrase, phrase, number);
    this.#names[number] = undefined;
    this.#free.push(number);
  }
}

/** c³·M: the share c of a name's idf that is there, and its idf M, so that a short common name alone says little. */
export function overlap<T extends { readonly idf: number }>(name: readonly T[], isThere: (term: T) => boolean): number {
  let whole = 0;
  let there = 0;
  for (const term of name) {
    whole += term.idf;
    if (isThere(term)) there += term.idf;
  }
  const share = whole > 0 ? there / whole : 0;
  return share < leastShare ? 0 : share ** 3 * whole;
}

const step = (hash: number, { hash: next }: Term) => mixed(Math.imul(hash, 31) + next);

const phraseOf = (terms: readonly Term[]) => terms.reduce(step, 0);

function filed<K>(sets: Map<K, Set<number>>, key: K): Set<number> {
  const known = sets.get(key);
  if (known) return known;
  const set = new Set<number>();
  sets.set(key, set);
  return set;
}

function unfiled<K>(sets: Map<K, Set<number>>, key: K, number: number): void {
  const set = sets.get(key);
  set?.delete(number);
  if (set?.size === 0) sets.delete(key);
}
