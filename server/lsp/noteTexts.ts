// The text of a note as it is now: the index keeps none.
import type { Note } from "../core/note";
import { noteText } from "../host/noteText";
import type { NoteStore } from "./noteStore";

/** Of its document if it is open, else of its file; undefined where it cannot be had. */
export async function textOf(store: NoteStore, note: Note): Promise<string | undefined> {
  const document = store.documentOf(note.uri);
  if (document) return document.getText();
  const folder = store.folders.find(({ uri }) => uri === note.folder);
  return folder && (await noteText(folder, note));
}
