// What the preview of a note is told: where each reference leads, how papers are called, what embeds hold, and the header.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { RenderLink, RenderModel } from "../server/protocol";
import { dedent, fixture } from "./fixture";
import { modelIn } from "./previewed";

const others = dedent(`
  //- /b.md
  ---
  title: What is B?
  summary: Of B.
  ---
  # What is B?

  Intro with [[sub/C]] and [c](sub/c.md) and [gone](gone.md).

  ## Second part

  A block. ^blk

  ### Deeper

  Deep.

  ## Third part

  - one
  - two

  ^list
  //- /sub/c.md
  # C
  Back to [b](../b.md#second-part) ![p](../img/p%20q.png)
  //- /odd (100%) #1?.md
  ---
  title: Odd
  ---
  //- /topics/rl.md
  ---
  type: topic
  title: Reinforcement Learning
  topics: [rl]
  ---
  //- /img/p q.png
  //- /papers.bib
  @article{fu2025areal, title={AReaL}, author={Fu, Wei and Gao, Jiaxuan}, year={2025}, eprint={2505.24298}, eprinttype={arxiv}}
  @book{lee, title={A Book}, author={Lee, Ann}, year={2024}}
`);

const model = (text: string, path = "a.md") => modelIn(fixture(`//- /a.md\n${text}\n${others}`), path);

/** A link in a line: its text, its state where it is not found, and where it leads. */
const line = ({ text, state, href, embed }: RenderLink) =>
  [text, state === "found" ? "" : state, href && `→ ${href}`, embed && "embedded"].filter(Boolean).join(" ");

const lines = (links: readonly (readonly [string, RenderLink])[]) => links.map(([written, link]) => `${written}: ${line(link)}`);

