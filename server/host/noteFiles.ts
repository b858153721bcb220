// The port to the outside world: how folders are listed and files are read, whatever the file system.
import type { NoteUri } from "../core/note";
import type { Report } from "./report";

export interface Entry {
  readonly name: string;
  /** A symbolic link counts as what it leads to; what leads nowhere, and devices and sockets, are no entries. */
  readonly kind: "file" | "folder";
  readonly isLink: boolean;
}

/** What tells two versions of a file apart without reading them. */
export interface Stamp {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** The text of a file, or a sentence saying why it could not be had; its stamp is of before it was read, 0 and −1 where there is none. */
export type FileText = Stamp & ({ readonly text: string } | { readonly unreadable: string });

export interface NoteFiles {
  /** How many files had better be read at a time: more than one where each takes a way there and back. */
  readonly atOnce: number;
  /** What lies in a folder, in no certain order. Throws an Error with a whole sentence when it cannot be listed. */
  readFolder(folder: NoteUri): Promise<readonly Entry[]>;
  /** Reads a file of at most `maxSize` bytes. Never throws. */
  readFile(file: NoteUri, maxSize: number): Promise<FileText>;
  /** The stamp of a file; undefined where there is no file or nobody may look. */
  stampOf(file: NoteUri): Promise<Stamp | undefined>;
  /** What lies at a place, links followed; undefined when nothing does or nobody may look. */
  kindOf(uri: NoteUri): Promise<Entry["kind"] | undefined>;
  /** Whether a file is there that may not be written: nobody may by its own mode, or this process may not. */
  isReadOnly(file: NoteUri): Promise<boolean>;
  /** The place a folder has when every link is followed: two equal answers mean one folder. */
  realPath(folder: NoteUri): Promise<string>;
}

export interface WatchOptions {
  /** Folders that are not followed, by their paths below the root. */
  skips(path: string): boolean;
  /** Takes places where something appeared, changed or vanished, some at a time. */
  onChange(uris: readonly NoteUri[]): void;
  readonly report: Report;
}

/** Follows a folder until it is closed. */
export type WatchFolder = (root: NoteUri, options: WatchOptions) => { close(): void };

/** For folders that no port reaches: they hold nothing, and say so once when they are listed. */
export const noFiles: NoteFiles = {
  atOnce: 1,
  readFolder: (folder) => Promise.reject(new Error(`The folder ${folder} is not on this computer's disk and cannot be read.`)),
  readFile: async () => ({ unreadable: "This file is not on this computer's disk and cannot be read.", modified: 0, size: -1 }),
  stampOf: async () => undefined,
  kindOf: async () => undefined,
  isReadOnly: async () => false,
  realPath: async (folder) => folder,
};

export const notText = "This file is not UTF-8 text, so it was not read.";
export const notFile = "This is a folder, not a file.";
export const notRegular = "This is no regular file, so it was not read.";

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** The sentence for a file over the limit; both in bytes. */
export const tooLarge = (size: number, maxSize: number): string =>
  `This file has ${megabytes(size)}, more than the ${megabytes(maxSize)} up to which it is read.`;

/** The same for a note, whose limit is a setting. */
export const noteTooLarge = (size: number, maxSize: number): string =>
  `This note has ${megabytes(size)}, more than the ${megabytes(maxSize)} that quaestio.notes.maxSize allows, so it was not read.`;
