// New, found and random questions as the editor asks for them.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { servedVault } from "./servedVault";
import { smallVault } from "./wireClient";

describe("questions over the wire", () => {
  const served = servedVault(smallVault);
  const { uri } = served;
  const placed = async (title: string, more: object = {}) => {
    const answer = await served.client.ask("quaestio/newNote", { title, ...more });
    return answer.kind === "new" ? decodeURIComponent(answer.uri.slice(uri("").length)) : answer.kind;
  };

  it("are to lie beside a note, else where their topic has its notes, else at the top", async () => {
    assert.equal(await placed("Why sing?", { beside: uri("rl/scale.md") }), "/rl/why-sing.md");
    assert.equal(await placed("Why sing?", { beside: "untitled:Untitled-1", topics: ["rl"] }), "/rl/why-sing.md");
    assert.equal(await placed("Why sing?"), "/why-sing.md");
  });

  it("have their topics and links in their text", async () => {
    const answer = await served.client.ask("quaestio/newNote", {
      title: " Why  sing? ",
      topics: ["rl"],
      related: [uri("b (1).md"), uri("gone.md")],
    });
    assert.equal(
      answer.kind === "new" && answer.text,
      '---\ntitle: "Why sing?"\ntopics: ["rl"]\nrelated: ["[[A third one?]]"]\n---\n\n# Why sing?\n\n',
    );
  });

  it("are not written twice, nor without words", async () => {
    assert.deepEqual(await served.client.ask("quaestio/newNote", { title: "does it scale" }), {
      ...{ kind: "exists", uri: uri("rl/scale.md"), title: "Does it scale?", path: "rl/scale.md" },
    });
    assert.equal(await placed("???"), "impossible");
  });

  it("are found by what is typed, in text that is not saved as well", async () => {
    assert.deepEqual(await served.client.ask("quaestio/questions", { typed: "run can" }), [
      ...[{ uri: uri("rl/async.md"), title: "Can RL run asynchronously?", summary: "It can.", topics: ["Systems"] }],
    ]);
    await served.client.open(uri("b (1).md"), "# A fourth one?\n");
    const [found] = await served.client.ask("quaestio/questions", { typed: "fourth" });
    assert.equal(found?.uri, uri("b (1).md"));
  });

  it("come by chance, never the one that is left out", async () => {
    const found = new Set<string | null>();
    for (let time = 0; time < 40; time++) found.add(await served.client.ask("quaestio/randomNote", { except: uri("rl/scale.md") }));
    assert.deepEqual([...found].sort(), [uri("b (1).md"), uri("rl/async.md")].sort());
  });

  it("are linked by title, by a heading of theirs, and by a block that gets an id", async () => {
    const async = uri("rl/async.md");
    assert.equal(await served.client.ask("quaestio/linkTo", { uri: async }), "[[Can RL run asynchronously?]]");
    const at = (line: number) => served.client.ask("quaestio/linkTo", { uri: async, heading: { line, character: 0 } });
    assert.equal(await at(11), "[[Can RL run asynchronously?#Why]]");
    // The section of the title is the note.
    assert.equal(await at(9), "[[Can RL run asynchronously?]]");
    assert.equal(await at(2), null);
    await served.client.open(async, smallVault["rl/async.md"]);
    const block = await served.client.ask("quaestio/blockId", { uri: async, position: { line: 9, character: 4 } });
    assert.deepEqual(block?.insert, { position: { line: 9, character: 39 }, text: ` ^${block?.id}` });
    assert.equal(await served.client.ask("quaestio/linkTo", { uri: async, block: block?.id ?? "" }), null);
    await served.client.change(async, smallVault["rl/async.md"].replace("[[Nowhere]].", `$&${block?.insert?.text}`));
    assert.equal(
      await served.client.ask("quaestio/linkTo", { uri: async, block: block?.id ?? "" }),
      `[[Can RL run asynchronously?#^${block?.id}]]`,
    );
  });

  it("are pasted as links, papers as citations, where they can stand", async () => {
    const place = { line: 2, character: 0 };
    const scale = uri("rl/scale.md");
    await served.client.open(uri("new.md"), "# New?\n\n\n");
    const paste = (text: string, to = uri("new.md")) => served.client.ask("quaestio/pasted", { uri: to, start: place, end: place, text });
    assert.deepEqual(await paste("https://arxiv.org/abs/2505.24298"), { kind: "citation", text: "[@arxiv:2505.24298]" });
    assert.deepEqual(await paste(scale), { kind: "link", text: "[[Does it scale?]]" });
    assert.equal(await paste("https://example.org"), null);
    assert.equal(await paste(scale, "untitled:Untitled-1"), null);
  });

  it("get no link as documents of no vault", async () =>
    assert.equal(await served.client.ask("quaestio/linkTo", { uri: "untitled:Untitled-1" }), null));
});
