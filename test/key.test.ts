// The keys under which notes are found, and the one identity of a file.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { exactKey, headingKey, joinPath, stemKey, titleKey, titleOfStem, topicId, topicLabel } from "../server/core/key";
import type { NoteUri } from "../server/core/note";
import { encodedUri, fileUri, noteUri, pathBelow, uriBelow } from "../server/core/noteUri";
import { decodeText, lineStartsOf, positionAt } from "../server/core/text";

const same = (key: (text: string) => string, a: string, b: string) => assert.equal(key(a), key(b), `${a} and ${b}`);
const different = (key: (text: string) => string, a: string, b: string) => assert.notEqual(key(a), key(b), `${a} and ${b}`);

describe("titleKey", () => {
  it("does not mind case, blanks, curly quotes, composed letters and the closing mark", () => {
    same(titleKey, "Does it work?", "does  it\twork");
    same(titleKey, "Is it so?!", "Is it so.");
    same(titleKey, "What’s “new”?", 'What\'s "new"?');
    same(titleKey, "caf\u00e9", "cafe\u0301");
    same(titleKey, "ΟΔΟΣ", "οδος");
    same(titleKey, "STRASSE", "strasse");
  });

  it("minds everything else", () => {
    different(titleKey, "Does it work?", "Does it: work?");
    different(titleKey, "Who? What", "Who What");
    different(titleKey, "résumé", "resume");
    different(titleKey, "C#", "C");
  });

  it("is empty for a title of marks alone", () => {
    assert.equal(titleKey("?!"), "");
    assert.equal(titleKey(" ... "), "");
  });

  it("leaves exact punctuation to the exact key", () => {
    different(exactKey, "X?", "X");
    different(exactKey, "X", "x");
    same(exactKey, " a  b ", "a b");
  });
});

describe("stemKey", () => {
  it("drops .md in any case and no other ending", () => {
    same(stemKey, "Note.md", "note");
    same(stemKey, "Note.MD", "note");
    assert.equal(stemKey("v1.2 results"), "v1.2 results");
    assert.equal(stemKey("Why use Node.js"), "why use node.js");
    different(stemKey, "why?", "why");
  });
});

describe("a title made of a file name", () => {
  it("turns dashes and underscores into blanks", () => {
    assert.equal(titleOfStem("sub/does-it_work.md"), "does it work");
    assert.equal(titleOfStem("v1.2-results.md"), "v1.2 results");
    assert.equal(titleOfStem("---.md"), "---");
  });
});

describe("headingKey", () => {
  it("holds for the heading, its slug and its markup alike", () => {
    for (const written of ["Does it work?", "does-it-work", "Does it *work*", "DOES IT WORK", "Does_it `work`"])
      same(headingKey, "Does it work?", written);
    same(headingKey, "Für “Straße”", "für straße");
    same(headingKey, "日本語の見出し", "日本語の見出し");
  });

  it("tells other words apart, and headings of marks alone", () => {
    different(headingKey, "Does it work?", "Does it");
    different(headingKey, "+", "-");
  });
});

describe("topics", () => {
  it("have one id in every spelling", () => {
    for (const path of [
      "Reinforcement Learning / RL Systems",
      "reinforcement-learning/rl-systems",
      "#Reinforcement-Learning/RL-Systems/",
      "/reinforcement-learning//rl-systems",
    ])
      assert.equal(topicId(path), "reinforcement-learning/rl-systems");
  });

  it("are labelled by their last word in title case", () => {
    assert.equal(topicLabel("reinforcement-learning/reward_models"), "Reward Models");
    assert.equal(topicLabel("über-blick"), "Über Blick");
  });
});

describe("joinPath", () => {
  it("works out dots and starts at the root with a slash", () => {
    assert.equal(joinPath("a/b", "../c.md"), "a/c.md");
    assert.equal(joinPath("a/b", "./c.md"), "a/b/c.md");
    assert.equal(joinPath("a/b", "/c.md"), "c.md");
    assert.equal(joinPath("", "c/"), "c");
  });

  it("says when a path leads out of the vault", () => {
    assert.equal(joinPath("a", "../../c.md"), undefined);
    assert.equal(joinPath("", "../c.md"), undefined);
  });
});

describe("noteUri", () => {
  for (const [written, meant] of [
    ["file:///vault/sub/../../secret.md", "file:///secret.md"],
    ["file:///vault/%2e%2e/%2E./secret.md", "file:///secret.md"],
    ["file:///vault/./a/.", "file:///vault/a"],
    ["file:///../..", "file:///"],
    ["file:///vault/...md/..a/b..", "file:///vault/...md/..a/b.."],
  ] as const)
    it(`takes ${written} for what it leads to`, () => {
      assert.equal(noteUri(written), meant);
      assert.equal(pathBelow("file:///vault" as NoteUri, noteUri(written)) !== undefined, meant.startsWith("file:///vault/"));
    });

  it("is one for all spellings of a file", () => {
    const spellings = ["file:///c%3A/notes/a%20%28b%29%3F.md", "file:///C:/notes/a%20(b)%3f.md", "file:///c:/notes/a (b)%3F.md"];
    for (const spelling of spellings) assert.equal(noteUri(spelling), "file:///c:/notes/a (b)?.md");
    assert.equal(noteUri("file:///n/%40%2B%2C.md"), noteUri("file:///n/@+,.md"));
  });

  it("goes out and comes back, whatever the name holds", () => {
    for (const name of ["why?.md", "c#.md", "100%.md", "a%20b.md", "ä ö.md", "a+b&c=d.md", "[x](y).md"]) {
      const uri = uriBelow(fileUri("/vault"), name);
      assert.equal(noteUri(encodedUri(uri)), uri, name);
      assert.equal(pathBelow(fileUri("/vault"), uri), name);
    }
  });

  it("keeps a git document apart from its file, and its versions apart", () => {
    const head = noteUri("git:/vault/a.md?%7B%22ref%22%3A%22HEAD%22%7D");
    assert.notEqual(head, noteUri("file:///vault/a.md"));
    assert.notEqual(head, noteUri("git:/vault/a.md?%7B%22ref%22%3A%22~%22%7D"));
  });

  it("does not take a folder for the start of another's name", () => {
    assert.equal(pathBelow(fileUri("/vault"), fileUri("/vault2/a.md")), undefined);
    assert.equal(pathBelow(fileUri("/vault/"), fileUri("/vault/a.md")), "a.md");
  });
});

describe("text", () => {
  it("counts lines as the editor does", () => {
    assert.deepEqual([...lineStartsOf("a\nb\r\nc\rd")], [0, 2, 5, 7]);
    assert.deepEqual(positionAt(lineStartsOf("a\r\nb🙂c"), 6), { line: 1, character: 3 });
    assert.deepEqual(positionAt(lineStartsOf(""), 5), { line: 0, character: 5 });
  });

  it("is decoded from UTF-8 and, with a mark, from UTF-16; other bytes are no text", () => {
    assert.equal(decodeText(Buffer.from("\ufeffä🙂")), "ä🙂");
    assert.equal(decodeText(Buffer.from("\ufeffä🙂", "utf16le")), "ä🙂");
    assert.equal(decodeText(Buffer.from("\ufeffä🙂", "utf16le").swap16()), "ä🙂");
    assert.equal(decodeText(Buffer.from([0x61, 0xff, 0x62])), undefined);
    assert.equal(decodeText(Buffer.from([])), "");
  });
});
