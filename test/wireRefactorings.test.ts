// Refactorings as an editor asks for them: at a caret or for a selection, by kind, a new note and its link in one edit.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { type ClientCapabilities, type CodeAction, CodeActionTriggerKind } from "vscode-languageserver/node";
import { removeFolder, tempFolder } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

const files = {
  "a.md": "---\nsources: [fu10, fu9]\n---\n# Does it scale?\n\n[[What does it cost?]]\n\n## Why so?\n\nBecause.\n",
  "b.md": "---\nsummary: Much.\n---\n# What does it cost?\n",
  ".quaestio.json": "{}",
};

const textDocument = { publishDiagnostics: {} };
const creating: ClientCapabilities = {
  textDocument,
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
};

describe("refactorings over the wire", () => {
  let root = "";
  const clients: WireClient[] = [];
  const uri = (path: string) => uriOf(root, path);
  const opened = async (capabilities: ClientCapabilities) => {
    const client = await WireClient.loaded([root], { capabilities, initializationOptions: { host: "vscode" } });
    clients.push(client);
    await client.open(uri("a.md"), files["a.md"]);
    return client;
  };
  const ask = (client: WireClient, [from, to]: readonly [number, number], only?: readonly string[]) =>
    client.request<CodeAction[]>("textDocument/codeAction", {
      ...{ textDocument: { uri: uri("a.md") }, context: { diagnostics: [], ...(only ? { only } : {}) } },
      range: { start: { line: from, character: from === to ? 3 : 0 }, end: { line: to, character: from === to ? 3 : 0 } },
    });
  const titles = async (...about: Parameters<typeof ask>) => (await ask(...about)).map(({ kind, title }) => `${kind}: ${title}`);

  before(() => {
    root = tempFolder(files);
  });
  after(async () => {
    for (const client of clients) assert.equal(await client.stop(), 0);
    removeFolder(root);
  });

  it("arrive where they fit, of the kinds asked for", async () => {
    const client = await opened(creating);
    const rewrites = ["refactor.rewrite: Write as a Markdown link", "refactor.rewrite: Add “What does it cost?” to related"];
    const inline = "refactor.inline: Inline the summary of “What does it cost?”";
    assert.deepEqual(await titles(client, [5, 5]), [...rewrites, inline]);
    assert.deepEqual(await titles(client, [5, 5], ["refactor"]), [...rewrites, inline]);
    assert.deepEqual(await titles(client, [5, 5], ["refactor.inline"]), [inline]);
    assert.deepEqual(await titles(client, [5, 5], ["source"]), []);
    assert.deepEqual(await titles(client, [1, 1]), ["refactor.rewrite: Sort sources"]);
    const [first] = await ask(client, [5, 5]);
    const range = { start: { line: 5, character: 0 }, end: { line: 5, character: 22 } };
    const edits = [{ range, newText: "[What does it cost?](b.md)" }];
    assert.deepEqual(first?.edit, { documentChanges: [{ textDocument: { uri: uri("a.md"), version: 1 }, edits }] });
  });

  it("write a new note and the link to it in one edit", async () => {
    const client = await opened(creating);
    const [action] = await ask(client, [7, 10], ["refactor.extract"]);
    const start = { line: 0, character: 0 };
    const text = '---\ntitle: "Why so?"\nrelated: ["[[Does it scale?]]"]\n---\n\n## Why so?\n\nBecause.\n';
    assert.deepEqual(action, {
      title: "Turn the selection into a new note",
      kind: "refactor.extract",
      edit: {
        documentChanges: [
          { kind: "create", uri: uri("why-so.md") },
          { textDocument: { uri: uri("why-so.md"), version: null }, edits: [{ range: { start, end: start }, newText: text }] },
          {
            textDocument: { uri: uri("a.md"), version: 1 },
            edits: [{ range: { start: { line: 7, character: 0 }, end: { line: 9, character: 8 } }, newText: "[[Why so?]]" }],
          },
        ],
      },
    });
  });

  it("write no new note for clients that cannot create files", async () =>
    assert.deepEqual(await titles(await opened({ textDocument }), [7, 10], ["refactor"]), []));

  it("of a very long note arrive when the menu is opened, not whenever the caret rests", async () => {
    const client = await opened(creating);
    const words = "Some words. ".repeat(25_000);
    await client.change(
      uri("a.md"),
      `# Does it scale?\n\n[[What does it cost?]] [[What does it kost?]] [[What does it kost?]]\n\n${words}\n`,
    );
    const at = async (character: number, triggerKind: CodeActionTriggerKind) => {
      const place = { line: 2, character };
      const context = { diagnostics: [], triggerKind };
      const params = { textDocument: { uri: uri("a.md") }, range: { start: place, end: place }, context };
      return (await client.request<CodeAction[]>("textDocument/codeAction", params)).map(({ title }) => title);
    };
    const rewrites = ["Write as a Markdown link", "Add “What does it cost?” to related"];
    assert.deepEqual(await at(3, CodeActionTriggerKind.Invoked), rewrites);
    assert.deepEqual(await at(3, CodeActionTriggerKind.Automatic), []);
    const [fix, all] = ["Change to “What does it cost?”", "Fix all 2 problems of this kind in this note"];
    const others = ["Write “What does it kost?”", "Remove the link and keep its text"];
    assert.deepEqual(await at(30, CodeActionTriggerKind.Invoked), [fix, all, ...others]);
    assert.deepEqual(await at(30, CodeActionTriggerKind.Automatic), [fix, ...others]);
  });
});
