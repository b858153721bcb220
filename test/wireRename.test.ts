// Renames as an editor asks for them: what can be renamed, one edit with versions, refusals as errors, and files that move.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { ClientCapabilities, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver/node";
import { removeFolder, tempFolder } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

const files = {
  "does-it-scale.md": "# Does it scale?\n\nText. ^one\n",
  "b.md": "# B?\n\n[[Does it scale?]] and [x](does-it-scale.md)\n",
  "c.md": "# C?\n\n[[Does it scale?]]\n",
  "large.md": "# Do large models plan?\n",
  "d.md": "# D?\n\n[[Do large models plan?]] Do large models plan? `Do large models plan?`\n",
  "e.md": "# E?\n\nDo large models plan?\n",
  "img/p.png": "",
  ".quaestio.json": "{}",
};

const capabilities: ClientCapabilities = {
  textDocument: { rename: { prepareSupport: true }, publishDiagnostics: { versionSupport: true } },
  workspace: {
    workspaceFolders: true,
    configuration: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename"] },
  },
};

describe("renaming over the wire", () => {
  let root = "";
  let client: WireClient;
  const uri = (path: string) => uriOf(root, path);
  const ask = <R>(method: string, path: string, line: number, character: number, more = {}) =>
    client.request<R>(method, { textDocument: { uri: uri(path) }, position: { line, character }, ...more });

  /** Edits as `path@version line:from-to text`, moves as `old -> new`. */
  const shown = (edit: WorkspaceEdit | null) =>
    (edit?.documentChanges ?? []).flatMap((change) => {
      const short = (address: string) => address.slice(uriOf(root).length + 1);
      if ("kind" in change) return change.kind === "rename" ? [`${short(change.oldUri)} -> ${short(change.newUri)}`] : [change.kind];
      const { textDocument, edits } = change as TextDocumentEdit;
      return edits.map((it) => {
        const { start, end } = it.range;
        const asked = "annotationId" in it ? ` (${it.annotationId})` : "";
        return `${short(textDocument.uri)}@${textDocument.version} ${start.line}:${start.character}-${end.character} ${"newText" in it ? it.newText : ""}${asked}`;
      });
    });

  before(async () => {
    root = tempFolder(files);
    client = await WireClient.loaded([root], { capabilities, initializationOptions: { host: "vscode" } });
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    removeFolder(root);
  });

  it("says what can be renamed at a place, and its name", async () => {
    assert.deepEqual(await ask("textDocument/prepareRename", "b.md", 2, 5), {
      range: { start: { line: 2, character: 2 }, end: { line: 2, character: 16 } },
      placeholder: "Does it scale?",
    });
    assert.equal(await ask("textDocument/prepareRename", "b.md", 2, 20), null);
  });

  it("answers with one edit: texts in their open versions, unsaved ones as they are, then the file", async () => {
    await client.open(uri("c.md"), files["c.md"]);
    await client.change(uri("c.md"), "# C?\n\nSee [[Does it scale?]].\n");
    const edit = await ask<WorkspaceEdit>("textDocument/rename", "does-it-scale.md", 0, 4, { newName: "Does it grow?" });
    assert.deepEqual([...shown(edit)].sort(), [
      "b.md@null 2:2-16 Does it grow?",
      "b.md@null 2:27-43 does-it-grow.md",
      "c.md@2 2:6-20 Does it grow?",
      "does-it-scale.md -> does-it-grow.md",
      "does-it-scale.md@null 0:2-16 Does it grow?",
    ]);
  });

  it("is silent about the move in its own edit, once", async () => {
    const moved = { files: [{ oldUri: uri("does-it-scale.md"), newUri: uri("does-it-grow.md") }] };
    assert.equal(await client.request("workspace/willRenameFiles", moved), null);
    assert.deepEqual(shown(await client.request<WorkspaceEdit>("workspace/willRenameFiles", moved)), ["b.md@null 2:27-43 does-it-grow.md"]);
  });

  it("refuses with a sentence", async () => {
    await assert.rejects(ask("textDocument/rename", "does-it-scale.md", 0, 4, { newName: "B" }), /“B” is already the title of b\.md\./);
  });

  it("offers plain mentions, each to be confirmed, to an editor that asks; and to no other", async () => {
    const asking = { ...capabilities.workspace, workspaceEdit: { ...capabilities.workspace?.workspaceEdit, changeAnnotationSupport: {} } };
    const other = await WireClient.loaded([root], { capabilities: { ...capabilities, workspace: asking } });
    const params = { textDocument: { uri: uri("large.md") }, position: { line: 0, character: 4 }, newName: "Do models plan?" };
    const edit = await other.request<WorkspaceEdit>("textDocument/rename", params);
    const plain = await client.request<WorkspaceEdit>("textDocument/rename", params);
    const noteParams = { ...params, textDocument: { uri: uri("c.md") }, newName: "X" };
    const unmentioned = await other.request<WorkspaceEdit>("textDocument/rename", noteParams);
    assert.equal(await other.stop(), 0);
    const links = ["d.md@null 2:2-23 Do models plan?", "large.md@null 0:2-23 Do models plan?"];
    const mentions = ["d.md@null 2:26-47 Do models plan? (plain-mentions)", "e.md@null 2:0-21 Do models plan? (plain-mentions)"];
    assert.deepEqual(shown(edit).sort(), [...links, ...mentions].sort());
    assert.deepEqual(edit.changeAnnotations?.["plain-mentions"]?.needsConfirmation, true);
    assert.deepEqual([shown(plain).sort(), plain.changeAnnotations], [links, undefined]);
    assert.deepEqual([shown(unmentioned), unmentioned.changeAnnotations], [["c.md@null 0:2-4 X", "c.md -> x.md"], undefined]);
  });

  it("leaves the file's name alone where the editor cannot rename files", async () => {
    const plain = await WireClient.loaded([root], { capabilities: { textDocument: {} } });
    const edit = await plain.request<WorkspaceEdit>("textDocument/rename", {
      ...{ textDocument: { uri: uri("does-it-scale.md") }, position: { line: 0, character: 4 }, newName: "Does it grow?" },
    });
    assert.deepEqual(
      shown(edit).filter((it) => it.includes("->") || it.includes(".md)")),
      [],
    );
    assert.equal(await plain.stop(), 0);
  });
});
