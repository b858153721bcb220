// Actions that change many notes, as an editor asks for them: offered without an edit, which is made when one is chosen.
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, it } from "mocha";
import type { ClientCapabilities, CodeAction, TextEdit, VersionedTextDocumentIdentifier } from "vscode-languageserver/node";
import { removeFolder, tempFolder } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

const choosing: ClientCapabilities = {
  textDocument: { publishDiagnostics: {}, codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } } },
  workspace: {
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

const faulty = "[[Does self-play beat imitatin?]]\n";
const files = {
  "a.md": `# A?\n\n${faulty}`,
  "b.md": faulty,
  "sub/c.md": `${faulty}\n[[Nowhere]]\n`,
  "z.md": "# Does self-play beat imitation?\n",
  ".quaestio.json": "{}",
};

/** A client on a vault of some files, with its first note open. */
async function opened(given: Readonly<Record<string, string>>, capabilities = choosing) {
  const root = tempFolder(given);
  const client = await WireClient.loaded([root], { capabilities });
  const uri = (path: string) => uriOf(root, path);
  await client.open(uri("a.md"), given["a.md"] ?? "");
  return {
    client,
    root,
    uri,
    /** The actions at a place of the first note whose titles begin so. */
    async actions(line: number, character: number, beginning: string): Promise<readonly CodeAction[]> {
      const at = { line, character };
      const found = await client.request<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri: uri("a.md") },
        range: { start: at, end: at },
        context: { diagnostics: [] },
      });
      return found.filter(({ title }) => title.startsWith(beginning));
    },
    chosen: (action: CodeAction | undefined) => client.request<CodeAction>("codeAction/resolve", action),
    async end() {
      assert.equal(await client.stop(), 0);
      removeFolder(root);
    },
  };
}

interface ChangedDocument {
  readonly textDocument: VersionedTextDocumentIdentifier;
  readonly edits: readonly TextEdit[];
}

/** An edit in a few words: each document with its version and what is written in it. */
const shown = ({ edit }: CodeAction, root: string): readonly string[] =>
  ((edit?.documentChanges ?? []) as readonly ChangedDocument[]).map(
    ({ textDocument, edits }) =>
      `${textDocument.uri.slice(uriOf(root).length + 1)} ${textDocument.version}: ${edits.map(({ newText }) => newText).join(" · ")}`,
  );

describe("problems of one kind in a whole vault, over the wire", () => {
  const title = "Fix problems of this kind in the whole vault";
  let at: Awaited<ReturnType<typeof opened>> | undefined;
  const begin = async (...given: Parameters<typeof opened>) => {
    at = await opened(...given);
    return at;
  };
  afterEach(() => at?.end());

  it("are mended by one edit, made when it is chosen, with versions of what is open", async () => {
    const { actions, chosen, root, client } = await begin(files);
    const [action] = await actions(2, 5, title);
    assert.equal(action?.title, `${title} (4 in 3 notes)`);
    assert.equal(action?.edit, undefined);
    const made = await chosen(action);
    const good = "Does self-play beat imitation?";
    assert.deepEqual(shown(made, root), [`a.md 1: ${good}`, `b.md null: ${good}`, `sub/c.md null: ${good}`]);
    assert.deepEqual(made.edit?.changeAnnotations, { all: { label: "Fixes 3 problems in 3 notes", needsConfirmation: false } });
    const said = "3 problems mended in 3 notes. 1 problem stayed: no change could be shown to be right.";
    assert.deepEqual(client.all("window/showMessageRequest"), [{ type: 3, message: said, actions: [] }]);
  });

  it("are mended in the text that a document has now and a file has now", async () => {
    const { actions, chosen, root, client, uri } = await begin(files);
    const [action] = await actions(2, 5, title);
    await client.change(uri("a.md"), `# A?\n\nMore words. ${faulty}`);
    writeFileSync(join(root, "b.md"), `More words.\n\n${faulty}`);
    rmSync(join(root, "sub/c.md"));
    const made = await chosen(action);
    const documents = (made.edit?.documentChanges ?? []) as readonly ChangedDocument[];
    const places = documents.map(({ textDocument, edits }) => [textDocument.version, edits[0]?.range.start]);
    assert.deepEqual(places, [
      [2, { line: 2, character: 14 }],
      [null, { line: 2, character: 2 }],
    ]);
  });

  it("are not offered where no other note has one, nor to an editor that cannot wait for an edit", async () => {
    const { actions, client, uri } = await begin({ ...files, "b.md": "x\n", "sub/c.md": "y\n" });
    assert.deepEqual(await actions(2, 5, title), []);
    await client.open(uri("b.md"), faulty);
    assert.equal((await actions(2, 5, "Change to")).length, 1);
    await at?.end();
    const plain = await begin(files, { ...choosing, textDocument: { publishDiagnostics: {} } });
    assert.deepEqual(await plain.actions(2, 5, title), []);
    assert.equal((plain.client.initialized.capabilities.codeActionProvider as { resolveProvider?: boolean }).resolveProvider, undefined);
  });

  it("are those of open notes alone where closed ones are not reported", async () => {
    const settings = JSON.stringify({ diagnostics: { scope: "open" } });
    const { actions, chosen, client, uri, root } = await begin({ ...files, ".quaestio.json": settings });
    assert.deepEqual(await actions(2, 5, title), []);
    await client.settled(() => client.open(uri("b.md"), faulty));
    const [action] = await actions(2, 5, title);
    assert.equal(action?.title, `${title} (2 in 2 notes)`);
    const good = "Does self-play beat imitation?";
    assert.deepEqual(shown(await chosen(action), root), [`a.md 1: ${good}`, `b.md 1: ${good}`]);
  });

  it("change nothing where they are gone, and nothing for what is no action of ours", async () => {
    const { actions, chosen, client, uri, root } = await begin({ ...files, "sub/c.md": "y\n" });
    const [action] = await actions(2, 5, title);
    await client.change(uri("a.md"), "# A?\n");
    rmSync(join(root, "b.md"));
    assert.equal((await chosen(action)).edit, undefined);
    assert.equal(client.all("window/showMessageRequest").length, 1);
    for (const data of [
      null,
      1,
      { kind: "everywhere" },
      { kind: "everywhere", uri: "x:", code: 7 },
      { kind: "other" },
      { kind: "moved", uri: "x:", lost: 1 },
    ])
      assert.deepEqual(await chosen({ title: "x", data } as CodeAction), { title: "x", data });
  });
});

