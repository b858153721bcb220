// The links of a note as the Links view asks for them: they follow what is typed, and a mention becomes a link where it still stands.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { NoteLinks, PlacesInNote } from "../server/protocol";
import { removeFolder, tempFolder } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

const words = ["bread", "violins", "glaciers", "chess", "beetles", "harbours"];
const files = {
  "a.md": "# Which data first?\n\nSee [[Nowhere]] and [[Does replay help?]].\n",
  "b.md": "# Does replay help?\n\n## Why\n\nOne asks which data first. See [[a|the order]] of it.\n",
  "c.md": "# What else?\n\nWhich data first, or `which data first`?\n",
  ".quaestio.json": "{}",
  ...Object.fromEntries(words.map((word) => [`other/${word}.md`, `# What of ${word}?\n\nSome ${word} are seen in ${word} country.\n`])),
};

describe("the links of a note over the wire", () => {
  let root = "";
  let client: WireClient;
  const uri = (path: string) => uriOf(root, path);
  const told = (notes: readonly PlacesInNote[]) =>
    notes.flatMap(({ title, places }) => places.map(({ sentence, headings }) => [title, ...headings, sentence].join(" › ")));
  const links = async (path: string): Promise<NoteLinks> => (await client.ask("quaestio/links", { uri: uri(path) })) ?? assert.fail(path);

  before(async () => {
    root = tempFolder(files);
    client = await WireClient.loaded([root]);
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    removeFolder(root);
  });

  it("come in, go out, and are missing where the note is only named, each with its sentence", async () => {
    const { title, incoming, outgoing, mentions } = await links("a.md");
    assert.equal(title, "Which data first?");
    assert.deepEqual([incoming.total, told(incoming.notes)], [1, ["Does replay help? › Why › See the order of it."]]);
    assert.deepEqual(
      [mentions.total, told(mentions.notes)],
      [2, ["Does replay help? › Why › One asks which data first.", "What else? › Which data first, or `which data first`?"]],
    );
    assert.deepEqual(
      outgoing.links.map(({ state, title: to, target }) => [state, to, target?.uri]),
      [
        ["broken", "Nowhere", undefined],
        ["found", "Does replay help?", uri("b.md")],
      ],
    );
  });

  it("have the place of each, in the sentence and in the note", async () => {
    const [place] = (await links("a.md")).incoming.notes[0]?.places ?? [];
    assert.deepEqual([place?.range, place?.mark], [{ start: { line: 4, character: 31 }, end: { line: 4, character: 46 } }, [4, 13]]);
  });

  it("are none of a document outside the vault", async () => {
    assert.equal(await client.ask("quaestio/links", { uri: "untitled:Untitled-1" }), null);
  });

  it("follow what is typed elsewhere and not saved", async () => {
    await client.open(uri("c.md"), "# What else?\n\nSee [[Which data first?]].\n");
    const { incoming, mentions } = await links("a.md");
    assert.deepEqual(told(incoming.notes), ["Does replay help? › Why › See the order of it.", "What else? › See Which data first?."]);
    assert.equal(mentions.total, 1);
    await client.change(uri("c.md"), files["c.md"]);
    assert.equal((await links("a.md")).mentions.total, 2);
  });

  it("are made of a mention, while it stands there", async () => {
    const ask = (start: number, end: number) =>
      client.ask("quaestio/linkMention", {
        ...{ uri: uri("c.md"), named: uri("a.md") },
        range: { start: { line: 2, character: start }, end: { line: 2, character: end } },
      });
    const [mention] = (await links("a.md")).mentions.notes[1]?.places ?? [];
    assert.deepEqual(mention?.range.end, { line: 2, character: 16 });
    assert.equal(await ask(mention?.range.start.character ?? 0, 16), "[[Which data first?|data first]]");
    assert.equal(await ask(26, 36), null);
    assert.equal(await ask(0, 3), null);
  });
});

describe("open questions over the wire", () => {
  it("are told with who asks them, and go when a note that is typed answers them", async () => {
    const root = tempFolder({
      "a.md": "# A?\n\nSee [[Is water wet?]].\n",
      "b.md": "# B?\n\n[[Is water wet?]] [[Who?]]\n",
      ".quaestio.json": "{}",
    });
    const client = await WireClient.loaded([root]);
    const ask = async () => (await client.ask("quaestio/openQuestions", {})).questions;
    const [first, second] = await ask();
    const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 21 } };
    assert.deepEqual(
      [first?.title, first?.noteCount, first?.notes[0]],
      ["Is water wet?", 2, { uri: uriOf(root, "a.md"), range, title: "A?" }],
    );
    assert.equal(second?.title, "Who?");
    await client.open(uriOf(root, "c.md"), "# Is water wet?\n");
    const titles = (await ask()).map(({ title }) => title);
    assert.deepEqual(titles, ["Who?"]);
    assert.equal(await client.stop(), 0);
    removeFolder(root);
  });

  it("may be those of a topic, and tell fifty of many notes that ask", async () => {
    const asking = (at: number) => [`n${at}.md`, `---\ntopics: [${at < 2 ? "few" : "many"}]\n---\n# N ${at}?\n\n[[Who?]]\n`] as const;
    const root = tempFolder({ ...Object.fromEntries(Array.from({ length: 53 }, (_, at) => asking(at))), ".quaestio.json": "{}" });
    const client = await WireClient.loaded([root]);
    for (const [topic, count, told] of [
      [undefined, 53, 50],
      ["many", 51, 50],
      ["few", 2, 2],
    ] as const) {
      const { questions } = await client.ask("quaestio/openQuestions", topic === undefined ? {} : { topic });
      assert.deepEqual([questions[0]?.noteCount, questions[0]?.notes.length], [count, told], topic);
    }
    assert.deepEqual(await client.ask("quaestio/openQuestions", { topic: "none" }), { total: 0, questions: [] });
    assert.equal(await client.stop(), 0);
    removeFolder(root);
  });
});
