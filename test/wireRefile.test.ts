// Notes that are filed under another topic, renamed and counted, as an editor asks for it.
import assert from "node:assert/strict";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver/node";
import type { VaultCounts } from "../server/protocol";
import { removeFolder, tempFolder } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

const vault = {
  ".quaestio.json": "{}",
  "a.md": "---\ntopics: [rl/systems, x]\n---\n# A?\n",
  "b.md": "---\ntopics:\n  - RL/Systems\n---\n# B?\n\n[[A?]] [[lost]] [[A?#Nowhere]]\n",
  "c.md": "---\ntopics: [a\ntitle: C\n---\n",
  "d.md": "---\ntopics: [rl]\n---\n# D?\n",
  "e.md": "No title.\n",
  "kept.md": "---\ntopics: [rl/systems]\n---\n# Kept?\n\n[[Is water wet?]]\n",
};

describe("filing, renaming and counting over the wire", () => {
  let root = "";
  let client: WireClient;
  const uri = (path: string) => uriOf(root, path);
  const texts = (edit: object | undefined) =>
    ((edit as WorkspaceEdit | undefined)?.documentChanges ?? [])
      .map((it) => it as TextDocumentEdit)
      .map(({ textDocument, edits }) => {
        const path = textDocument.uri.slice(uri("").length).replace(/^\//, "");
        return `${path} v${textDocument.version}: ${edits.map((edit) => ("newText" in edit ? edit.newText : "")).join("|")}`;
      });

  before(async () => {
    root = tempFolder(vault);
    chmodSync(join(root, "kept.md"), 0o444);
    client = await WireClient.loaded([root], {
      initializationOptions: { host: "vscode" },
      capabilities: {
        textDocument: { publishDiagnostics: {} },
        workspace: {
          workspaceFolders: true,
          configuration: true,
          workspaceEdit: { documentChanges: true, resourceOperations: ["rename"] },
        },
      },
    });
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    chmodSync(join(root, "kept.md"), 0o644);
    removeFolder(root);
  });

  it("files several notes by one edit, the open one as it is by now, and says of each other why it stays", async () => {
    await client.open(uri("a.md"), "---\ntopics: [rl/systems, x]\n---\n# A now?\n");
    const leaves = ["rl/systems"];
    const notes = ["a.md", "b.md", "c.md", "d.md", "kept.md"].map((path) => ({
      uri: uri(path),
      leaves: path === "d.md" ? ["rl"] : leaves,
    }));
    const answer = await client.ask("quaestio/refile", { to: "rl", how: "move", notes });
    assert.ok(answer.kind === "filed");
    assert.deepEqual([answer.topic, answer.changed, answer.there], ["Rl", ["A now?", "B?"], ["D?"]]);
    assert.deepEqual(answer.left, [
      "“C” stays as it is: its front matter is no valid YAML. Mend it first.",
      "“Kept?” stays as it is: its file may not be written.",
    ]);
    assert.deepEqual(texts(answer.edit), ["a.md v1: ", "b.md vnull: "]);
    await client.close(uri("a.md"));
  });

  it("adds a topic that is new, and says why where there is nothing to file", async () => {
    const notes = [{ uri: uri("d.md"), leaves: [] }];
    const added = await client.ask("quaestio/refile", { to: "New ideas", how: "add", notes });
    assert.ok(added.kind === "filed");
    assert.deepEqual([added.topic, texts(added.edit)], ["New Ideas", ["d.md vnull: , New ideas"]]);
    assert.deepEqual(await client.ask("quaestio/refile", { to: " / ", how: "add", notes }), {
      kind: "impossible",
      why: "A topic needs a name.",
    });
    const outside = await client.ask("quaestio/refile", { to: "a", how: "add", notes: [{ uri: "untitled:Untitled-1", leaves: [] }] });
    assert.deepEqual(outside, { kind: "impossible", why: "Only notes of the workspace can be filed under a topic." });
  });

  it("renames a note and a topic that are chosen from a list, or says why not", async () => {
    const note = await client.ask("quaestio/rename", { uri: uri("a.md"), name: "Is A it?" });
    assert.ok(note.kind === "edit");
    const changes = (note.edit as WorkspaceEdit).documentChanges ?? [];
    const whats = changes.map((it) => ("textDocument" in it ? it.textDocument.uri : it.kind));
    assert.deepEqual(whats.sort(), [uri("a.md"), uri("b.md"), "rename"]);
    const untitled = await client.ask("quaestio/rename", { uri: uri("e.md"), name: "Is E it?" });
    assert.ok(untitled.kind === "edit");
    const rename = { kind: "rename", oldUri: uri("e.md"), newUri: uri("is-e-it.md") };
    assert.deepEqual((untitled.edit as WorkspaceEdit).documentChanges, [rename], "the title of a note without one is its file's name");
    const topic = await client.ask("quaestio/rename", { topic: "x", name: "rl" });
    assert.deepEqual(topic, { kind: "impossible", why: "There is a topic “rl” already." });
    const renamed = await client.ask("quaestio/rename", { topic: "x", name: "y" });
    assert.ok(renamed.kind === "edit");
    assert.deepEqual(texts(renamed.edit), ["a.md vnull: y"]);
    const unknown = await client.ask("quaestio/rename", { uri: "untitled:Untitled-1", name: "x" });
    assert.deepEqual(unknown, { kind: "impossible", why: "Only notes of the workspace can be renamed." });
  });

  it("counts notes and what is reported of them, and follows edits and settings", async () => {
    const counts = async (): Promise<VaultCounts> => client.ask("quaestio/counts", {});
    assert.deepEqual(await counts(), { notes: 6, errors: 3, warnings: 0, broken: 2 });
    await client.settled(() => client.open(uri("b.md"), "# B?\n\n[[lost]] [[lost#x]] [[Who asks?]]\n"));
    assert.deepEqual(await counts(), { notes: 6, errors: 3, warnings: 0, broken: 2 });
    await client.settled(() => client.change(uri("b.md"), "# B?\n"));
    assert.deepEqual(await counts(), { notes: 6, errors: 1, warnings: 0, broken: 0 });
    await client.settled(() => client.open(uri("d.md"), "---\ntype: topic\ntopics: [rl]\n---\n# D!\n"));
    assert.equal((await counts()).notes, 5, "a note that describes a topic counts as none");
    await client.settled(() => client.close(uri("d.md")));
    await client.settled(() => client.close(uri("b.md")));
    client.settings["quaestio"] = {
      diagnostics: { severity: { "broken-reference": "hint", "broken-heading": "off", "front-matter": "warning" } },
    };
    await client.settled(() => client.notify("workspace/didChangeConfiguration", { settings: null }));
    assert.deepEqual(await counts(), { notes: 6, errors: 0, warnings: 1, broken: 1 });
  });
});
