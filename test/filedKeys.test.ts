// Keys are filed by numbers worked out of them: whatever is sought is found where it is offered.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { isVoid, keysOf, type LookUp } from "../server/index/keys";
import { siteOf, sitesSought } from "../server/index/sites";
import { SiteTable } from "../server/index/siteTable";
import { anyName, anyText } from "./anyText";

const vault = "memory:///vault" as NoteUri;

const endings = ["", ".md", ".MD", "/", "/index", "/Index.md", "/README.md", "/readme", "/.md", "/xindex", "?", "?.md", " "];
const target = fc.tuple(fc.oneof(anyName, anyText), fc.constantFrom(...endings)).map((parts) => parts.join(""));
const path = fc.tuple(fc.constantFrom("", "sub/", "../", "/", "./"), target).map((parts) => parts.join(""));

describe("the sites of a reference", () => {
  it("are those of all keys that it depends on", () => {
    const lookUps: readonly LookUp[] = ["paths", "pathsAndNames"];
    fc.assert(
      fc.property(path, fc.constantFrom("a.md", "sub/deep/a.md"), fc.constantFrom(...lookUps), (written, from, lookUp) => {
        const file = { uri: `${vault}/${from}` as NoteUri, folder: vault, path: from, modified: 0 };
        const note = parseNote(file, `[[${written}]] [x](<${written}>)`, { topicsFromTags: false });
        for (const reference of note.references) {
          const sites = new Set(sitesSought(note, reference, lookUp));
          for (const key of keysOf(note, reference, lookUp)) assert.ok(isVoid(key) || sites.has(siteOf(key)), key);
        }
      }),
      { numRuns: 1500, seed: 4 },
    );
  });

  it("are one for a title and a file of one name, and one for all paths that a link may mean", () => {
    assert.equal(siteOf("t:zebra"), siteOf("n:zebra"));
    const spellings = ["p:a", "p:a.md", "p:a/index.md", "p:a/readme.md"] as const;
    assert.equal(new Set(spellings.map(siteOf)).size, 1);
    assert.notEqual(siteOf("p:a"), siteOf("n:a"));
    assert.notEqual(siteOf("p:reindex.md"), siteOf("p:re"));
  });
});

describe("a table of sites", () => {
  it("holds what was put in and not taken out", () => {
    // Few sites that end alike, so that chains grow long; many notes, so that the table grows.
    const site = fc.integer({ min: 0, max: 30 }).map((it) => (it * 0x10001) >>> 0);
    const pair = fc.tuple(site, fc.integer({ min: 0, max: 200 }));
    const step = fc.record({ isAdded: fc.boolean(), pair });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4000, size: "max" }), (steps) => {
        const table = new SiteTable();
        const model = new Map<number, Set<number>>();
        for (const { isAdded, pair } of steps) {
          const [at, note] = pair;
          const notes = model.get(at) ?? new Set();
          model.set(at, notes);
          if (isAdded === notes.has(note)) continue;
          if (isAdded) table.add(at, note);
          else table.delete(at, note);
          if (isAdded) notes.add(note);
          else notes.delete(note);
        }
        for (const [at, notes] of model) {
          assert.deepEqual(
            table.at(at),
            [...notes].sort((a, b) => a - b),
          );
          assert.equal(table.has(at), notes.size > 0);
        }
        const pairs = [...model].flatMap(([at, notes]) => [...notes].map((note) => `${at} ${note}`));
        assert.deepEqual([...table.pairs()].map((it) => it.join(" ")).sort(), pairs.sort());
      }),
      { numRuns: 60, seed: 4 },
    );
  });
});
