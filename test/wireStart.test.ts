// How the server starts and ends, and what it makes of what a client wants.
import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import type { DocumentLink, LocationLink } from "vscode-languageserver/node";
import { removeFolder, tempFolder } from "./tempFolder";
import { type ClientOptions, smallVault as files, uriOf, WireClient } from "./wireClient";

describe("a server", () => {
  const clients: WireClient[] = [];
  const roots: string[] = [];

  async function started(content: Readonly<Record<string, string>>, options: ClientOptions = {}) {
    const root = tempFolder(content);
    roots.push(root);
    const client = await WireClient.loaded([root], options);
    clients.push(client);
    return { client, root, uri: (path: string) => uriOf(root, path) };
  }

  afterEach(async () => {
    for (const client of clients.splice(0)) await client.stop();
    for (const root of roots.splice(0)) removeFolder(root);
  });

  it("beside the built-in Markdown extension leaves Markdown links to it", async () => {
    const { client, uri } = await started(files, { initializationOptions: { host: "vscode" } });
    const links = await client.request<DocumentLink[]>("textDocument/documentLink", { textDocument: { uri: uri("rl/scale.md") } });
    assert.deepEqual(
      links.map(({ target }) => target?.replace(/^.*\//, "")),
      ["2505.24298", "x", "async.md#L12", "b%20%281%29.md"],
    );
    await client.open(uri("draft.md"), "[x](rl/async.md) [x](rl/async.md#why) [[async RL#Why]]\n");
    const counts = await Promise.all(
      [5, 20, 45].map(async (at) => (await client.at<LocationLink[] | null>("definition", uri("draft.md"), 0, at))?.length),
    );
    assert.deepEqual(counts, [1, undefined, 1], "definitions behind a fragment are the built-in extension's");
  });

  for (const [name, options] of [
    ["asks for it", { initializationOptions: { diagnostics: "pull" } }],
    ["does not take published ones", { capabilities: { workspace: { workspaceFolders: true } } }],
  ] as const) {
    it(`lets the client fetch problems when it ${name}, and publishes none`, async () => {
      const { client, uri } = await started(files, options);
      assert.ok(client.initialized.capabilities.diagnosticProvider);
      await client.settled(() => client.open(uri("rl/async.md"), files["rl/async.md"]));
      const pull = (path: string) =>
        client.request<{ kind: string; items: { code: string }[] }>("textDocument/diagnostic", { textDocument: { uri: uri(path) } });
      assert.deepEqual(
        (await pull("rl/async.md")).items.map(({ code }) => code),
        ["broken-reference"],
      );
      await client.change(uri("rl/async.md"), "# A?\n");
      assert.deepEqual(await pull("rl/async.md"), { kind: "full", items: [] });
      assert.deepEqual(await pull("nowhere.md"), { kind: "full", items: [] });
      assert.deepEqual(client.all("textDocument/publishDiagnostics"), []);
    });
  }

  it("asks for problems to be fetched anew where the client wants that", async () => {
    const { client, uri } = await started(files, {
      initializationOptions: { diagnostics: "pull" },
      capabilities: {
        textDocument: { publishDiagnostics: {} },
        workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } },
      },
    });
    const before = client.all("workspace/diagnostic/refresh").length;
    await client.open(uri("rl/async.md"), "[[x]]");
    await client.until("problems are to be fetched anew", () => client.all("workspace/diagnostic/refresh").length > before);
  });

  it("reports the progress of reading where that is supported, and only there", async () => {
    const { client } = await started(files, {
      capabilities: { window: { workDoneProgress: true }, textDocument: { publishDiagnostics: {} } },
      // And has no settings, as plain editors have none.
      compares: false,
    });
    const kinds = (client.all("$/progress") as { value: { kind: string } }[]).map(({ value }) => value.kind);
    assert.deepEqual([kinds[0], kinds.at(-1)], ["begin", "end"]);
    const { client: plain } = await started(files);
    assert.deepEqual(plain.all("window/workDoneProgress/create"), []);
  });

  it("ends with 1 when it is told to exit without a shutdown, and ends when its editor is gone", async () => {
    const { client } = await started(files);
    clients.pop();
    await client.notify("exit", undefined);
    assert.equal(await client.exited, 1);
    const { client: left } = await started(files);
    clients.pop();
    left.process.stdin?.end();
    assert.notEqual(await left.exited, undefined);
  });

  it("works without any folder", async () => {
    const client = await WireClient.loaded([]);
    clients.push(client);
    assert.deepEqual(await client.ask("quaestio/topics", {}), []);
    await client.open("untitled:Untitled-1", "[[x]]");
    assert.equal(await client.at("hover", "untitled:Untitled-1", 0, 2), null);
  });
});
