// Reads a folder of notes for a command that runs once.
import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { NoteUri } from "../core/note";
import { fileUri } from "../core/noteUri";
import { missingPaths } from "../features/vaultSigns";
import { readBibliographyFile } from "../host/bibliographies";
import { nodeFiles } from "../host/nodeFiles";
import { confirmPaths, isPassedOver, loadNotes, type OpenFolder, openFolder } from "../host/openFolder";
import { VaultIndex } from "../index/vaultIndex";
import { Misuse } from "./arguments";
import { lineOf } from "./plain";

export interface OpenVault {
  readonly index: VaultIndex;
  readonly folder: OpenFolder;
  /** The folder as it was named on the command line. */
  readonly named: string;
}

/** Reads all notes of a folder. `overrides` are settings that go before the folder's own. Throws Misuse when it is no folder. */
export async function openVault(named: string, overrides: readonly unknown[]): Promise<OpenVault> {
  const uri = existingFolder(named);
  await nodeFiles.readFolder(uri).catch(({ message }: Error) => Promise.reject(new Misuse(message)));
  const report = (sentence: string) => console.error(lineOf(`quaestio: ${sentence}`));
  const index = new VaultIndex();
  const folder = await openFolder(uri, nodeFiles, index, { overrides, editorExcludes: [], report });
  const progress = progressLine();
  await loadNotes(folder, {
    report,
    takeFile: (path) => index.addFile(folder.uri, path),
    take: (note) => index.add(note),
    takeBibliography: (bibliography) => index.addBibliography(bibliography),
    onProgress: progress.show,
  });
  for (const path of folder.settings.bibliography) {
    const uri = fileUri(path);
    const bibliography = await readBibliographyFile(nodeFiles, { uri, folder: undefined, path }, { report });
    if (bibliography && !index.papers.bibliography(uri)) index.addBibliography(bibliography);
  }
  progress.clear();
  const isWanted = isPassedOver(folder);
  if (folder.skipped.size > 0)
    await confirmPaths(
      folder,
      index,
      [...index.notes()].flatMap((note) => missingPaths(index, note, isWanted)),
    );
  return { index, folder, named };
}

function existingFolder(named: string): NoteUri {
  const path = resolve(named);
  try {
    if (statSync(path).isDirectory()) return fileUri(path);
  } catch {
    throw new Misuse(`There is no folder ${path}.`);
  }
  throw new Misuse(`${path} is a file, not a folder of notes.`);
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
