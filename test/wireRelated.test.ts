// Related notes as an editor sees them: they follow what is typed, and the ways to them stand where a person looks.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { ClientCapabilities, CodeAction, CodeLens } from "vscode-languageserver/node";
import { removeFolder, tempFolder } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

const words = ["bread", "violins", "glaciers", "chess", "beetles", "harbours"];
const files = {
  "a.md": "# Does replay help?\n\nPrioritized sampling of transitions.\n",
  "b.md": "# Which data first?\n\nPrioritized sampling, they say.\n",
  "topics/rl.md": "---\ntype: topic\ntitle: RL\n---\n",
  ".quaestio.json": "{}",
  ...Object.fromEntries(words.map((word) => [`other/${word}.md`, `# What of ${word}?\n\nSome ${word} are seen in ${word} country.\n`])),
};

describe("related notes over the wire", () => {
  let root = "";
  let client: WireClient;
  const uri = (path: string) => uriOf(root, path);
  const titles = async (path: string) => (await client.ask("quaestio/related", { uri: uri(path) })).map(({ card }) => card.title);
  const lenses = async (path: string) => client.request<CodeLens[] | null>("textDocument/codeLens", { textDocument: { uri: uri(path) } });

  before(async () => {
    root = tempFolder(files);
    client = await WireClient.loaded([root], { initializationOptions: { host: "vscode" } });
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    removeFolder(root);
  });

  it("are there at the first request after a start", async () => {
    assert.deepEqual(await titles("a.md"), ["Which data first?"]);
  });

  it("follow what was typed a moment ago, in the note and in the others", async () => {
    await client.open(uri("a.md"), files["a.md"]);
    await client.change(uri("a.md"), "# Does replay help?\n\nGlaciers flow slowly.\n");
    assert.deepEqual(await titles("a.md"), ["What of glaciers?"]);
    assert.deepEqual(await titles("b.md"), []);
    await client.change(uri("a.md"), files["a.md"]);
    assert.deepEqual(await titles("b.md"), ["Does replay help?"]);
  });

  it("say where in the note a reason stands", async () => {
    await client.change(uri("a.md"), "# Does replay help?\n\nWhich data first, one asks.\n");
    const [first] = await client.ask("quaestio/related", { uri: uri("a.md") });
    const [reason] = first?.reasons ?? [];
    assert.deepEqual(
      [reason?.kind, reason?.range],
      ["mentioned-here", { start: { line: 2, character: 6 }, end: { line: 2, character: 16 } }],
    );
  });

  it("are linked by a code action where they are named", async () => {
    const place = { line: 2, character: 8 };
    const textDocument = { uri: uri("a.md") };
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
      ...{ textDocument, range: { start: place, end: place } },
      context: { diagnostics: [] },
    });
    assert.deepEqual(
      actions.map(({ title, edit }) => [title, edit?.changes?.[uri("a.md")]?.[0]?.newText]),
      [["Link to “Which data first?”", "[[Which data first?|data first]]"]],
    );
  });

  it("come among code actions only where such are asked for", async () => {
    await client.change(uri("a.md"), "# Does replay help?\n\nWhich data first, and [[Which dat first?]].\n");
    const ask = async (only?: readonly string[]) => {
      const range = { start: { line: 2, character: 8 }, end: { line: 2, character: 28 } };
      const params = { textDocument: { uri: uri("a.md") }, range, context: { diagnostics: [], ...(only ? { only } : {}) } };
      return (await client.request<CodeAction[]>("textDocument/codeAction", params)).map(({ kind, title }) => `${kind}: ${title}`);
    };
    const fix = "quickfix: Change to “Which data first?”";
    const link = "refactor.rewrite: Link to “Which data first?”";
    const last = "quickfix: Remove the link and keep its text";
    assert.deepEqual(await ask(), [fix, last, link]);
    assert.deepEqual(await ask(["quickfix"]), [fix, last]);
    assert.deepEqual(await ask(["refactor"]), [link]);
    assert.deepEqual(await ask(["source"]), []);
  });

  it("stand beside the note that a question asks for, as an edit for clients that may create files", async () => {
    const ask = async (capabilities: ClientCapabilities) => {
      const plain = await WireClient.loaded([root], { capabilities });
      await plain.open(uri("a.md"), "[[Why do glaciers sing?]]\n");
      const place = { line: 0, character: 4 };
      const params = { textDocument: { uri: uri("a.md") }, range: { start: place, end: place }, context: { diagnostics: [] } };
      const actions = await plain.request<CodeAction[]>("textDocument/codeAction", params);
      await plain.stop();
      // The last fix gives the link up.
      return actions.slice(0, -1).map(({ title, edit, command }) => [title, edit?.documentChanges?.[0], command]);
    };
    const creating = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] } } };
    const created = { kind: "create", uri: uri("why-do-glaciers-sing.md") };
    assert.deepEqual(await ask({ textDocument: { publishDiagnostics: {} }, ...creating }), [
      ["Write “Why do glaciers sing?”", created, undefined],
    ]);
    assert.deepEqual(await ask({ textDocument: { publishDiagnostics: {} } }), []);
  });

  it("are a lens away from the title, not from a topic note's, and only where the editor knows the command", async () => {
    const [lens] = ((await lenses("b.md")) ?? []).filter(({ command }) => command?.title === "Explore related");
    const command = { title: "Explore related", command: "quaestio.exploreRelated", arguments: [uri("b.md")] };
    assert.deepEqual([lens?.command, lens?.range.start.line], [command, 0]);
    assert.deepEqual(await lenses("topics/rl.md"), []);
    const plain = await WireClient.loaded([root]);
    const others = await plain.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: uri("b.md") } });
    assert.deepEqual(
      others.map(({ command }) => command),
      [undefined],
    );
    await plain.stop();
  });
});
