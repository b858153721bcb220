// What a rename is made of: what changes by itself, and the edit of the whole vault that comes of it.
import type { Note, NoteUri, Range, Reference } from "../../core/note";
import type { FileMove } from "../../index/changedVault";
import type { Part } from "../../index/vault";

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

/** Texts first, then files move and go. */
export interface VaultEdit {
  readonly files: readonly ChangedFile[];
  readonly moves: readonly FileMove[];
  readonly gone: readonly GoneFile[];
}

/** An edit of texts alone. */
export const textEdit = (files: readonly ChangedFile[]): VaultEdit => ({ files, moves: [], gone: [] });

/** A note whose file goes away. */
export type GoneFile = Pick<Note, "uri" | "folder" | "path">;

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
  /** A note that goes into another, with all that leads to it. */
  readonly gone?: Gone | undefined;
}

/** A note as it is, and as it would be before its references follow. */
export interface Changing extends ReadText {
  readonly after: Note;
  /** The references it will have that are there already. */
  readonly carried: readonly Carried[];
  /** All that changes in its text when some of those are written anew. */
  changesWith(written: readonly Rewritten[]): readonly TextChange[];
  /** The text in which a reference stands that is carried from a note. */
  sourceOf(from: Note): string;
}

/** A reference as it is now, in its note, and its number in the note as it will be. */
export interface Carried {
  readonly from: Note;
  readonly reference: Reference;
  readonly at: number;
}

/** What takes the place of a reference's target. */
export interface Rewritten {
  readonly carried: Carried;
  readonly text: string;
}

/** A note with some changes of its own, after which it has the references that it has. */
export const changing = ({ note, text }: ReadText, changes: readonly TextChange[], after: Note): Changing => ({
  ...{ note, text, after },
  carried: note.references.map((reference, at) => ({ from: note, reference, at })),
  changesWith: (written) => [...changes, ...written.map(toChange)],
  sourceOf: () => text,
});

/** The change in the text of the note that a reference stands in. */
export const toChange = ({ carried, text }: Rewritten): TextChange => ({ range: carried.reference.targetRange, text });

/** A note that goes into another, and where in it what stands in it will be. */
export interface Gone extends GoneFile {
  readonly into: NoteUri;
  /** By how much the numbers of its headings and anchors grow. */
  readonly shift: Readonly<Record<Part["kind"], number>>;
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
  if (text === undefined) throw new Refused(`Nothing was changed: ${note.path} could not be read.`);
  return { note: texts.reread(note, text), text };
}
