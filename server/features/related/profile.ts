// What a note says, as numbers that need no other note: how much of each term and of each pair of neighbouring terms, and its names.
import { Tally } from "./tally";
import { noPair, type Run, type Term, type Terms, type Token } from "./terms";

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
  /** The numbers of its terms, ascending, each with its weight by field and length of field: see `packed`. */
  readonly terms: Uint32Array;
  /** The same of each pair of neighbouring terms, by the bits of the pair. */
  readonly pairs: Uint32Array;
  /** The terms of each name the note goes by, its title first. */
  readonly names: readonly (readonly Term[])[];
}

/** A note that is asked about: where its terms stand is of interest, too. */
export interface ReadProfile extends Profile {
  readonly passages: readonly Passage[];
  /** The terms of each passage in their order, with their places in the passage. */
  readonly tokens: readonly (readonly Token[])[];
  /** Its title: the words of it that count, as they are written, and its pairs of neighbouring terms. */
  readonly titleWords: readonly string[];
  readonly titlePairs: readonly number[];
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

const terms = new Tally();
const pairs = new Tally();

/** The profile of a note from its passages and names. */
export function profileOf(reader: Terms, passages: readonly Passage[], names: readonly string[]): Profile {
  const runs = passages.map(({ text }) => reader.runOf(text));
  const lengths = { title: 0, heading: 0, body: 0 };
  for (const [index, { field }] of passages.entries()) lengths[field] += runs[index]?.terms.length ?? 0;
  for (const [index, { field, weight }] of passages.entries()) {
    const run = runs[index];
    const { usualLength, weight: fieldWeight } = fields[field];
    if (run) count(run, (weight * fieldWeight) / (1 - lengthShare + (lengthShare * lengths[field]) / usualLength));
  }
  return { terms: terms.take(), pairs: pairs.take(), names: names.map((name) => reader.runOf(name).terms) };
}

function count(run: Run, amount: number): void {
  for (const term of run.terms) terms.add(term, amount);
  for (const pair of run.pairs) if (pair !== noPair) pairs.add(pair, amount);
}

/** The profile of a note that is asked about. */
export function readProfileOf(reader: Terms, passages: readonly Passage[], names: readonly string[]): ReadProfile {
  const [title = ""] = names;
  const titleTokens = reader.tokens(title);
  return {
    ...profileOf(reader, passages, names),
    ...{ passages, tokens: passages.map(({ text }) => reader.tokens(text)) },
    titleWords: titleTokens.map(({ start, end }) => title.slice(start, end)),
    titlePairs: titleTokens.flatMap(({ pair }) => (pair === noPair ? [] : [pair])),
  };
}
