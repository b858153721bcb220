// An edit says for which version of each open document it was made, so that an editor refuses it once that was typed in.
import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import type { ClientCapabilities, CodeAction, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientRequests } from "../server/protocol";
import { removeFolder, tempFolder } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

const capabilities: ClientCapabilities = {
  textDocument: { publishDiagnostics: {}, codeAction: { resolveSupport: { properties: ["edit"] } } },
  workspace: {
    ...{ workspaceFolders: true, configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
    workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"], changeAnnotationSupport: {} },
  },
};

const changesIn = (edit: WorkspaceEdit | undefined | null) =>
  (edit?.documentChanges ?? []).filter((it): it is TextDocumentEdit => "edits" in it);

describe("a code action", () => {
  let root = "";
  let client: WireClient;
  const uri = () => uriOf(root, "a.md");
  const actionsFor = async (options: { readonly capabilities: ClientCapabilities }) => {
    root = tempFolder({
      "a.md": "",
      "b.md": "---\nsummary: Much.\n---\n# Does self-play beat imitation?\n",
      "c.md": "# What does planning cost?\n",
      // A name counts where its words are rare.
      ...Object.fromEntries(
        ["birds", "boats", "glaciers", "rivers", "tides", "winds"].map((it) => [`${it}.md`, `# What of ${it}?\n\nSome ${it}.\n`]),
      ),
      ".quaestio.json": '{ "diagnostics": { "severity": { "missing-summary": "hint" } } }',
    });
    client = await WireClient.loaded([root], options);
    await client.open(uri(), "");
    const text =
      "---\nsources: [arxiv:2505.24298, 2505.24298, 1706.03762]\n---\n# A?\n\n[[Does self-play beat imitatin?]] [[Does self-play beat imitation?]] What does planning cost? [[Does self-play beat imitatin?]]\n";
    await client.change(uri(), text);
    await client.change(uri(), text);
    await client.ask("quaestio/related", { uri: uri() });
    const found: CodeAction[] = [];
    for (const [line, character] of [
      [1, 35],
      [3, 1],
      [5, 5],
      [5, 45],
      [5, 82],
    ] as const) {
      const at = { line, character };
      const range = { start: at, end: at };
      const context = { diagnostics: [] };
      found.push(...(await client.request<CodeAction[]>("textDocument/codeAction", { textDocument: { uri: uri() }, range, context })));
    }
    return found.filter(({ edit }) => edit);
  };
  afterEach(async () => {
    await client.stop();
    removeFolder(root);
  });

  it("is for the version of the document that it was worked out for", async () => {
    const actions = await actionsFor({ capabilities });
    const kinds = new Set(actions.map(({ title }) => title.replace(/“.*”|\d+/g, "…")));
    for (const kind of [
      "Change to …",
      "Fix all … problems of this kind in this note",
      "Link to …",
      "Sort sources",
      "Write as a Markdown link",
    ])
      assert.ok(kinds.has(kind), `${kind} is none of ${[...kinds].join(", ")}`);
    for (const { title, edit } of actions) {
      const own = changesIn(edit).filter(({ textDocument }) => textDocument.uri === uri());
      assert.deepEqual([own.map(({ textDocument }) => textDocument.version), edit?.changes], [own.length > 0 ? [3] : [], undefined], title);
    }
  });

  it("knows no versions where the editor knows none", async () => {
    const actions = await actionsFor({ capabilities: { textDocument: { publishDiagnostics: {} } } });
    assert.ok(actions.length > 3);
    for (const { title, edit } of actions)
      assert.deepEqual([Object.keys(edit?.changes ?? {}), edit?.documentChanges], [[uri()], undefined], title);
  });
});

const asked = "Does it scale?";
const virtual = "memory://vault/notes";
const note = (title: string, body: string) => `---\ntopics: [old]\n---\n# ${title}\n\n${body}\n`;
const links = `[[${asked}]] and [x](scale.md), does it scale? Does it scale?`;

describe("an edit that is worked out while somebody types", () => {
  const files: Readonly<Record<string, string>> = {
    "scale.md": note(asked, "Text."),
    "into.md": note("Another?", "Text."),
    ...Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((name) => [`${name}.md`, note(`Is it ${name}?`, links)])),
  };
  const open = ["scale.md", "into.md", "a.md", "c.md", "e.md"];
  const at = (path: string) => `${virtual}/${path}`;
  /** What the edits replace where they fit. */
  const old = /^(?:does it scale\?|scale\.md)$/i;
  /** Called when a closed note is read. */
  let onRead: (() => void) | undefined;
  let client: WireClient;

  /** The folder is the client's own, so that it hears of each closed note that is read, and types just then. */
  const answers: { readonly [M in keyof ClientRequests]: (params: ClientRequests[M]["params"]) => ClientRequests[M]["result"] } = {
    "quaestio/readFolder": () => Object.keys(files).map((name) => ({ name, kind: "file", isLink: false })),
    "quaestio/readFile"({ uri }) {
      onRead?.();
      const bytes = Buffer.from(files[uri.slice(virtual.length + 1)] ?? "");
      return { size: bytes.length, modified: 1, base64: bytes.toString("base64") };
    },
    "quaestio/stat"({ uri }) {
      const text = files[uri.slice(virtual.length + 1)];
      return text === undefined ? null : { kind: "file", size: Buffer.byteLength(text), modified: 1, isReadOnly: false };
    },
  };
  const typed = (text: string) => text.replace("---\n# ", "---\n\nTyped meanwhile.\n\n# ");

  afterEach(async () => {
    onRead = undefined;
    await client.stop();
  });

  for (const [what, method, params, was] of [
    ["a rename", "quaestio/rename", { uri: at("scale.md"), name: "Does it grow?" }, old],
    [
      "a rename at a caret",
      "textDocument/rename",
      { textDocument: { uri: at("a.md") }, position: { line: 5, character: 4 }, newName: "Does it grow?" },
      old,
    ],
    ["a move", "workspace/willRenameFiles", { files: [{ oldUri: at("scale.md"), newUri: at("sub/scale.md") }] }, old],
    ["a merge", "quaestio/merge", { uri: at("scale.md"), into: at("into.md") }, old],
    [
      "a refiling",
      "quaestio/refile",
      { to: "new", how: "move", notes: Object.keys(files).map((path) => ({ uri: at(path), leaves: [] })) },
      /old/,
    ],
  ] as const)
    it(`is for the text that it fits: ${what}`, async () => {
      client = await WireClient.loaded([virtual], { capabilities, answers, initializationOptions: { answersFileRequests: true } });
      for (const path of open) await client.open(at(path), files[path] ?? "");
      await client.ask("quaestio/related", { uri: at("a.md") });
      let isTyped = false;
      onRead = () => {
        if (!isTyped) for (const path of open) void client.change(at(path), typed(files[path] ?? ""));
        isTyped = true;
      };
      const answer = await client.request<WorkspaceEdit & { readonly edit?: WorkspaceEdit; readonly why?: string }>(method, params);
      const changes = changesIn(answer.edit ?? answer);
      assert.ok(isTyped && changes.length > 2, answer.why);
      for (const { textDocument, edits } of changes) {
        const path = textDocument.uri.slice(virtual.length + 1);
        if (!open.includes(path)) continue;
        const text = files[path] ?? "";
        const document = TextDocument.create(textDocument.uri, "markdown", 1, textDocument.version === 1 ? text : typed(text));
        // What a merge writes into the other note replaces nothing; that note is read first.
        if (path === "into.md" && method === "quaestio/merge") assert.equal(textDocument.version, 1);
        else for (const { range } of edits) assert.match(document.getText(range), was, `${path}@${textDocument.version}`);
      }
    });
});
