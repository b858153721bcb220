// What no client should send costs nobody an answer.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { removeFolder, tempFolder } from "./tempFolder";
import { smallVault, uriOf, WireClient } from "./wireClient";

describe("a server that is sent", () => {
  let root = "";
  let client: WireClient;
  beforeEach(async () => {
    root = tempFolder(smallVault);
    client = await WireClient.loaded([root]);
  });
  afterEach(async () => {
    await client.stop();
    removeFolder(root);
  });

  const opened = (text: unknown, path = "rl/scale.md"): Message => [
    "textDocument/didOpen",
    { textDocument: { uri: uriOf(root, path), languageId: "markdown", version: 1, text } },
  ];
  const changed = (...contentChanges: readonly unknown[]): Message => [
    "textDocument/didChange",
    { textDocument: { uri: uriOf(root, "rl/scale.md"), version: 2 }, contentChanges },
  ];
  const closed = (path: string): Message => ["textDocument/didClose", { textDocument: { uri: uriOf(root, path) } }];

  const all: Readonly<Record<string, () => readonly Message[]>> = {
    // This once ended the server: what was read of the folder met the text.
    "a folder as a document, and one in it whose text is a number": () => [opened("", "rl"), opened(5), closed("rl")],
    "a document without a text": () => [opened(undefined), closed("rl/scale.md")],
    "a change whose text is an object": () => [opened("x"), changed({ text: {} })],
    "a change of a range without numbers": () => [opened("x"), changed({ text: "y", range: { start: { line: "0" }, end: null } }, null)],
  };
  for (const [what, messages] of Object.entries(all))
    it(`${what} goes on answering`, async () => {
      for (const [method, params] of messages()) await client.notify(method, params);
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal((await client.ask("quaestio/topics", {})).length, 2);
    });
});

type Message = readonly [method: string, params: unknown];
