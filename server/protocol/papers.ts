// Papers as the list of all of them shows them, and as sources of a note to be written.
import type { ProtocolLocation } from "./places";

/** Which papers of the vault, in which order; `offset` and `limit` count papers. */
export interface PaperListParams {
  /** `once`: exactly one note cites them. `never`: a bibliography has them and no note cites them. */
  readonly show: "all" | "once" | "never";
  /** Words that all have to occur in title, authors, year, key or id. */
  readonly filter?: string;
  /** By title where nothing is said; `year`: the newest first; `cited`: those that most notes cite first. */
  readonly sort?: "title" | "year" | "cited";
  readonly offset?: number;
  readonly limit?: number;
}

export interface PaperList {
  /** How many there are, and how many there would be without the filter. */
  readonly total: number;
  readonly unfiltered: number;
  readonly papers: readonly PaperRow[];
}

export interface PaperRow {
  /** The one spelling that stands for all, such as `arxiv:2505.24298`. */
  readonly id: string;
  /** Its title, else its id as one writes it. */
  readonly title: string;
  readonly authors: readonly string[];
  readonly year?: number;
  /** Its page at arXiv, a publisher or elsewhere. */
  readonly url?: string;
  /** What stands behind the `@` of a citation. */
  readonly citationKey: string;
  /** An item of `sources:`, as the notes that cite it write it. */
  readonly source: string;
  /** How many notes cite it. */
  readonly noteCount: number;
  /** Where a bibliography describes it. */
  readonly entry?: ProtocolLocation;
}

/** Who cites a paper, by path; `total` counts those too that are not told. */
export interface CitingNotes {
  readonly total: number;
  readonly notes: readonly CitingNote[];
}

/** A note with the place where it cites. */
export interface CitingNote extends ProtocolLocation {
  readonly title: string;
}

/** A paper that a note to be written may weigh. */
export interface CandidateSource {
  /** An item of `sources:`, as the notes that ask write it. */
  readonly text: string;
  readonly title: string;
  /** Who wrote it and when, for people; empty where nobody says. */
  readonly byline: string;
  /** How many of the notes that ask cite it. */
  readonly noteCount: number;
}
