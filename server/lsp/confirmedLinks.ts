// Links into folders that nobody listed (`node_modules`, ignored output) are no broken references before the disk was asked.
import type { Note, NoteUri } from "../core/note";
import type { KnownProblems } from "../features/knownProblems";
import { missingPaths } from "../features/vaultSigns";
import { confirmPaths, isPassedOver, type OpenFolder } from "../host/openFolder";
import { rulesOf } from "../host/rules";
import type { VaultIndex } from "../index/vaultIndex";

/** Looks on the disk for what links of notes of a folder lead to there; returns the notes whose problems that changed. */
export async function confirmLinks(
  { index, problems }: { readonly index: VaultIndex; readonly problems: KnownProblems },
  folder: OpenFolder,
  notes: Iterable<Note>,
): Promise<readonly NoteUri[]> {
  if (folder.skipped.size === 0) return [];
  const isWanted = isPassedOver(folder);
  const rules = rulesOf(folder.settings);
  const missing = [...notes].flatMap((note) => (problems.mayMiss(note, rules) ? missingPaths(index, note, isWanted) : []));
  const concerned = [...(await confirmPaths(folder, index, missing))].map(({ uri }) => uri);
  problems.concern(concerned);
  return concerned;
}
