// What is asked for while somebody writes: new notes, links to copy, what to paste, notes to merge, to rename and to file under other topics.
import type { ProtocolPosition } from "./places";

/** A note that somebody wants to write. */
export interface NewNoteParams {
  readonly title: string;
  /** The note beside which it is to lie; else it lies where the first of its topics has most notes, else at the top of the first folder. */
  readonly beside?: string;
  /** Topic ids. */
  readonly topics?: readonly string[];
  /** Items of `sources:`, as they are to be written. */
  readonly sources?: readonly string[];
  /** Notes to link in `related:`. */
  readonly related?: readonly string[];
}

/**
 * `new`: a file to be written; nothing is written yet, and `fault` says why it does not begin with the vault's template. `exists`: a note bears that
 * title. `impossible`: `why` is a sentence for a person.
 */
export type NewNoteAnswer =
  | { readonly kind: "new"; readonly uri: string; readonly text: string; readonly fault?: string }
  | { readonly kind: "exists"; readonly uri: string; readonly title: string; readonly path: string }
  | { readonly kind: "impossible"; readonly why: string };

/** What of a note a link is to lead to: the heading whose section a place lies in, the block of an id, or all of it. */
export interface LinkParams {
  readonly uri: string;
  readonly heading?: ProtocolPosition;
  readonly block?: string;
}

/** The id of a block, and the edit that makes it where the block has none. */
export interface BlockIdAnswer {
  readonly id: string;
  readonly insert?: { readonly position: ProtocolPosition; readonly text: string };
}

/** A text that is to be pasted in place of what stands between two places of an open note. */
export interface PasteParams {
  readonly uri: string;
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
  /** An address or id of a paper, URIs of notes (a line each) or the title of one. */
  readonly text: string;
}

export interface PasteAnswer {
  readonly kind: "citation" | "source" | "link";
  readonly text: string;
}

/** A note that is to become a section of another. */
export interface MergeParams {
  readonly uri: string;
  readonly into: string;
}

/** `edit`: a `WorkspaceEdit` of the protocol, with how many notes beside the two it changes. `impossible`: `why` is a sentence for a person. */
export type MergeAnswer =
  | { readonly kind: "edit"; readonly edit: object; readonly notes: number }
  | { readonly kind: "impossible"; readonly why: string };

/** What gets another name: a note gets another title, a topic another path. */
export type RenameParams = { readonly name: string } & ({ readonly uri: string } | { readonly topic: string });

/** `edit`: a `WorkspaceEdit` of the protocol. `impossible`: `why` is a sentence for a person. */
export type RenameAnswer = { readonly kind: "edit"; readonly edit: object } | { readonly kind: "impossible"; readonly why: string };

/** Notes that are to be filed under a topic, given by its id or by a name that somebody typed. */
export interface RefileParams {
  readonly to: string;
  /** `add`: they keep all of their topics. */
  readonly how: "move" | "add";
  readonly notes: readonly {
    readonly uri: string;
    /** The ids of topics that a note leaves when it moves; none where it leaves the only one it has. */
    readonly leaves: readonly string[];
  }[];
}

/**
 * `filed`: what comes of it, with one `WorkspaceEdit` of the protocol where some note changes, the titles of those that do and of those that are in
 * the topic already, and a sentence for each that stays as it is. `impossible`: `why` is a sentence for a person.
 */
export type RefileAnswer =
  | {
      readonly kind: "filed";
      /** The topic's label. */
      readonly topic: string;
      readonly edit?: object;
      readonly changed: readonly string[];
      readonly there: readonly string[];
      readonly left: readonly string[];
    }
  | { readonly kind: "impossible"; readonly why: string };
