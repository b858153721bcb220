// New, found and random questions as the editor asks for them.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { removeFolder, tempFolder } from "./tempFolder";
import { smallVault, uriOf, WireClient } from "./wireClient";

describe("questions over the wire", () => {
  let root = "";
  let client: WireClient;
  const uri = (path: string) => uriOf(root, path);
  const placed = async (title: string, more: object = {}) => {
    const answer = await client.ask("quaestio/newNote", { title, ...more });
    return answer.kind === "new" ? decodeURIComponent(answer.uri.slice(uri("").length)) : answer.kind;
  };

  before(async () => {
    root = tempFolder(smallVault);
    client = await WireClient.loaded([root]);
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    removeFolder(root);
  });

  it("are to lie beside a note, else where their topic has its notes, else at the top", async () => {
    assert.equal(await placed("Why sing?", { beside: uri("rl/scale.md") }), "/rl/why-sing.md");
    assert.equal(await placed("Why sing?", { beside: "untitled:Untitled-1", topics: ["rl"] }), "/rl/why-sing.md");
    assert.equal(await placed("Why sing?"), "/why-sing.md");
  });

  it("have their topics and links in their text", async () => {
    const answer = await client.ask("quaestio/newNote", {
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
    assert.deepEqual(await client.ask("quaestio/newNote", { title: "does it scale" }), {
      ...{ kind: "exists", uri: uri("rl/scale.md"), title: "Does it scale?", path: "rl/scale.md" },
    });
    assert.equal(await placed("???"), "impossible");
  });

  it("are found by what is typed, in text that is not saved as well", async () => {
    assert.deepEqual(await client.ask("quaestio/questions", { typed: "run can" }), [
      ...[{ uri: uri("rl/async.md"), title: "Can RL run asynchronously?", summary: "It can.", topics: ["Systems"] }],
    ]);
    await client.open(uri("b (1).md"), "# A fourth one?\n");
    const [found] = await client.ask("quaestio/questions", { typed: "fourth" });
    assert.equal(found?.uri, uri("b (1).md"));
  });

  it("come by chance, never the one that is left out", async () => {
    const found = new Set<string | null>();
    for (let time = 0; time < 40; time++) found.add(await client.ask("quaestio/randomNote", { except: uri("rl/scale.md") }));
    assert.deepEqual([...found].sort(), [uri("b (1).md"), uri("rl/async.md")].sort());
  });
});
