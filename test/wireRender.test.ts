// What the preview of a note needs, as the editor asks for it: of notes as they are typed, embedded ones included.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { servedVault } from "./servedVault";

const files = {
  "a.md": "---\ntitle: What is A?\nsources: [fu]\n---\nSee [[B]], [[Nowhere near]] and [@fu].\n\n![[B]]\n",
  "sub/b.md": "---\ntitle: B\n---\nAs it was.\n",
  "papers.bib": "@article{fu, title={AReaL}, author={Fu, Wei and Gao, Jiaxuan}, year={2025}, eprint={2505.24298}, eprinttype={arxiv}}",
  ".quaestio.json": "{}",
};

describe("the model of a preview over the wire", () => {
  const served = servedVault(files);
  const { uri } = served;

  it("has the links, citations, header and embedded texts of a note", async () => {
    const model = await served.client.ask("quaestio/renderModel", { uri: uri("a.md") });
    const paper = { href: "https://arxiv.org/abs/2505.24298", state: "found" };
    assert.ok(model);
    const { links, citations, header, embeds } = model;
    const [embed] = embeds;
    assert.deepEqual(links, [
      ["B", { text: "B", href: "sub/b.md", tip: "B", state: "found", embed: embed?.id }],
      ["Nowhere near", { text: "Nowhere near", tip: "No note, file or image answers “Nowhere near”.", state: "broken" }],
    ]);
    assert.deepEqual(citations, [["fu", { ...paper, text: "Fu et al., 2025", tip: "AReaL", year: "2025" }]]);
    assert.deepEqual(header?.sources, [{ ...paper, text: "Fu et al., 2025 — AReaL" }]);
    assert.deepEqual([embed?.title, embed?.markdown, embed?.href], ["B", "As it was.\n", "sub/b.md"]);
  });

  it("has embedded texts as they are being typed, and those of closed notes as they are on the disk", async () => {
    await served.client.open(uri("sub/b.md"), "---\ntitle: B\n---\nAs it is typed.\n");
    const model = await served.client.ask("quaestio/renderModel", { uri: uri("a.md") });
    assert.equal(model?.embeds[0]?.markdown, "As it is typed.\n");
  });

  it("is null for what is no note of the vault", async () => {
    assert.equal(await served.client.ask("quaestio/renderModel", { uri: uri("papers.bib") }), null);
    assert.equal(await served.client.ask("quaestio/renderModel", { uri: "file:///elsewhere/x.md" }), null);
  });
});