describe("links to a file that was moved, over the wire", () => {
  let at: Awaited<ReturnType<typeof opened>> | undefined;
  const begin = async (...given: Parameters<typeof opened>) => {
    at = await opened(...given);
    return at;
  };
  afterEach(() => at?.end());
  const moved = { ...files, "a.md": "[x](old/c.md)\n", "b.md": "[y](old/c.md#why) and [[old/c]]\n" };

  it("are led on by one edit, made when it is chosen", async () => {
    const { actions, chosen, root } = await begin(moved);
    const [action] = await actions(0, 6, "Moved to");
    assert.equal(action?.title, "Moved to “sub/c.md”: update 3 links");
    assert.equal(action?.edit, undefined);
    const made = await chosen(action);
    assert.deepEqual(shown(made, root), ["a.md 1: sub/c.md", "b.md null: sub/c.md#why · sub/c"]);
    assert.deepEqual(made.edit?.changeAnnotations, { all: { label: "Updates 3 links in 2 notes", needsConfirmation: false } });
  });

  it("are one fix where there is one link", async () => {
    const { actions } = await begin({ ...moved, "b.md": "x\n" });
    assert.deepEqual(await actions(0, 6, "Moved to"), []);
    assert.equal((await actions(0, 6, "Change to “sub/c.md”")).length, 1);
  });
});

describe("a note that nobody links to, over the wire", () => {
  let at: Awaited<ReturnType<typeof opened>> | undefined;
  afterEach(() => at?.end());

  it("is linked from the note it is related to most, by an edit of that note", async () => {
    const quaestio = JSON.stringify({ diagnostics: { severity: { "orphan-note": "information" } } });
    at = await opened({
      "a.md": "# Does self-play beat imitation learning?\n\nSelf-play agents beat imitation learning.\n",
      "b.md": "# Why do self-play agents beat humans?\r\n\r\nSelf-play agents need no imitation learning.\r\n",
      "c.md": "---\nrelated:\n  - b\n---\n# Is water wet?\n\nWater wets.\n",
      ".quaestio.json": quaestio,
    });
    const { client, root, actions, chosen, uri } = at;
    await client.ask("quaestio/related", { uri: uri("a.md") });
    const all = await actions(0, 3, "Link to this note from");
    assert.equal(all[0]?.title, "Link to this note from “Why do self-play agents beat humans?”");
    assert.equal(all[0]?.edit, undefined);
    const text = '---\r\nrelated: ["[[Does self-play beat imitation learning?]]"]\r\n---\r\n\r\n';
    assert.deepEqual(shown(await chosen(all[0]), root), [`b.md null: ${text}`]);
    assert.deepEqual(client.all("window/showMessageRequest"), []);
  });
});
