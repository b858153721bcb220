// Ten thousand requests at once, most of them cancelled: each is answered once, the server goes on, and nothing of them stays.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, describe, it } from "mocha";
import { type Message, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { removeFolder, tempFolder, testEnvironment } from "./tempFolder";
import { serverCommand, uriOf } from "./wireClient";

interface Response extends Message {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number };
}

const cancelled = -32800;

/** A client that counts answers, which the libraries' own does not. */
class CountingClient {
  /** All that was answered under each number. */
  readonly answers = new Map<number, Response[]>();
  readonly #writer: StreamMessageWriter;
  readonly #look = new Set<() => void>();
  #next = 0;

  constructor(readonly process: ChildProcess & { readonly stdin: NodeJS.WritableStream; readonly stdout: NodeJS.ReadableStream }) {
    this.#writer = new StreamMessageWriter(process.stdin);
    new StreamMessageReader(process.stdout).listen((message) => this.#heard(message as Response & { readonly method?: string }));
  }

  #heard(message: Response & { readonly method?: string }): void {
    if (message.method !== undefined) {
      if (message.id !== undefined) void this.#writer.write({ jsonrpc: "2.0", id: message.id, result: null } as Message);
      return;
    }
    this.answers.set(message.id, [...(this.answers.get(message.id) ?? []), message]);
    for (const look of this.#look) look();
  }

  notify(method: string, params: unknown): void {
    void this.#writer.write({ jsonrpc: "2.0", method, params } as Message);
  }

  /** Sends a request and gives its number. */
  send(method: string, params: unknown): number {
    const id = ++this.#next;
    void this.#writer.write({ jsonrpc: "2.0", id, method, params } as Message);
    return id;
  }

  answered(...ids: readonly number[]): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!ids.every((id) => this.answers.has(id))) return;
        this.#look.delete(look);
        resolve();
      };
      this.#look.add(look);
      look();
    });
  }

  async ask<T>(method: string, params: unknown): Promise<T> {
    const id = this.send(method, params);
    await this.answered(id);
    return this.answers.get(id)?.[0]?.result as T;
  }
}

const count = 10_000;

describe("ten thousand requests at once", function () {
  this.timeout(120_000);
  let root = "";
  let client: CountingClient;
  const links = Array.from({ length: 40 }, (_, at) => `[[Is it ${at}?]] and [[Is it nott ${at}?]].`).join("\n\n");
  const uri = () => uriOf(root, "a.md");

  before(async () => {
    const notes = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`n${at}.md`, `---\ntopics: [t]\n---\n# Is it ${at}?\n\n${links}\n`]),
    );
    root = tempFolder({ ...notes, "a.md": `# A?\n\n${links}\n` });
    // What ten thousand requests leave behind would not go into so little.
    const server = spawn(process.execPath, ["--max-old-space-size=64", ...serverCommand], {
      stdio: ["pipe", "pipe", "inherit"],
      env: testEnvironment(),
    });
    client = new CountingClient(server);
    await client.ask("initialize", {
      processId: process.pid,
      rootUri: uriOf(root),
      workspaceFolders: [{ uri: uriOf(root), name: "x" }],
      capabilities: {},
    });
    client.notify("initialized", {});
    client.notify("textDocument/didOpen", { textDocument: { uri: uri(), languageId: "markdown", version: 1, text: `# A?\n\n${links}\n` } });
    while ((await client.ask<readonly { noteCount: number }[]>("quaestio/topics", {}))[0]?.noteCount !== 40);
  });
  after(async () => {
    await client.ask("shutdown", null);
    client.notify("exit", null);
    await once(client.process, "exit");
    assert.equal(client.process.exitCode, 0);
    removeFolder(root);
  });

  /** Sends them all, of many kinds, and then cancels those that the caller says. */
  function burst(isCancelled: (at: number) => boolean): readonly number[] {
    const ids = Array.from({ length: count }, (_, at) => {
      const textDocument = { uri: uri() };
      const position = { line: 2 + 2 * (at % 40), character: 5 };
      const range = { start: position, end: position };
      const asked = [
        ["textDocument/hover", { textDocument, position }],
        ["textDocument/completion", { textDocument, position }],
        ["textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } }],
        ["workspace/symbol", { query: "is it" }],
        ["quaestio/links", { uri: uri() }],
        ["quaestio/related", { uri: uri() }],
        ["textDocument/rename", { textDocument, position, newName: "x?" }],
        ["quaestio/tool", { name: "check", input: {} }],
      ] as const;
      const [method, params] = asked[at % asked.length] ?? asked[0];
      return client.send(method, params);
    });
    for (const [at, id] of ids.entries()) if (isCancelled(at)) client.notify("$/cancelRequest", { id });
    return ids;
  }

  const isRefused = (id: number) => client.answers.get(id)?.[0]?.error?.code === cancelled;

  it("are answered once each, cancelled or not, and the next request as well", async () => {
    const ids = burst((at) => at % 100 !== 0);
    const later = client.send("quaestio/topics", {});
    await client.answered(later, ...ids);
    for (const id of [...ids, later]) assert.equal(client.answers.get(id)?.length, 1);
    const [kept, dropped] = [ids.filter((_, at) => at % 100 === 0), ids.filter((_, at) => at % 100 !== 0)];
    assert.deepEqual(
      kept.filter((id) => client.answers.get(id)?.[0]?.error),
      [],
    );
    // A few were under way before the word came that nobody wants them.
    assert.ok(dropped.filter(isRefused).length > 0.9 * dropped.length, `${dropped.filter(isRefused).length} of ${dropped.length}`);
    assert.equal(client.answers.get(later)?.[0]?.error, undefined);
  });

  it("leave nothing behind once they are answered: ten thousand more need no more memory", async () => {
    const memory = async () => (await client.ask<{ readonly memory: number }>("quaestio/status", {})).memory;
    const first = await memory();
    await client.answered(...burst((at) => at % 200 !== 0));
    client.answers.clear();
    const second = await memory();
    assert.ok(second < 1.3 * first, `${first} bytes after ten thousand, ${second} after twenty thousand`);
  });
});
