// What a rename is made of: what changes by itself, and the edit of the whole vault that comes of it.
import type { Note, NoteUri, Range } from "../../core/note";
import type { FileMove } from "../../index/changedVault";

/** What takes the place of what stands at a range. */
export interface TextChange {
  readonly range: Range;
  readonly text: string;
}

/** A file as it was read, with what changes in it; in the order of its text. */
export interface ChangedFile {
  readonly file: Pick<Note, "uri" | "path" | "lineStarts">;
  readonly changes: readonly TextChange[];
}

/** Texts first, then files move. */
export interface VaultEdit {
  readonly files: readonly ChangedFile[];
  readonly moves: readonly FileMove[];
}

/** Where the texts of notes come from. */
export interface Texts {
  /** The text of a note as it is now, of its document if it is open; undefined where it cannot be had. */
  read(note: Note): Promise<string | undefined>;
  /** The note that another text of its file would be. */
  reread(note: Pick<Note, "uri" | "folder" | "path" | "modified">, text: string): Note;
}

/** A note with the text it was read from. */
export interface ReadText {
  readonly note: Note;
  readonly text: string;
}

/** A rename that is not made, with the reason in a sentence. */
export class Refused extends Error {}

/** A text with some changes made in it, which do not overlap. */
export function changed(text: string, changes: readonly TextChange[]): string {
  let made = "";
  let at = 0;
  for (const { range, text: put } of inOrder(changes)) {
    made += text.slice(at, range.start) + put;
    at = range.end;
  }
  return made + text.slice(at);
}

export const inOrder = (changes: readonly TextChange[]): readonly TextChange[] =>
  [...changes].sort((a, b) => a.range.start - b.range.start);

/** The notes that change by themselves, before any reference to them is looked at. */
export interface Cause {
  /** By the URI that each has now. */
  readonly notes: ReadonlyMap<NoteUri, Changing>;
  readonly moves: readonly FileMove[];
  /** Folders of which all files move, and the folders in them. */
  readonly folders?: readonly FileMove[];
  /** Links by this name have to follow. */
  readonly name?: NewName | undefined;
  /** Links to this part have to follow. */
  readonly part?: NewPart | undefined;
}

/** A note as it is, and as it would be. */
export interface Changing extends ReadText {
  readonly changes: readonly TextChange[];
  readonly after: Note;
}

/** A title or an alias with another text. */
export interface NewName {
  readonly kind: "title" | "alias";
  readonly uri: NoteUri;
  readonly old: string;
  readonly text: string;
}

/** A heading or an anchor, by its number in the note, with another text. */
export interface NewPart {
  readonly kind: "heading" | "anchor";
  readonly uri: NoteUri;
  readonly index: number;
  readonly old: string;
  readonly text: string;
}

/** Reads a note anew from its text as it is now. Throws `Refused` where it cannot be had. */
export async function readText(texts: Texts, note: Note): Promise<ReadText> {
  const text = await texts.read(note);
  if (text === undefined) throw new Refused(`Nothing was renamed: ${note.path} could not be read.`);
  return { note: texts.reread(note, text), text };
}
