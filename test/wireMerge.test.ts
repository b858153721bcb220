// Merges as an editor asks for them: one edit with versions that deletes a file, or a sentence why not.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { DeleteFile, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver/node";
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
