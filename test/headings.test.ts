// Headings, anchors and the title of a note as they are read from its body.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseBody } from "../server/core/body";
import { noteOf } from "./noteText";

describe("headings", () => {
  const headings = (text: string) =>
    parseBody(text, 0).headings.map(({ level, text: words, range }) => `${level} ${words} = ${text.slice(range.start, range.end)}`);

  it("are read without their marks", () => {
    assert.deepEqual(headings("# Is *it* `so`?\n## A ~~b~~ **c** ##\nD\n===\n\nE\n---\n"), [
      "1 Is it so? = # Is *it* `so`?",
      "2 A b c = ## A ~~b~~ **c** ##",
      "1 D = D\n===",
      "2 E = E\n---",
    ]);
  });

  it("keep the words of links, and lose block ids, comments and tags", () => {
    assert.deepEqual(
      headings("# [A](b.md) and [[C|d]] and [[E]]\n## F ^id\n## G %%h%% <b>I</b> <!-- j -->\n## K\\*").map((it) => it.split(" = ")[0]),
      ["1 A and d and E", "2 F", "2 G I", "2 K*"],
    );
  });

  it("are none in code, without a blank, or with seven marks", () => {
    assert.deepEqual(headings("```\n# A\n```\n#tag\n\n####### B\n\n    # C\n"), []);
  });
});

describe("anchors", () => {
  const anchors = (text: string) =>
    parseBody(text, 0).anchors.map(({ kind, id, range }) => `${kind} ${id} = ${text.slice(range.start, range.end)}`);

  it("stand at the end of a block or behind it", () => {
    assert.deepEqual(
      anchors("Some text ^a-1\n\n- item ^b\n- [ ] task ^c\n\n> quote\n> more ^d\n\n| a |\n| - |\n| b |\n\n^table\n\n# Heading ^e\n"),
      ["block a-1 = ^a-1", "block b = ^b", "block c = ^c", "block d = ^d", "block table = ^table", "block e = ^e"],
    );
  });

  it("are none in the middle, without a blank before, or with other letters", () => {
    assert.deepEqual(anchors("x ^a y\n\nx^b\n\nx ^c_d\n\nx [^1]\n\n`x ^d`\n\n    x ^e\n"), []);
  });

  it("are ids and names of HTML elements", () => {
    assert.deepEqual(anchors('<a id="x"></a> text <a name=y>\n\n<div class="c" id=\'z\'>\n</div>\n'), [
      'html x = id="x"',
      "html y = name=y",
      "html z = id='z'",
    ]);
  });
});

describe("the title", () => {
  it("is the front matter's, else the first level-1 heading, else the file's name", () => {
    assert.equal(noteOf("---\ntitle: A?\n---\n# B?").title.text, "A?");
    assert.equal(noteOf("## Sub\n\n# B *or* c?\n\n# D").title.text, "B or c?");
    assert.equal(noteOf("## Only a sub-heading", "sub/does-it_work.md").title.text, "does it work");
    assert.equal(noteOf("---\ntitle:\n---\n# B?").title.from, "heading");
  });
});
