// Reads a folder of notes once, those that were kept and are unchanged from there, and knows their problems.
import type { Note, NoteUri, Problem } from "../core/note";
import { fileUri } from "../core/noteUri";
import { KnownProblems } from "../features/knownProblems";
import { readBibliographyFile } from "../host/bibliographies";
import type { IndexStore } from "../host/indexStore";
import type { NoteFiles } from "../host/noteFiles";
import { type LoadOptions, loadNotes, type OpenFolder, openFolder } from "../host/openFolder";
import type { Report } from "../host/report";
import { rulesOf } from "../host/rules";
import { readSaved, saveFolder } from "../host/savedFolder";
import { commonWith } from "../host/warmStart";
import { VaultIndex } from "../index/vaultIndex";
import { confirmLinks } from "../lsp/confirmedLinks";

export interface ReadVault {
  readonly index: VaultIndex;
  readonly folder: OpenFolder;
  /** How many notes have the problems that were kept. */
  readonly held: number;
  problemsOf(note: Note): readonly Problem[];
  /** Keeps what was read for the next time, where that differs from what was kept. */
  keep(): Promise<void>;
}

export interface ReadOptions {
  readonly files: NoteFiles;
  readonly store: IndexStore;
  /** Settings that go before the folder's own. */
  readonly overrides: readonly unknown[];
  readonly onProgress?: LoadOptions["onProgress"];
  readonly report: Report;
}

/** Reads all notes of a folder and its bibliographies; see `ReadOptions`. */
export async function readVault(uri: NoteUri, { files, store, overrides, report, onProgress }: ReadOptions): Promise<ReadVault> {
  const index = new VaultIndex();
  const folder = await openFolder(uri, files, index, { overrides, editorExcludes: [], report });
  const saved = await readSaved(store, folder, report);
  await loadNotes(folder, {
    ...{ report, saved, onProgress },
    takeFile: (path) => index.addFile(folder.uri, path),
    take: (note, sites) => index.add(note, sites),
    takeBibliography: (bibliography) => index.addBibliography(bibliography),
  });
  for (const path of folder.settings.bibliography) {
    const named = { uri: fileUri(path), folder: undefined, path };
    const bibliography = await readBibliographyFile(files, named, { report });
    if (bibliography && !index.papers.bibliography(named.uri)) index.addBibliography(bibliography);
  }
  const problems = new KnownProblems(index);
  const rules = rulesOf(folder.settings);
  const { held, isAll } = await commonWith(saved, index, folder);
  for (const [note, its] of held) problems.take(note, rules, its);
  await confirmLinks({ index, problems }, folder, index.notes());
  return {
    ...{ index, folder, held: held.length },
    problemsOf: (note) => problems.of(note, rules),
    async keep() {
      if (!isAll) await saveFolder({ index, folder, store, problemsOf: (note) => problems.get(note, rules) });
    },
  };
}
