// The lists of the Topics view, as the editor asks for them: groups, pages of their notes, sorted and filtered by the server.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { servedVault } from "./servedVault";

const files = {
  "a.md": "---\ntitle: A reward?\ntopics: [rl]\nsources: [arxiv:2505.24298]\n---\nSee [[C, alone?]].\n",
  "b.md": "---\ntitle: B waits?\nsummary: For a reward.\ntopics: [rl]\nsources: [arxiv:2505.24298, 10.1000/one]\n---\nSee [[C, alone?]].\n",
  "c.md": "---\ntitle: C, alone?\ntopics: [rl/systems]\n---\n",
  "d.md": "---\ntitle: D, by itself?\n---\n",
  ".quaestio.json": "{}",
};

describe("groups of notes over the wire", () => {
  const served = servedVault(files);

  it("come with their counts, in as many as are wanted", async () => {
    const { groups, ...counts } = await served.client.ask("quaestio/noteGroups", { by: "paper", limit: 1 });
    assert.deepEqual(counts, { groupCount: 3, noteCount: 4 });
    assert.deepEqual(groups, [{ id: "arxiv:2505.24298", label: "arXiv:2505.24298", noteCount: 2, sourceCount: 1, children: [] }]);
  });

  it("come as a tree of topics where a filter is typed", async () => {
    const { groups, noteCount } = await served.client.ask("quaestio/noteGroups", { by: "topic", filter: "rew" });
    assert.equal(noteCount, 2);
    assert.deepEqual(groups, [{ id: "rl", label: "Rl", noteCount: 2, sourceCount: 2, children: [] }]);
  });

  it("give their notes in pages, in the order that is wanted", async () => {
    const titles = async (params: Parameters<typeof served.client.ask<"quaestio/groupNotes">>[1]) => {
      const { total, notes } = await served.client.ask("quaestio/groupNotes", params);
      return [total, ...notes.map(({ title }) => title)];
    };
    const paper = { by: "paper", group: "arxiv:2505.24298" } as const;
    assert.deepEqual(await titles(paper), [2, "A reward?", "B waits?"]);
    assert.deepEqual(await titles({ ...paper, sort: "sources" }), [2, "B waits?", "A reward?"]);
    assert.deepEqual(await titles({ ...paper, offset: 1, limit: 1 }), [2, "B waits?"]);
    assert.deepEqual(await titles({ by: "letter", group: "C", sort: "incoming" }), [1, "C, alone?"]);
    assert.deepEqual(await titles({ by: "unlinked" }), [1, "D, by itself?"]);
    assert.equal((await titles({ by: "recent", filter: "a" }))[0], 3);
    assert.deepEqual(await titles({ by: "year", group: "1848" }), [0]);
  });

  it("follow what is typed in a note", async () => {
    await served.client.open(served.uri("d.md"), "---\ntitle: D, by itself?\n---\nSee [[A reward?]].\n");
    const { total } = await served.client.ask("quaestio/groupNotes", { by: "unlinked" });
    assert.equal(total, 0);
  });
});
