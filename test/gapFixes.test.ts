// What is offered for what a note lacks: the field, written from what the note says, and nothing else changed.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { ProblemCode } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { diagnosticsOf } from "../server/features/diagnostics";
import { firstSentence } from "../server/features/fixes/firstSentence";
import { fixesOf } from "../server/features/fixes/fixes";
import { diagnosticSettings } from "./check";
import { fixture } from "./fixture";

/** The fixes of what the first note lacks: their titles, each with the note that it makes. Afterwards the note lacks it no more. */
function checkFilled(code: ProblemCode, source: string, ...expected: readonly string[]): void {
  const { vault, files } = fixture(source);
  const [{ note, text } = { note: undefined, text: "" }] = files;
  assert.ok(note);
  const settings = diagnosticSettings({ [code]: "warning" });
  const open = { note, text, reread: (changed: string) => parseNote(note, changed, { topicsFromTags: false }) };
  const problem = diagnosticsOf(vault, note, settings).find((it) => it.code === code);
  assert.ok(problem, "the note lacks it");
  const made = fixesOf(vault, open, problem).map(({ title, range, text: put }) => {
    const after = text.slice(0, range.start) + put + text.slice(range.end);
    const left = diagnosticsOf(vault, open.reread(after), settings).map((it) => it.code);
    assert.ok(!left.includes(code), "it is there now");
    return `${title}:\n${after}`.trimEnd();
  });
  assert.deepEqual(
    made,
    expected.map((it) => it.trimEnd()),
  );
}

describe("a note without a title", () => {
  it("gets its first heading or its file's name, in front matter that comes with it", () =>
    checkFilled(
      "missing-title",
      "//- /why-so-2.md\n## Why: so?\n\nText.\n",
      'Add the title “Why: so?”:\n---\ntitle: "Why: so?"\n---\n\n## Why: so?\n\nText.\n',
      "Add the title “why so 2”:\n---\ntitle: why so 2\n---\n\n## Why: so?\n\nText.\n",
    ));

  it("gets it at the top of the front matter there is, with its line ends", () =>
    checkFilled(
      "missing-title",
      "//- /so.md\n---\r\nsummary: S.\r\n---\r\nText.\r\n",
      "Add the title “so”:\n---\r\ntitle: so\r\nsummary: S.\r\n---\r\nText.\r",
    ));

  it("gets it in the empty field, behind a byte order mark, and quoted where YAML could read more into it", () => {
    checkFilled("missing-title", "//- /so.md\n---\ntitle:\nx: 1\n---\n", "Add the title “so”:\n---\ntitle: so\nx: 1\n---\n");
    checkFilled("missing-title", "//- /so.md\n\ufeffText.\n", "Add the title “so”:\n\ufeff---\ntitle: so\n---\n\nText.\n");
    for (const name of ["2026", "true", "a: b", "- x", "[x]", "a #b", "'x'", '"x"', "x:"])
      checkFilled(
        "missing-title",
        `//- /${name}.md\nText.\n`,
        `Add the title “${name.replace("- ", "").trim()}”:\n---\ntitle: ${JSON.stringify(name.replace("- ", ""))}\n---\n\nText.\n`,
      );
  });

  it("gets none that another note has, that would take links from another, or where the front matter does not parse", () => {
    checkFilled("missing-title", "//- /so.md\n## A?\n//- /b.md\n# A?\n", "Add the title “so”:\n---\ntitle: so\n---\n\n## A?\n");
    checkFilled("missing-title", "//- /one/so.md\nText.\n//- /so.md\nMore.\n//- /c.md\n[[so]]\n");
    checkFilled("missing-title", "//- /so.md\n---\na: [\n---\nText.\n");
  });
});

