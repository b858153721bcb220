// Merges as an editor asks for them: one edit with versions that deletes a file, or a sentence why not.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type {
  ClientCapabilities,
  CodeAction,
  DeleteFile,
  ResourceOperationKind,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { removeFolder, tempFolder } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

describe("merging over the wire", () => {
  let root = "";
  let client: WireClient;
  const uri = (path: string) => uriOf(root, path);

  before(async () => {
    root = tempFolder({ "a.md": "# A?\n\nText.\n", "b.md": "# B?\n", "c.md": "# C?\n\n[[A?]]\n", ".quaestio.json": "{}" });
    client = await WireClient.loaded([root], { initializationOptions: { host: "vscode" } });
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    removeFolder(root);
  });

  it("takes the open text, leads links on and deletes the file", async () => {
    client.open(uri("a.md"), "# A?\n\nUnsaved.\n");
    const answer = await client.ask("quaestio/merge", { uri: uri("a.md"), into: uri("b.md") });
    assert.equal(answer.kind, "edit");
    assert.equal(answer.notes, 1);
    const changes = (answer.edit as WorkspaceEdit).documentChanges ?? [];
    const texts = changes.flatMap((it) => ("edits" in it ? [it as TextDocumentEdit] : []));
    assert.deepEqual(texts.map(({ textDocument }) => textDocument.uri).sort(), [uri("b.md"), uri("c.md")]);
    const into = texts.find(({ textDocument }) => textDocument.uri === uri("b.md"));
    assert.match(JSON.stringify(into?.edits), /## A\?.*Unsaved/);
    assert.deepEqual(changes.at(-1) as DeleteFile, { kind: "delete", uri: uri("a.md") });
  });

  it("says why two notes cannot be merged", async () => {
    const answer = await client.ask("quaestio/merge", { uri: uri("a.md"), into: uri("a.md") });
    assert.deepEqual(answer, { kind: "impossible", why: "A note cannot be merged into itself." });
    const unknown = await client.ask("quaestio/merge", { uri: uri("a.md"), into: "untitled:Untitled-1" });
    assert.deepEqual(unknown, { kind: "impossible", why: "Only notes of the workspace can be merged." });
  });
});

describe("a question that was asked before, over the wire", () => {
  const asked = {
    "a.md": "# Does code review improve quality?\n\nYes.\n",
    "b.md": "# Is quality improved by code reviews?\n",
    ".quaestio.json": "{}",
  };
  const title = "Merge this note into “Is quality improved by code reviews?”";
  const capabilities = (operations: readonly ResourceOperationKind[]): ClientCapabilities => ({
    textDocument: { publishDiagnostics: {}, codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } } },
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: [...operations] } },
  });

  async function actionsFor(operations: readonly ResourceOperationKind[], host: object = {}) {
    const root = tempFolder(asked);
    const client = await WireClient.loaded([root], { capabilities: capabilities(operations), initializationOptions: host });
    await client.open(uriOf(root, "a.md"), asked["a.md"]);
    const at = { line: 0, character: 4 };
    const all = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: uriOf(root, "a.md") },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const end = async () => {
      assert.equal(await client.stop(), 0);
      removeFolder(root);
    };
    return { client, root, end, found: all.filter((it) => it.title === title) };
  }

  it("is merged into the note that asks it, by an edit that is made when that is chosen", async () => {
    const { client, root, end, found } = await actionsFor(["delete"]);
    assert.equal(found[0]?.edit, undefined);
    const { edit } = await client.request<CodeAction>("codeAction/resolve", found[0]);
    assert.deepEqual(edit?.documentChanges?.at(-1), { kind: "delete", uri: uriOf(root, "a.md") });
    await end();
  });

  it("is merged by our own command where the editor has it", async () => {
    const { root, end, found } = await actionsFor(["delete"], { host: "vscode" });
    assert.deepEqual(found[0]?.command, {
      title,
      command: "quaestio.mergeQuestion",
      arguments: [uriOf(root, "a.md"), uriOf(root, "b.md")],
    });
    await end();
  });

  it("is not merged in an editor whose edits delete no files", async () => {
    const { end, found } = await actionsFor([]);
    assert.deepEqual(found, []);
    await end();
  });
});
