// A language client for tests: starts a real server process, answers its questions, remembers what it says, and waits for messages.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { URI } from "vscode-uri";
import type { Notifications, Requests } from "../server/protocol";
import { projectRoot, testEnvironment } from "./tempFolder";

export const serverCommand = [join(projectRoot, "dist", "cli", "main.node.js"), "lsp", "--stdio"];

export interface ClientOptions {
  readonly command?: readonly string[];
  /** What runs the command, with its arguments: Node where nothing is said. */
  readonly program?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What is added to the environment of the server. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What it answers to requests of the server's own, by their methods. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
  /** What the editor's settings say, by section. */
  readonly settings?: Record<string, unknown>;
  /** Whether the server compares its index with one built anew after each change; it does where nothing is said, as a client that has settings. */
  readonly compares?: boolean;
}

export interface Message {
  readonly method: string;
  readonly params: unknown;
}

/** How long a message may take, in milliseconds: long enough for a busy machine. */
const patience = 15_000;

const usualCapabilities: ClientCapabilities = {
  textDocument: { publishDiagnostics: { versionSupport: true }, definition: { linkSupport: true } },
  workspace: { workspaceFolders: true, configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};

/** The same of a client that answers questions for settings: by one of them the server is asked to compare. */
const askedForSettings = ({ workspace, ...others }: ClientCapabilities): ClientCapabilities => ({
  ...others,
  workspace: { configuration: true, ...workspace },
});

export class WireClient {
  /** Everything the server said, in order. */
  readonly messages: Message[] = [];
  readonly settings: Record<string, unknown>;
  readonly #waiting = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  readonly #compares: boolean;
  exited: Promise<number | null>;

  private constructor(
    readonly connection: MessageConnection,
    readonly process: ChildProcess,
    readonly initialized: InitializeResult,
    { settings = {}, compares = true }: ClientOptions,
  ) {
    this.settings = settings;
    this.#compares = compares;
    this.exited = once(process, "exit").then(([code]) => code as number | null);
  }

  /** Starts a server on these folders, by their paths or URIs, and initializes it; it is not loaded yet. */
  static async start(folders: readonly string[], options: ClientOptions = {}): Promise<WireClient> {
    const { command = serverCommand, capabilities = usualCapabilities, initializationOptions, environment = {} } = options;
    const [program, ...before] = options.program ?? [process.execPath];
    const server = spawn(program ?? process.execPath, [...before, ...command], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...testEnvironment(), ...environment },
    });
    const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    const early: Message[] = [];
    let client: WireClient | undefined;
    const hear = (message: Message) => (client ? client.#heard(message) : early.push(message));
    connection.onNotification((method, params) => void hear({ method, params }));
    connection.onRequest((method, params) => {
      hear({ method, params });
      const answer = options.answers?.[method];
      if (answer) return answer(params as never);
      if (method !== "workspace/configuration") return null;
      const { items } = params as unknown as { readonly items: readonly { readonly section: string }[] };
      return items.map(({ section }) => (client ? (client.#setting(section) ?? null) : null));
    });
    // Progress comes under tokens of the server's own making.
    connection.onUnhandledProgress((params) => void hear({ method: "$/progress", params }));
    connection.listen();
    const workspaceFolders = folders.map((folder, index) => ({
      uri: folder.includes("://") ? folder : uriOf(folder),
      name: `folder ${index}`,
    }));
    const ended = once(server, "exit").then(([code]) => Promise.reject(new Error(`The server ended with ${code} before it answered.`)));
    const answer = connection.sendRequest<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: workspaceFolders[0]?.uri ?? null,
      workspaceFolders,
      capabilities: options.compares === false ? capabilities : askedForSettings(capabilities),
      initializationOptions,
    });
    const result = await Promise.race([answer, ended]);
    for (const late of [answer, ended]) late.catch(() => undefined);
    client = new WireClient(connection, server, result, options);
    for (const message of early) client.#heard(message);
    await connection.sendNotification("initialized", {});
    return client;
  }

  /** Starts a server and waits until it has read its folders and published what it found. */
  static async loaded(folders: readonly string[], options: ClientOptions = {}): Promise<WireClient> {
    const client = await WireClient.start(folders, options);
    await client.until("the folders are read", () => client.changes().some(({ notes }) => notes === "all"));
    return client;
  }

  #setting(section: string): unknown {
    const set = this.settings[section];
    if (!this.#compares || section !== "quaestio") return set;
    return { trace: { compareIndex: true }, ...(set as object | undefined) };
  }

  #heard(message: Message): void {
    this.messages.push(message);
    for (const look of [...this.#waiting]) look();
  }

  /** Waits until something holds; it is looked at again after every message. */
  until(what: string, holds: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(
          new Error(
            `Waited in vain until ${what}. The server said last:\n${this.messages
              .slice(-8)
              .map((it) => JSON.stringify(it))
              .join("\n")}`,
          ),
        );
      }, patience);
      const look = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Does something, then waits for a pass of the publisher that began after it. */
  async settled(act: () => unknown): Promise<void> {
    const before = this.changes().length;
    await act();
    await this.until("the server published again", () => this.changes().length > before);
  }

  changes(): readonly Notifications["quaestio/vaultChanged"][] {
    return this.all("quaestio/vaultChanged") as readonly Notifications["quaestio/vaultChanged"][];
  }

  all(method: string): readonly unknown[] {
    return this.messages.filter((message) => message.method === method).map(({ params }) => params);
  }

  /** What was published last of each document that has problems. */
  problems(): ReadonlyMap<string, PublishDiagnosticsParams> {
    const last = new Map<string, PublishDiagnosticsParams>();
    for (const published of this.all("textDocument/publishDiagnostics") as readonly PublishDiagnosticsParams[])
      last.set(published.uri, published);
    return new Map([...last].filter(([, { diagnostics }]) => diagnostics.length > 0));
  }

  /** The codes of a document's problems, joined by commas; an empty text for none. */
  codes(uri: string): string {
    return codesOf(this.problems().get(uri)?.diagnostics ?? []);
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params as object) as Promise<R>;
  }

  ask<M extends keyof Requests>(method: M, params: Requests[M]["params"]): Promise<Requests[M]["result"]> {
    return this.request(method, params);
  }

  /** A request about a place in a document; the place is a line and a column. */
  at<R>(method: string, uri: string, line: number, character: number, more: object = {}): Promise<R> {
    const position: Position = { line, character };
    return this.request(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params as object);
  }

  open(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    return this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } });
  }

  /** Replaces the whole text of an open document. */
  change(uri: string, text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    return this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  close(uri: string): Promise<void> {
    return this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** Tells of files: 1 created, 2 changed, 3 deleted. */
  files(type: 1 | 2 | 3, ...uris: readonly string[]): Promise<void> {
    return this.notify("workspace/didChangeWatchedFiles", { changes: uris.map((uri) => ({ uri, type })) });
  }

  /** Ends the server as an editor does; gives its exit status. Throws where what the server knew was not what its notes say. */
  async stop(): Promise<number | null> {
    const status = this.#compares ? await this.ask("quaestio/status", {}).catch(() => null) : null;
    const code = await this.#end();
    this.checkCompared();
    if (status?.comparisons?.different) throw new Error("What the server knew was not what its notes say.");
    return code;
  }

  /** Throws what the server said of differences between its index and one built anew. */
  checkCompared(): void {
    const said = (this.all("window/logMessage") as readonly { readonly message: string }[]).map(({ message }) => message);
    const faults = said.filter((message) => message.startsWith("What the server knows differs"));
    if (faults.length > 0) throw new Error(faults.join("\n"));
  }

  async #end(): Promise<number | null> {
    await this.connection.sendRequest("shutdown");
    await this.notify("exit", undefined);
    const code = await this.exited;
    this.connection.dispose();
    return code;
  }
}

/** The address of a file as an editor writes it. */
export const uriOf = (...path: readonly string[]): string => URI.file(join(...path)).toString();

export const codesOf = (diagnostics: readonly Diagnostic[]): string => diagnostics.map(({ code }) => String(code)).join(", ");

/** A vault that has a bit of everything. */
export const smallVault = {
  "rl/async.md":
    "---\ntitle: Can RL run asynchronously?\nsummary: It can.\ntopics: [rl/systems]\nsources: [2505.24298]\naliases: [async RL]\n---\n# Can RL run asynchronously?\n\nSee [[Does it scale?]] and [[Nowhere]].\n\n## Why\n",
  "rl/scale.md":
    "---\ntitle: Does it scale?\ntopics: [rl]\nsources: [arxiv:2505.24298v2, 10.1000/x]\n---\nSee [[async RL#Why]] and [x](async.md) and ![p](../img/p.png) and [[b (1)]].\n",
  "b (1).md": "# A third one?\n\n[[Is water wet?]]\n",
  "img/p.png": "",
};