describe("a note without a summary", () => {
  it("gets its first sentence, below its title", () =>
    checkFilled(
      "missing-summary",
      '---\ntitle: A?\ntopics: [x]\n---\n# A?\n\nSee, *et al.* say: "it [[b|does]] work" [@x], e.g. Here. And so on.\n//- /b.md\n# B?\n',
      'Add its first sentence as its summary:\n---\ntitle: A?\nsummary: "See, et al. say: \\"it does work\\", e.g. Here."\ntopics: [x]\n---\n# A?\n\nSee, *et al.* say: "it [[b|does]] work" [@x], e.g. Here. And so on.\n',
    ));

  it("gets it plain where YAML takes it as it is, in an empty field as well", () => {
    const sentence = "It works, and it's cheap (mostly).";
    checkFilled(
      "missing-summary",
      `# A?\n\n${sentence} More.\n`,
      `Add its first sentence as its summary:\n---\nsummary: ${sentence}\n---\n\n# A?\n\n${sentence} More.\n`,
    );
    checkFilled(
      "missing-summary",
      `---\nsummary: ""\n---\n${sentence}\n`,
      `Add its first sentence as its summary:\n---\nsummary: ${sentence}\n---\n${sentence}\n`,
    );
  });

  it("gets none where no prose begins it", () => {
    for (const body of [
      "- a list item that is long enough.",
      "| a table | of words |\n| - | - |",
      "Too short.",
      "> A quotation of somebody else.",
      "",
    ])
      checkFilled("missing-summary", `# A?\n\n${body}\n`);
  });
});

describe("the first sentence", () => {
  const check = (text: string, sentence: string | undefined) => assert.equal(firstSentence([text]), sentence);

  it("ends behind a mark that ends a sentence, not behind an abbreviation", () => {
    check("Fu et al. 2025 show it in Fig. 3. More.", "Fu et al. 2025 show it in Fig. 3.");
    check("It costs 3.5 times as much! Really.", "It costs 3.5 times as much!");
    check("“Is it so, or is it not?” Nobody knows.", "“Is it so, or is it not?”");
    check("非同期の学習は本当に速くなるのでしょうか。次の文。", "非同期の学習は本当に速くなるのでしょうか。");
  });

  it("has no marks of emphasis and code", () =>
    check("The **bold** and *slanted* `code_name` of snake_case_words. So.", "The bold and slanted code_name of snake_case_words."));

  it("is none where the text does not end one", () => {
    check("Words without an end", undefined);
    check(`${"very ".repeat(100)}long.`, undefined);
  });
});

describe("a note without sources", () => {
  const library =
    "//- /papers.bib\n@article{fu2025areal, title={AReaL}, eprint={2505.24298}, archivePrefix={arXiv}}\n@article{smith, title={S}, doi={10.1000/x}}\n";

  it("lists the papers that its text cites and links to, each once and in their order", () =>
    checkFilled(
      "no-source",
      `# A?\n\nSo [see](https://arxiv.org/pdf/2401.00010v2) and [@fu2025areal; @smith, p. 3] and https://doi.org/10.1000/X. <https://arxiv.org/abs/2505.24298>\n${library}`,
      "List the 3 papers it cites as its sources:\n---\nsources: [arXiv:2401.00010, fu2025areal, smith]\n---\n\n# A?\n\nSo [see](https://arxiv.org/pdf/2401.00010v2) and [@fu2025areal; @smith, p. 3] and https://doi.org/10.1000/X. <https://arxiv.org/abs/2505.24298>\n",
    ));

  it("lists none that stands in code, in a comment or in a formula, and none that nobody knows", () =>
    checkFilled(
      "no-source",
      `# A?\n\n\`https://arxiv.org/abs/2505.24298\` <!-- https://arxiv.org/abs/2505.24298 --> [@nobody]\n\n    https://arxiv.org/abs/2505.24298\n\nhttps://example.org/x\n${library}`,
    ));

  it("fills the empty list", () =>
    checkFilled(
      "no-source",
      `---\nsources: []\n---\n[@smith]\n${library}`,
      "List the paper it cites as its source:\n---\nsources: [smith]\n---\n[@smith]\n",
    ));
});

describe("a title that is no question", () => {
  it("is for its author to ask: no fix is offered", () => checkFilled("not-a-question", "# Asynchronous training\n"));
});
