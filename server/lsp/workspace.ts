// Workspace folders as the client has them: loads them, asks for their settings, follows their files.
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type FileEvent,
  type InitializeParams,
  type WorkDoneProgressReporter,
} from "vscode-languageserver";
import type { NoteUri } from "../core/note";
import { encodedUri, noteUri } from "../core/noteUri";
import type { FolderContext } from "../host/openFolder";
import type { NoteStore } from "./noteStore";
import type { Publisher } from "./publisher";

export interface WorkspaceOptions {
  readonly connection: Connection;
  readonly store: NoteStore;
  readonly publisher: Publisher;
  readonly params: InitializeParams;
  report(sentence: string): void;
}

export interface Workspace {
  /** Loads all folders and begins to follow them. */
  start(): Promise<void>;
  /** Resolves when no load is under way. */
  settled(): Promise<void>;
}

/** Takes charge of the workspace folders; nothing happens before `start`. */
export function workspaceOf(options: WorkspaceOptions): Workspace {
  const { connection, store, publisher, params, report } = options;
  const folders = new Set<NoteUri>(foldersIn(params));
  let work = Promise.resolve();

  /** Loads follow one another, so that no two write the same part of the index. */
  const enqueue = (step: () => Promise<void>): Promise<void> => {
    work = work.then(step).catch((error) => report(`Loading failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`));
    return work;
  };

  const load = (uris: Iterable<NoteUri>) =>
    enqueue(async () => {
      publisher.hold();
      try {
        for (const uri of uris) await loadFolder(options, uri);
      } finally {
        publisher.concernAll();
        publisher.release();
      }
    });

  const filesChanged = (changes: readonly FileEvent[]) =>
    enqueue(async () => {
      const stale = new Set<NoteUri>();
      for (const { uri } of changes) {
        const id = noteUri(uri);
        const place = store.placeOf(id);
        if (place && !stale.has(place.folder.uri) && !(await store.fileChanged(id))) stale.add(place.folder.uri);
      }
      if (stale.size > 0) void load(stale);
    });

  const listen = () => {
    connection.onDidChangeWatchedFiles(({ changes }) => void filesChanged(changes));
    connection.onDidChangeConfiguration(() => void load(folders));
    if (!params.capabilities.workspace?.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = removed.map(({ uri }) => noteUri(uri));
      const fresh = added.map(({ uri }) => noteUri(uri));
      for (const uri of gone) folders.delete(uri);
      for (const uri of fresh) folders.add(uri);
      void enqueue(async () => {
        for (const uri of gone) store.unload(uri);
      });
      void load(fresh);
    });
  };

  return {
    async start() {
      await register(connection, params);
      listen();
      await load(folders);
    },
    settled: () => work,
  };
}

function foldersIn({ workspaceFolders, rootUri }: InitializeParams): readonly NoteUri[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map(noteUri);
}

/** Watches whole folders: deleting or moving a folder is one event, on the folder. */
async function register(connection: Connection, { capabilities }: InitializeParams): Promise<void> {
  const { workspace } = capabilities;
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: "**/*" }] });
  }
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: ["quaestio", "files.exclude"] });
  }
}

async function loadFolder({ connection, store, params, report }: WorkspaceOptions, uri: NoteUri): Promise<void> {
  const started = Date.now();
  const context = { ...(await settingsOf(connection, params, uri)), report };
  const progress = await progressFor(connection, params);
  progress?.begin("Quaestio", 0, "Reading notes…");
  try {
    await store.load(uri, context, (read, found) => progress?.report((100 * read) / found, `${read} of ${found} notes`));
  } finally {
    progress?.done();
  }
  report(`Read ${store.index.size} notes of ${uri} in ${Date.now() - started} ms.`);
}

async function progressFor(connection: Connection, { capabilities }: InitializeParams): Promise<WorkDoneProgressReporter | undefined> {
  return capabilities.window?.workDoneProgress ? connection.window.createWorkDoneProgress() : undefined;
}

/** What the editor sets for a folder: our settings, and what it hides. */
async function settingsOf(
  connection: Connection,
  { capabilities }: InitializeParams,
  folder: NoteUri,
): Promise<Pick<FolderContext, "overrides" | "editorExcludes">> {
  if (!capabilities.workspace?.configuration) return { overrides: [], editorExcludes: [] };
  const scopeUri = encodedUri(folder);
  const [ours, excludes] = (await connection.workspace.getConfiguration([
    { scopeUri, section: "quaestio" },
    { scopeUri, section: "files.exclude" },
  ])) as unknown[];
  return { overrides: [ours], editorExcludes: globsIn(excludes) };
}

/** `files.exclude` maps a glob to true; one that depends on sibling files (`{ when }`) is left to the editor. */
function globsIn(excludes: unknown): readonly string[] {
  if (typeof excludes !== "object" || excludes === null) return [];
  return Object.entries(excludes).flatMap(([glob, value]) => (value === true ? [glob, `${glob}/**`] : []));
}
