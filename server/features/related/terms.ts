// What a word counts as: folded, without its plural, or nothing at all where it is too common or too short to tell notes apart.
import { stopWordsOf } from "./stopWords";
import { eachWord } from "./words";

/** What all spellings of a word have in common. The same object for the same text while it is remembered. */
export interface Term {
  readonly text: string;
  /** 32 bits made of the text alone, so that what is made of them does not depend on the order in which notes come. */
  readonly hash: number;
}

/** A term where it stands in a text; UTF-16 offsets, end exclusive. */
export interface Token {
  readonly term: Term;
  /** As it is written. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** How many words were passed over since the token before; one more where a mark or a line end parts them. */
  readonly gap: number;
}

/** How many spellings are remembered before all of them are forgotten: far more than the usual words of a vault. */
const mostRemembered = 200_000;

/** Reads texts in the languages whose stop words it leaves out. */
export class Terms {
  readonly #stopWords: ReadonlySet<string>;
  readonly #stems: boolean;
  readonly #known = new Map<string, Term | null>();

  /** `languages`: codes such as `en`; only English words lose their plural. */
  constructor(readonly languages: readonly string[] = ["en"]) {
    this.#stopWords = stopWordsOf(languages);
    this.#stems = languages.includes("en");
  }

  /** The terms of a text in their order. */
  tokens(text: string): readonly Token[] {
    const tokens: Token[] = [];
    let gap = 0;
    let last = 0;
    eachWord(text, (word, start) => {
      const term = this.#termOf(word);
      if (isParted(text, last, start)) gap++;
      last = start + word.length;
      if (term) tokens.push({ term, word, start, end: start + word.length, gap });
      gap = term ? 0 : gap + 1;
    });
    return tokens;
  }

  #termOf(word: string): Term | null {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    if (this.#known.size >= mostRemembered) this.#known.clear();
    const folded = word
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .replaceAll("ς", "σ");
    const term = this.#isTelling(folded) ? termOf(this.#stems ? withoutPlural(folded) : folded) : null;
    // A word is a view into all of its note's text: as a key it would keep that in memory.
    this.#known.set(word.length > 12 ? ` ${word}`.slice(1) : word, term);
    return term;
  }

  #isTelling(word: string): boolean {
    if (this.#stopWords.has(word)) return false;
    if (/^\p{N}+$/u.test(word)) return word.length === 2 || word.length === 4;
    return word.length >= 2 || /^[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(word);
  }
}

/** Marks and line ends between two words: what stands on both sides is no phrase. */
function isParted(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (parting.has(text.charCodeAt(at))) return true;
  return false;
}

const parting: ReadonlySet<number> = new Set([..."\n.,;:!?()|，。；：！？（）、"].map((mark) => mark.charCodeAt(0)));

const termOf = (text: string): Term => ({ text, hash: hashOf(text) });

/** Harman's S-stemmer (JASIS 42, 1991): it takes no more than the plural, so that a term can still be read. */
export function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith("s")) return word;
  if (word.endsWith("ies")) return /[ea]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  if (word.endsWith("es")) return /[aeo]es$/.test(word) ? word : word.slice(0, -1);
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}

/** FNV-1a over UTF-16 units, with a last mix so that near texts lie far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** Spreads 32 bits evenly (the finish of MurmurHash3). */
export function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
