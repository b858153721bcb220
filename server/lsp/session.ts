// What every answer needs to know of the client it is for, and how it finds the note a request is about.
import type { Note, NoteUri } from "../core/note";
import { noteUri } from "../core/noteUri";
import { defaultSettings, type Settings } from "../core/settings";
import type { RescanParams } from "../protocol";
import type { IndexComparison } from "./indexComparison";
import type { NoteStore } from "./noteStore";
import type { OwnRecord } from "./ownRecord";
import type { ProposedMoves } from "./proposedMoves";
import type { RelatednessKeeper } from "./relatednessKeeper";
import type { ReportedCounts } from "./reportedCounts";

/** What runs a server. */
export interface Runtime {
  /** With its version: `Node v24.1.0`. */
  readonly name: string;
  /** The bytes that the process holds, where that can be known. */
  memory?(): number;
}

/** One client and the notes it works on. */
export interface Session {
  readonly store: NoteStore;
  readonly related: RelatednessKeeper;
  readonly reported: Pick<ReportedCounts, "counts">;
  clientUri(uri: NoteUri): string;
  /** The built-in Markdown extension follows Markdown links already. */
  readonly isBesideBuiltIn: boolean;
  /** Whether the client takes the range of a link along with its definition. */
  readonly linksDefinitions: boolean;
  /** Whether an edit may create files. */
  readonly createsFiles: boolean;
  /** Whether an edit may give files other names. */
  readonly renamesFiles: boolean;
  /** Whether an edit may take files away. */
  readonly deletesFiles: boolean;
  /** Whether an edit may say for which version of a document it was made, and which of its changes belong together. */
  readonly versionsEdits: boolean;
  readonly annotatesEdits: boolean;
  /** Whether the client asks for the edit of an action when somebody chooses it. */
  readonly resolvesActions: boolean;
  readonly proposed: ProposedMoves;
  /** What the server remembers of its own run, and what runs it. */
  readonly record: OwnRecord;
  readonly runtime: Runtime;
  readonly comparison: Pick<IndexComparison, "status">;
  /** Takes in what changed on the disk without a word; how many places that were. */
  rescan(params: RescanParams): Promise<number>;
  /** Tells the user a sentence. */
  inform(sentence: string): void;
  /** Tells the user a sentence that asks for attention. */
  warn(sentence: string): void;
}

/** The note of a URI in any spelling: an open document, indexed or not, or a note of a vault. */
export function noteOf({ store }: Session, uri: string): Note | undefined {
  return store.openNote(uri)?.note ?? store.index.note(noteUri(uri));
}

/** The settings of the folder a note lies in; the defaults for a document outside every folder. */
export function settingsOf({ store }: Pick<Session, "store">, note: Note): Settings {
  return store.folders.find(({ uri }) => uri === note.folder)?.settings ?? defaultSettings;
}
