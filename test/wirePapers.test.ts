// The list of all papers, who cites one, and the sources of a note to be written, as the editor asks for them.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { servedVault } from "./servedVault";

const files = {
  "a.md": "---\ntitle: A?\nsources: [fu2025areal]\n---\nBy [@fu2025areal], unlike [[Why so?]].\n",
  "b.md": '---\ntitle: B?\nsources: ["2505.24298", 10.1000/one]\n---\nSee [[Why so?]].\n',
  "papers.bib":
    "@article{fu2025areal, title={AReaL}, author={Fu, Wei and Gao, Jiaxuan and others}, year={2025}, eprint={2505.24298}, eprinttype={arxiv}}\n@book{sutton, title={Reinforcement Learning}, author={Sutton, Richard}, year={2018}, url={https://example.org/book}}\n",
  ".quaestio.json": "{}",
};

describe("all papers over the wire", () => {
  const served = servedVault(files);
  const { uri } = served;
  const at = (line: number, start: number, end: number) => ({ start: { line, character: start }, end: { line, character: end } });

  const areal = () => ({
    ...{ id: "arxiv:2505.24298", title: "AReaL", authors: ["Wei Fu", "Jiaxuan Gao"], year: 2025, url: "https://arxiv.org/abs/2505.24298" },
    ...{ citationKey: "fu2025areal", source: "2505.24298", noteCount: 2, entry: { uri: uri("papers.bib"), range: at(0, 9, 20) } },
  });
  const one = {
    ...{ id: "doi:10.1000/one", title: "doi:10.1000/one", authors: [], url: "https://doi.org/10.1000/one" },
    ...{ citationKey: "doi:10.1000/one", source: "10.1000/one", noteCount: 1 },
  };

  it("come with what a row says and does, in pages", async () => {
    const { papers, ...counts } = await served.client.ask("quaestio/paperList", { show: "all", limit: 2 });
    assert.deepEqual(counts, { total: 3, unfiltered: 3 });
    assert.deepEqual(papers, [areal(), one]);
    const rest = await served.client.ask("quaestio/paperList", { show: "all", offset: 2, limit: 2 });
    assert.deepEqual(
      rest.papers.map(({ id, url, noteCount }) => [id, url, noteCount]),
      [["url:https://example.org/book", "https://example.org/book", 0]],
    );
  });

  it("are filtered, sorted and chosen by the server", async () => {
    const ids = async (params: Parameters<typeof served.client.ask<"quaestio/paperList">>[1]) =>
      (await served.client.ask("quaestio/paperList", params)).papers.map(({ citationKey }) => citationKey);
    assert.deepEqual(await ids({ show: "never" }), ["sutton"]);
    assert.deepEqual(await ids({ show: "once" }), ["doi:10.1000/one"]);
    assert.deepEqual(await ids({ show: "all", sort: "year" }), ["fu2025areal", "sutton", "doi:10.1000/one"]);
    const { total, unfiltered } = await served.client.ask("quaestio/paperList", { show: "all", filter: "gao 2025" });
    assert.deepEqual([total, unfiltered], [1, 3]);
  });

  it("tell who cites them, with the places, in text that is not saved as well", async () => {
    const citing = { uri: uri("a.md"), title: "A?", range: at(4, 4, 16) };
    const source = { uri: uri("b.md"), title: "B?", range: at(2, 11, 21) };
    assert.deepEqual(await served.client.ask("quaestio/citing", { id: "arxiv:2505.24298" }), { total: 2, notes: [citing, source] });
    await served.client.open(uri("new.md"), "# New?\n\nBy [@sutton].\n");
    const { notes } = await served.client.ask("quaestio/citing", { id: "key:sutton" });
    assert.deepEqual(
      notes.map(({ title }) => title),
      ["New?"],
    );
    assert.equal((await served.client.ask("quaestio/paperList", { show: "never" })).total, 0);
    assert.deepEqual(await served.client.ask("quaestio/citing", { id: "key:nobody" }), { total: 0, notes: [] });
  });

  it("are proposed as sources by who asks for a note, and stand in that note as these write them", async () => {
    const proposed = await served.client.ask("quaestio/candidateSources", { askers: [uri("a.md"), uri("b.md"), uri("gone.md")] });
    assert.deepEqual(proposed, [
      { text: "2505.24298", title: "AReaL", byline: "Wei Fu, Jiaxuan Gao and others, 2025", noteCount: 2 },
      { text: "10.1000/one", title: "doi:10.1000/one", byline: "", noteCount: 1 },
    ]);
    const made = await served.client.ask("quaestio/newNote", { title: "Why so?", sources: proposed.map(({ text }) => text) });
    assert.match(made.kind === "new" ? made.text : "", /\nsources: \["2505\.24298", "10\.1000\/one"\]\n/);
  });
});
