// Who is named in a text: the names of all notes, found by their rarer terms in any order or as phrases.
import { NumberLists } from "./numberLists";
import type { Term, Token } from "./terms";
import type { Vectors } from "./vectors";
import { mixed } from "./wordTable";

interface Name {
  readonly note: number;
  /** Distinct. */
  readonly terms: readonly Term[];
  readonly phrase: number;
  /** How many terms the phrase has. */
  readonly length: number;
}

/** Where a note is named in a text, and how often. */
export interface Phrase {
  readonly note: number;
  /** In which of the passages, and from which to which unit of it; end exclusive. */
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly terms: readonly Term[];
}

export type TakePhrase = (note: number, terms: readonly Term[], first: Token, last: Token) => void;

/** Of a name, the least share by which it has to be there to count as named. */
const leastShare = 0.3;
/** A term of more names than this leads to none of them: a name is found by its rarer terms, or as a phrase. */
const mostTelling = 32;
/** Longer names are not looked for as phrases. */
const longestPhrase = 12;
/** Words that may be passed over between two terms of a phrase: those that are left out of names, too. */
const widestGap = 3;

export class Names {
  readonly #names: (Name | undefined)[] = [];
  readonly #free: number[] = [];
  /** By note, by term: the numbers of names. */
  readonly #ofNote = new NumberLists();
  readonly #byTerm = new NumberLists();
  /** One name of each phrase, and for each name the next one of the same phrase. */
  readonly #byPhrase = new Map<number, number>();
  readonly #next: (number | undefined)[] = [];
  /** How many names have so many terms. */
  readonly #lengths = new Uint32Array(longestPhrase + 1);

  get bytes(): number {
    return this.#ofNote.bytes + this.#byTerm.bytes;
  }

  /** Puts the names of a note, its title first, in place of those it had. */
  put(note: number, names: readonly (readonly Term[])[]): void {
    this.remove(note);
    const distinct = new Map(names.filter((terms) => terms.length > 0).map((terms) => [phraseOf(terms), terms]));
    for (const [phrase, terms] of distinct) {
      this.#ofNote.set(note, this.#add({ note, phrase, length: terms.length, terms: [...new Set(terms)] }));
    }
  }

  remove(note: number): void {
    for (const number of this.#ofNote.get(note)) this.#drop(number);
    this.#ofNote.replace(note, none);
  }

  /** The notes that a rare enough term of a text may name. */
  having(terms: Iterable<Term>): ReadonlySet<number> {
    const notes = new Set<number>();
    for (const term of terms) {
      const names = this.#byTerm.get(term);
      if (names.length <= mostTelling) for (const name of names) notes.add((this.#names[name] as Name).note);
    }
    return notes;
  }

  /** How completely, and by how telling words, a note is named by a text in which terms are there: see `overlap`. */
  named(note: number, isThere: (term: Term) => boolean, idfOf: (term: Term) => number): number {
    let best = 0;
    for (const name of this.#ofNote.get(note)) {
      best = Math.max(best, overlap((this.#names[name] as Name).terms, isThere, idfOf));
    }
    return best;
  }

  /** The notes whose name stands in a text as a phrase, each with its first place. */
  phrasesIn(passages: readonly (readonly Token[])[]): ReadonlyMap<number, Phrase> {
    const found = new Map<number, Phrase>();
    for (const [passage, tokens] of passages.entries()) {
      this.eachPhrase(tokens, (note, terms, { start }, { end }) => {
        const known = found.get(note);
        found.set(note, { ...(known ?? { note, terms, passage, start, end }), count: (known?.count ?? 0) + 1 });
      });
    }
    return found;
  }

  /** Takes each place of a text where a note's name stands as a phrase, with the first and the last token of it. */
  eachPhrase(tokens: readonly Token[], take: TakePhrase): void {
    for (let at = 0; at < tokens.length; at++) {
      let hash = 0;
      for (let length = 1; length <= longestPhrase; length++) {
        const token = tokens[at + length - 1];
        if (!token || (length > 1 && token.gap > widestGap)) break;
        hash = step(hash, token.term);
        if (this.#lengths[length] === 0) continue;
        for (let number = this.#byPhrase.get(hash); number !== undefined; number = this.#next[number]) {
          const { note, terms } = this.#names[number] as Name;
          take(note, terms, tokens[at] as Token, token);
        }
      }
    }
  }

  #add(name: Name): number {
    const number = this.#free.pop() ?? this.#names.length;
    this.#names[number] = name;
    for (const term of name.terms) this.#byTerm.set(term, number);
    if (name.length > longestPhrase) return number;
    this.#next[number] = this.#byPhrase.get(name.phrase);
    this.#byPhrase.set(name.phrase, number);
    this.#lengths[name.length] = (this.#lengths[name.length] as number) + 1;
    return number;
  }

  #drop(number: number): void {
    const { terms, phrase, length } = this.#names[number] as Name;
    for (const term of terms) this.#byTerm.delete(term, number);
    this.#names[number] = undefined;
    this.#free.push(number);
    if (length > longestPhrase) return;
    this.#lengths[length] = (this.#lengths[length] as number) - 1;
    this.#unlink(phrase, number);
  }

  #unlink(phrase: number, number: number): void {
    const next = this.#next[number];
    const first = this.#byPhrase.get(phrase);
    this.#next[number] = undefined;
    if (first === number) {
      if (next === undefined) this.#byPhrase.delete(phrase);
      else this.#byPhrase.set(phrase, next);
      return;
    }
    for (let at = first; at !== undefined; at = this.#next[at]) if (this.#next[at] === number) this.#next[at] = next;
  }
}

const none = new Uint32Array(0);

/** c³·M: the share c of a name's idf that is there, and its idf M, so that a short common name alone says little. */
export function overlap(name: readonly Term[], isThere: (term: Term) => boolean, idfOf: (term: Term) => number): number {
  let whole = 0;
  let there = 0;
  for (const term of name) {
    const idf = idfOf(term);
    whole += idf;
    if (isThere(term)) there += idf;
  }
  const share = whole > 0 ? there / whole : 0;
  return share < leastShare ? 0 : share ** 3 * whole;
}

/** A single common word names no note that happens to be called so. */
export function isTelling(name: readonly Term[], vectors: Vectors): boolean {
  return name.length > 1 || (name[0] !== undefined && vectors.count(name[0]) <= Math.max(3, commonShare * vectors.size));
}

const commonShare = 0.02;

const step = (hash: number, term: Term) => mixed(Math.imul(hash, 31) + term + 1);

const phraseOf = (terms: readonly Term[]) => terms.reduce<number>(step, 0);
