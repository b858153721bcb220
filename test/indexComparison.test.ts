// The comparison of the index with one built anew finds what was planted, says where without the words of notes, and is off unless asked for.
import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { NoteUri } from "../server/core/note";
import { uriBelow } from "../server/core/noteUri";
import { IndexComparison } from "../server/lsp/indexComparison";
import { Follower } from "./follower";
import { MemoryFiles } from "./memoryFiles";
import { ServedFolder } from "./servedFolder";
import { smallVault } from "./wireClient";

const root = "memory:///vault" as NoteUri;
const uri = (path: string) => uriBelow(root, path);
const asked = { trace: { compareIndex: true } };

describe("the comparison of the index", () => {
  let follower: Follower;
  let comparison: IndexComparison;

  beforeEach(() => {
    const files = new MemoryFiles(root);
    files.write("a.md", "---\ntitle: A secret?\ntopics: [hidden]\n---\n[[B secret?]] [x](plot.png)\n");
    files.write("b.md", "# B secret?\n\n[[Nobody's secret]]\n");
    follower = new Follower(files);
    const { store, publisher, log } = follower;
    comparison = new IndexComparison({ store, publisher, report: (sentence, level) => log.push(`${level}: ${sentence}`) });
  });

  async function compared() {
    comparison.schedule();
    return comparison.status();
  }

  it("finds nothing after any change that was taken in", async () => {
    await follower.load(asked);
    const { disk } = follower;
    assert.ok(disk instanceof MemoryFiles);
    disk.write("plot.png", "");
    disk.delete("b.md");
    await follower.told("plot.png", "b.md");
    assert.deepEqual(await compared(), { made: 1, different: 0 });
    assert.deepEqual(follower.log, []);
  });

  const planted: Readonly<Record<string, readonly [act: () => void, said: RegExp]>> = {
    "a file that was taken in and not told of": [
      () => follower.store.index.putFile(root, "plot.png"),
      /: problems of memory:\/\/\/vault\/a\.md \(told broken-reference at 5:19; anew none\)\.$/,
    ],
    "a note that is gone and whose problems are told still": [
      () => follower.store.index.remove(uri("b.md")),
      /problems of memory:\/\/\/vault\/b\.md \(told broken-reference at 3:3; it is no note\)/,
    ],
    "a note that is not found under one of its keys": [
      () => {
        const { index } = follower.store;
        const holders = index.holders.bind(index);
        index.holders = (key) => (key === "t:b secret" ? new Set() : holders(key));
      },
      /: key [\da-f]+ \(held by ; sought by memory:\/\/\/vault\/a\.md; anew held by memory:\/\/\/vault\/b\.md; sought by memory:\/\/\/vault\/a\.md\)\.$/,
    ],
    "a note that stays in a topic it has left": [
      () => {
        const { index } = follower.store;
        const inTopic = index.inTopic.bind(index);
        index.inTopic = (id) => (id === "hidden" ? new Set(index.notes()) : inTopic(id));
      },
      /: topic [\da-f]+ \(memory:\/\/\/vault\/a\.md memory:\/\/\/vault\/b\.md; anew memory:\/\/\/vault\/a\.md\)\.$/,
    ],
  };
  for (const [what, [act, said]] of Object.entries(planted))
    it(`finds ${what}, twice the same and tells it once`, async () => {
      await follower.load(asked);
      act();
      assert.deepEqual(await compared(), { made: 1, different: 1 });
      assert.deepEqual(await compared(), { made: 2, different: 2 });
      assert.equal(follower.log.length, 1);
      assert.match(follower.log[0] ?? "", /^error: What the server knows differs from what it would know if it were started now: /);
      assert.match(follower.log[0] ?? "", said);
      assert.doesNotMatch(follower.log[0] ?? "", /secret|hidden/);
    });

  it("finds an edit of an open document that was not taken in", async () => {
    await follower.load(asked);
    const document = TextDocument.create(uri("b.md"), "markdown", 1, "# B secret?\n");
    follower.store.edited(document);
    follower.store.flush();
    await follower.publisher.publish();
    assert.deepEqual(await compared(), { made: 1, different: 0 });
    TextDocument.update(document, [{ text: "# Other\n" }], 2);
    assert.deepEqual(await compared(), { made: 2, different: 1 });
  });

  it("is not made where nobody asked for it", async () => {
    await follower.load();
    follower.store.index.putFile(root, "plot.png");
    assert.equal(await compared(), null);
    assert.deepEqual(follower.log, []);
  });
});

describe("a server that is asked to compare", () => {
  const served = new ServedFolder();
  const counts = async () => (await served.client.ask("quaestio/status", {}))?.comparisons ?? null;

  for (const compares of [true, false])
    it(`${compares ? "counts" : "is off by itself, and makes no"} comparisons`, async () => {
      await served.start(smallVault, { compares });
      await served.client.open(served.uri("rl/async.md"), "# Other\n");
      await served.client.settled(() => served.client.change(served.uri("rl/async.md"), "# Another\n"));
      const made = await counts();
      if (compares) assert.ok(made && made.made > 0 && made.different === 0, JSON.stringify(made));
      else assert.equal(made, null);
      await served.stop();
    });

  it("is not asked by a vault", async () => {
    await served.start({ ...smallVault, ".quaestio.json": JSON.stringify(asked) }, { compares: false });
    const status = await served.client.ask("quaestio/status", {});
    assert.equal(status?.comparisons, null);
    assert.match(status?.failures.map(({ sentence }) => sentence).join() ?? "", /Setting ignored in \.quaestio\.json: trace is no setting/);
    await served.stop();
  });
});
