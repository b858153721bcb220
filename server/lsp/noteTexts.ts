// The texts of notes as they are now, and how they are read: the index keeps none.
import type { Note, NoteUri } from "../core/note";
import { parseNote } from "../core/parseNote";
import type { OpenText } from "../features/fixes/fix";
import type { Texts } from "../features/rename/plan";
import { noteText } from "../host/noteText";
import { parseOptionsOf } from "../host/openFolder";
import type { NoteStore } from "./noteStore";

const folderOf = (store: NoteStore, { folder }: Pick<Note, "folder">) => store.folders.find(({ uri }) => uri === folder);

/** The text of a note, of its document if it is open, else of its file; undefined where it cannot be had. */
export async function textOf(store: NoteStore, note: Note): Promise<string | undefined> {
  const document = store.documentOf(note.uri);
  if (document) return document.getText();
  const folder = folderOf(store, note);
  return folder && (await noteText(folder, note));
}

/** The texts of all notes of a vault, and what other texts of theirs would be. */
export function textsOf(store: NoteStore): Texts {
  return {
    read: (note) => textOf(store, note),
    reread(about, text) {
      const folder = folderOf(store, about);
      return parseNote(about, text, folder ? parseOptionsOf(folder) : { topicsFromTags: false });
    },
  };
}

/** Texts, and the versions of the documents they are of: somebody may type while an edit is worked out, which is then for the text that was read. */
export interface VersionedTexts extends Texts {
  /** The version of a document whose text was read, or that is open; null for a file. */
  versionOf(uri: NoteUri): number | null;
}

/** The same with the version in which each was read first. */
export function versionedTextsOf(store: NoteStore): VersionedTexts {
  const texts = textsOf(store);
  const versions = new Map<NoteUri, number | null>();
  const versionNow = (uri: NoteUri) => store.documentOf(uri)?.version ?? null;
  return {
    ...texts,
    read(note) {
      if (!versions.has(note.uri)) versions.set(note.uri, versionNow(note.uri));
      return texts.read(note);
    },
    versionOf: (uri) => versions.get(uri) ?? versionNow(uri),
  };
}

/** An open note of a vault, and what another text of its file would be; undefined for any other document. */
export function openText(store: NoteStore, uri: string): OpenText | undefined {
  const open = store.openNote(uri);
  if (!open || !folderOf(store, open.note)) return undefined;
  const { note, document } = open;
  return { note, text: document.getText(), reread: (text) => textsOf(store).reread(note, text) };
}
