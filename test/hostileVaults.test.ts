// Vaults and notes whose parts all ask about one another: the work for them grows with their size and no faster. See `hostile.test.ts`.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { packed } from "../server/core/packedNote";
import { parseNote } from "../server/core/parseNote";
import { duplicateTitle } from "../server/features/duplicateTitle";
import { VaultIndex } from "../server/index/vaultIndex";
import { toLspRange } from "../server/lsp/toLsp";
import { growth } from "./growth";

const folder = "memory:///vault" as NoteUri;

function parsed(path: string, text: string) {
  return parseNote({ uri: `${folder}/${path}` as NoteUri, folder, path, modified: 0 }, text, { topicsFromTags: false });
}

/** A vault of as many notes, each with the text that its number gives. */
function vaultOf(size: number, textOf: (at: number) => string): VaultIndex {
  const index = new VaultIndex();
  index.addFolder(folder, { isObsidian: false });
  for (let at = 0; at < size; at++) index.add(parsed(`${at}.md`, textOf(at)));
  return index;
}

/** The same vault each time it is asked for: making it is no part of the work. */
function madeOnce(make: (size: number) => VaultIndex): (size: number) => VaultIndex {
  const made = new Map<number, VaultIndex>();
  return (size) => {
    const vault = made.get(size) ?? make(size);
    made.set(size, vault);
    return vault;
  };
}

describe("a note that breaks bounds", () => {
  it("has the lines of all its references told in time in proportion to its length", () => {
    const work = (size: number) => {
      const note = packed(parsed("a.md", "[[x y]]\n\n".repeat(size)));
      assert.equal(note.references.map(({ range }) => toLspRange(note, range)).length, size);
    };
    assert.ok(growth(work, 1500) < 9);
  });
});

describe("a vault that breaks bounds", () => {
  it("of one title in all notes has each asked for its namesakes in time in proportion to their number", () => {
    const vaults = madeOnce((size) => vaultOf(size, () => "# Same\n## Same\n## Same\n"));
    const work = (size: number) => {
      const vault = vaults(size);
      for (const note of vault.notes()) assert.deepEqual(duplicateTitle(vault, note), []);
    };
    assert.ok(growth(work, 2000) < 9);
  });
});
