// Problems that a note has with others: doubtful names and shared titles; and the severities that can be set.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkDiagnostics, diagnosticSettings, problemsText } from "./check";
import { dedent, fixture } from "./fixture";

/** The problems of the first note, with the other places they name. */
const checkProblems = (source: string, expected: string, path?: string) =>
  assert.equal(problemsText(fixture(source), path), dedent(expected).trim());

describe("ambiguous-reference", () => {
  it("names the note that is used and those that answer as well", () => {
    checkProblems(
      `
      //- /a.md
      [[b]]
      //- /x/b.md
      # One
      //- /y/b.md
      # Two
      `,
      `
      warning ambiguous-reference: “b” could be any of 2 notes; x/b.md is used.
        -> x/b.md: x/b.md is used.
        -> y/b.md: y/b.md answers as well.
      `,
    );
  });

  it("is not for the note's own folder, the shortest path or a path", () => {
    checkDiagnostics(`
      //- /s/a.md
      [[b]] [[c]] [[x/d]] [[d]]
                            ^ ambiguous-reference warning: “d” could be any of 2 notes
      //- /s/b.md
      # 1
      //- /x/b.md
      # 2
      //- /c.md
      # 3
      //- /x/c.md
      # 4
      //- /x/d.md
      # 5
      //- /y/d.md
      # 6
    `);
  });

  it("names ten places at most", () => {
    const holders = Array.from({ length: 14 }, (_, index) => `//- /d${10 + index}/b.md\n# Title ${index} here`).join("\n");
    const lines = problemsText(fixture(`//- /a.md\n[[b]]\n${holders}`)).split("\n");
    assert.equal(lines[0], "warning ambiguous-reference: “b” could be any of 14 notes; d10/b.md is used.");
    assert.equal(lines.length, 11);
  });
});

describe("duplicate-title", () => {
  it("is for two notes that declare one title, on both, each naming the other", () => {
    const source = `
      //- /a.md
      ---
      title: Does it work?
      ---
      //- /b.md
      ---
      title: does it work
      ---
    `;
    checkProblems(source, "warning duplicate-title: b.md has the same title.\n  -> b.md: b.md has the title “does it work”.");
    checkProblems(source, "warning duplicate-title: a.md has the same title.\n  -> a.md: a.md has the title “Does it work?”.", "b.md");
  });

  it("stands under the title", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      title: Does it work?
             ^^^^^^^^^^^^^ duplicate-title warning: b.md has the same title.
      ---
      //- /b.md
      ---
      title: Does it work?
             ^^^^^^^^^^^^^ duplicate-title warning: a.md has the same title.
      ---
    `);
  });

  it("is not for equal headings that nobody links by", () => {
    checkDiagnostics(`
      //- /x/a.md
      # Notes
      //- /y/b.md
      # Notes
      //- /z/notes.md
    `);
  });

  it("is for equal headings that somebody links by", () => {
    checkDiagnostics(`
      //- /x/a.md
      # Does it work?
      ^^^^^^^^^^^^^^^ duplicate-title warning: y/b.md has the same title.
      //- /y/b.md
      # Does it work?
      ^^^^^^^^^^^^^^^ duplicate-title warning: x/a.md has the same title.
      //- /z/c.md
      [[Does it work?]]
        ^^^^^^^^^^^^^ ambiguous-reference warning
    `);
  });

  it("is for equal headings that somebody links a part of by", () => {
    checkDiagnostics(`
      //- /x/a.md
      # Does it work?
      ^^^^^^^^^^^^^^^ duplicate-title warning: y/b.md has the same title.
      ## Why
      //- /y/b.md
      # Does it work?
      ^^^^^^^^^^^^^^^ duplicate-title warning: x/a.md has the same title.
      //- /z/c.md
      [[Does it work?#Why]]
        ^^^^^^^^^^^^^^^^^ ambiguous-reference warning
    `);
  });

  it("is not between workspace folders, nor between a note and a topic note", () => {
    checkDiagnostics(`
      //- one:/a.md
      ---
      title: Does it work?
      ---
      //- two:/a.md
      ---
      title: Does it work?
      ---
      //- one:/t.md
      ---
      type: topic
      title: Does it work?
      ---
    `);
  });

  it("names ten other notes at most", () => {
    const notes = Array.from({ length: 14 }, (_, index) => `//- /n${10 + index}.md\n---\ntitle: T?\n---`).join("\n");
    const lines = problemsText(fixture(notes)).split("\n");
    assert.equal(lines[0], "warning duplicate-title: 13 other notes have the same title, n11.md among them.");
    assert.equal(lines.length, 11);
  });
});

describe("severities", () => {
  it("can be changed or switched off, each code for itself", () => {
    const notes = `
      //- /a.md
      ---
      title: T
      summary: [x]
      ---
      [[Nowhere]] [[b]]
      //- /x/b.md
      //- /y/b.md
      ---
      title: T
      ---
    `;
    const codes = (severity: Record<string, string>) =>
      problemsText(fixture(notes), "a.md", diagnosticSettings(severity))
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith(" "))
        .map((line) => line.split(":")[0]);
    assert.deepEqual(codes({}), [
      "warning duplicate-title",
      "warning front-matter",
      "error broken-reference",
      "warning ambiguous-reference",
    ]);
    assert.deepEqual(codes({ "front-matter": "hint", "broken-reference": "off" }), [
      "warning duplicate-title",
      "hint front-matter",
      "warning ambiguous-reference",
    ]);
    assert.deepEqual(
      codes({ "duplicate-title": "error", "front-matter": "off", "broken-reference": "warning", "ambiguous-reference": "off" }),
      ["error duplicate-title", "warning broken-reference"],
    );
  });
});
