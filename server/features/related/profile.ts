// What a note says, as numbers that need no other note: how much of each term and of each pair of neighbouring terms, and its names.
import { mixed, type Term, type Terms, type Token } from "./terms";

/** A part of a note. What stands in its title says five times as much as in a paragraph. */
export interface Passage {
  readonly field: "title" | "heading" | "body";
  readonly text: string;
  /** Where it begins in the note's text, in UTF-16 units; undefined where it does not stand there as it is. */
  readonly start: number | undefined;
  /** How much it counts; 1 where all of the note counts alike. */
  readonly weight: number;
}

/** A note as the ranking sees it, before it is looked at among others. */
export interface Profile {
  /** How much of each term there is, by field and length of field. */
  readonly terms: ReadonlyMap<string, number>;
  /** The same of each pair of neighbouring terms, by 24 bits made of the pair. */
  readonly pairs: ReadonlyMap<number, number>;
  /** The terms of each name the note goes by, its title first. */
  readonly names: readonly (readonly Term[])[];
  /** The words of its title that count, as they are written. */
  readonly titleWords: readonly string[];
  /** The terms of each passage in their order, with their places in the passage. */
  readonly tokens: readonly (readonly Token[])[];
  readonly passages: readonly Passage[];
}

/**
 * A field's share of a term's amount, and the length (in terms) at which it counts in full. Fixed lengths instead of the vault's averages
 * lose nothing in the benchmark, and a note's profile then depends on no other note.
 */
const fields = {
  title: { weight: 5, usualLength: 5 },
  heading: { weight: 1, usualLength: 15 },
  body: { weight: 1, usualLength: 150 },
} as const;

/** How much of a field's length counts against its terms: BM25's b, lower than usual because long notes are rarely padded. */
const lengthShare = 0.25;

/** Reads passages; the first title is the note's own, further ones are its aliases. */
export function profileOf(terms: Terms, passages: readonly Passage[], names: readonly string[]): Profile {
  const tokens = passages.map(({ text }) => terms.tokens(text));
  const lengths = { title: 0, heading: 0, body: 0 };
  for (const [index, { field }] of passages.entries()) lengths[field] += tokens[index]?.length ?? 0;
  const amounts = new Map<string, number>();
  const pairs = new Map<number, number>();
  for (const [index, { field, weight }] of passages.entries()) {
    const factor = (weight * fields[field].weight) / (1 - lengthShare + (lengthShare * lengths[field]) / fields[field].usualLength);
    let before: Term | undefined;
    for (const { term, gap } of tokens[index] ?? []) {
      amounts.set(term.text, (amounts.get(term.text) ?? 0) + factor);
      if (before && gap === 0) {
        const pair = pairOf(before, term);
        pairs.set(pair, (pairs.get(pair) ?? 0) + factor);
      }
      before = term;
    }
  }
  const named = names.map((name) => terms.tokens(name));
  return {
    ...{ terms: amounts, pairs, tokens, passages },
    names: named.map((its) => its.map(({ term }) => term)),
    titleWords: (named[0] ?? []).map(({ word }) => word),
  };
}

/** 24 bits that stand for two neighbouring terms: in one note two pairs out of hundreds share them by chance once in ten thousand. */
export const pairOf = (first: Term, second: Term): number => mixed(Math.imul(first.hash, 31) + second.hash) >>> 8;

/** How much an amount weighs: the tenth mention adds little to the ninth. */
export const damped = (amount: number): number => Math.log(1 + amount / 2);
