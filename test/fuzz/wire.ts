// Sends a server what no client should send. Whatever it was, the server goes on answering those who ask as one should.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Chance, chanceFrom } from "../bench/words";
import { removeFolder, tempFolder, testEnvironment } from "../tempFolder";
import { serverCommand, smallVault, uriOf } from "../wireClient";

export interface WireAttack {
  readonly messages: number;
  readonly servers: number;
  /** A sentence for each server that ended or fell silent, with what it was sent last. */
  readonly faults: readonly string[];
}

export interface WireAttackOptions {
  readonly seed: number;
  /** Ends after so many messages or milliseconds, whichever is first. */
  readonly messages: number;
  readonly time: number;
}

/** Messages that one server gets. */
const perServer = 400;
/** Milliseconds for an answer. */
const patience = 30_000;

const below = (chance: Chance, limit: number) => Math.floor(chance() * limit);
const pick = <T>(chance: Chance, all: readonly T[]): T => all[below(chance, all.length)] as T;

export async function attackWire({ seed, messages, time }: WireAttackOptions): Promise<WireAttack> {
  const chance = chanceFrom(seed);
  const end = Date.now() + time;
  const faults: string[] = [];
  let [sent, servers] = [0, 0];
  while (sent < messages && Date.now() < end && faults.length < 5) {
    const count = Math.min(perServer, messages - sent);
    servers++;
    sent += count;
    const fault = await attackServer(chance, count);
    if (fault !== undefined) faults.push(fault);
  }
  return { messages: sent, servers, faults };
}

/** One server from its start to its end; what went wrong, if anything. */
async function attackServer(chance: Chance, count: number): Promise<string | undefined> {
  const root = tempFolder(smallVault);
  const server = new RawServer();
  try {
    server.request("textDocument/hover", anyParams(chance, root));
    server.notify("textDocument/didOpen", anyParams(chance, root));
    const folder = { uri: uriOf(root), name: "v" };
    const capabilities = pick(chance, [{}, { textDocument: { publishDiagnostics: {} } }]);
    const initialize = { processId: null, rootUri: folder.uri, workspaceFolders: [folder], capabilities };
    if (!(await server.answers("initialize", initialize))) return server.told("did not begin");
    server.notify("initialized", {});
    for (let left = count; left > 0; left--) {
      anyMessage(server, chance, root);
      if (left % 100 === 0 && !(await server.answers("workspace/symbol", { query: "scale" }))) return server.told("fell silent");
    }
    if (!(await server.answers("workspace/symbol", { query: "scale" }))) return server.told("fell silent");
    if (!(await server.answers("shutdown", undefined))) return server.told("did not shut down");
    server.request("textDocument/hover", anyParams(chance, root));
    server.notify("exit", undefined);
    const status = await server.exited;
    return status === 0 ? undefined : server.told(`ended with ${status}`);
  } finally {
    server.kill();
    removeFolder(root);
  }
}

