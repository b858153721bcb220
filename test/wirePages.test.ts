// Pages of topics, papers and graphs as the editor asks for them.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { servedVault } from "./servedVault";

const files = {
  "a.md": '---\ntitle: A?\ntopics: [rl/systems]\nsources: [fu2025areal, "2404.10719"]\nsummary: Of A.\n---\n[[B?]]\n',
  "b.md": "---\ntitle: B?\ntopics: [rl]\nsources: [arXiv:2505.24298]\n---\n",
  "rl.md": "---\ntype: topic\ntitle: Reinforcement Learning\ntopics: [rl]\nsummary: What it is about.\nsources: [10.1000/one]\n---\n",
  "papers.bib":
    "@article{fu2025areal, title={AReaL}, author={Fu, Wei and Gao, Jiaxuan and others}, year={2025}, eprint={2505.24298}, eprinttype={arxiv}}",
  ".quaestio.json": "{}",
};

describe("pages over the wire", () => {
  const served = servedVault(files);
  const { uri } = served;

  const areal = {
    id: "arxiv:2505.24298",
    title: "AReaL",
    authors: ["Wei Fu", "Jiaxuan Gao"],
    year: 2025,
    url: "https://arxiv.org/abs/2505.24298",
  };

  it("tell a topic with its notes, its papers, and the topics around it", async () => {
    const page = await served.client.ask("quaestio/topic", { id: "rl" });
    assert.ok(page);
    const { notes, papers, ...head } = page;
    assert.deepEqual(head, {
      ...{ id: "rl", label: "Reinforcement Learning", description: "What it is about.", noteCount: 2, sourceCount: 3, parents: [] },
      children: [{ id: "rl/systems", label: "Systems", noteCount: 1, sourceCount: 2 }],
    });
    assert.deepEqual(
      notes.map(({ title, summary, sourceCount, incoming }) => [title, summary, sourceCount, incoming]),
      [
        ["A?", "Of A.", 2, 0],
        ["B?", "", 1, 1],
      ],
    );
    assert.deepEqual(papers, [
      { ...areal, notes: [uri("a.md"), uri("b.md")] },
      { id: "arxiv:2404.10719", title: "arXiv:2404.10719", authors: [], url: "https://arxiv.org/abs/2404.10719", notes: [uri("a.md")] },
      { id: "doi:10.1000/one", title: "doi:10.1000/one", authors: [], url: "https://doi.org/10.1000/one", notes: [uri("rl.md")] },
    ]);
    const below = await served.client.ask("quaestio/topic", { id: "rl/systems" });
    assert.deepEqual(below?.parents, [{ id: "rl", label: "Reinforcement Learning" }]);
    assert.equal(await served.client.ask("quaestio/topic", { id: "none" }), null);
  });

  it("tell the papers of the whole vault", async () => {
    const papers = await served.client.ask("quaestio/papers", {});
    assert.deepEqual(papers[0], { ...areal, notes: [uri("a.md"), uri("b.md")] });
    assert.deepEqual(
      (await served.client.ask("quaestio/papers", { topic: "rl/systems" })).map(({ id }) => id),
      ["arxiv:2505.24298", "arxiv:2404.10719"],
    );
  });

  it("tell how notes are tied", async () => {
    assert.deepEqual(await served.client.ask("quaestio/graph", { topic: "rl" }), {
      groups: [{ id: "rl/systems", label: "Systems" }],
      nodes: [
        { uri: uri("b.md"), title: "B?", group: -1, incoming: 1 },
        { uri: uri("a.md"), title: "A?", group: 0, incoming: 0 },
      ],
      edges: [
        { from: 1, to: 0, kind: "link", weight: 1 },
        { from: 0, to: 1, kind: "papers", weight: 1 },
      ],
    });
    assert.equal((await served.client.ask("quaestio/graph", {})).nodes.length, 2);
  });
});
