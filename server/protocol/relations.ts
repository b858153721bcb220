// What ties notes: which are related and why, links both ways, mentions, and questions that nobody answers yet.
import type { NoteCard } from "./lists";
import type { ProtocolLocation, ProtocolPosition } from "./places";

/** What to find relations of: a note or, without one, a text such as a question. */
export interface RelatedParams {
  readonly uri?: string;
  readonly text?: string;
  /** A place in the note: then the paragraph there counts most. */
  readonly position?: ProtocolPosition;
  readonly limit?: number;
}

export interface RelatedReason {
  readonly kind:
    | "links-here"
    | "linked-from-here"
    | "asked-before"
    | "mentioned-here"
    | "mentions-this"
    | "shared-words"
    | "shared-papers"
    | "close-notes"
    | "common-link"
    | "shared-topic"
    | "same-folder";
  /** A few words a person can check. */
  readonly text: string;
  /** Its share in the score. */
  readonly weight: number;
  /** Where the note asked about says what the reason is. */
  readonly range?: { readonly start: ProtocolPosition; readonly end: ProtocolPosition };
}

export interface RelatedNote {
  readonly card: NoteCard;
  readonly score: number;
  /** Whether either note links to the other already. */
  readonly linked: boolean;
  readonly reasons: readonly RelatedReason[];
}

/** A place of a note, with what a list shows of it. All of it is plain text. */
export interface PlaceInNote {
  readonly range: { readonly start: ProtocolPosition; readonly end: ProtocolPosition };
  /** The sentence around it, in one line. */
  readonly sentence: string;
  /** Where in the sentence it is, in UTF-16 units. */
  readonly mark: readonly [start: number, end: number];
  /** The headings it stands under, outermost first. */
  readonly headings: readonly string[];
}

/** Places of one note. */
export interface PlacesInNote {
  readonly uri: string;
  readonly title: string;
  readonly places: readonly PlaceInNote[];
}

/** A link of a note, and where it leads. */
export interface OutgoingLink extends PlaceInNote {
  /** `question`: a question that no note answers yet. */
  readonly state: "broken" | "question" | "found";
  /** The title of the note it leads to; what is written where it leads nowhere. */
  readonly title: string;
  /** Absent for what leads nowhere, and for a file that is no note. */
  readonly target?: ProtocolLocation;
  /** What is wrong with it, in a sentence. */
  readonly why?: string;
}

/** Where a note is tied to others. Each `total` counts what is left out of a long list, too. */
export interface NoteLinks {
  readonly title: string;
  readonly incoming: { readonly total: number; readonly notes: readonly PlacesInNote[] };
  /** Broken ones first, then open questions. */
  readonly outgoing: { readonly total: number; readonly links: readonly OutgoingLink[] };
  /** Where other notes name it without a link. */
  readonly mentions: { readonly total: number; readonly notes: readonly PlacesInNote[] };
}

/** A place where a note names another, `named`, without a link. */
export interface MentionParams extends ProtocolLocation {
  readonly named: string;
}

/** A question that links ask and no note answers yet. */
export interface OpenQuestion {
  readonly title: string;
  /** How many notes ask it. */
  readonly noteCount: number;
  /** How many topics these are filed under. */
  readonly topicCount: number;
  /** Some of them, each with the first place where it asks. */
  readonly notes: readonly (ProtocolLocation & { readonly title: string })[];
}

export interface OpenQuestions {
  /** How many there are, those left out of a long list, too. */
  readonly total: number;
  /** Those first that most notes ask. */
  readonly questions: readonly OpenQuestion[];
}
