// What relations are sought of, and everything about it that is worked out once and not for each candidate.
import type { Range } from "../../core/note";
import type { Engine } from "./engine";
import type { AskedThings } from "./kinship";
import type { ReadProfile } from "./profile";
import { type QueryVector, queryVectorOf } from "./queryVector";
import type { Term } from "./terms";

/** A note, or text that belongs to none. */
export interface Query {
  readonly profile: ReadProfile;
  /** As it is written. */
  readonly title: string;
  /** The note itself, which is no candidate. */
  readonly self: number | undefined;
  readonly topics: readonly string[];
  readonly papers: readonly string[];
  /** Undefined where the text lies in no folder. */
  readonly way: string | undefined;
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

/** A query as the engine's notes see it, at one state of them. */
export class Asked {
  readonly vector: QueryVector;
  /** The distinct terms of its title. */
  readonly title: readonly Term[];
  /** The sum of the squares of their idfs. */
  readonly titleSquare: number;
  /** By term, 0 where it was not asked yet: a few terms stand in most names. */
  readonly #idfs: Float64Array;
  readonly topics: AskedThings;
  readonly papers: AskedThings;

  constructor(
    readonly engine: Engine,
    readonly query: Query,
  ) {
    const { profile } = query;
    const title = profile.names[0] ?? [];
    this.vector = queryVectorOf(engine.vectors, profile, query.self === undefined);
    this.title = [...new Set(title)];
    this.#idfs = new Float64Array(engine.vectors.termEnd);
    this.titleSquare = this.title.reduce((sum, term) => sum + this.idf(term) ** 2, 0);
    this.topics = engine.topics.asked(query.topics, engine.vectors.size);
    this.papers = engine.papers.asked(query.papers, engine.vectors.size);
  }

  /** How telling a term is; one that no note has is as telling as one that a single note has. */
  readonly idf = (term: Term): number => {
    const known = this.#idfs[term];
    if (known) return known;
    const { vectors } = this.engine;
    const idf = vectors.idf(Math.max(1, vectors.count(term)));
    this.#idfs[term] = idf;
    return idf;
  };

  /** Whether a term that some note has stands in the query's text. */
  readonly has = (term: Term): boolean => (this.vector.factors[term] ?? 0) > 0;

  /** How telling a phrase is: at least as much as its rarest term. */
  phraseIdf(terms: readonly Term[]): number {
    const { vectors } = this.engine;
    const rarest = Math.min(...terms.map((term) => Math.max(1, vectors.count(term))));
    return Math.log(1 + vectors.size / rarest);
  }
}
