// What a look at the disk finds between two answers, and that it reads nothing to find it.
import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import { fileUri, pathBelow } from "../server/core/noteUri";
import { DiskLook } from "../server/host/diskLook";
import { noStore } from "../server/host/indexStore";
import type { OpenFolder } from "../server/host/openFolder";
import { NoteStore } from "../server/lsp/noteStore";
import { MemoryFiles } from "./memoryFiles";

const root = fileUri("/vault");
const report = () => undefined;

describe("a look at the disk", () => {
  let disk: MemoryFiles;
  let look: DiskLook;
  let store: NoteStore;

  beforeEach(async () => {
    disk = new MemoryFiles(root);
    disk.write(".quaestio.json", "{}");
    disk.write(".gitignore", "built/\n");
    disk.write("built/page.html", "");
    disk.write("a.md", "# A?\n\n[page](built/page.html)\n");
    disk.write("sub/b.md", "# B?\n");
    disk.write("papers.bib", "@article{a2025, title = {A}}\n");
    disk.write("picture.png", "");
    look = new DiskLook(disk, (uri) => store.isNote(uri));
    store = new NoteStore({ filesFor: () => look.files, report, onImpact: () => undefined });
    await store.load(root, { overrides: [], editorExcludes: [], report }, { indexStore: noStore });
  });

  const folder = (): OpenFolder => {
    const [open] = store.folders;
    assert.ok(open);
    return open;
  };

  async function found(): Promise<readonly string[]> {
    const changed = await look.changes(store.index, folder());
    return changed.map((uri) => pathBelow(root, uri) ?? uri).sort();
  }

  it("finds nothing where nothing changed, and reads no file but the rules of git", async () => {
    const before = disk.reads;
    assert.deepEqual(await found(), []);
    assert.equal(disk.reads - before, 1);
  });

  for (const [what, act, paths] of [
    ["a note that was edited", () => disk.write("a.md", "# Another?\n"), ["a.md"]],
    ["a note that was written", () => disk.write("sub/c.md", "# C?\n"), ["sub/c.md"]],
    ["a note that is gone", () => disk.delete("sub/b.md"), ["sub/b.md"]],
    ["a bibliography that was edited", () => disk.write("papers.bib", ""), ["papers.bib"]],
    ["settings that were edited", () => disk.write(".quaestio.json", "{ }"), [".quaestio.json"]],
    ["settings that are gone", () => disk.delete(".quaestio.json"), [".quaestio.json"]],
    ["rules of git that were edited", () => disk.write(".gitignore", "built/\nother/\n"), [".gitignore"]],
    ["a picture that appeared", () => disk.write("sub/new.png", ""), ["sub/new.png"]],
    ["a mark of another tool", () => disk.write(".obsidian/app.json", "{}"), [".obsidian"]],
    ["an ignored folder that is gone", () => disk.delete("built/page.html"), ["built"]],
    ["no picture that was painted over, whose contents nobody reads", () => disk.write("picture.png", "other"), []],
    ["no file in an ignored folder", () => disk.write("built/other.html", ""), []],
  ] as const)
    it(`finds ${what}`, async () => {
      act();
      assert.deepEqual(await found(), [...paths]);
    });

  it("finds nothing any more once what it found was read", async () => {
    disk.write("a.md", "# Another?\n");
    disk.write("sub/c.md", "# C?\n");
    disk.delete("sub/b.md");
    disk.write("papers.bib", "");
    for (const uri of await look.changes(store.index, folder())) assert.equal(await store.fileChanged(uri), true);
    assert.deepEqual(await found(), []);
    assert.deepEqual([...store.index.notes()].map(({ path }) => path).sort(), ["a.md", "sub/c.md"]);
  });

  it("asks again for what a link leads to in an ignored folder", async () => {
    store.index.putFile(root, "built/page.html");
    assert.deepEqual(await found(), []);
    disk.write("built/other.html", "");
    disk.delete("built/page.html");
    assert.deepEqual(await found(), ["built/page.html"]);
  });
});
