// Makes an edit of a vault on the disk: all of it, or nothing.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Note } from "../core/note";
import { fsPathOf, uriBelow } from "../core/noteUri";
import { decodeText } from "../core/text";
import { type ChangedFile, changed, Refused, type TextChange, type VaultEdit } from "../features/rename/plan";
import { replaceFile, unwritable } from "./replaceFile";

/** A file as it is, and its text as it would be. */
export interface EditedFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly before: string;
  readonly after: string;
  /** In the order of the text. */
  readonly changes: readonly TextChange[];
}

/** The files that an edit changes, from the disk. Throws `Refused` where one of them can no longer be read. */
export function editedFiles({ files }: VaultEdit): readonly EditedFile[] {
  return files.map(({ file, changes }: ChangedFile) => {
    const path = fsPathOf(file.uri);
    const bytes = readFileSync(path);
    const before = decodeText(bytes);
    if (before === undefined) throw new Refused(`Nothing was changed: ${file.path} is not text any more.`);
    return { path, bytes, before, after: changed(before, changes), changes };
  });
}

/** The note that is given another title, which its text says or the name of its file alone. */
export interface Renamed {
  readonly note: Pick<Note, "uri">;
  readonly titleIs: "in its text" | "its file's name";
}

/**
 * Writes the texts, then moves and removes files, each as a whole. What was done is taken back where a step fails. The step that gives a note its
 * new title comes last: where the process is killed before it, the same command finds the note by its old title, and does what is left.
 */
export function applyEdit(files: readonly EditedFile[], { moves, gone }: VaultEdit, renamed?: Renamed): void {
  const paths = moves.map(({ folder, from, to }) => [fsPathOf(uriBelow(folder, from)), fsPathOf(uriBelow(folder, to))] as const);
  const taken = paths.find(([from, to]) => existsSync(to) && !isSameFile(from, to));
  if (taken) throw new Refused(`Nothing was changed: ${taken[1]} is there already.`);
  const newPaths = new Map(paths);
  const own = renamed && files.find(({ path }) => path === fsPathOf(renamed.note.uri));
  const undo: (() => void)[] = [];
  const write = (file: EditedFile, path = file.path) => {
    replaceFile(path, encoded(file));
    undo.push(() => replaceFile(path, file.bytes));
  };
  try {
    for (const file of files) if (file !== own) write(file);
    if (own && renamed?.titleIs === "its file's name") write(own);
    for (const [from, to] of paths) {
      moveFile(from, to);
      undo.push(() => moveFile(to, from));
    }
    if (own && renamed?.titleIs === "in its text") write(own, newPaths.get(own.path));
    for (const { uri } of gone) remove(fsPathOf(uri));
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
}

/** Gives a file another name, in a folder that is made if need be. Throws `Misuse` with a sentence where the disk refuses. */
export function moveFile(from: string, to: string): void {
  try {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  } catch (error) {
    throw unwritable(to, error);
  }
}

function remove(path: string): void {
  try {
    rmSync(path);
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** A disk that disregards case finds a file under its new name as well. */
function isSameFile(a: string, b: string): boolean {
  const [mine, its] = [statSync(a), statSync(b)];
  return mine.ino === its.ino && mine.dev === its.dev;
}

/** In the encoding that the file has, with its byte order mark if it has one. */
function encoded({ bytes, after }: EditedFile): Buffer {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return Buffer.from(`\ufeff${after}`, "utf16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(`\ufeff${after}`, "utf16le").swap16();
  return Buffer.from(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? `\ufeff${after}` : after, "utf8");
}
