// Long runs of one character inside a text, which an expression for the end of a text begins at again and again. By growth, never by the clock.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { faultIn, paperOf } from "../server/core/citations";
import { parseFrontMatter } from "../server/core/frontMatter";
import { titleKey } from "../server/core/key";
import { defaultSettings } from "../server/core/settings";
import { fileNameOf } from "../server/features/fileNames";
import { filled } from "../server/features/filledTemplate";
import { phraseOf } from "../server/features/rename/wording";
import { headingChanges, scalarChanges } from "../server/features/rename/writing";
import { policyFor } from "../server/host/policy";
import { growth } from "./growth";

const filling = { title: "T", topics: ["t"], sources: ["s"], links: ["l"], today: "2026-01-01" };
const wholeOf = (text: string) => ({ range: { start: 0, end: text.length } });

/** What is made of a text with a run of so many characters. */
const works: Readonly<Record<string, (run: (character: string) => string) => unknown>> = {
  "a title with dots inside": (run) => titleKey(`a${run(".")}b?`),
  "a citation of question marks": (run) => paperOf(`${run("?")}\u2028x`),
  "a source of question marks": (run) => faultIn(`${run("?")}\u2028x`),
  "a source over two lines with blanks inside": (run) => parseFrontMatter(`---\nsources:\n  - "a${run(" ")}b\n    c"\n---\n`),
  "the name of a file with dots inside": (run) => fileNameOf(`a${run(".")}b`),
  "the phrase of a title with dots inside": (run) => phraseOf(`a${run("?")}b`),
  "a template with a return inside a line": (run) => filled(`${run("a")}\rb`, filling),
  "an item of a template with blanks inside": (run) => filled(`- y${run(" ")}x{{title}}`, filling),
  "a field of a template with blanks inside": (run) => filled(`---\ntitle: {{title}}${run(" ")}x\n---\n`, filling),
  "a heading with blanks inside": (run) => ((text) => headingChanges(text, wholeOf(text), "b"))(`# a${run(" \t")}b`),
  "a value with blanks inside": (run) => ((text) => scalarChanges(text, { start: 0, end: text.length }, "b"))(`a${run(" ")}b`),
};

describe("a long run of one character", () => {
  for (const [what, work] of Object.entries(works))
    it(`makes ${what} no slower than its length`, () =>
      assert.ok(growth((size) => void work((character) => character.repeat(size)), 8000) < 9));
});

describe("ignore rules in folders within folders", () => {
  it("count together for a path, so many at most, and the rest is told", () => {
    const policy = policyFor(defaultSettings.notes, []);
    const rules = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}${at}.md`).join("\n");
    assert.equal(policy.addGitignore("", rules("n", 3000)), undefined);
    assert.equal(policy.addGitignore("b", rules("m", 2000)), undefined);
    assert.equal(policy.addGitignore("a", "x.md"), undefined);
    assert.equal(policy.addGitignore("a/b", rules("m", 3000)), "Of its 3000 rules the first 1999 count.");
    const asked = ["n2999.md", "b/n2999.md", "b/m1999.md", "a/x.md", "a/b/m1998.md", "a/b/m1999.md"];
    assert.deepEqual(asked.map(policy.isNote), [false, false, false, false, false, true]);
  });

  it("are heard of when they come later", () => {
    const policy = policyFor(defaultSettings.notes, []);
    assert.deepEqual([policy.isNote("a/b/c.md"), policy.skipsFolder("a/b")], [true, false]);
    policy.addGitignore("a", "b/");
    assert.deepEqual([policy.isNote("a/b/c.md"), policy.skipsFolder("a/b")], [false, true]);
    policy.addGitignore("", "!b/");
    assert.deepEqual([policy.isNote("a/b/c.md"), policy.skipsFolder("a/b")], [false, true]);
    policy.addGitignore("a", "");
    assert.deepEqual([policy.isNote("a/b/c.md"), policy.skipsFolder("a/b")], [true, false]);
  });

  it("take time in proportion to how deep they lie", () => {
    const deep = (depth: number) => {
      const policy = policyFor(defaultSettings.notes, []);
      let folder = "";
      for (let level = 0; level < depth; level++) {
        policy.addGitignore(folder, "x*y");
        policy.isNote(`${folder}/a.md`);
        folder = folder === "" ? "d" : `${folder}/d`;
      }
    };
    // Each note is held against the rules of all folders above it.
    assert.ok(growth(deep, 60) < 30);
  });
});
