// Nothing outside of a vault is read, listed, looked at or written for what its notes say or somebody asks: each path is recorded.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, afterEach, before, describe, it } from "mocha";
import type { ClientCapabilities, CodeAction } from "vscode-languageserver/node";
import { cliScript, McpClient } from "./mcpClient";
import { Recorded, recording } from "./recorded";
import { removeFolder, tempFolder, testEnvironment, textsIn } from "./tempFolder";
import { type Surrounded, surroundedVault } from "./waysOut";
import { serverCommand, uriOf, WireClient } from "./wireClient";

const capabilities: ClientCapabilities = {
  textDocument: { publishDiagnostics: {}, rename: { prepareSupport: true }, codeAction: { resolveSupport: { properties: ["edit"] } } },
  workspace: {
    ...{ workspaceFolders: true, configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
    workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] },
  },
};

/** The addresses in an answer that a client would open or write. */
function addresses(answer: unknown): readonly string[] {
  if (Array.isArray(answer)) return answer.flatMap(addresses);
  if (typeof answer !== "object" || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) => {
    if (name === "changes") return Object.keys(value as object);
    return /^(?:uri|target|targetUri|oldUri|newUri)$/.test(name) && typeof value === "string" ? [value] : addresses(value);
  });
}

describe("what leads out of a vault", function () {
  this.timeout(60_000);
  let made: Surrounded;
  let cache = "";
  let recorded: Recorded;
  let untouched: ReadonlyMap<string, string>;

  before(() => {
    made = surroundedVault();
    cache = tempFolder();
    untouched = textsIn(made.outer);
    recorded = new Recorded(join(cache, "recorded.txt"), made.root, [made.root, cache]);
  });
  afterEach(() => recorded.forget());
  after(() => {
    for (const folder of [made.outer, cache]) removeFolder(folder);
  });

  const environment = () => ({ ...recorded.environment, XDG_CACHE_HOME: cache });
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [...recording, ...args], {
      ...{ cwd: made.root, encoding: "utf8", env: { ...testEnvironment(), ...environment() } },
    });
  const assertInside = () => {
    assert.deepEqual(recorded.outside(), []);
    assert.deepEqual(textsIn(made.outer), untouched);
  };
  /** The same where the vault has been read. */
  const assertReadInside = () => {
    assert.ok(recorded.calls().some((call) => call.includes("where.md")));
    assertInside();
  };

  it("is recorded where it is followed, so that this shows something", () => {
    const attempts = [
      ...["fs.readFileSync(x)", "fs.statSync(x)", "fs.existsSync(x)", "fs.readdirSync('..')", "fs.realpathSync.native(x)"],
      ...["fs.promises.readFile(x)", "require('fs/promises').stat(x)", "fs.createReadStream(x)", "fs.openSync(Buffer.from(x))"],
      ...["fs.watch('..').close()", "fs.lstatSync(require('url').pathToFileURL(x))", "require('child_process').execSync('ls ..')"],
    ];
    for (const attempt of attempts) {
      recorded.forget();
      run("-e", `const fs = require("fs"); const x = "../secret.md"; ${attempt}`);
      assert.equal(recorded.outside().length > 0, true, attempt);
    }
  });

  it("is followed by no command of the terminal", () => {
    for (const args of [
      ...[["check"], ["check"], ["topics"], ["open-questions"], ["papers"], ["related", "sub/where.md"], ["export", "sub"]],
      ...made.ways.slice(0, 6).map((way) => ["rename", "b.md", way, "--dry-run"]),
      ["merge", "b.md", "sub/where.md", "--dry-run"],
    ])
      assert.doesNotMatch(run(cliScript, ...args).stderr, / {4}at /, args.join(" "));
    assertReadInside();
  });

  it("is followed by no tool for agents", async () => {
    const client = await McpClient.by(recording, environment(), made.root);
    try {
      for (const note of [...made.ways, "sub/where.md"]) {
        for (const [name, input] of [
          ["get_note", { note }],
          ["related_questions", { note }],
          ["search_questions", { query: note, topic: note }],
          ["topic", { topic: note }],
          ["papers", { topic: note, filter: note }],
          ["open_questions", { topic: note }],
        ] as const) {
          const { content } = await client.client.callTool({ name, arguments: input });
          assert.doesNotMatch(JSON.stringify(content), /Nobody saw me/);
        }
      }
      await client.ask("check");
    } finally {
      await client.stop();
    }
    assertReadInside();
  });

  describe("is followed by the language server", () => {
    let client: WireClient;
    const uri = (path: string) => uriOf(made.root, path);
    const where = () => uri("sub/where.md");
    /** Asks, and sees that whatever the answer tells to open or to write lies in the vault. */
    const ask = async (method: string, params: object): Promise<unknown> => {
      const answer = await client.request<unknown>(method, params).catch(({ message }: Error) => message);
      for (const address of addresses(answer).filter((it) => /^file:/i.test(it)))
        assert.ok(fileURLToPath(address.replace(/#.*/, "")).startsWith(`${made.root}/`), `${method} ${JSON.stringify(params)}: ${address}`);
      return answer;
    };
    before(async () => {
      client = await WireClient.loaded([made.root], {
        capabilities,
        command: [...recording, ...serverCommand],
        environment: environment(),
      });
      assertReadInside();
      await client.open(where(), untouched.get("vault/sub/where.md") ?? "");
    });
    afterEach(assertInside);
    after(() => client.stop());

    it("nowhere when it answers about a place in a note", async () => {
      const textDocument = { uri: where() };
      const lines = (untouched.get("vault/sub/where.md") ?? "").split("\n");
      for (const [line, written] of lines.entries())
        for (const character of line < 7 ? [20, 400, 900] : written === "" ? [] : [Math.min(5, written.length)]) {
          const at = { textDocument, position: { line, character } };
          for (const method of ["completion", "definition", "hover", "references", "documentHighlight", "prepareRename"])
            await ask(`textDocument/${method}`, { ...at, context: { triggerKind: 1, includeDeclaration: true } });
          const range = { start: at.position, end: at.position };
          const actions = await ask("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } });
          for (const action of (actions ?? []) as readonly CodeAction[]) if (!action.edit) await ask("codeAction/resolve", action);
        }
    });

    it("nowhere when it answers about a note", async () => {
      for (const method of ["documentLink", "documentSymbol", "codeLens", "foldingRange"])
        await ask(`textDocument/${method}`, { textDocument: { uri: where() } });
      for (const method of ["renderModel", "links", "related", "note", "linkTo"]) await ask(`quaestio/${method}`, { uri: where() });
      for (const method of ["openQuestions", "papers", "graph", "topics"]) await ask(`quaestio/${method}`, {});
      await ask("quaestio/rescan", { reach: "all" });
    });

    it("nowhere when somebody names it", async () => {
      const start = { line: 9, character: 0 };
      const beside = `file://${made.outer}/secret.md`;
      for (const way of made.ways) {
        await ask("quaestio/newNote", { title: way, beside: where(), topics: [way], related: [beside, way] });
        await ask("quaestio/newNote", { title: `${way} x`, beside, topics: [way] });
        await ask("quaestio/pasted", { uri: where(), start, end: start, text: way });
        await ask("quaestio/refile", { to: way, how: "move", notes: [{ uri: uri("b.md"), leaves: [] }] });
        await ask("quaestio/rename", { uri: uri("b.md"), name: way });
        await ask("quaestio/rename", { topic: "sub", name: way });
        await ask("textDocument/rename", { textDocument: { uri: uri("b.md") }, position: { line: 3, character: 3 }, newName: way });
        for (const method of ["topic", "topicAlone", "citing"]) await ask(`quaestio/${method}`, { id: way });
        for (const name of ["get_note", "related_questions"]) await ask("quaestio/tool", { name, input: { note: way } });
      }
    });

    it("nowhere when a client speaks of files there", async () => {
      const files = [
        `file://${made.outer}/secret.md`,
        "file:///etc/passwd",
        `${uri("sub")}/../../secret.md`,
        `${uri("sub")}/%2e%2e/%2e%2e/secret.md`,
      ];
      for (const file of files) {
        await client.files(1, file);
        await client.files(2, file);
        for (const method of ["note", "links", "linkTo", "related", "renderModel"]) await ask(`quaestio/${method}`, { uri: file });
        await ask("quaestio/merge", { uri: file, into: where() });
        await ask("quaestio/merge", { uri: uri("b.md"), into: file });
        await ask("quaestio/rename", { uri: file, name: "X?" });
        await ask("workspace/willRenameFiles", { files: [{ oldUri: file, newUri: uri("c.md") }] });
        await ask("textDocument/documentLink", { textDocument: { uri: file } });
        await ask("quaestio/tool", { name: "get_note", input: { note: file } });
      }
      await ask("quaestio/topics", {});
    });
  });
});
