// Every question a feature may ask of the notes. Read-only: `VaultIndex` is the only writer.
import type { Anchor, Heading, Note, NoteUri, PaperId, Reference } from "../core/note";
import type { Dialect } from "../core/wikiLink";
import type { FileTree, KnownFiles } from "./fileTree";
import type { Key } from "./keys";
import type { Papers } from "./papers";
import type { TitleWords } from "./titleWords";

/** One workspace folder. */
export interface VaultFolder {
  readonly uri: NoteUri;
  readonly files: KnownFiles;
  /** It holds an `.obsidian` folder: a Markdown target is then also looked up as Obsidian does. */
  readonly isObsidian: boolean;
  /** How its notes write wiki links. In Dendron notes go by their file names: titles are no names, and `/` begins at any vault's root. */
  readonly dialect: Dialect;
}

/** A folder with all that is known of its files. */
export interface IndexedFolder extends VaultFolder {
  readonly files: FileTree;
}

export interface Vault {
  readonly folders: readonly VaultFolder[];
  /** How many notes are indexed, topic notes included. */
  readonly size: number;
  /** Grows whenever a note's topics or sources or a topic note changes: all that the topics tree depends on. */
  readonly topicsVersion: number;
  /** Grows with every change: what is derived of the whole vault and carries it is still true. */
  readonly version: number;
  readonly titleWords: TitleWords;
  readonly papers: Papers;
  note(uri: NoteUri): Note | undefined;
  notes(): Iterable<Note>;
  /** The folder a note lies in; undefined for a document outside all of them. */
  folderOf(note: Note): VaultFolder | undefined;
  /** Who offers a key. */
  holders(key: Key): ReadonlySet<Note>;
  /** Who has a reference that depends on a key, and perhaps some others: `referencesSeeking` tells which references those are. */
  seekers(key: Key): readonly Note[];
  /** The titles that references seek and no note holds, as keys; some may be sought by no more than a like key. */
  wantedTitles(): ReadonlySet<Key>;
  /** Notes and topic notes that name exactly this topic, not those below it. */
  inTopic(id: string): ReadonlySet<Note>;
  topicIds(): Iterable<string>;
  resolve(note: Note, reference: Reference): Resolution;
}

/** Which step found the note; `self` for a link inside the note. */
export type Rule = "self" | "path" | "title" | "alias" | "stem";

export type Part = { readonly kind: "heading"; readonly heading: Heading } | { readonly kind: "anchor"; readonly anchor: Anchor };

/** What a reference means. */
export type Resolution =
  | {
      readonly kind: "note";
      readonly note: Note;
      readonly rule: Rule;
      /** The heading or anchor; undefined when the whole note is meant. */
      readonly part: Part | undefined;
      /** Other notes that answer just as well. */
      readonly rivals: readonly Note[];
    }
  | { readonly kind: "missingPart"; readonly note: Note; readonly rule: Rule; readonly wanted: string; readonly rivals: readonly Note[] }
  /** A file that is no note, or a folder. */
  | { readonly kind: "file"; readonly folder: VaultFolder; readonly path: string }
  | { readonly kind: "paper"; readonly paper: PaperId }
  /** Nothing is said about it: a place outside every workspace folder, a key that no bibliography could know. */
  | { readonly kind: "unchecked" }
  | { readonly kind: "missing" };
