// Where a reference leads, in words that can be compared before and after a change.
import type { Note, NoteUri } from "../../core/note";
import { uriBelow } from "../../core/noteUri";
import { numberOfPart } from "../../index/parts";
import type { Part, Resolution } from "../../index/vault";
import type { Cause } from "./plan";

/** How files and parts of notes are to be called after a change. */
export interface Afterwards {
  /** The address that a file will have; of one that goes into another, the other's. */
  uriOf(uri: NoteUri): NoteUri;
  /** The number that a part will have in its note. */
  numberOf(note: Note, part: Part): number;
}

const asBefore: Afterwards = { uriOf: (uri) => uri, numberOf: numberOfPart };

/** What a change has files and parts called. */
export function afterwards({ moves, folders = [], gone }: Pick<Cause, "moves" | "folders" | "gone">): Afterwards {
  const moved = new Map([...moves, ...folders].map(({ folder, from, to }) => [uriBelow(folder, from), uriBelow(folder, to)]));
  if (gone) moved.set(gone.uri, gone.into);
  return {
    uriOf: (uri) => moved.get(uri) ?? uri,
    numberOf: (note, part) => numberOfPart(note, part) + (note.uri === gone?.uri ? gone.shift[part.kind] : 0),
  };
}

/**
 * The place a reference leads to: file, and heading or anchor by its number. Undefined where it leads nowhere, or to where nobody here
 * could look. With `afterwards`, as the place is to be called after the change.
 */
export function placeOf(meaning: Resolution, { uriOf, numberOf } = asBefore): string | undefined {
  switch (meaning.kind) {
    case "note": {
      const { note, part } = meaning;
      if (part === undefined) return uriOf(note.uri);
      return `${uriOf(note.uri)} ${part.kind} ${numberOf(note, part)}`;
    }
    case "missingPart":
      return `${uriOf(meaning.note.uri)} nowhere in it`;
    case "file":
      return uriOf(uriBelow(meaning.folder.uri, meaning.path));
    case "paper":
      return meaning.paper;
    case "missing":
    case "unchecked":
      return undefined;
  }
}

/** Whether more than one note answers a reference. */
export const isDoubtful = (meaning: Resolution): boolean =>
  (meaning.kind === "note" || meaning.kind === "missingPart") && meaning.rivals.length > 0;

/** A note of a folder at another path of it. */
export const movedTo = (note: Note, path: string): Pick<Note, "uri" | "folder" | "path" | "modified"> => ({
  uri: note.folder === undefined ? note.uri : uriBelow(note.folder, path),
  folder: note.folder,
  path,
  modified: note.fileModified,
});
