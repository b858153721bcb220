// The folder of notes that a command is about, as it was named on the command line.
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Note, NoteUri } from "../core/note";
import { fileUri } from "../core/noteUri";
import type { IndexStore } from "../host/indexStore";
import { nodeFiles } from "../host/nodeFiles";
import type { Report } from "../host/report";
import { Misuse } from "./arguments";
import { lineOf } from "./plain";
import { type ReadVault, readVault } from "./readVault";

export interface OpenVault extends ReadVault {
  /** The folder as it was named on the command line. */
  readonly named: string;
}

/**
 * Reads all notes of a folder, those that are in `store` and unchanged from there. `overrides` are settings that go before the folder's
 * own. Throws Misuse when it is no folder.
 */
export async function openVault(named: string, overrides: readonly unknown[], store: IndexStore): Promise<OpenVault> {
  const uri = await existingFolder(named);
  // Whoever reads what a command prints wants to know of what is wrong, and of nothing else.
  const report: Report = (sentence, level = "info") => level !== "info" && console.error(lineOf(`quaestio: ${sentence}`));
  const progress = progressLine();
  const vault = await readVault(uri, { files: nodeFiles, store, overrides, report, onProgress: progress.show });
  progress.clear();
  return { ...vault, named };
}

/** The whole path of a file that a call names. Throws Misuse where there is none. */
export function existingFile(named: string): string {
  const path = resolve(named);
  if (!existsSync(path)) throw new Misuse(`There is no file ${path}.`);
  return path;
}

/** The folder that a call names. Throws Misuse where there is none, or it cannot be listed. */
export async function existingFolder(named: string): Promise<NoteUri> {
  const path = resolve(named);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new Misuse(`There is no folder ${path}.`);
  if (!stats.isDirectory()) throw new Misuse(`${path} is a file, not a folder of notes.`);
  await nodeFiles.readFolder(fileUri(path)).catch(({ message }: Error) => Promise.reject(new Misuse(message)));
  return fileUri(path);
}

/** A line that says how far the reading is, on a terminal only and only when it takes over a second. */
function progressLine() {
  const started = Date.now();
  let isShown = false;
  return {
    show(read: number, found: number): void {
      if (!process.stderr.isTTY || Date.now() - started < 1000) return;
      isShown = true;
      process.stderr.write(`\r\x1b[KReading notes: ${read} of ${found}`);
    },
    clear(): void {
      if (isShown) process.stderr.write("\r\x1b[K");
    },
  };
}

/** The note at a path from here or in the vault; undefined where there is none. */
export function noteNamed({ index, named }: OpenVault, path: string): Note | undefined {
  return [resolve(path), resolve(named, path)].map((it) => index.note(fileUri(it))).find((it) => it !== undefined);
}
