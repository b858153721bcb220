// What stands over titles and over entries of a bibliography, and what is counted there.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { citationsText, lensesOf, lensesOfBibliography, linksText, placesLinkingTo } from "../server/features/lens";
import { linkingTo } from "../server/features/navigation";
import { fixture, noteIn } from "./fixture";

const at = fixture(`
  //- /a.md
  ---
  title: Does it scale?
  ---
  See [[#Why]], [[a]].
  ## Why
  //- /b.md
  [[Does it scale?]], twice: [[a#Why]] and by @fu2025
  //- /c.md
  ---
  sources: [2505.24298]
  ---
  [x](a.md) ![[a]]
  //- /t.md
  ---
  type: topic
  title: T
  ---
  //- /papers.bib
  @misc{fu2025, title = {AReaL}, eprint = {2505.24298}}
  @misc{nobody, title = {Unread}}
`);
const outside = { uri: "memory:///x.md" as NoteUri, folder: undefined, path: "x.md", modified: 0 };
const all = { related: true, links: true };

describe("lenses", () => {
  it("stand over a title, those that are wanted, and over none of a topic note", () => {
    const kinds = (path: string, wanted = all) => lensesOf(noteIn(at, path), wanted).map(({ kind }) => kind);
    assert.deepEqual(kinds("a.md"), ["links", "related"]);
    assert.deepEqual(kinds("a.md", { related: true, links: false }), ["related"]);
    assert.deepEqual(kinds("a.md", { related: false, links: true }), ["links"]);
    assert.deepEqual(kinds("t.md"), []);
    assert.deepEqual(lensesOf(parseNote(outside, "# Outside?", { topicsFromTags: false }), all), []);
  });

  it("count the other notes that link, each once, and show every place", () => {
    const note = noteIn(at, "a.md");
    assert.equal(linksText(linkingTo(at.vault, note).size), "2 notes link here");
    const textOf = (path: string) => at.files.find((file) => file.path === path)?.text ?? "";
    assert.deepEqual(
      placesLinkingTo(at.vault, note).map(({ file, range }) => textOf(file.path).slice(range.start, range.end)),
      ["[[Does it scale?]]", "[[a#Why]]", "[x](a.md)", "![[a]]"],
    );
    assert.deepEqual([linksText(0), linksText(1)], ["No note links here yet", "1 note links here"]);
  });

  it("stand over the entries that some note cites, in any spelling", () => {
    const bibliography = at.files.find((file) => file.bibliography)?.bibliography;
    assert.ok(bibliography);
    assert.deepEqual(
      lensesOfBibliography(at.vault, bibliography).map((lens) => lens.kind === "citations" && lens.key),
      ["fu2025"],
    );
    assert.equal(citationsText(at.vault, "fu2025"), "2 notes cite this");
    assert.equal(citationsText(at.vault, "nobody"), "No note cites this");
  });
});
