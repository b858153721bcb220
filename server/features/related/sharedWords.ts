// The words that two notes have in common and few others have, as they are written in the text asked about.
import { pairOf } from "./profile";
import { type Asked, isInLink, type Query } from "./query";

/** A word of a larger share of all notes says nothing about two of them. */
const commonShare = 0.05;
/** In a small vault a word of this many notes may still be named. */
const fewNotes = 5;
const mostWords = 3;
/** A word that makes up less of the cosine than this says too little to be named. */
export const usualPart = 0.008;

interface SharedWord {
  readonly terms: readonly string[];
  readonly value: number;
}

/** Up to three words or pairs of words, the most telling first; without those that are told already or make up too little of the cosine. */
export function sharedWords(asked: Asked, note: number, told: ReadonlySet<string>, leastPart: number): readonly string[] {
  const { engine } = asked;
  const least = leastPart * asked.vector.length * engine.vectors.lengthOf(note);
  const found = [...sharedPairs(asked, note), ...sharedTerms(asked, note)]
    .filter(({ terms, value }) => value >= least && !terms.some((term) => told.has(term)))
    .sort((a, b) => b.value - a.value);
  const chosen: SharedWord[] = [];
  for (const word of found) {
    if (chosen.length === mostWords) break;
    if (!word.terms.some((term) => chosen.some(({ terms }) => terms.includes(term)))) chosen.push(word);
  }
  const spelling = spellingsIn(asked.query);
  return chosen.map(({ terms }) => spelling.get(terms.join(" ")) ?? terms.join(" "));
}

function sharedTerms({ vector, engine: { vectors }, query }: Asked, note: number): readonly SharedWord[] {
  const mine = new Map(vector.terms.map(({ number, weight }) => [number, weight]));
  const most = Math.max(fewNotes, commonShare * vectors.size);
  const spelling = spellingsIn(query);
  return [...vectors.termsOf(note)].flatMap(({ number, weight }) => {
    const own = mine.get(number);
    const term = vectors.vocabulary.textOf(number);
    if (own === undefined || !spelling.has(term) || vectors.vocabulary.count(number) > most) return [];
    return [{ terms: [term], value: own * weight }];
  });
}

function sharedPairs({ vector, engine: { vectors }, query }: Asked, note: number): readonly SharedWord[] {
  const most = Math.max(fewNotes, commonShare * vectors.size);
  const shared = new Map<number, SharedWord>();
  const spelling = spellingsIn(query);
  for (const tokens of query.profile.tokens) {
    for (const [index, { term, gap }] of tokens.entries()) {
      const before = tokens[index - 1]?.term;
      if (!before || gap > 0 || !spelling.has(`${before.text} ${term.text}`)) continue;
      const pair = pairOf(before, term);
      const weight = vector.pairs.get(pair)?.weight;
      if (weight === undefined || shared.has(pair) || vectors.pairCount(pair) > most || !vectors.hasPair(note, pair)) continue;
      // As much again as its two words could bring: a phrase says more than they do.
      shared.set(pair, { terms: [before.text, term.text], value: 2 * weight * weight });
    }
  }
  return [...shared.values()];
}

const spellings = new WeakMap<Query, ReadonlyMap<string, string>>();

/** How each term and pair is written where it first stands outside links; those that stand in links alone are left out. */
function spellingsIn(query: Query): ReadonlyMap<string, string> {
  const known = spellings.get(query);
  if (known) return known;
  const found = new Map<string, string>();
  for (const [passage, tokens] of query.profile.tokens.entries()) {
    for (const [index, token] of tokens.entries()) {
      if (isInLink(query, passage, token)) continue;
      const { term, word, gap } = token;
      const before = tokens[index - 1];
      if (!found.has(term.text)) found.set(term.text, word);
      const pair = `${before?.term.text} ${term.text}`;
      if (before && gap === 0 && !found.has(pair)) found.set(pair, `${before.word} ${word}`);
    }
  }
  spellings.set(query, found);
  return found;
}