class RawServer {
  readonly #process: ChildProcess = spawn(process.execPath, [...serverCommand], {
    stdio: ["pipe", "pipe", "ignore"],
    env: testEnvironment(),
  });
  readonly #waiting = new Map<number, () => void>();
  readonly #last: string[] = [];
  #id = 0;
  #said = "";
  readonly exited: Promise<number | null>;

  constructor() {
    this.exited = once(this.#process, "exit").then(([status]) => status as number | null);
    this.#process.stdin?.on("error", () => undefined);
    this.#process.stdout?.setEncoding("latin1").on("data", (chunk: string) => this.#hear(chunk));
  }

  /** Letters are of one byte each, and ids in answers of the server's own making: that is all that is looked for. */
  #hear(chunk: string): void {
    this.#said += chunk;
    for (const [, id] of this.#said.matchAll(/"id":(\d+)[,}]/g)) this.#waiting.get(Number(id))?.();
    this.#said = this.#said.slice(-40);
  }

  raw(bytes: string): void {
    this.#last.push(bytes);
    if (this.#last.length > 20) this.#last.shift();
    this.#process.stdin?.write(bytes);
  }

  send(message: unknown): void {
    const content = JSON.stringify(message);
    this.raw(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
  }

  notify(method: string, params: unknown): void {
    this.send({ jsonrpc: "2.0", method, params });
  }

  request(method: string, params: unknown): number {
    const id = ++this.#id;
    this.send({ jsonrpc: "2.0", id, method, params });
    return id;
  }

  /** Whether an answer comes, be it an error. */
  async answers(method: string, params: unknown): Promise<boolean> {
    const id = this.#id + 1;
    let timer: NodeJS.Timeout | undefined;
    const answered = new Promise<boolean>((resolve) => {
      this.#waiting.set(id, () => resolve(true));
      timer = setTimeout(() => resolve(false), patience);
    });
    this.request(method, params);
    const isAnswered = await Promise.race([answered, this.exited.then(() => false)]);
    clearTimeout(timer);
    this.#waiting.delete(id);
    return isAnswered;
  }

  told(what: string): string {
    return `A server ${what} after:\n${this.#last.map((it) => it.slice(0, 400)).join("\n")}`;
  }

  kill(): void {
    this.#process.kill("SIGKILL");
  }
}

const methods = [
  ..."hover definition references completion codeAction codeLens documentLink documentSymbol documentHighlight foldingRange rename prepareRename diagnostic"
    .split(" ")
    .map((name) => `textDocument/${name}`),
  ..."completionItem/resolve codeAction/resolve codeLens/resolve workspace/symbol workspace/willRenameFiles workspace/executeCommand".split(
    " ",
  ),
  ..."topics topicNotes noteGroups groupNotes topic topicAlone papers paperList citing candidateSources graph note inLinkTarget counted related links linkMention openQuestions counts newNote merge rename refile questions randomNote linkTo blockId pasted tool rescan renderModel status nothing"
    .split(" ")
    .map((name) => `quaestio/${name}`),
];

const notifications = [
  ..."didOpen didChange didClose didSave".split(" ").map((name) => `textDocument/${name}`),
  ..."didChangeWatchedFiles didChangeConfiguration didChangeWorkspaceFolders".split(" ").map((name) => `workspace/${name}`),
  "$/cancelRequest",
  "$/setTrace",
];

/** What is sent beside well-formed messages: none of it ends a message that others begin. */
const malformed: readonly ((server: RawServer, chance: Chance) => void)[] = [
  (server) => server.raw("Content-Length: 9\r\n\r\nnot JSON!"),
  (server) => server.raw("Content-Length: 2\r\n\r\n[]"),
  (server) => server.send(null),
  (server) => server.send("text"),
  (server) => server.send({ jsonrpc: "2.0" }),
  (server) => server.send({ jsonrpc: "2.0", id: 999_999, result: "nobody asked" }),
  (server) => server.send({ jsonrpc: "1.0", id: {}, method: 7, params: "x" }),
  (server, chance) => server.send({ jsonrpc: "2.0", id: 1e9 + below(chance, 10), method: "initialize", params: {} }),
];

function anyMessage(server: RawServer, chance: Chance, root: string): void {
  const kind = chance();
  if (kind < 0.04) pick(chance, malformed)(server, chance);
  else if (kind < 0.3) server.notify(pick(chance, notifications), anyParams(chance, root));
  else {
    const id = server.request(pick(chance, methods), anyParams(chance, root));
    if (chance() < 0.2) server.notify("$/cancelRequest", { id });
  }
}

const names = "rl/async.md rl/scale.md b%20(1).md rl ../../etc/passwd none.md".split(" ");
const words = ["", "scale", "[[", "#", "x".repeat(5000), "\ud800", "🙂", "../..", "__proto__", "rl"];

function anyUri(chance: Chance, root: string): unknown {
  const file = `${uriOf(root)}/${pick(chance, names)}`;
  return pick<unknown>(chance, [file, file, file, "untitled:x", "not a uri", "", "file:///etc/passwd", "file://server/share", 7, null]);
}

const anyNumber = (chance: Chance) => pick<unknown>(chance, [0, 1, 2, 5, -1, 1e9, 0.5, 2 ** 53, null, "1"]);
const anyPosition = (chance: Chance): unknown =>
  pick<unknown>(chance, [{ line: anyNumber(chance), character: anyNumber(chance) }, {}, null, "x"]);
const anyRange = (chance: Chance): unknown =>
  pick<unknown>(chance, [{ start: anyPosition(chance), end: anyPosition(chance) }, undefined, 3]);
const anyWord = (chance: Chance): unknown => pick<unknown>(chance, [...words, 5, null, {}, []]);

/** Parameters that mix those of all methods: most are about right, none can be relied upon. */
function anyParams(chance: Chance, root: string): unknown {
  if (chance() < 0.05) return pick<unknown>(chance, [undefined, null, [], 5, "text"]);
  const uri = anyUri(chance, root);
  const textDocument = { uri, version: anyNumber(chance), languageId: "markdown", text: anyWord(chance) };
  return {
    textDocument: chance() < 0.95 ? textDocument : anyWord(chance),
    position: anyPosition(chance),
    range: anyRange(chance),
    context: pick<unknown>(chance, [{ diagnostics: [], includeDeclaration: true }, { diagnostics: "x", only: 4 }, null]),
    contentChanges: pick<unknown>(chance, [[{ text: anyWord(chance) }], [{ range: anyRange(chance), text: anyWord(chance) }], {}, []]),
    changes: pick<unknown>(chance, [[{ uri: anyUri(chance, root), type: anyNumber(chance) }], [null], 5]),
    files: [{ oldUri: anyUri(chance, root), newUri: anyUri(chance, root) }],
    event: { added: [], removed: chance() < 0.1 ? [{ uri: anyUri(chance, root), name: "x" }] : [] },
    settings: anyWord(chance),
    ...{ uri, into: anyUri(chance, root), newName: anyWord(chance), name: anyWord(chance), input: anyWord(chance), id: anyWord(chance) },
    ...{ query: anyWord(chance), typed: anyWord(chance), title: anyWord(chance), text: anyWord(chance), topic: anyWord(chance) },
    ...{ offset: anyNumber(chance), limit: anyNumber(chance), line: anyNumber(chance), filter: anyWord(chance), sort: anyWord(chance) },
    ...{ reach: "near", data: anyWord(chance), command: anyWord(chance), topics: anyWord(chance), notes: anyWord(chance), uris: [uri] },
  };
}
