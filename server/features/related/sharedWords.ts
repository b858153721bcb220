// The words that two notes have in common and few others have, as they are written in the text asked about.
import { type Asked, isInLink, type Query } from "./query";
import { noPair, type Term, type Token } from "./terms";

/** A word of a larger share of all notes says nothing about two of them. */
const commonShare = 0.05;
/** In a small vault a word of this many notes may still be named. */
const fewNotes = 5;
const mostWords = 3;
/** A word that makes up less of the cosine than this says too little to be named. */
export const usualPart = 0.008;

interface SharedWord {
  readonly terms: readonly Term[];
  readonly written: string;
  /** Whether no hyphen ties it to more words, as it does the `offs` of `trade-offs`. */
  readonly isWhole: boolean;
  readonly value: number;
}

/**
 * Up to three words or pairs of words, the most telling first; without those that are told already, that stand in links alone or that
 * make up too little of the cosine. Halves of words are told only where there is nothing else.
 */
export function sharedWords(asked: Asked, note: number, told: ReadonlySet<Term>, leastPart: number): readonly string[] {
  const least = leastPart * asked.vector.length * asked.engine.vectors.lengthOf(note);
  const found = [...sharedPairs(asked, note), ...sharedTerms(asked, note)]
    .filter(({ terms, value }) => value >= least && !terms.some((term) => told.has(term)))
    .sort((a, b) => b.value - a.value);
  const whole = found.filter(({ isWhole }) => isWhole);
  const chosen: SharedWord[] = [];
  for (const word of whole.length > 0 ? whole : found) {
    if (chosen.length === mostWords) break;
    if (!word.terms.some((term) => chosen.some(({ terms }) => terms.includes(term)))) chosen.push(word);
  }
  return chosen.map(({ written }) => written);
}

/** What is asked in a few words may be told of a title that has them, however common they are. */
function sharedTerms({ vector, engine, query, idf }: Asked, note: number): readonly SharedWord[] {
  const { vectors } = engine;
  const inTitle = query.self === undefined ? engine.titleOf(note) : [];
  const most = Math.max(fewNotes, commonShare * vectors.size);
  return [...ownWords(query).terms].flatMap(([term, word]) => {
    if (!vectors.hasTerm(note, term) || (vectors.count(term) > most && !inTitle.includes(term))) return [];
    const weight = (vector.factors[term] ?? 0) / idf(term);
    return [{ terms: [term], ...word, value: weight * vectors.weightOf(note, term) }];
  });
}

function sharedPairs({ vector, engine: { vectors }, query }: Asked, note: number): readonly SharedWord[] {
  const most = Math.max(fewNotes, commonShare * vectors.size);
  const { pairs } = ownWords(query);
  return Array.from(vector.pairs.numbers).flatMap((number, at) => {
    const words = pairs.get(number);
    const weight = vector.pairs.weights[at] ?? 0;
    if (!words || vectors.pairCount(number) > most || !vectors.hasPair(note, number)) return [];
    // As much again as its words could bring: a phrase says more than they do.
    return [{ ...words, value: 2 * weight * weight }];
  });
}

type Word = Pick<SharedWord, "written" | "isWhole">;

interface OwnWords {
  /** How each term is written where it first stands, as a whole word if it does anywhere. */
  readonly terms: ReadonlyMap<Term, Word>;
  readonly pairs: ReadonlyMap<number, Word & Pick<SharedWord, "terms">>;
}

const known = new WeakMap<Query, OwnWords>();

/** The words of a query outside its links. */
function ownWords(query: Query): OwnWords {
  const before = known.get(query);
  if (before) return before;
  const terms = new Map<Term, Word>();
  const pairs = new Map<number, Word & Pick<SharedWord, "terms">>();
  for (const [passage, tokens] of query.profile.tokens.entries()) {
    const { text = "" } = query.profile.passages[passage] ?? {};
    let last: Token | undefined;
    for (const token of tokens) {
      const own = isInLink(query, passage, token) ? undefined : token;
      if (own && !terms.get(own.term)?.isWhole) terms.set(own.term, wordIn(text, own, own));
      if (own && last && own.pair !== noPair && !pairs.get(own.pair)?.isWhole) {
        pairs.set(own.pair, { terms: [last.term, own.term], ...wordIn(text, last, own) });
      }
      last = own;
    }
  }
  const words = { terms, pairs };
  known.set(query, words);
  return words;
}

/** A word or a pair as it is written: `trade-offs` keeps its hyphen; marks and line ends between two words are no part of what is said. */
function wordIn(text: string, first: Token, last: Token): Word {
  const isTied =
    /\p{L}-$/u.test(text.slice(Math.max(0, first.start - 3), first.start)) || /^-\p{L}/u.test(text.slice(last.end, last.end + 3));
  if (first === last) return { written: text.slice(first.start, first.end), isWhole: !isTied };
  const between = text.slice(first.end, last.start) === "-" ? "-" : " ";
  return { written: text.slice(first.start, first.end) + between + text.slice(last.start, last.end), isWhole: !isTied };
}
