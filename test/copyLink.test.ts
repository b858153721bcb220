// Links that are copied: they lead there from everywhere, and to the very part.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseNote } from "../server/core/parseNote";
import type { LinkStyle } from "../server/core/settings";
import { blockIdAt } from "../server/features/blockId";
import { linkFromAnywhere } from "../server/features/links";
import { fixture } from "./fixture";

/** The link to the note with the caret, or to the heading or id at the caret. */
function copied(source: string, style: LinkStyle = "title"): string | undefined {
  const { vault, caret } = fixture(source);
  const note = caret?.file.note;
  assert.ok(caret && note, "the caret stands in no note");
  const at = ({ range }: { readonly range: { readonly start: number; readonly end: number } }) =>
    range.start <= caret.offset && caret.offset <= range.end;
  const heading = note.headings.find((it) => it.level > 1 && at(it));
  const anchor = note.anchors.find(at);
  return linkFromAnywhere(vault, note, style, heading ? { kind: "heading", heading } : anchor && { kind: "anchor", anchor });
}

describe("a copied link", () => {
  const plain = "//- /rl/async.md\n# Does it wait?\n\nNo.$0\n//- /b.md\n# Other?\n";

  it("is written in the style of the folder, with the path from the root where it is Markdown", () => {
    assert.equal(copied(plain), "[[Does it wait?]]");
    assert.equal(copied(plain, "portable"), "[[async|Does it wait?]]");
    assert.equal(copied(plain, "markdown"), "[Does it wait?](/rl/async.md)");
  });

  it("leads there from beside every namesake, not only from beside itself", () => {
    const twins = "//- /x/a.md\n# Does it wait?$0\n//- /y/a.md\n# Does it wait?\n";
    assert.equal(copied(twins), "[[x/a|Does it wait?]]");
    assert.equal(copied(twins, "portable"), "[[x/a|Does it wait?]]");
  });

  it("goes by the file's name where the title cannot stand in a link", () =>
    assert.equal(copied("//- /a.md\n# What of [this] | that?$0\n"), "[[a|What of [this] that?]]"));

  it("leads to a heading by its words, and in Markdown by its slug", () => {
    const source = "//- /a.md\n# Q?\n\n## Why *so*?$0\n";
    assert.equal(copied(source), "[[Q?#Why so?]]");
    assert.equal(copied(source, "portable"), "[[a#Why so?|Q?]]");
    assert.equal(copied(source, "markdown"), "[Q?](/a.md#why-so)");
  });

  it("tells two headings of the same words apart", () => {
    assert.equal(copied("# Q?\n## A\n### Why\n## B\n### Why$0\n"), "[[Q?#B#Why]]");
    assert.equal(copied("# Q?\n## Why\n## Why$0\n"), "[[Q?#why-1]]");
  });

  it("leads to a heading with marks that would end the link", () =>
    assert.equal(copied("# Q?\n## C# | [1] ^x: so$0\n"), "[[Q?#C 1 x: so]]"));

  it("leads to a block by its id", () => {
    const source = "# Q?\n\nSome text. ^ab$0c\n";
    assert.equal(copied(source), "[[Q?#^abc]]");
    assert.equal(copied(source, "markdown"), "[Q?](/note.md#^abc)");
  });

  it("is not made to a second block of the same id, which no link can name", () =>
    assert.equal(copied("# Q?\n\nOne. ^abc\n\nTwo. ^ab$0c\n"), undefined));
});

/** The text with the id that the block at the caret gets. */
function withId(source: string): string | undefined {
  const { caret } = fixture(source);
  const file = caret?.file;
  assert.ok(caret && file?.note, "the caret stands in no note");
  const { note, text } = file;
  const reread = (changed: string) => parseNote(note, changed, { topicsFromTags: false });
  const found = blockIdAt({ note, text, reread }, caret.offset, () => 0);
  if (!found?.insert) return found?.id;
  const { offset, text: inserted } = found.insert;
  return text.slice(0, offset) + inserted + text.slice(offset);
}

describe("a block that gets an id", () => {
  it("is the paragraph at the caret, at its end whatever its lines", () =>
    assert.equal(withId("One.\n\nTw$0o\nlines.\n\nThree.\n"), "One.\n\nTwo\nlines. ^aaaaaa\n\nThree.\n"));

  it("is the item of a list, of items in items the inner one", () => {
    assert.equal(withId("- a\n- b$0\n  - c\n"), "- a\n- b ^aaaaaa\n  - c\n");
    assert.equal(withId("- a\n  - [ ] $0c\n"), "- a\n  - [ ] c ^aaaaaa\n");
    assert.equal(withId("$0- a\n"), "- a ^aaaaaa\n");
  });

  it("is the paragraph of a quote", () => assert.equal(withId("> so$0 it is\n"), "> so it is ^aaaaaa\n"));

  it("has it below where it would be part of what is shown", () => {
    assert.equal(withId("| a | b |\n|---|---|\n| c$0 | d |\n"), "| a | b |\n|---|---|\n| c | d |\n\n^aaaaaa\n");
    assert.equal(withId("```\nx$0\n```\nNext.\n"), "```\nx\n```\n\n^aaaaaa\n\nNext.\n");
    assert.equal(withId("Title$0\n===\n\nText.\n"), "Title\n===\n\n^aaaaaa\n\nText.\n");
  });

  it("keeps the id it has, behind it or below", () => {
    assert.equal(withId("So$0 it is. ^old\n"), "old");
    assert.equal(withId("| a |\n|---|\n| c$0 |\n\n^tab\n"), "tab");
  });

  it("gets one that no other block has", () => assert.equal(withId("x ^aaaaab\n\ny$0\n"), "x ^aaaaab\n\ny ^aaaaaa\n"));

  it("is none between blocks and in the front matter", () => {
    assert.equal(withId("One.\n\n$0\n\nTwo.\n"), undefined);
    assert.equal(withId("---\ntitle: x$0\n---\nOne.\n"), undefined);
  });
});
