// What is reported, where, how gravely and in which words; and what is not.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkDiagnostics, diagnosticSettings, problemsText } from "./check";
import { dedent, fixture } from "./fixture";

/** The problems of the first note, with the other places they name. */
const checkProblems = (source: string, expected: string, path?: string) =>
  assert.equal(problemsText(fixture(source), path), dedent(expected).trim());

describe("broken-reference", () => {
  it("stands under a target that nothing answers", () => {
    checkDiagnostics(`
      //- /a.md
      See [[Nowhere]] and [[b]] and ![[plot.png|100]] and [x](c.md "title").
            ^^^^^^^ broken-reference error: No note, file or image answers “Nowhere”.
                                       ^^^^^^^^ broken-reference error: No note, file or image answers “plot.png”.
                                                              ^^^^ broken-reference error: No file answers “c.md”.
      //- /b.md
    `);
  });

  it("stands under an item of related:, quoted or not", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      related: ["[[Nowhere]]", "[[b]]"]
                   ^^^^^^^ broken-reference error
      ---
      //- /b.md
      ---
      related: [[Nowhere]]
                 ^^^^^^^ broken-reference error
      ---
    `);
  });

  it("is not for what is no reference", () => {
    checkDiagnostics(`
      //- /a.md
      \`[[A]]\` %%[[B]]%% $c[[0]]$ <!-- [[D]] --> \\[[E]] [^1] [@key] https://example.com/[[f]] [[{{title}}]]

      - [ ] [x](https://example.com) [y](mailto:a@b.c)

      [^1]: Note.
    `);
  });

  it("is not for a path outside the vault, where nothing was asked", () => {
    checkDiagnostics(`
      //- /a.md
      [x](../other/b.md)
    `);
  });
});

describe("an open question", () => {
  it("is a broken reference of its own, lower severity", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      related: ["[[Is water wet?]]"]
                   ^^^^^^^^^^^^^ broken-reference information open-question: “Is water wet?” is a question no note answers yet.
      ---
      See [[Is water wet?]] and [[Is water wet?|this]].
            ^^^^^^^^^^^^^ broken-reference information open-question
                                  ^^^^^^^^^^^^^ broken-reference information open-question
    `);
  });

  it("is none without a question mark, with a path or with a part", () => {
    checkDiagnostics(`
      //- /a.md
      [[Water is wet]] [[sub/Is water wet?]] [[Is water wet?#Why]]
        ^^^^^^^^^^^^ broken-reference error
                         ^^^^^^^^^^^^^^^^^ broken-reference error
                                               ^^^^^^^^^^^^^^^^^ broken-reference error
    `);
  });

  it("may name a version or a program", () => {
    checkDiagnostics(`
      //- /a.md
      [[Why use Node.js?]] [[What changed in v1.2?]]
        ^^^^^^^^^^^^^^^^ broken-reference information open-question
                             ^^^^^^^^^^^^^^^^^^^^^ broken-reference information open-question
    `);
  });

  it("is a typing error where a title or alias comes close", () => {
    checkDiagnostics(`
      //- /a.md
      [[Does reinforcement learning wrok?]] [[Does learning by reinforcement work?]] [[Does supervised learning pay off?]]
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-reference error: No note, file or image answers “Does reinforcement learning wrok?”. Did you mean “Does reinforcement learning work?”?
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-reference error: No note, file or image answers “Does learning by reinforcement work?”. Did you mean
                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-reference information open-question
      //- /b.md
      # Does reinforcement learning work?
    `);
  });

  it("has a severity of its own to set", () => {
    const source = (mark: string) => `
      //- /a.md
      [[Is water wet?]] [[Nowhere]]
      ${mark}
    `;
    checkDiagnostics(source("                    ^^^^^^^ broken-reference error"), { "open-question": "off" });
    checkDiagnostics(source("  ^^^^^^^^^^^^^ broken-reference hint open-question"), { "open-question": "hint", "broken-reference": "off" });
  });
});

describe("broken-heading and broken-block", () => {
  it("stand under the target of a note without such a part, and name the note", () => {
    checkDiagnostics(`
      //- /a.md
      [[b#Nope]] [[b#^nope]] [x](b.md#nope) [[b#Setup]] [[#Nope]]
        ^^^^^^ broken-heading error: “B?” has no heading “Nope”.
                   ^^^^^^^ broken-block error: “B?” has no block “^nope”.
                                 ^^^^^^^^^ broken-heading error: “B?” has no heading “nope”.
                                                          ^^^^^ broken-heading error: “a” has no heading “Nope”.
      //- /b.md
      # B?
      ## Setup
    `);
    checkProblems(
      `
      //- /a.md
      [[b#Nope]]
      //- /b.md
      # B?
      `,
      `
      error broken-heading: “B?” has no heading “Nope”.
        -> b.md: “B?” is here.
      `,
    );
  });
});

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

describe("front-matter", () => {
  it("stands where YAML breaks", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      title: A?
      topics: [x
      summary: y
      ^ front-matter error: The front matter is no valid YAML:
      ---
    `);
  });

  it("stands at a value of the wrong type", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      title: [A?]
             ^^^^ front-matter warning: \`title\` should be one text.
      ---
    `);
  });
});

describe("unreadable-note", () => {
  it("says once why a note was not read; links to it by its name are fine", () => {
    checkDiagnostics(`
      //- /a.md
      [[big]]
      //- /big.md (unreadable)
      This note has 6.0 MB.
      ^ unreadable-note warning: This note has 6.0 MB.
    `);
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
    assert.deepEqual(codes({}), ["warning duplicate-title", "warning front-matter", "error broken-reference", "warning ambiguous-reference"]);
    assert.deepEqual(codes({ "front-matter": "hint", "broken-reference": "off" }), ["warning duplicate-title", "hint front-matter", "warning ambiguous-reference"]);
    assert.deepEqual(codes({ "duplicate-title": "error", "front-matter": "off", "broken-reference": "warning", "ambiguous-reference": "off" }), ["error duplicate-title", "warning broken-reference"]);
  });
});
