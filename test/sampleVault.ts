// The sample notes in an index, as a server would have them.
import assert from "node:assert/strict";
import { join } from "node:path";
import { fileUri } from "../server/core/noteUri";
import { nodeFiles } from "../server/host/nodeFiles";
import { loadNotes, openFolder } from "../server/host/openFolder";
import { VaultIndex } from "../server/index/vaultIndex";
import { projectRoot } from "./editor/paths";

/** The folder of the sample notes. */
export const sampleFolder = fileUri(join(projectRoot, "notes"));

/** All sample notes, read anew. */
export async function sampleVault(): Promise<VaultIndex> {
  const index = new VaultIndex();
  const report = (sentence: string) => assert.fail(sentence);
  const open = await openFolder(sampleFolder, nodeFiles, index, { overrides: [], editorExcludes: [], report });
  await loadNotes(open, {
    report,
    takeFile: (path) => index.addFile(sampleFolder, path),
    take: (note) => index.add(note),
    takeBibliography: (bibliography) => index.putBibliography(bibliography),
  });
  return index;
}
