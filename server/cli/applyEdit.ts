// Makes an edit of a vault on the disk: all of it, or nothing.
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Note, NoteUri } from "../core/note";
import { fsPathOf, uriBelow } from "../core/noteUri";
import { decodeText } from "../core/text";
import { type ChangedFile, changed, Refused, type TextChange, type VaultEdit } from "../features/rename/plan";
import { bytesAt, changedMeanwhile, type ReadTexts } from "./readTexts";
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

/** The files that an edit changes, from the disk. Throws `Refused` where one of them is not what was read any more. */
export function editedFiles({ files }: VaultEdit, read: ReadTexts): readonly EditedFile[] {
  return files.map(({ file, changes }: ChangedFile) => {
    const path = fsPathOf(file.uri);
    const bytes = bytesAt(path);
    if (!bytes) throw changedMeanwhile(path);
    const before = decodeText(bytes);
    if (before === undefined) throw new Refused(`Nothing was changed: ${file.path} is not text any more.`);
    read.refuseOther(file.uri, before, path);
    return { path, bytes, before, after: changed(before, changes), changes };
  });
}

/** What there is to know of an edit that is made besides the edit. */
interface Circumstances {
  readonly read: ReadTexts;
  readonly renamed: Renamed | undefined;
}

/** The note that is given another title, which its text says or the name of its file alone. */
export interface Renamed {
  readonly note: Pick<Note, "uri">;
  readonly titleIs: "in its text" | "its file's name";
}

/**
 * Writes the texts, then moves and removes files, each as a whole, and none that has changed since it was read, up to the very step. What was
 * done is taken back where a step fails, but for what somebody has changed since. The step that gives a note its
 * new title comes last: where the process is killed before it, the same command finds the note by its old title, and does what is left.
 */
export function applyEdit(files: readonly EditedFile[], { moves, gone }: VaultEdit, { read, renamed }: Circumstances): void {
  const paths = moves.map(({ folder, from, to }) => [fsPathOf(uriBelow(folder, from)), fsPathOf(uriBelow(folder, to))] as const);
  for (const [from, to] of paths) refuseTaken(from, to);
  const newPaths = new Map(paths);
  const own = renamed && files.find(({ path }) => path === fsPathOf(renamed.note.uri));
  const undo: (() => void)[] = [];
  const write = (file: EditedFile, path = file.path) => {
    const fresh = encoded(file);
    if (!bytesAt(path)?.equals(file.bytes)) throw changedMeanwhile(file.path);
    replaceFile(path, fresh);
    undo.push(() => {
      if (bytesAt(path)?.equals(fresh)) replaceFile(path, file.bytes);
    });
  };
  try {
    for (const file of files) if (file !== own) write(file);
    if (own && renamed?.titleIs === "its file's name") write(own);
    for (const [from, to] of paths) {
      refuseTaken(from, to);
      moveFile(from, to);
      undo.push(() => moveFile(to, from));
    }
    if (own && renamed?.titleIs === "in its text") write(own, newPaths.get(own.path));
    for (const { uri } of gone) remove(uri, read);
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

function remove(uri: NoteUri, read: ReadTexts): void {
  const path = fsPathOf(uri);
  const bytes = bytesAt(path);
  read.refuseOther(uri, bytes && decodeText(bytes), path);
  try {
    rmSync(path);
  } catch (error) {
    throw unwritable(path, error);
  }
}

function refuseTaken(from: string, to: string): void {
  if (existsSync(to) && !isSameFile(from, to)) throw new Refused(`Nothing was changed: ${to} is there already.`);
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
