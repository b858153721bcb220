// Tools for agents as an editor asks for them: of documents that are not saved, and in several folders.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Told } from "./mcpClient";
import { servedVault } from "./servedVault";
import { removeFolder, tempFolder } from "./tempFolder";
import { smallVault, uriOf, WireClient } from "./wireClient";

const answerOf = async (client: WireClient, name: string, input: object = {}): Promise<Told> => {
  const given = await client.ask("quaestio/tool", { name, input });
  assert.equal(given.kind, "answer", JSON.stringify(given));
  return given.kind === "answer" ? given.answer : undefined;
};

const refusalOf = async (client: WireClient, name: string, input: unknown): Promise<string> => {
  const given = await client.ask("quaestio/tool", { name, input });
  return given.kind === "refused" ? given.why : "";
};

describe("tools over the wire", () => {
  const served = servedVault(smallVault);

  it("answer of what is typed and not saved", async () => {
    const uri = served.uri("b (1).md");
    await served.client.open(uri, "# A fourth one?\n\n[[Nowhere at all]]\n");
    const { text, uri: told, title } = await answerOf(served.client, "get_note", { note: "a fourth one" });
    assert.deepEqual([text, told, title], ["# A fourth one?\n\n[[Nowhere at all]]\n", uri, "A fourth one?"]);
    const { problems } = await answerOf(served.client, "check", { note: "b (1).md" });
    assert.deepEqual(
      problems.map(({ code, line }: Told) => `${code} ${line}`),
      ["broken-reference 3"],
    );
    await served.client.close(uri);
    assert.equal((await answerOf(served.client, "open_questions")).questions[0].title, "Is water wet?");
  });

  it("say why they do not answer", async () => {
    assert.match(await refusalOf(served.client, "get_note", undefined), /^get_note needs “note”/);
    assert.match(await refusalOf(served.client, "get_note", [1]), /^get_note takes an object with note, limit, offset\.$/);
    assert.match(await refusalOf(served.client, "nothing", {}), /^There is no tool “nothing”\./);
  });
});

describe("tools in several folders", () => {
  let one = "";
  let two = "";
  let client: WireClient;
  before(async () => {
    one = tempFolder({ "a.md": "# Alike?\n", "b.md": "# Only here?\n" });
    two = tempFolder({ "a.md": "# Alike?\n\n[[Nobody]]\n" });
    client = await WireClient.loaded([one, two]);
  });
  after(async () => {
    await client.stop();
    for (const root of [one, two]) removeFolder(root);
  });

  const nameOf = (root: string) => root.split(/[\\/]/).at(-1) ?? "";

  it("name each file with its folder in front, and take such names", async () => {
    const { notes } = await answerOf(client, "search_questions", { query: "alike" });
    assert.deepEqual(notes.map(({ path }: Told) => path).sort(), [`${nameOf(one)}/a.md`, `${nameOf(two)}/a.md`].sort());
    for (const { path, uri } of notes) {
      const { uri: read } = await answerOf(client, "get_note", { note: path });
      assert.equal(read, uri);
      assert.ok([uriOf(one, "a.md"), uriOf(two, "a.md")].includes(uri));
    }
    const { problems } = await answerOf(client, "check", { severity: "error" });
    assert.deepEqual(
      problems.map(({ path }: Told) => path),
      [`${nameOf(two)}/a.md`],
    );
  });

  it("ask which note is meant where a path or title is that of several", async () => {
    for (const note of ["a.md", "Alike?"])
      assert.match(
        await refusalOf(client, "get_note", { note }),
        /could be any of 2 notes: .*\/a\.md, .*\/a\.md\. Name one by its path\.$/,
      );
    assert.equal((await answerOf(client, "get_note", { note: "b.md" })).title, "Only here?");
  });
});
