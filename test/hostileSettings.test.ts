// Globs, ignore rules and settings of strangers: what they match is found in time in proportion to them, and what is too much of them is told.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { gitignoreOf } from "../server/host/gitignore";
import { globsOf } from "../server/host/globs";
import { quaestio } from "./commandLine";
import { growth } from "./growth";
import { removeFolder, tempFolder } from "./tempFolder";

const repeated = (text: string) => (size: number) => text.repeat(size);

/** Globs that take others' readers time without end, and a path for each. */
const endless: readonly (readonly [glob: (size: number) => string, path: (size: number) => string])[] = [
  [() => "+([a]|a)x", repeated("a")],
  [() => "+(ab|abab)", (size) => `${"ab".repeat(size)}x`],
  [() => "+({a,aa})", (size) => `${"a".repeat(size)}x`],
  [() => "*(a|?(a))x", repeated("a")],
  [() => "!(!(!(a*)))*b", repeated("a")],
  [() => "*a*a*a*a*a*a*a*a*a*b", repeated("a")],
  [(size) => `${"*a".repeat(size)}b`, repeated("a")],
  [() => `${"**/a/".repeat(14)}b`, (size) => `${"a/".repeat(size)}c`],
  [(size) => "*[!".repeat(size), repeated("a")],
  [(size) => `${"**/".repeat(size)}b`, (size) => `${"a/".repeat(size)}c`],
];

describe("globs of strangers", () => {
  for (const [glob, path] of endless) {
    it(`take no time without end: ${glob(2)} on ${path(2)}`, () =>
      assert.ok(growth((size) => void globsOf([glob(size)]).matches(path(size)), 40) < 30));

    it(`take none in a .gitignore either: ${glob(2)}`, () =>
      assert.ok(growth((size) => void gitignoreOf(glob(size)).verdictOn(path(size), "file"), 40) < 30));
  }

  it("may have braces, which stand for a hundred others at most", () => {
    assert.deepEqual(globsOf(["{a,b}/{1..50}.md"]).faults, []);
    const { matches, faults } = globsOf(["{a,b}".repeat(20), "c.md", "{1..1000000}"]);
    assert.deepEqual(faults, [
      "The glob “{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}…” is not used: it stands for more than 100 others.",
      "The glob “{1..1000000}” is not used: it stands for more than 100 others.",
    ]);
    assert.ok(matches("c.md") && !matches("1"));
  });

  it("that cannot be read are named", () => {
    const { matches, faults } = globsOf(["drafts/[a-c", "\\[a.md", "[ab].md", "?(".repeat(125), "[]]"]);
    assert.deepEqual(faults, ["The glob “drafts/[a-c” is not used: it has a “[” that no “]” closes."]);
    for (const path of ["[a.md", "b.md", "]"]) assert.ok(matches(path), path);
  });

  it("may be 250 characters long, and two hundred in one list", () => {
    const { matches, faults } = globsOf(["a".repeat(251), ...Array.from({ length: 200 }, (_, at) => `n${at}.md`)]);
    assert.deepEqual(faults, [
      "Of 201 globs in one list the first 200 are used.",
      `The glob “${"a".repeat(40)}…” is not used: it has more than 250 characters.`,
    ]);
    assert.ok(matches("n198.md") && !matches("n199.md") && !matches("a".repeat(251)));
  });
});

describe("a vault with globs of strangers", () => {
  const settings = {
    notes: { include: ["**/*.md", "+([a]|a)x", `${"*a".repeat(9)}b`], exclude: ["+({a,aa})x", "{a,b}".repeat(20)] },
    ignore: { "*": ["+(ab|abab)", "b".repeat(251)] },
  };
  let root = "";

  before(() => {
    root = tempFolder({
      ".quaestio.json": JSON.stringify(settings),
      ".gitignore": `${"**/a/".repeat(14)}b\n${"*a".repeat(60)}b\n${"n\n".repeat(5000)}`,
      [`${"a/".repeat(40)}${"a".repeat(200)}.md`]: "# Why?\n\n[[Nowhere]]\n",
      "n.md": "# How?\n",
    });
  });
  after(() => removeFolder(root));

  it("is checked as any other, and what is too much is told", () => {
    const { status, out, err } = quaestio(root, "check", "--no-cache");
    assert.equal(status, 1, err);
    assert.match(out, /broken-reference No note/);
    assert.match(out, / in 2 notes /);
    assert.deepEqual(err.split("\n"), [
      "quaestio: The glob “{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}…” is not used: it stands for more than 100 others.",
      "quaestio: The glob “bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…” is not used: it has more than 250 characters.",
      "quaestio: .gitignore is not followed in all it says. Of its 5002 rules the first 5000 count.",
      "",
    ]);
  });
});

describe("a vault with settings of strangers", () => {
  let root = "";

  before(() => {
    const strange = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`n${at}`, 1]));
    root = tempFolder({
      ".quaestio.json": JSON.stringify({ notes: { maxSize: 1e12 }, ...strange }),
      ".gitignore": "#".repeat(1_000_001),
      "large.md": "x".repeat(5_000_001),
    });
  });
  after(() => removeFolder(root));

  it("reads no note of any size, and tells of what it does not follow in few lines", () => {
    const { out, err } = quaestio(root, "check", "--no-cache");
    assert.match(
      out,
      /^large\.md:1:1 warning unreadable-note This note has 5\.0 MB, more than the 5\.0 MB that quaestio\.notes\.maxSize allows/,
    );
    const lines = err.trimEnd().split("\n");
    assert.equal(lines.length, 23);
    assert.match(lines[0] ?? "", /^quaestio: Setting ignored in \.quaestio\.json: n0 is no setting; /);
    assert.deepEqual(lines.slice(-3), [
      "quaestio: Setting ignored in .quaestio.json: 4980 more of this kind.",
      "quaestio: Setting ignored: notes.maxSize should be a number of bytes, at most 20000000.",
      "quaestio: .gitignore is not followed in all it says. This file has 1.0 MB, more than the 1.0 MB up to which it is read.",
    ]);
  });
});

describe("globs of a folder", () => {
  for (const [glob, path, isMeant] of [
    ["drafts/**", "drafts/a/b.md", true],
    ["drafts/**", "old/drafts/a.md", false],
    ["./drafts/*.md", "drafts/a.md", true],
    ["**/*.{md,markdown}", "a/b.markdown", true],
    ["*.md", "a/b.md", false],
    ["[a-c]?.md", "b1.md", true],
    ["#1.md", "#1.md", true],
    ["\\*.md", "*.md", true],
    ["\\*.md", "a.md", false],
    ["a\\b.md", "a/b.md", false],
    ["!a.md", "b.md", true],
    ["!a.md", "a.md", false],
    ["@(a|b).md", "a.md", true],
    [".obsidian/**", ".obsidian/a.md", true],
    ["A.md", "a.md", false],
    ["", "a.md", false],
  ] as const)
    it(`“${glob}” ${isMeant ? "means" : "does not mean"} ${path}`, () => assert.equal(globsOf([glob]).matches(path), isMeant));
});
