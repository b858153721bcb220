// What a word counts as: folded, without its plural, or nothing at all where it is too common or too short to tell notes apart.
import { stopWordsOf } from "./stopWords";
import { eachWord } from "./words";
import { hashOf, WordTable } from "./wordTable";

/** What all spellings of a word have in common; one object for all of them. */
export interface Term {
  readonly text: string;
  /** 32 bits made of the text alone, so that what is made of them does not depend on the order in which notes come. */
  readonly hash: number;
  /** Its place in tables: terms are numbered as they come. */
  readonly number: number;
}

/** A term where it stands in a text; UTF-16 offsets, end exclusive. */
export interface Token {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
  /** How many words were passed over since the token before; one more where a mark or a line end parts them. */
  readonly gap: number;
}

/** Reads texts in the languages whose stop words it leaves out. Remembers every spelling it has seen: a vault has few new ones. */
export class Terms {
  readonly #stopWords: ReadonlySet<string>;
  readonly #stems: boolean;
  readonly #spellings = new WordTable<Term | null>();
  readonly #terms = new Map<string, Term>();

  /** `languages`: codes such as `en`; only English words lose their plural. */
  constructor(readonly languages: readonly string[] = ["en"]) {
    this.#stopWords = stopWordsOf(languages);
    this.#stems = languages.includes("en");
  }

  /** The terms of a text in their order, with their places. */
  tokens(text: string): readonly Token[] {
    const tokens: Token[] = [];
    this.#eachTerm(text, (term, gap, start, end) => tokens.push({ term, start, end, gap }));
    return tokens;
  }

  /** The terms of a text in their order, and the gap in front of each: all that counting them takes. */
  runOf(text: string): { readonly terms: readonly Term[]; readonly gaps: readonly number[] } {
    const terms: Term[] = [];
    const gaps: number[] = [];
    this.#eachTerm(text, (term, gap) => {
      terms.push(term);
      gaps.push(gap);
    });
    return { terms, gaps };
  }

  #eachTerm(text: string, take: (term: Term, gap: number, start: number, end: number) => void): void {
    let gap = 0;
    let last = 0;
    eachWord(text, (start, end) => {
      const term = this.#spellings.get(text, start, end, this.#termOf);
      if (isParted(text, last, start)) gap++;
      last = end;
      if (term) take(term, gap, start, end);
      gap = term ? 0 : gap + 1;
    });
  }

  readonly #termOf = (word: string): Term | null => {
    const folded = word
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .replaceAll("ς", "σ");
    if (!this.#isTelling(folded)) return null;
    const text = this.#stems ? withoutPlural(folded) : folded;
    const known = this.#terms.get(text);
    if (known) return known;
    const term = { text, hash: hashOf(text), number: this.#terms.size };
    this.#terms.set(text, term);
    return term;
  };

  #isTelling(word: string): boolean {
    if (this.#stopWords.has(word)) return false;
    if (/^\p{N}+$/u.test(word)) return word.length === 2 || word.length === 4;
    return word.length >= 2 || /^[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(word);
  }
}

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
