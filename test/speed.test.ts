// Guards against slowness that grows: no times, only ratios of two measurements of one run, with wide margins, the best of some attempts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "mocha";
import { fileUri, fsPathOf, uriBelow } from "../server/core/noteUri";
import { parseNote } from "../server/core/parseNote";
import { diagnosticsOf } from "../server/features/diagnostics";
import { nodeFiles } from "../server/host/nodeFiles";
import { loadNotes, type OpenFolder, openFolder, parseOptionsOf } from "../server/host/openFolder";
import { rulesOf } from "../server/host/rules";
import { VaultIndex } from "../server/index/vaultIndex";
import { limitOf } from "./bench/limit";
import { median } from "./bench/measures";
import { type Manifest, writeVault } from "./bench/vault";
import { removeFolder, tempFolder } from "./tempFolder";

/** How many times the limit (listing, reading and searching all notes) a load may take. It takes about 30 times it on a quiet machine; the rest is for noise. */
const mostOfLimit = 120;
/** How many times dearer an edit may be among ten times as many notes. An edit touches what it touches, however many other notes there are. */
const mostGrowth = 2;
const attempts = 3;

interface Loaded {
  readonly index: VaultIndex;
  readonly folder: OpenFolder;
  /** How many problems all notes together have. */
  readonly problems: number;
  /** As a multiple of the limit, which is taken before and after; the slower counts, as the load had no quieter machine. */
  readonly ofLimit: number;
}

describe("speed", () => {
  let roots: readonly string[] = [];
  let manifests: readonly Manifest[] = [];
  let few: Loaded;
  let many: Loaded;

  before(async function () {
    this.timeout(60_000);
    roots = [tempFolder(), tempFolder()];
    manifests = [200, 2000].map((notes, at) => writeVault(roots[at] ?? "", { notes, seed: 7 }));
    few = await load(roots[0] ?? "");
    many = await load(roots[1] ?? "");
  });
  after(() => {
    for (const root of roots) removeFolder(root);
  });

  it("of a load is a multiple of what reading the files costs", async function () {
    this.timeout(60_000);
    const root = roots[1] ?? "";
    const ratios: number[] = [];
    while (ratios.length < attempts && !ratios.some((ratio) => ratio <= mostOfLimit)) {
      const { ofLimit, problems } = ratios.length === 0 ? many : await load(root);
      assert.equal(problems, (manifests[1]?.brokenReferences ?? 0) + (manifests[1]?.brokenHeadings ?? 0));
      ratios.push(ofLimit);
    }
    assert.ok(Math.min(...ratios) <= mostOfLimit, `A load takes ${ratios.map(Math.round).join(", ")} times the limit.`);
  });

  it("of an edit does not depend on how many notes there are", function () {
    this.timeout(60_000);
    const ratios: number[] = [];
    while (ratios.length < attempts && !ratios.some((ratio) => ratio <= mostGrowth))
      ratios.push(editIn(many, manifests[1]) / editIn(few, manifests[0]));
    assert.ok(
      Math.min(...ratios) <= mostGrowth,
      `An edit takes ${ratios.map((it) => it.toFixed(1)).join(", ")} times as long among ten times as many notes.`,
    );
  });
});

/** As the command line does it: everything is read, then everything is looked at. */
async function load(root: string): Promise<Loaded> {
  const before = limitOf(root).milliseconds;
  const started = performance.now();
  const index = new VaultIndex();
  const report = (sentence: string) => assert.fail(sentence);
  const folder = await openFolder(fileUri(root), nodeFiles, index, { overrides: [], editorExcludes: [], report });
  await loadNotes(folder, {
    report,
    takeFile: (path) => index.addFile(folder.uri, path),
    take: (note) => index.add(note),
    takeBibliography: (bibliography) => index.addBibliography(bibliography),
  });
  let problems = 0;
  for (const note of index.notes()) problems += diagnosticsOf(index, note, rulesOf(folder.settings)).length;
  const time = performance.now() - started;
  return { index, folder, problems, ofLimit: time / Math.max(before, limitOf(root).milliseconds) };
}

/**
 * What a letter costs that is typed in an ordinary note, in a link that leads nowhere yet, from the note's text to the problems of all
 * notes it concerns; median in milliseconds.
 */
function editIn({ index, folder }: Loaded, manifest: Manifest | undefined): number {
  const path = [...index.notes()].map((note) => note.path).find((it) => it !== manifest?.hub) ?? "";
  const uri = uriBelow(folder.uri, path);
  const text = readFileSync(fsPathOf(uri), "utf8");
  const times = Array.from({ length: 50 }, (_, edit) => {
    const started = performance.now();
    const note = parseNote({ uri, folder: folder.uri, path, modified: 0 }, `${text}[[never ${"e".repeat(edit)}]]`, parseOptionsOf(folder));
    for (const concerned of index.put(note).notes) diagnosticsOf(index, concerned, rulesOf(folder.settings));
    return performance.now() - started;
  });
  return median(times);
}
