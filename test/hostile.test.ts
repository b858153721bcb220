// Notes that break parsers, and vaults that make work grow out of hand. Times are compared with each other, never with a clock's.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { defaultSeverity, type NoteUri } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { defaultSettings, readSettings } from "../server/core/settings";
import { diagnosticsOf } from "../server/features/diagnostics";
import { cardOf } from "../server/features/noteCard";
import { topics } from "../server/features/topics";
import { policyFor } from "../server/host/policy";
import { VaultIndex } from "../server/index/vaultIndex";
import { growth } from "./growth";

const folder = "memory:///vault" as NoteUri;
const settings = { scope: "vault", severity: defaultSeverity } as const;

function parsed(path: string, text: string) {
  return parseNote({ uri: `${folder}/${path}` as NoteUri, folder, path, modified: 0 }, text, { topicsFromTags: false });
}

function vaultOf(files: Readonly<Record<string, string>>): VaultIndex {
  const index = new VaultIndex();
  index.addFolder(folder, { isObsidian: false });
  for (const [path, text] of Object.entries(files)) index.add(parsed(path, text));
  return index;
}

const codes = (text: string) => parsed("a.md", text).problems.map(({ code }) => code);

/** How often references are resolved during some work. */
function resolutions(index: VaultIndex, work: () => void): number {
  const resolve = index.resolve.bind(index);
  let count = 0;
  index.resolve = (note, reference) => {
    count++;
    return resolve(note, reference);
  };
  work();
  return count;
}

describe("a hostile note", () => {
  it("with marks nested thousands deep is listed and says so", () => {
    assert.deepEqual(codes(`# ${"_a *b ".repeat(8000)}${"b* a_ ".repeat(8000)}`), ["unreadable-note"]);
  });

  it("with front matter nested thousands deep is not given to the YAML parser", () => {
    for (const deep of ["[".repeat(20_000) + "]".repeat(20_000), `\n${"- ".repeat(20_000)}x`]) {
      assert.deepEqual(codes(`---\ntitle: X\na: ${deep}\n---\n`), ["front-matter"]);
    }
  });

  it("with front matter of many fields takes time in proportion to them", () => {
    const fields = (count: number) => Array.from({ length: count }, (_, at) => `k${at}: {b: c}\n`).join("");
    assert.ok(growth((size) => void parsed("a.md", `---\n${fields(size)}---\n`), 1500) < 9);
  });

  it("with front matter of many quick lines is read, and else not where it is too long", () => {
    const items = "- What is it?\n".repeat(20_000);
    assert.deepEqual(codes(`---\nrelated:\n${items}---\n`), []);
    assert.deepEqual(codes(`---\nrelated:\n${items}a: {b: c}\n---\n`), ["front-matter"]);
  });

  it("with front matter nested as people nest it is read", () => {
    assert.deepEqual(codes("---\na: [[[x]]]\nb:\n  - - - y\n---\n"), []);
  });

  it("with a heading of 200 kB keeps others from nothing", () => {
    const index = vaultOf({ "a.md": `# ${"word ".repeat(40_000)}\n`, "b.md": `[[${"word ".repeat(39_999)}]]\n` });
    assert.equal([...index.notes()].flatMap((note) => diagnosticsOf(index, note, settings)).length, 1);
  });

  it("with a topic thousands of levels deep leaves the tree readable", () => {
    const index = vaultOf({ "a.md": `---\ntopics: ["${"a/".repeat(12_000)}"]\n---\n`, "b.md": "---\ntopics: [b]\n---\n" });
    assert.deepEqual(
      topics(index).map(({ label }) => label),
      ["A", "B"],
    );
  });

  it("takes time in proportion to its length", () => {
    assert.ok(growth((size) => void parsed("a.md", "A short paragraph of words.\n\n".repeat(size)), 2500) < 10);
  });

  // Four times as long took sixteen times as long: the parser looked to the end of the paragraph for the end of each destination.
  for (const [what, unit] of [
    ["links that nobody closes", "[a]("],
    ["titles of links that nobody closes", "[a](b ("],
    ["images that nobody closes", "![a](b("],
  ] as const)
    it(`of ${what} takes time in proportion to its length`, () => {
      assert.ok(growth((size) => void parsed("a.md", unit.repeat(size)), 5000) < 9);
    });

  for (const [what, unit] of [
    ["emphasis that nobody closes", "*a"],
    ["emphasis that nobody opens", "a* "],
    ["brackets that nobody opens", "]*"],
    ["brackets in words", "[^a]"],
    ["comments that nobody closes", "a <!--"],
    ["addresses that nobody closes", "<a:"],
    ["addresses", "https://x.org/a "],
    ["parentheses behind an address", "https://x.org/a))))))))))))))))"],
    ["spans of code that nobody closes", "a``b`c```"],
    ["quotes in quotes", ">"],
    ["lists in lists", "+ "],
  ] as const)
    it(`of ${what} takes time in proportion to its length`, () => {
      // A formula is nothing for the quick reader.
      assert.ok(growth((size) => void parsed("a.md", `$a$ b\n${unit.repeat(size)}`), Math.ceil(8000 / unit.length)) < 10);
    });

  it("of blanks between two words takes time in proportion to its length", () => {
    assert.ok(growth((size) => void parsed("a.md", `$a$ b${" ".repeat(size)}c`), 8000) < 10);
  });

  it("of blank lines in a thousand lists takes time in proportion to its length", () => {
    assert.ok(growth((size) => void parsed("a.md", `${"+ ".repeat(size)}a${"\n".repeat(size)}`), 2000) < 10);
  });

  it("says from where its marks are text, and has the links before and in other paragraphs", () => {
    const text = `[a](a.md) [[b]] ${"*a".repeat(30_000)} $a$ [c](c.md)\n\n[[d]]\n`;
    const { problems, references } = parsed("a.md", text);
    assert.deepEqual(
      problems.map(({ code, range }) => [code, text.slice(range.start, range.end)]),
      [["unreadable-note", "*"]],
    );
    assert.deepEqual(
      references.map(({ kind }) => kind),
      ["markdown", "wiki", "wiki"],
    );
  });

  it("of links that nobody closes still has those of other paragraphs", () => {
    const { references } = parsed("a.md", `${"[a](".repeat(50_000)}\n\n[b](c.md) and [[d]]\n`);
    assert.deepEqual(
      references.map(({ kind }) => kind),
      ["markdown", "wiki"],
    );
  });
});

