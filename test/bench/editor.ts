// Plays an editor to the built server over stdio, and keeps of what it says no more than measuring needs, so that little time is our own.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import {
  createMessageConnection,
  type Diagnostic,
  type LogMessageParams,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { URI } from "vscode-uri";
import type { Requests, VaultChanged } from "../../server/protocol";
import { projectRoot } from "../tempFolder";

/** How long anything may take, in milliseconds, before the run is given up. */
const patience = 30 * 60_000;

export interface EditorOptions {
  /** The environment of the server. */
  readonly env: NodeJS.ProcessEnv;
  /** Where the profile of the server's work goes; without it none is made. */
  readonly profile?: string;
}

export class Editor {
  /** The problems of every document, as published last. */
  readonly problems = new Map<string, readonly Diagnostic[]>();
  /** When the server said that all notes are read and their problems published, as `performance.now()` counts. */
  loadedAt: number | undefined;
  /** When the server said that it knows which notes are related, and so has nothing left to do. */
  restedAt: number | undefined;
  /** When the server said last that it is done with what changed in a document. */
  readonly #done = new Map<string, number>();
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Set<() => void>();

  private constructor(
    readonly process: ChildProcess,
    readonly connection: MessageConnection,
    /** When the process was asked for. */
    readonly startedAt: number,
  ) {
    connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      this.problems.set(uri, diagnostics);
      this.#look();
    });
    connection.onNotification("quaestio/vaultChanged", ({ notes }: VaultChanged) => {
      const now = performance.now();
      if (notes === "all") this.loadedAt ??= now;
      else for (const uri of notes) this.#done.set(uri, now);
      this.#look();
    });
    connection.onNotification("window/logMessage", ({ message }: LogMessageParams) => {
      if (message.startsWith("Read the texts of")) this.restedAt ??= performance.now();
      this.#look();
    });
    connection.onRequest((method, params) =>
      method === "workspace/configuration" ? (params as unknown as { readonly items: readonly unknown[] }).items.map(() => null) : null,
    );
    connection.listen();
  }

  /** Starts a server on a folder; it has not read it yet. */
  static async start(folder: string, { env, profile }: EditorOptions): Promise<Editor> {
    const profiling = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
    const script = join(projectRoot, "dist", "cli", "main.node.js");
    const startedAt = performance.now();
    const server = spawn(process.execPath, [...profiling, script, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"], env });
    const reader = new StreamMessageReader(server.stdout);
    const editor = new Editor(server, createMessageConnection(reader, new StreamMessageWriter(server.stdin)), startedAt);
    await editor.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: uriOf(folder),
      workspaceFolders: [{ uri: uriOf(folder), name: "vault" }],
      capabilities: {
        textDocument: { publishDiagnostics: { versionSupport: true }, definition: { linkSupport: true } },
        workspace: { workspaceFolders: true, configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
      },
    });
    await editor.connection.sendNotification("initialized", {});
    return editor;
  }

  /** Waits until something holds, which is looked at after every message. */
  until(what: string, holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const ended = (reason: string) => () => reject(new Error(`${reason} while the bench waited until ${what}.`));
      const died = ended("The server ended");
      const timer = setTimeout(ended("Half an hour passed"), patience);
      this.process.once("exit", died);
      const look = () => {
        if (!holds()) return;
        clearTimeout(timer);
        this.process.off("exit", died);
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }

  /** When the server said last that it is done with what changed in a document; minus infinity before it has said so. */
  doneWith(uri: string): number {
    return this.#done.get(uri) ?? Number.NEGATIVE_INFINITY;
  }

  #look(): void {
    for (const look of [...this.#waiting]) look();
  }

  ask<M extends keyof Requests>(method: M, params: Requests[M]["params"]): Promise<Requests[M]["result"]> {
    return this.connection.sendRequest(method, params) as Promise<Requests[M]["result"]>;
  }

  /** A request about a place in a document. */
  at<R>(method: string, uri: string, position: Position, more: object = {}): Promise<R> {
    return this.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
  }

  open(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    return this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "markdown", version: 1, text },
    });
  }

  /** Replaces what lies between two places, as typing does. */
  type(uri: string, start: Position, end: Position, text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    return this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  /** Ends the server as an editor does. */
  async stop(): Promise<void> {
    const ended = once(this.process, "exit");
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    await ended;
    this.connection.dispose();
  }
}

/** The address of a file as an editor writes it. */
export const uriOf = (path: string): string => URI.file(path).toString();
