// The text of a note whose file is closed: the index keeps none.
import type { Note } from "../core/note";
import type { OpenFolder } from "./openFolder";

/** Reads a note's file again; undefined where it cannot be had any more. */
export async function noteText({ files, settings }: OpenFolder, { uri }: Note): Promise<string | undefined> {
  const file = await files.readFile(uri, settings.notes.maxSize);
  return "text" in file ? file.text : undefined;
}
