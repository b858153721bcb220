// Vaults and notes whose parts all ask about one another: the work for them grows with their size and no faster. See `hostile.test.ts`.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { packed } from "../server/core/packedNote";
import { parseNote } from "../server/core/parseNote";
import { toLspRange } from "../server/lsp/toLsp";
import { growth } from "./growth";

const folder = "memory:///vault" as NoteUri;

function parsed(path: string, text: string) {
  return parseNote({ uri: `${folder}/${path}` as NoteUri, folder, path, modified: 0 }, text, { topicsFromTags: false });
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
