// What a word counts as: folded, without its plural, or nothing at all where it is too common or too short to tell notes apart.
import { stopWordsOf } from "./stopWords";
import { eachWord } from "./words";
import { hashOf, mixed, WordTable } from "./wordTable";

/** What all spellings of a word have in common, as a number: terms are numbered as they come. */
export type Term = number;

/** A term where it stands in a text; UTF-16 offsets, end exclusive. */
export interface Token {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
  /** How many words were passed over since the token before; one more where a mark or a line end parts them. */
  readonly gap: number;
  /** What stands for the token before and this one, if they are neighbours; else `noPair`. */
  readonly pair: number;
}

/** The terms of a text in their order, and the pair that each makes with the one before: all that counting them takes. */
export interface Run {
  readonly terms: readonly Term[];
  readonly pairs: readonly number[];
}

export const noPair = -1;

/** Takes the parts of a token one by one: of most texts nobody wants to keep them together. */
type TakeToken = (term: Term, pair: number, gap: number, start: number, end: number) => void;

/** Reads texts in the languages whose stop words it leaves out. Remembers every spelling it has seen: a vault has few new ones. */
export class Terms {
  readonly #stopWords: ReadonlySet<string>;
  readonly #stems: boolean;
  /** One more than a spelling's term; 0 for what is none. */
  readonly #spellings = new WordTable();
  readonly #numbers = new Map<string, Term>();
  /** By term: 32 bits made of its text alone, so that pairs do not depend on the order in which notes come. */
  readonly #hashes: number[] = [];

  /** `languages`: codes such as `en`; only English words lose their plural. */
  constructor(readonly languages: readonly string[] = ["en"]) {
    this.#stopWords = stopWordsOf(languages);
    this.#stems = languages.includes("en");
  }

  /** The terms of a text with their places. */
  tokens(text: string): readonly Token[] {
    const tokens: Token[] = [];
    this.#eachToken(text, (term, pair, gap, start, end) => tokens.push({ term, pair, gap, start, end }));
    return tokens;
  }

  runOf(text: string): Run {
    const terms: Term[] = [];
    const pairs: number[] = [];
    this.#eachToken(text, (term, pair) => {
      terms.push(term);
      pairs.push(pair);
    });
    return { terms, pairs };
  }

  #eachToken(text: string, take: TakeToken): void {
    let gap = 1;
    let behind = 0;
    let last = 0;
    eachWord(text, (start, end) => {
      const term = this.#spellings.get(text, start, end, this.#termOf) - 1;
      if (isParted(text, behind, start)) gap++;
      behind = end;
      if (term < 0) {
        gap++;
        return;
      }
      const hash = this.#hashes[term] as number;
      take(term, gap === 0 ? pairOf(last, hash) : noPair, gap, start, end);
      last = hash;
      gap = 0;
    });
  }

  readonly #termOf = (word: string): number => {
    const folded = word
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .replaceAll("ς", "σ");
    if (!this.#isTelling(folded)) return 0;
    const text = this.#stems ? withoutPlural(folded) : folded;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known + 1;
    this.#numbers.set(text, this.#hashes.length);
    return this.#hashes.push(hashOf(text));
  };

  #isTelling(word: string): boolean {
    if (this.#stopWords.has(word)) return false;
    if (/^\p{N}+$/u.test(word)) return word.length === 2 || word.length === 4;
    return word.length >= 2 || /^[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(word);
  }
}

/** 24 bits that stand for two neighbouring terms: in one note two pairs out of hundreds share them by chance once in ten thousand. */
const pairOf = (first: number, second: number): number => mixed(Math.imul(first, 31) + second) >>> 8;

/** Marks and line ends between two words: what stands on both sides is no phrase. */
function isParted(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (parting[text.charCodeAt(at)] === 1) return true;
  return false;
}

const parting = new Uint8Array(2 ** 16);
for (const mark of "\n.,;:!?()|，。；：！？（）、") parting[mark.charCodeAt(0)] = 1;

/** Harman's S-stemmer (JASIS 42, 1991): it takes no more than the plural, so that a term can still be read. */
export function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith("s")) return word;
  if (word.endsWith("ies")) return /[ea]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  if (word.endsWith("es")) return /[aeo]es$/.test(word) ? word : word.slice(0, -1);
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}
