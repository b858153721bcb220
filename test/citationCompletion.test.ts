// Papers offered for the citation or source being typed.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { suggestionsFor } from "../server/features/suggestions";
import { typedAt } from "../server/features/typed";
import { fixture } from "./fixture";

const bibliography = `
//- /p.bib
@misc{fu2025areal, title={AReaL: Asynchronous RL}, author={Fu, Wei and Gao, Jiaxuan}, year={2025}, eprint={2505.24298}}
@article{kingma2014, title={Adam}, author={Kingma, Diederik}, year={2014}, doi={10.1000/adam}}
@misc{weird key}
@misc{a'b, title={Odd key}}
`;

/** What is offered at `$0`: the key or id that would stand there, and how the row reads. */
function offered(note: string): readonly string[] {
  const at = fixture(`//- /a.md\n${note}\n//- /other.md\n---\nsources: [kingma2014, arxiv:2401.00010]\n---\n${bibliography}`);
  const { file, offset = 0 } = at.caret ?? {};
  if (!file?.note) throw new Error("The fixture has no caret in a note.");
  const place = { from: file.note, text: file.text, caret: offset };
  const typed = typedAt(file.text, offset);
  if (typed?.kind !== "citation") return ["nothing is to be completed"];
  return suggestionsFor(at.vault, place, typed, { style: "title", headings: "offered" }).map(
    ({ text, label, aside = "", detail, range, filterText }) => {
      const word = file.text.slice(range.start, offset);
      assert.equal(filterText.slice(0, word.length), word, "the editor's own filter keeps the row");
      const line = file.text.slice(file.text.lastIndexOf("\n", range.start - 1) + 1, range.start) + text;
      return [line, label, aside, detail].filter(Boolean).join(" | ");
    },
  );
}

describe("completion of citations", () => {
  it("offers every paper behind `@`, those that notes cite first", () => {
    assert.deepEqual(offered("see [@$0]"), [
      "see [@kingma2014 | Adam | Kingma, 2014 | @kingma2014",
      "see [@fu2025areal | AReaL: Asynchronous RL | Fu et al., 2025 | @fu2025areal",
      "see [@{a'b} | Odd key | @a'b",
    ]);
  });

  it("finds a paper by a word of its title, an author, the year or a piece of its key", () => {
    for (const typed of ["async", "gao", "2025", "Fu2", "areal"])
      assert.deepEqual(offered(`[@${typed}$0`), ["[@fu2025areal | AReaL: Asynchronous RL | Fu et al., 2025 | @fu2025areal"]);
    assert.deepEqual(offered("[@kingma2014; @adam$0; @x]"), ["[@kingma2014; @kingma2014 | Adam | Kingma, 2014 | @kingma2014"]);
  });

  it("replaces all of a key, behind the caret too", () => {
    const at = fixture(`//- /a.md\nsee @kin$0gma2013, p. 3`);
    const typed = typedAt("see @kingma2013, p. 3", at.caret?.offset ?? 0);
    assert.deepEqual(typed?.kind === "citation" && typed.citation.range, { start: 5, end: 15 });
  });

  it("offers keys among the sources, and ids to who types an id", () => {
    assert.deepEqual(offered("---\nsources: [adam$0]\n---"), ["sources: [kingma2014 | Adam | Kingma, 2014 | @kingma2014"]);
    assert.deepEqual(offered("---\nsources:\n  - async$0\n---"), [
      "  - fu2025areal | AReaL: Asynchronous RL | Fu et al., 2025 | @fu2025areal",
    ]);
    assert.deepEqual(offered("---\nsources: adam$0\n---"), ["sources: kingma2014 | Adam | Kingma, 2014 | @kingma2014"]);
    assert.deepEqual(offered("---\nsources: ['2505$0']\n---"), [
      "sources: ['arXiv:2505.24298 | AReaL: Asynchronous RL | Fu et al., 2025 | @fu2025areal",
    ]);
    assert.deepEqual(offered("---\nsources: [arxiv:2401$0]\n---"), ["sources: [arXiv:2401.00010 | arXiv:2401.00010 | Cited by 1 note"]);
    assert.deepEqual(offered("---\nsources: [odd$0]\n---"), [`sources: ["a'b" | Odd key | @a'b`]);
  });

  it("offers an id to who types its prefix, and writes within either quote", () => {
    const areal = "AReaL: Asynchronous RL | Fu et al., 2025 | @fu2025areal";
    assert.deepEqual(offered("---\nsources: [arxiv:2505$0]\n---"), [`sources: [arXiv:2505.24298 | ${areal}`]);
    assert.deepEqual(offered("---\nsources: ['odd$0']\n---"), ["sources: ['a''b | Odd key | @a'b"]);
    assert.deepEqual(offered('---\nsources: ["odd$0"]\n---'), [`sources: ["a'b | Odd key | @a'b`]);
  });

  it("closes a quote that is open still", () => {
    for (const [item, whole] of [
      ['["ada$0]', '["kingma2014"'],
      ["\n  - 'ada$0", "  - 'kingma2014'"],
      ['"ada$0', '"kingma2014"'],
      ['["ada$0"]', '["kingma2014'],
    ])
      assert.equal(offered(`---\nsources: ${item}\n---`)[0]?.split(" | ")[0]?.replace("sources: ", ""), whole, item);
    // Odd names are escaped as that quote wants it.
    assert.deepEqual(offered("---\nsources: ['odd$0]\n---"), ["sources: ['a''b' | Odd key | @a'b"]);
  });

  it("offers keys in a note that begins with a rule", () => {
    assert.equal(offered("---\n\nText [@fu2$0]").length, 1);
  });

  it("offers all of them for an item that is empty yet", () => {
    for (const item of ["[$0]", "[arxiv:2401.00010, $0]", "\n  - $0"]) assert.equal(offered(`---\nsources: ${item}\n---`).length, 4, item);
  });

  it("offers them in a list that is still open, and in a block", () => {
    assert.equal(offered("---\nsources: [arxiv:2401.00010, ad$0\n---")[0]?.split(" | ")[1], "Adam");
  });

  it("is not for code, comments, formulas, addresses and other fields", () => {
    for (const note of ["`[@k$0`", "<!-- @k$0 -->", "$@k$0$", "wei@k$0", "---\nsummary: see k$0\n---", "```\n@k$0\n```", "word $0"])
      assert.deepEqual(offered(note), ["nothing is to be completed"], note);
  });
});
