// What is reported, where, how gravely and in which words; and what is not.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkDiagnostics, problemsText } from "./check";
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
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-reference error: Did you mean “Does reinforcement learning work?”? No note, file or image answers “Does reinforcement learning wrok?”.
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-reference error: Did you mean “Does reinforcement learning work?”
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
