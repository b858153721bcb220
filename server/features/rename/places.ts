// Where a reference leads, in words that can be compared before and after a change.
import type { Note, NoteUri } from "../../core/note";
import { uriBelow } from "../../core/noteUri";
import type { FileMove } from "../../index/changedVault";
import { numberOfPart } from "../../index/parts";
import type { Resolution } from "../../index/vault";

/** The address of every file that moves, by the one it has now. */
export function movedUris(moves: readonly FileMove[]): ReadonlyMap<NoteUri, NoteUri> {
  return new Map(moves.map(({ folder, from, to }) => [uriBelow(folder, from), uriBelow(folder, to)]));
}

const unmoved: ReadonlyMap<NoteUri, NoteUri> = new Map();

/**
 * The place a reference leads to: file, and heading or anchor by its number. Undefined where it leads nowhere, or to where nobody here
 * could look. With `moved`, as the place is to be called after the change.
 */
export function placeOf(meaning: Resolution, moved = unmoved): string | undefined {
  const now = (uri: NoteUri) => moved.get(uri) ?? uri;
  switch (meaning.kind) {
    case "note": {
      const { note, part } = meaning;
      if (part === undefined) return now(note.uri);
      return `${now(note.uri)} ${part.kind} ${numberOfPart(note, part)}`;
    }
    case "missingPart":
      return `${now(meaning.note.uri)} nowhere in it`;
    case "file":
      return now(uriBelow(meaning.folder.uri, meaning.path));
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
