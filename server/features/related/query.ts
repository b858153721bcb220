// What relations are sought of, and everything about it that is worked out once and not for each candidate.
import type { Range } from "../../core/note";
import type { Engine } from "./engine";
import { type Profile, pairOf } from "./profile";
import type { QueryVector } from "./vectors";

/** A note, or text that belongs to none. */
export interface Query {
  readonly profile: Profile;
  /** The note itself, which is no candidate. */
  readonly self: number | undefined;
  readonly topics: readonly string[];
  readonly papers: readonly string[];
  /** Undefined where the text lies in no folder. */
  readonly folders: readonly string[] | undefined;
  /** Where its text links, in order: the words there are another note's. */
  readonly linkRanges: readonly Range[];
  /** The notes it is known to be linked with, either way. */
  readonly linked: ReadonlySet<number>;
}

/** Whether a stretch of a passage is part of a link. */
export function isInLink({ profile, linkRanges }: Query, passage: number, { start, end }: Range): boolean {
  const shift = profile.passages[passage]?.start;
  return shift !== undefined && linkRanges.some((range) => range.start < shift + end && shift + start < range.end);
}

/** A term of the query's title. */
export interface TitleTerm {
  readonly text: string;
  /** Undefined where no note has it. */
  readonly number: number | undefined;
  readonly idf: number;
}

/** A query as the engine's notes see it, at one state of them. */
export class Asked {
  readonly vector: QueryVector;
  /** By note: the cosine of the terms alone. */
  readonly cosines: Float32Array;
  readonly terms: ReadonlySet<string>;
  readonly title: readonly TitleTerm[];
  /** The sum of the squares of their idfs. */
  readonly titleSquare: number;
  readonly titlePairs: readonly number[];
  readonly topics: ReadonlySet<string>;
  readonly papers: ReadonlySet<string>;
  readonly #idfs = new Map<string, number>();

  constructor(
    readonly engine: Engine,
    readonly query: Query,
  ) {
    const { profile } = query;
    const title = profile.names[0] ?? [];
    this.vector = engine.vectors.query(profile, query.self === undefined);
    this.cosines = engine.vectors.termCosines(this.vector);
    this.terms = new Set(profile.terms.keys());
    this.title = [...new Set(title.map(({ text }) => text))].map((text) => ({ text, number: this.numberOf(text), idf: this.idf(text) }));
    this.titleSquare = this.title.reduce((sum, { idf }) => sum + idf ** 2, 0);
    this.titlePairs = title.slice(1).map((term, index) => pairOf(title[index] ?? term, term));
    this.topics = new Set(query.topics);
    this.papers = new Set(query.papers);
  }

  numberOf(term: string): number | undefined {
    return this.engine.vectors.vocabulary.numberOf(term);
  }

  /** How telling a term is; one that no note has is as telling as one that a single note has. */
  readonly idf = (term: string): number => {
    const known = this.#idfs.get(term);
    if (known !== undefined) return known;
    const number = this.numberOf(term);
    const { vectors } = this.engine;
    const idf = number === undefined ? vectors.idf(1) : vectors.idfOf(number);
    this.#idfs.set(term, idf);
    return idf;
  };

  /** How telling a phrase is: at least as much as its rarest term. */
  phraseIdf(terms: readonly string[]): number {
    const { vectors } = this.engine;
    const counts = terms.map((term) => this.numberOf(term)).map((number) => (number === undefined ? 1 : vectors.vocabulary.count(number)));
    return Math.log(1 + vectors.size / Math.max(1, Math.min(...counts)));
  }
}