describe("the model of a preview", () => {
  const cases: readonly (readonly [written: string, expected: string])[] = [
    ["[[What is B?]]", "What is B?: What is B? → b.md"],
    ["[[ b | the note ]]", "b: b → b.md"],
    ["[[b#Second part]]", "b#Second part: b › Second part → b.md#second-part"],
    ["[[b#No such part]]", "b#No such part: b#No such part broken → b.md"],
    // The preview of another note goes to its headings only.
    ["[[b#^blk]]", "b#^blk: b › ^blk → b.md#second-part"],
    ["A block. ^own\n\n[[#^own]]", "#^own: ^own → #^own"],
    ["# Head\n\n[[#Head]]", "#Head: Head → #head"],
    ["[[sub/c]]", "sub/c: sub/c → sub/c.md"],
    ["[[Odd]]", "Odd: Odd → odd%20%28100%25%29%20%231%3F.md"],
    ["[[papers.bib]]", "papers.bib: papers.bib → papers.bib"],
    ["[[No such note]]", "No such note: No such note broken"],
    ["[[Why do glaciers sing at night?]]", "Why do glaciers sing at night?: Why do glaciers sing at night? question"],
    ["[[@fu2025areal]]", "@fu2025areal: Fu et al., 2025 → https://arxiv.org/abs/2505.24298"],
    ["![[p q.png|100]]", "p q.png: p q.png → img/p%20q.png"],
    ["![[b]]", "b: b → b.md embedded"],
    ["| a |\n| - |\n| [[b\\|label]] |", "b: b → b.md"],
  ];
  for (const [written, expected] of cases)
    it(`tells what ${JSON.stringify(written)} means`, async () => {
      assert.deepEqual(lines((await model(written)).links), [expected]);
    });

  it("tells what links mean by what pointing at them shows", async () => {
    const { links } = await model("[[b]] [[No such note]] [[b#No part]] [[b#Deeper]]");
    assert.deepEqual(
      links.map(([, { tip }]) => tip),
      [
        "What is B? — Of B.",
        "No note, file or image answers “No such note”.",
        "“What is B?” has no heading “No part”.",
        "What is B? — Of B.",
      ],
    );
  });

  it("calls papers by authors and year, with their page or their entry", async () => {
    const { citations } = await model("[@fu2025areal; -@lee] [@gone] @nobody @lee [@doi:10.1000/xyz]");
    assert.deepEqual(lines(citations), [
      "fu2025areal: Fu et al., 2025 → https://arxiv.org/abs/2505.24298",
      "lee: Lee, 2024 → papers.bib#L2",
      "gone: @gone broken",
      "doi:10.1000/xyz: doi:10.1000/xyz → https://doi.org/10.1000/xyz",
    ]);
    assert.equal(citations[1]?.[1].year, "2024");
  });

  it("tells of Markdown links only those that lead nowhere", async () => {
    const { destinations } = await model("[b](b.md) [c](<no such.md>) [d](https://example.org) ![e](none.png) [f](b.md#none)");
    assert.deepEqual(lines(destinations), ["no such.md: no such.md broken", "none.png: none.png broken", "b.md#none: b.md broken"]);
  });

  const embedsOf = ({ embeds }: RenderModel) => embeds.map(({ title, markdown }) => [title, markdown.trim()]);

  it("holds what is embedded: a note without its title, a section to its end, a block", async () => {
    assert.deepEqual(embedsOf(await model("![[C]]")), [["C", "Back to [b](../b.md#second-part) ![p](../img/p%20q.png)"]]);
    assert.deepEqual(embedsOf(await model("![[b#Second part]]")), [
      ["What is B?", "## Second part\n\nA block. ^blk\n\n### Deeper\n\nDeep."],
    ]);
    assert.deepEqual(embedsOf(await model("![[b#^blk]]")), [["What is B?", "A block. ^blk"]]);
    assert.deepEqual(embedsOf(await model("![[b#^list]]")), [["What is B?", "- one\n- two"]]);
  });

  it("has the links of an embedded text lead from the note that shows it", async () => {
    const { embeds } = await modelIn(fixture(`//- /deep/a.md\n![[C]] ![[What is B?]]\n${others}`), "deep/a.md");
    assert.deepEqual(lines(embeds[0]?.destinations ?? []), [
      "../b.md#second-part: ../b.md → ../b.md#second-part",
      "../img/p%20q.png: ../img/p q.png → ../img/p%20q.png",
    ]);
    assert.deepEqual(lines([...(embeds[1]?.links ?? []), ...(embeds[1]?.destinations ?? [])]), [
      "sub/C: sub/C → ../sub/c.md",
      "sub/c.md: sub/c.md → ../sub/c.md",
      "gone.md: gone.md broken",
    ]);
  });

  it("follows embeds in embeds, each text once", async () => {
    const ring = fixture("//- /a.md\n![[b]] ![[c]]\n//- /b.md\n![[c]]\n//- /c.md\n![[a]] ![[b]]\n");
    assert.deepEqual(
      (await modelIn(ring)).embeds.map(({ title }) => title),
      ["b", "c", "a"],
    );
  });

  it("stops following a chain of embeds, and holds no more than a page can show", async () => {
    const chain = Array.from({ length: 20 }, (_, at) => `//- /n${at}.md\n![[n${at + 1}]]\n`).join("");
    assert.equal((await modelIn(fixture(chain))).embeds.length, 5);
    const many = Array.from({ length: 150 }, (_, at) => at);
    const wide = `//- /a.md\n${many.map((at) => `![[n${at}]]`).join("\n")}\n${many.map((at) => `//- /n${at}.md\nText.\n`).join("")}`;
    assert.equal((await modelIn(fixture(wide))).embeds.length, 100);
    const large = fixture(`//- /a.md\n![[b]] ![[c]]\n//- /b.md\n${"Long. ".repeat(100_000)}\n//- /c.md\nShort.\n`);
    assert.deepEqual(embedsOf(await modelIn(large)), [["c", "Short."]]);
  });

  it("makes a header of the front matter, with the title only where no heading says it", async () => {
    const fields =
      "---\ntitle: What is A?\nsummary: Of A.\ntopics: [rl, rl/systems]\nsources: [fu2025areal, '2404.10719', nobody]\nrelated: ['[[b]]', '[[Nowhere]]']\n---\n";
    const { header } = await model(fields);
    assert.deepEqual([header?.title, header?.summary], ["What is A?", "Of A."]);
    assert.deepEqual(header?.topics.map(line), ["Reinforcement Learning → topics/rl.md", "Systems"]);
    assert.deepEqual(header?.sources.map(line), [
      "Fu et al., 2025 — AReaL → https://arxiv.org/abs/2505.24298",
      "arXiv:2404.10719 → https://arxiv.org/abs/2404.10719",
      "nobody broken",
    ]);
    assert.deepEqual(header?.related.map(line), ["b → b.md", "Nowhere broken"]);
    assert.equal((await model(`${fields}# What is A\n`)).header?.title, "");
    assert.equal((await model("---\nlayout: post\n---\n")).header, undefined);
  });
});
