// A rename that was stopped half-way, by a signal or a loss of power, is finished by the same command: what it left on the disk is recognised here.
import { existsSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { Note } from "../core/note";
import { fsPathOf } from "../core/noteUri";
import { fileNameOf, stemFor } from "../features/fileNames";
import { moveFile } from "./applyEdit";
import { noteNamed, type OpenVault } from "./openVault";

export interface BegunRename {
  /** The note under its new name. */
  readonly note: Note;
  /** Nothing is left to be done. */
  readonly isDone: boolean;
  /** Gives the file its old name again, to which its own links lead: then the rename begins anew, with what is changed already being as it should. */
  takeBack(): void;
}

/**
 * What an earlier call with the same file and title did, where that gave the file its new name. The note under that name has the new title, or still
 * the one that the file was named after; a note with any other title is somebody else's.
 */
export function begunRename(vault: OpenVault, file: string, title: string): BegunRename | undefined {
  if ([resolve(file), resolve(vault.named, file)].some((path) => existsSync(path))) return undefined;
  const ending = extname(file);
  const names = [stemFor, fileNameOf];
  const isNamedAfter = (note: Note) => names.some((name) => name(note.title.text) === basename(file, ending));
  const note = names
    .map((name) => noteNamed(vault, join(dirname(file), `${name(title)}${ending}`)))
    .find((it) => it && (it.title.text === title || isNamedAfter(it)));
  if (!note) return undefined;
  const path = fsPathOf(note.uri);
  return { note, isDone: note.title.text === title, takeBack: () => moveFile(path, join(dirname(path), basename(file))) };
}
