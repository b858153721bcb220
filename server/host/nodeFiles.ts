// The file port on Node. Calls are synchronous inside: on a warm cache that is several times faster than promises, and the
// callers yield between slices of work.
import {
  accessSync,
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import type { NoteUri } from "../core/note";
import { fsPathOf } from "../core/noteUri";
import { decodeText } from "../core/text";
import { type Entry, type FileText, type NoteFiles, notFile, notRegular, notText, type Stamp, tooLarge } from "./noteFiles";

export const nodeFiles: NoteFiles = {
  atOnce: 1,
  async readFolder(folder) {
    const path = fsPathOf(folder);
    try {
      return readdirSync(path, { withFileTypes: true }).flatMap((entry) => entryOf(path, entry));
    } catch (error) {
      throw new Error(`The folder ${path} cannot be listed: ${reasonOf(error)}.`);
    }
  },
  async readFile(file, maxSize) {
    return readText(file, maxSize);
  },
  async stampOf(file) {
    const stats = statsAt(fsPathOf(file));
    return stats?.isFile() ? { modified: stats.mtimeMs, size: stats.size } : undefined;
  },
  async kindOf(uri) {
    return kindAt(fsPathOf(uri));
  },
  async isReadOnly(file) {
    return isReadOnlyAt(fsPathOf(file));
  },
  async realPath(folder) {
    return realpathSync(fsPathOf(folder));
  },
};

function entryOf(folder: string, entry: Dirent): readonly Entry[] {
  const isLink = entry.isSymbolicLink();
  const kind = isLink ? kindAt(`${folder}/${entry.name}`) : entry.isDirectory() ? "folder" : entry.isFile() ? "file" : undefined;
  return kind === undefined ? [] : [{ name: entry.name, kind, isLink }];
}

function kindAt(path: string): Entry["kind"] | undefined {
  const stats = statsAt(path);
  return stats?.isDirectory() ? "folder" : stats?.isFile() ? "file" : undefined;
}

function statsAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** The mode is asked as well: the user `root` could write what is marked as not to be written. */
function isReadOnlyAt(path: string): boolean {
  const stats = statsAt(path);
  if (!stats?.isFile()) return false;
  try {
    accessSync(path, constants.W_OK);
    return (stats.mode & anybodyWrites) === 0;
  } catch {
    return true;
  }
}

const anybodyWrites = 0o222;

/** A pipe is not waited for until somebody writes into it. Windows knows no such flag. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function readText(file: NoteUri, maxSize: number): FileText {
  let stamp: Stamp = { modified: 0, size: -1 };
  let descriptor: number | undefined;
  try {
    descriptor = openSync(fsPathOf(file), withoutWaiting);
    const stats = fstatSync(descriptor);
    stamp = { modified: stats.mtimeMs, size: stats.size };
    if (!stats.isFile()) return { unreadable: stats.isDirectory() ? notFile : notRegular, ...stamp };
    if (stats.size > maxSize) return { unreadable: tooLarge(stats.size, maxSize), ...stamp };
    const bytes = Buffer.allocUnsafe(stats.size);
    const text = decodeText(bytes.subarray(0, readSync(descriptor, bytes, 0, stats.size, 0)));
    return text === undefined ? { unreadable: notText, ...stamp } : { text, ...stamp };
  } catch (error) {
    return { unreadable: `This file cannot be read: ${reasonOf(error)}.`, modified: stamp.modified, size: -1 };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** What the operating system said, without its code and path: `permission denied`. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^[A-Z]+: ([^,]+),/.exec(message)?.[1] ?? message;
}
