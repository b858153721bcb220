// What a client is told when it looks around: by host, over the wire, and that counts are drawn anew when they change.
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type {
  ClientCapabilities,
  CodeLens,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  SymbolInformation,
} from "vscode-languageserver/node";
import { ServedFolder } from "./servedFolder";

const files = {
  "a.md": "---\ntitle: Does it scale?\n---\n# Does it scale?\n\nSee [[b]] and [[#Why]].\n\n## Why\n\nSo.\n",
  "b.md": "# Who asks?\n\n[[Does it scale?]] by [@fu2025], [x](a.md)\n",
  "papers.bib": "@misc{nobody, title = {Unread}}\n@misc{fu2025, title = {AReaL}}\n",
  ".quaestio.json": "{}",
};
const refreshing: ClientCapabilities = {
  textDocument: { publishDiagnostics: {} },
  workspace: { codeLens: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
};

describe("looking around over the wire", () => {
  const plain = new ServedFolder();
  const beside = new ServedFolder();
  before(async () => {
    await plain.start(files, { capabilities: refreshing });
    await beside.start(files, { initializationOptions: { host: "vscode" } });
  });
  after(async () => {
    await plain.stop();
    await beside.stop();
  });

  const lenses = async (served: ServedFolder, path: string) =>
    (await served.client.request<CodeLens[] | null>("textDocument/codeLens", { textDocument: { uri: served.uri(path) } })) ?? [];
  const resolved = (served: ServedFolder, lens: CodeLens | undefined) => served.client.request<CodeLens>("codeLens/resolve", lens);
  const refreshes = () => plain.client.all("workspace/codeLens/refresh").length;

  it("is offered where the built-in Markdown extension does not do it already", () => {
    const offered = ({ client: { initialized } }: ServedFolder) => {
      const { documentSymbolProvider, documentHighlightProvider, foldingRangeProvider, workspaceSymbolProvider } = initialized.capabilities;
      return [documentSymbolProvider, documentHighlightProvider, foldingRangeProvider, workspaceSymbolProvider];
    };
    assert.deepEqual(offered(plain), [true, true, true, true]);
    assert.deepEqual(offered(beside), [undefined, undefined, undefined, true]);
    for (const { client } of [plain, beside]) assert.deepEqual(client.initialized.capabilities.codeLensProvider, { resolveProvider: true });
  });

  it("outlines a note, open or not", async () => {
    const outline = async () =>
      (await plain.client.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri: plain.uri("a.md") } })).map(
        ({ name, range, children = [] }) => [name, range.end.line, ...children.map((it) => [it.name, it.selectionRange.start.line])],
      );
    assert.deepEqual(await outline(), [["Does it scale?", 10, ["Why", 7]]]);
    await plain.client.open(plain.uri("a.md"), `${files["a.md"]}\n## More`);
    assert.deepEqual(await outline(), [["Does it scale?", 11, ["Why", 7], ["More", 11]]]);
    await plain.client.change(plain.uri("a.md"), files["a.md"]);
  });

  it("folds an open note", async () => {
    const folds = await plain.client.request<FoldingRange[]>("textDocument/foldingRange", { textDocument: { uri: plain.uri("a.md") } });
    assert.deepEqual(folds, [
      { startLine: 0, endLine: 2, kind: "region" },
      { startLine: 3, endLine: 9 },
      { startLine: 7, endLine: 9 },
    ]);
  });

  it("highlights what is under the caret", async () => {
    const highlights = await plain.client.at<DocumentHighlight[]>("documentHighlight", plain.uri("a.md"), 5, 18);
    assert.deepEqual(
      highlights.map(({ kind, range }) => [kind, range.start.line]),
      [
        [2, 5],
        [3, 7],
      ],
    );
    assert.equal(await plain.client.at("documentHighlight", plain.uri("a.md"), 5, 1), null);
  });

  it("finds headings of the vault where nobody else does", async () => {
    const named = async ({ client }: ServedFolder, query: string) =>
      (await client.request<SymbolInformation[]>("workspace/symbol", { query })).map(({ name, containerName }) => [name, containerName]);
    assert.deepEqual(await named(plain, "why"), [["Why", "Does it scale?"]]);
    assert.deepEqual(await named(beside, "why"), []);
    for (const served of [plain, beside])
      assert.deepEqual(await named(served, "scale does"), [["Does it scale?", served === plain ? "Unfiled" : "Unfiled · Does it scale?"]]);
    assert.deepEqual(await named(beside, "areal"), [["AReaL [@fu2025]", undefined]]);
  });

  it("counts over a title when the lens is seen, and shows what it counted", async () => {
    const [count, explore, ...others] = await lenses(beside, "a.md");
    assert.deepEqual([count?.command, explore?.command?.title, others], [undefined, "Explore related", []]);
    const { command } = await resolved(beside, count);
    assert.deepEqual(
      [command?.title, command?.command, command?.arguments],
      ["1 note links here", "quaestio.showReferences", [beside.uri("a.md"), { line: 1, character: 7 }]],
    );
    const [uri, position] = command?.arguments ?? [];
    const places = await beside.client.ask("quaestio/counted", { uri, position });
    assert.deepEqual(
      places.map((place) => [place.uri, place.range.start.character]),
      [
        [beside.uri("b.md"), 0],
        [beside.uri("b.md"), 33],
      ],
    );
  });

  it("counts over the entries of a bibliography that are cited", async () => {
    const [count, ...others] = await lenses(beside, "papers.bib");
    assert.deepEqual([count?.range.start.line, others], [1, []]);
    const { command } = await resolved(beside, count);
    assert.equal(command?.title, "1 note cites this");
    const [uri, position] = command?.arguments ?? [];
    assert.deepEqual(
      (await beside.client.ask("quaestio/counted", { uri, position })).map((place) => place.uri),
      [beside.uri("b.md")],
    );
  });

  it("survives a lens that it never made", async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    for (const data of [undefined, null, 3, { uri: 7 }, { uri: "file:///nowhere.md" }, { uri: "x", key: {} }])
      assert.deepEqual((await resolved(beside, { range, data })).range, range);
  });

  it("is drawn anew when a link comes or goes, not while prose is typed", async () => {
    await plain.client.settled(() => plain.client.open(plain.uri("b.md"), files["b.md"]));
    const before = refreshes();
    await plain.client.settled(() => plain.client.change(plain.uri("b.md"), `${files["b.md"]}\nProse.`));
    assert.equal(refreshes(), before);
    await plain.client.settled(() => plain.client.change(plain.uri("b.md"), "# Who asks?\n"));
    await plain.client.until("the lenses are refreshed", () => refreshes() > before);
    const [count] = await lenses(plain, "a.md");
    assert.deepEqual((await resolved(plain, count)).command, { title: "No note links here yet", command: "" });
  });

  it("is left out where the settings say so", async () => {
    const quiet = new ServedFolder();
    await quiet.start({ ...files, ".quaestio.json": '{ "links": { "lens": false } }' }, { initializationOptions: { host: "vscode" } });
    assert.deepEqual(
      (await lenses(quiet, "a.md")).map(({ command }) => command?.title),
      ["Explore related"],
    );
    assert.deepEqual(await lenses(quiet, "papers.bib"), []);
    await quiet.stop();
  });
});
