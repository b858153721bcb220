// The server behind VS Code's own Markdown support: from its start until it knows every reference to the hub of a vault.
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createMessageConnection, IPCMessageReader, IPCMessageWriter, type MessageConnection } from "vscode-languageserver/node";
import { URI } from "vscode-uri";
import { markdownFiles } from "../limit";
import { peakMemory } from "../machine";
import { ifKnown, type Sample } from "../measures";
import type { Vault } from "../vault";
import { installedPeers, recentNode } from "./install";

/** The part of markdown-it that is used here. */
interface MarkdownIt {
  readonly linkify: { set(options: { readonly fuzzyLink: boolean }): void };
  use(plugin: unknown, take: () => void): void;
  parse(text: string, environment: object): unknown;
}

/**
 * Measures once. The reading and parsing that VS Code leaves to its client is done here, and is part of the time; the memory is that of
 * the server, which keeps what was parsed.
 */
export async function measureVscode({ folder, manifest }: Vault): Promise<Sample> {
  const peers = installedPeers();
  const parser = parserOf(peers);
  const script = join(peers, "node_modules", "vscode-markdown-languageserver", "dist", "node", "workerMain.js");
  const started = performance.now();
  // The measured Node's own options would be handed down to another version of it.
  const server = fork(script, ["--node-ipc"], { execPath: recentNode(peers), execArgv: [], stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const ended = new Promise<never>((_, reject) => server.once("exit", () => reject(new Error("Its server ended too early."))));
  ended.catch(() => undefined);
  const connection = createMessageConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  try {
    answer(connection, folder, parser);
    const hub = join(folder, manifest.hub);
    const references = await Promise.race([ended, referencesTo(connection, folder, hub)]);
    const time = performance.now() - started;
    // It does not know wiki links, so it finds fewer than Quaestio does, but not none.
    if (references.length === 0) throw new Error("It finds no reference to the note that most links lead to.");
    return { "vscode: start to references": time, ...ifKnown("vscode: peak memory (MB)", peakMemory(server.pid)) };
  } finally {
    connection.dispose();
    server.kill();
  }
}

/** markdown-it as VS Code sets it up. */
function parserOf(peers: string): MarkdownIt {
  const load = createRequire(join(peers, "package.json"));
  const create = load("markdown-it") as (options: { readonly html: boolean; readonly linkify: boolean }) => MarkdownIt;
  const parser = create({ html: true, linkify: true });
  parser.linkify.set({ fuzzyLink: false });
  parser.use(load("markdown-it-front-matter"), () => undefined);
  return parser;
}

interface About {
  readonly uri: string;
  readonly text?: string;
}

/** What the server asks its client for. */
function answer(connection: MessageConnection, folder: string, parser: MarkdownIt): void {
  const path = (uri: string) => URI.parse(uri).fsPath;
  connection.onRequest("markdown/parse", async ({ uri, text }: About) => parser.parse(text ?? (await readFile(path(uri), "utf8")), {}));
  connection.onRequest("markdown/fs/readFile", async ({ uri }: About) => Array.from(await readFile(path(uri))));
  connection.onRequest("markdown/fs/stat", ({ uri }: About) =>
    stat(path(uri)).then(
      (found) => ({ isDirectory: found.isDirectory() }),
      () => null,
    ),
  );
  connection.onRequest("markdown/fs/readDirectory", async ({ uri }: About) =>
    (await readdir(path(uri), { withFileTypes: true })).map((entry) => [entry.name, { isDirectory: entry.isDirectory() }]),
  );
  connection.onRequest("markdown/findMarkdownFilesInWorkspace", () => markdownFiles(folder).map((file) => URI.file(file).toString()));
  connection.onRequest("workspace/workspaceFolders", () => [{ uri: URI.file(folder).toString(), name: "vault" }]);
  // Watchers, capabilities and refreshes: nothing changes while it is measured.
  connection.onRequest(() => null);
  connection.listen();
}

async function referencesTo(connection: MessageConnection, folder: string, hub: string): Promise<readonly unknown[]> {
  const uri = URI.file(hub).toString();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: URI.file(folder).toString(),
    workspaceFolders: [{ uri: URI.file(folder).toString(), name: "vault" }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
    initializationOptions: { markdownFileExtensions: ["md"] },
  });
  await connection.sendNotification("initialized", {});
  await connection.sendNotification("workspace/didChangeConfiguration", { settings: { markdown: settings } });
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "markdown", version: 1, text: readFileSync(hub, "utf8") },
  });
  return (await connection.sendRequest<readonly unknown[] | null>("markdown/getReferencesToFileInWorkspace", { uri })) ?? [];
}

/** What VS Code sends when links are to be checked. */
const settings = {
  server: { log: "off" },
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: "onDoubleHash" } },
  occurrencesHighlight: { enabled: false },
  preferredMdPathExtensionStyle: "auto",
  validate: {
    enabled: true,
    referenceLinks: { enabled: "warning" },
    fragmentLinks: { enabled: "warning" },
    fileLinks: { enabled: "warning", markdownFragmentLinks: "inherit" },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: "hint" },
    duplicateLinkDefinitions: { enabled: "warning" },
  },
};
