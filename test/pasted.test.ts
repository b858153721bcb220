// What is pasted into a note: addresses of papers, notes, titles.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseNote } from "../server/core/parseNote";
import type { LinkStyle } from "../server/core/settings";
import { pastedAt } from "../server/features/pasted";
import { fixture } from "./fixture";

/** The caret's line after pasting; undefined where the text stays as it is. */
function pasted(source: string, text: string, style: LinkStyle = "title"): string | undefined {
  const { vault, caret } = fixture(source);
  const file = caret?.file;
  assert.ok(caret && file?.note, "the caret stands in no note");
  const { note, text: before } = file;
  const reread = (changed: string) => parseNote(note, changed, { topicsFromTags: false });
  const range = { start: caret.offset, end: caret.offset };
  const found = pastedAt(vault, { note, text: before, reread }, { range, text, style });
  if (!found) return undefined;
  const after = before.slice(0, caret.offset) + found.text + before.slice(caret.offset);
  return after.split("\n").find((line) => line.includes(found.text));
}

const address = "https://arxiv.org/abs/2505.24298v2";
const library = "//- /papers.bib\n@article{fu2025areal, title={AReaL}, year={2025}, eprint={2505.24298}, doi={10.1000/Areal}}\n";

describe("the address of a paper", () => {
  it("becomes a citation by the key that a bibliography has for it", () => {
    for (const text of [
      address,
      "https://arxiv.org/pdf/2505.24298",
      "https://doi.org/10.1000/areal",
      "https://doi.org/10.48550/arXiv.2505.24298\n",
    ])
      assert.equal(pasted(`So it is $0.\n${library}`, text), "So it is [@fu2025areal].");
  });

  it("becomes one by its id where no bibliography has it", () => {
    assert.equal(pasted("So $0.\n", address), "So [@arxiv:2505.24298].");
    assert.equal(pasted("So $0.\n", "https://doi.org/10.1000/X-y.1"), "So [@doi:10.1000/x-y.1].");
    assert.equal(pasted("So $0.\n", "https://doi.org/10.1002/(sici)1097<1:a>2"), "So [@{doi:10.1002/(sici)1097<1:a>2}].");
    assert.equal(pasted("So $0.\n", "https://arxiv.org/abs/hep-th/9901001"), "So [@arxiv:hep-th/9901001].");
  });

  it("joins the citations it is pasted among", () => assert.equal(pasted(`So [@a; $0].\n${library}`, address), "So [@a; @fu2025areal]."));

  it("becomes the plain id among the sources", () => {
    const expected = { "sources: [$0]": "sources: [arxiv:2505.24298]", "sources: [a, '$0']": "sources: [a, 'arxiv:2505.24298']" };
    for (const [before, after] of Object.entries(expected)) assert.equal(pasted(`---\n${before}\n---\n${library}`, address), after);
    assert.equal(pasted(`---\nsources:\n  - a\n  - $0\n---\n${library}`, address), "  - arxiv:2505.24298");
    assert.equal(pasted("---\nsources: [$0]\n---\n", "https://doi.org/10.1002/a,b"), 'sources: ["doi:10.1002/a,b"]');
  });

  it("stays as it is where a citation cannot stand", () => {
    for (const source of [
      "`$0`\n",
      "```\n$0\n```\n",
      "[text]($0)\n",
      "<$0>\n",
      "[text]: $0\n",
      "$$\n$0\n$$\n",
      "---\nsummary: $0\n---\n",
      "[[x$0y]]\n",
    ])
      assert.equal(pasted(source, address), undefined, source);
  });

  it("stays as it is where it is none", () => {
    for (const text of ["https://example.org/2505.24298", "https://arxiv.org/abs/2513.24298", "https://arxiv.org/list/cs.LG", "10 20", ""])
      assert.equal(pasted("So $0.\n", text), undefined, text);
  });
});

describe("a note", () => {
  const vault = "//- /rl/b.md\n# Does it | wait?\n//- /c.md\n# Other?\n";
  const uriOf = (path: string) => String(fixture(`x\n${vault}`).files.find((it) => it.path === path)?.note?.uri);

  it("becomes a link in the style of the folder", () => {
    assert.equal(pasted(`See $0.\n${vault}`, uriOf("c.md")), "See [[Other?]].");
    assert.equal(pasted(`See $0.\n${vault}`, uriOf("c.md"), "portable"), "See [[c|Other?]].");
    assert.equal(pasted(`See $0.\n${vault}`, uriOf("c.md"), "markdown"), "See [Other?](c.md).");
  });

  it("becomes a wiki link in related:, in quotes where it has none yet", () => {
    assert.equal(pasted(`---\nrelated: [$0]\n---\n${vault}`, uriOf("c.md"), "markdown"), 'related: ["[[Other?]]"]');
    assert.equal(pasted(`---\nrelated: ["$0"]\n---\n${vault}`, uriOf("c.md"), "markdown"), 'related: ["[[Other?]]"]');
  });

  it("stands in quotes in related: in every style", () => {
    assert.equal(pasted(`---\nrelated: [$0]\n---\n${vault}`, uriOf("c.md")), 'related: ["[[Other?]]"]');
    assert.equal(pasted(`---\nrelated:\n  - $0\n---\n${vault}`, uriOf("c.md"), "portable"), '  - "[[c|Other?]]"');
    assert.equal(
      pasted(`---\nrelated: ["[[Other?]]", $0]\n---\n${vault}`, uriOf("rl/b.md")),
      'related: ["[[Other?]]", "[[b|Does it wait?]]"]',
    );
  });

  it("keeps a table whole", () =>
    assert.equal(pasted(`| a | b |\n|---|---|\n| $0 | d |\n${vault}`, uriOf("rl/b.md")), "| [[b\\|Does it wait?]] | d |"));

  it("comes with others, a link each", () =>
    assert.equal(pasted(`See $0.\n${vault}`, `${uriOf("c.md")}\r\n${uriOf("rl/b.md")}\r\n`), "See [[Other?]] [[b|Does it wait?]]."));

  it("is meant by its title too", () => assert.equal(pasted(`See $0.\n${vault}`, " other\n"), "See [[Other?]]."));

  it("stays as it is in code, among files that are no notes, and where nobody knows it", () => {
    assert.equal(pasted(`\`$0\`\n${vault}`, uriOf("c.md")), undefined);
    assert.equal(pasted(`See $0.\n${vault}`, `${uriOf("c.md")}\nfile:///elsewhere/x.md`), undefined);
    assert.equal(pasted(`See $0.\n${vault}`, "Nobody asks?"), undefined);
  });
});
