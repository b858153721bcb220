// Problems of a note's own fields: its sources, its aliases, the case of its paths, and what it lacks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { defaultSeverity } from "../server/core/note";
import { checkDiagnostics } from "./check";
import { contributedSettings } from "./contributedSettings";
import { projectRoot } from "./tempFolder";

describe("invalid-source", () => {
  it("is an arXiv id of an impossible month, year or length", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      sources: [arxiv:2513.24298, 2500.24298, "0703.1234", https://arxiv.org/abs/2505.2429, arxiv:1412.65801]
                ^^^^^^^^^^^^^^^^ invalid-source error: There is no month 13 in an arXiv id.
                                  ^^^^^^^^^^ invalid-source error: There is no month 00 in an arXiv id.
                                               ^^^^^^^^^ invalid-source error: arXiv ids of this form begin with 0704, April 2007.
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-source error: An arXiv id of 2025 has 5 digits behind the dot, this one 4.
                                                                                            ^^^^^^^^^^^^^^^^ invalid-source error: An arXiv id of 2014 has 4 digits behind the dot, this one 5.
      ---
      `);
  });

  it("is what claims to be an arXiv id or a DOI and is none", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      sources: [arxiv:hello, doi:11.1000/x, 10.12/x]
                ^^^^^^^^^^^ invalid-source error: “hello” is no arXiv id
                             ^^^^^^^^^^^^^ invalid-source error: “11.1000/x” is no DOI
                                            ^^^^^^^ invalid-source error: “10.12/x” is no DOI
      ---
      `);
  });

  it("is no valid id in any spelling, no address elsewhere and no key", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      sources:
        - arXiv:2505.24298v3
        - 1412.6980
        - "0704.0001"
        - hep-th/9901001
        - math.GT/0309136
        - https://arxiv.org/pdf/2506.00001.pdf
        - 10.1000/xyz
        - https://doi.org/10.1145/3292500.3330701
        - https://example.org/paper
        - fu2025areal
      ---
      `);
  });
});

describe("duplicate-source", () => {
  it("is one paper under two spellings, reported at the later", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      sources: [arxiv:2505.24298, 2410.18252, https://arxiv.org/abs/2505.24298v2]
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-source warning: This paper is listed already, as “arxiv:2505.24298”.
      ---
      `);
  });
});

describe("duplicate-alias", () => {
  it("is an alias that is a title or an alias of another note", () => {
    checkDiagnostics(`
      //- /a.md
      ---
      aliases: [Async, Depth, Own]
                ^^^^^ duplicate-alias warning: b.md goes by “Async” as well.
                       ^^^^^ duplicate-alias warning: c.md goes by “Depth” as well.
      ---
      # Own?
      //- /b.md
      ---
      aliases: [async]
                ^^^^^ duplicate-alias warning: a.md goes by “async” as well.
      ---
      # B
      //- /c.md
      # Depth?
      //- /own2.md
      `);
  });
});

describe("path-case", () => {
  it("is a Markdown path whose case is not the file's", () => {
    checkDiagnostics(`
      //- /a.md
      [x](Sub/b.md) [x](sub/B) [x](sub/b.md) [x](sub/b) ![x](IMG.png) ![x](img.png)
          ^^^^^^^^ path-case hint: On the disk this path is spelled “sub/b.md”.
                        ^^^^^ path-case hint: On the disk this path is spelled “sub/b.md”.
                                                             ^^^^^^^ path-case hint: On the disk this path is spelled “img.png”.
      //- /sub/b.md
      # B
      //- /img.png
      `);
  });

  it("is never a wiki link, which disregards case by its nature", () => {
    checkDiagnostics("//- /a.md\n[[B]] [[SUB/B]]\n//- /sub/b.md\ntext");
  });
});

describe("what a note lacks", () => {
  const asked = {
    "missing-title": "hint",
    "missing-summary": "hint",
    "no-source": "hint",
    "not-a-question": "hint",
    "orphan-note": "hint",
  };

  it("is not reported unless somebody asks for it", () => checkDiagnostics("//- /a.md\nNothing but text."));

  it("is reported at the title to those who ask", () => {
    checkDiagnostics(
      `
      //- /a.md
      # A plain heading
      ^^^^^^^^^^^^^^^^^ missing-summary hint: This note has no \`summary:\`.
      ^^^^^^^^^^^^^^^^^ no-source hint: This note names no \`sources:\`.
      ^^^^^^^^^^^^^^^^^ not-a-question hint: The title of this note is no question.
      ^^^^^^^^^^^^^^^^^ orphan-note hint: No other note links to this one.
      `,
      asked,
    );
  });

  it("is nothing in a note that has it all, and in a topic note", () => {
    checkDiagnostics(
      `
      //- /a.md
      ---
      title: Is it all there?
      summary: Yes.
      sources: [arxiv:2505.24298]
      ---
      //- /topic.md
      ---
      type: topic
      topics: [x]
      ---
      [[Is it all there?]]
      `,
      asked,
    );
  });
});

describe("the words for severities", () => {
  const read = (file: string) => readFileSync(join(projectRoot, file), "utf8");

  it("are the same in the settings of the editor, with the same defaults", () => {
    const offered = contributedSettings["quaestio.diagnostics.severity"]?.properties as Record<string, { readonly default: string }>;
    assert.deepEqual(Object.fromEntries(Object.entries(offered).map(([code, setting]) => [code, setting.default])), defaultSeverity);
  });

  it("are explained in the README, each under a heading that the editor links to", () => {
    const explained = [...read("README.md").matchAll(/^### (.*)\n\n\*(.*)\*/gm)].map(([, code, level]) => [code, level]);
    assert.deepEqual(Object.fromEntries(explained), defaultSeverity);
  });
});