describe("a hostile vault", () => {
  it("with an empty glob among its settings is read all the same", () => {
    const { settings: read, complaints } = readSettings([{ notes: { exclude: [""] } }]);
    assert.equal(complaints.length, 1);
    assert.equal(policyFor({ ...read.notes, exclude: [""] }, [""]).isNote("a.md"), true);
    assert.equal(policyFor(defaultSettings.notes, []).isNote("a.md"), true);
  });

  it("of one title asks once what the links by it mean, not once for each note", () => {
    const size = 60;
    const index = vaultOf(Object.fromEntries(Array.from({ length: size }, (_, i) => [`${i}/a.md`, "# Notes\n\n[[Notes]]\n"])));
    const count = resolutions(index, () => {
      for (const note of index.notes()) diagnosticsOf(index, note, settings);
    });
    assert.ok(count <= 2 * size, `${count} resolutions`);
  });

  it("with an index of all notes looks at one of its links for each note, not at all of them", () => {
    const size = 200;
    const names = Array.from({ length: size }, (_, i) => `n${i}`);
    const files = Object.fromEntries(names.map((name) => [`${name}.md`, `# Note ${name}\n`]));
    const index = vaultOf({ ...files, "index.md": names.map((name) => `- [[${name}]]`).join("\n") });
    const count = resolutions(index, () => {
      for (const note of index.notes()) cardOf(index, note, diagnosticsOf(index, note, settings));
    });
    assert.ok(count <= 4 * size, `${count} resolutions`);
  });
});
