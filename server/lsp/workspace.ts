// Workspace folders as the client has them: loads them, asks for their settings, follows their files.
import { type Connection, FileChangeType, type InitializeParams } from "vscode-languageserver";
import type { NoteUri } from "../core/note";
import { encodedUri, noteUri, pathBelow } from "../core/noteUri";
import type { Settings } from "../core/settings";
import type { IndexStore } from "../host/indexStore";
import type { WatchFolder } from "../host/noteFiles";
import { type FolderContext, settingsOf } from "../host/openFolder";
import type { Report } from "../host/report";
import { prepareForChanges } from "../host/warmStart";
import type { RescanParams } from "../protocol";
import type { NoteStore } from "./noteStore";
import type { OwnRecord } from "./ownRecord";
import type { Publisher } from "./publisher";
import type { RelatednessKeeper } from "./relatednessKeeper";
import type { DiskLooks } from "./rescan";
import { templateFault, templatesFollowed } from "./templates";
import { fileWatcher } from "./watching";

export interface WorkspaceOptions {
  readonly connection: Connection;
  readonly store: NoteStore;
  readonly publisher: Publisher;
  readonly related: RelatednessKeeper;
  readonly indexStore: IndexStore;
  readonly looks: DiskLooks;
  readonly record: OwnRecord;
  readonly watchFolder: WatchFolder | undefined;
  readonly params: InitializeParams;
  readonly report: Report;
}

export interface Workspace {
  /** Loads all folders and begins to follow them. Never rejects. */
  start(): Promise<void>;
  /** Takes in what changed on the disk without a word; how many places that were. Never rejects. */
  rescan(params: RescanParams): Promise<number>;
}

/** What the editor sets for a folder. */
type Surroundings = Pick<FolderContext, "overrides" | "editorExcludes">;

/** Takes charge of the workspace folders; nothing happens before `start`. */
export function workspaceOf(options: WorkspaceOptions): Workspace {
  const { connection, params, report } = options;
  const folders = new Map<NoteUri, Surroundings | undefined>(foldersIn(params).map((uri) => [uri, undefined]));
  const enqueue = queue(report);
  const watcher = fileWatcher(connection, {
    ...{ capabilities: params.capabilities, watchFolder: options.watchFolder, report },
    onChange: (uris) => void enqueue(() => follow(uris.map(encodedUri))),
  });
  const load = (uris: Iterable<NoteUri>) =>
    enqueue(async () => {
      await loadAll(options, folders, uris);
      await watcher.followFiles(options.store.bibliographies.userFiles);
      watcher.followItself(options.store.folders);
    });
  const follow = async (uris: readonly string[]) => {
    const stale = await filesChanged(options, uris);
    if (stale.size > 0) void load(stale);
  };
  return {
    async rescan(wanted) {
      let count = 0;
      await enqueue(async () => {
        // A folder that was gone for a while is another one to the system. It is followed before it is read, so that nothing falls between.
        watcher.followItself(options.store.folders);
        const changed = await options.looks.changes(options.store, wanted);
        count = changed.length;
        await follow(changed.map(encodedUri));
      });
      return count;
    },
    async start() {
      await watcher.followFolders();
      connection.onDidChangeWatchedFiles(({ changes }) => {
        // File systems that are no disk tell of a folder whenever a file comes or goes, and of the file besides.
        const telling = changes.filter(({ uri, type }) => type !== FileChangeType.Changed || !folders.has(noteUri(uri)));
        void enqueue(() => follow(telling.map(({ uri }) => uri)));
      });
      connection.onDidChangeConfiguration(() => {
        void enqueue(async () => {
          const stale = await settingsChanged(options, folders);
          if (stale.size > 0) void load(stale);
        });
      });
      if (params.capabilities.workspace?.workspaceFolders) followFolders(options, folders, enqueue, load);
      await load([...folders.keys()]);
    },
  };
}

/** Steps that follow one another, so that no two write the same part of the index; one that fails leaves a line in the log. */
function queue(report: Report) {
  let work = Promise.resolve();
  return (step: () => Promise<void>): Promise<void> => {
    work = work
      .then(step)
      .catch((error) => report(`Reading notes failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`, "error"));
    return work;
  };
}

type Enqueue = ReturnType<typeof queue>;

function followFolders(
  { connection, store, publisher }: WorkspaceOptions,
  folders: Map<NoteUri, Surroundings | undefined>,
  enqueue: Enqueue,
  load: (uris: Iterable<NoteUri>) => Promise<void>,
): void {
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const gone = removed.map(({ uri }) => noteUri(uri));
    const fresh = added.map(({ uri }) => noteUri(uri));
    for (const uri of gone) folders.delete(uri);
    for (const uri of fresh) folders.set(uri, undefined);
    void enqueue(async () => {
      for (const uri of gone) store.unload(uri);
      publisher.concernAll();
    });
    // A folder inside or around another takes notes from it or gives them back.
    const nested = [...folders.keys()].filter((uri) => [...gone, ...fresh].some((other) => pathBelow(uri, other) ?? pathBelow(other, uri)));
    void load(new Set([...fresh, ...nested]));
  });
}

/** Reads folders while nothing is published; one that fails does not take the others along. */
async function loadAll(options: WorkspaceOptions, folders: Map<NoteUri, Surroundings | undefined>, uris: Iterable<NoteUri>): Promise<void> {
  const { publisher, related, report } = options;
  publisher.hold();
  related.hold();
  try {
    for (const uri of uris) {
      if (!folders.has(uri)) continue;
      const surroundings = await surroundingsOf(options, uri);
      folders.set(uri, surroundings);
      await loadFolder(options, uri, surroundings).catch((error) =>
        report(`The folder ${uri} could not be read: ${error?.stack ?? error}`, "error"),
      );
    }
  } finally {
    publisher.concernAll();
    void publisher
      .release()
      .then(() => prepareForChanges(options.store.index))
      .then(() => related.concernAll());
  }
}

async function filesChanged({ store, connection }: WorkspaceOptions, uris: readonly string[]): Promise<ReadonlySet<NoteUri>> {
  const faults = await templatesFollowed(store, uris);
  for (const fault of faults) connection.window.showWarningMessage(fault);
  return followed(store, uris.map(noteUri));
}

/** Tells the store of changed files; returns the folders that have to be read anew. */
export async function followed(store: NoteStore, uris: readonly NoteUri[]): Promise<ReadonlySet<NoteUri>> {
  const stale = new Set<NoteUri>();
  for (const uri of uris) {
    // A workspace folder that is gone may be on a disk out of reach: nothing is forgotten before it is there again.
    const root = store.folders.find((folder) => folder.uri === uri);
    if (root && (await root.files.kindOf(uri)) === "folder") stale.add(uri);
    const folder = store.placeOf(uri)?.folder.uri;
    if (folder && stale.has(folder)) continue;
    if (!(await store.fileChanged(uri)) && folder) stale.add(folder);
  }
  return stale;
}

/**
 * Takes in changed settings; returns the folders whose notes they are about. Editors tell of changes that are none, so what is in
 * force is compared with what was.
 */
async function settingsChanged(options: WorkspaceOptions, folders: Map<NoteUri, Surroundings | undefined>): Promise<ReadonlySet<NoteUri>> {
  const { store, publisher, report } = options;
  const stale = new Set<NoteUri>();
  for (const [uri, known] of folders) {
    const surroundings = await surroundingsOf(options, uri);
    const folder = store.folders.find((open) => open.uri === uri);
    if (!folder || JSON.stringify(known) === JSON.stringify(surroundings)) continue;
    folders.set(uri, surroundings);
    const { settings } = await settingsOf(uri, folder.files, { ...surroundings, report });
    const isAboutNotes = JSON.stringify(readingPart(settings)) !== JSON.stringify(readingPart(folder.settings));
    if (isAboutNotes || JSON.stringify(known?.editorExcludes) !== JSON.stringify(surroundings.editorExcludes)) stale.add(uri);
    store.configure(uri, { settings });
    publisher.concernAll();
  }
  return stale;
}

/** The settings that decide which notes are read, and how. */
const readingPart = ({ enable, notes, topics, related: { languages }, bibliography }: Settings) => ({
  ...{ enable, notes, topics, languages, bibliography },
});

function foldersIn({ workspaceFolders, rootUri }: InitializeParams): readonly NoteUri[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map(noteUri);
}

async function loadFolder(
  { connection, store, indexStore, params, report, record }: WorkspaceOptions,
  uri: NoteUri,
  surroundings: Surroundings,
): Promise<void> {
  const started = Date.now();
  const progress = params.capabilities.window?.workDoneProgress
    ? await connection.window.createWorkDoneProgress().catch(() => undefined)
    : undefined;
  progress?.begin("Quaestio", 0, "Reading notes…");
  try {
    const onProgress = (read: number, found: number) => progress?.report((100 * read) / found, `${read} of ${found} notes`);
    const taken = await store.load(uri, { ...surroundings, report }, { indexStore, onProgress });
    const unchanged = taken > 0 ? `, ${taken} of them unchanged since the last start` : "";
    const folder = store.folders.find((it) => it.uri === uri);
    const fault = folder && templateFault(folder);
    if (fault) connection.window.showWarningMessage(fault);
    const time = Date.now() - started;
    record.loads.set(uri, { time, unchanged: taken });
    report(`Read ${store.index.size} notes of ${uri} in ${time} ms${unchanged}.`);
  } finally {
    progress?.done();
  }
}

/** Our settings for a folder, and what the editor hides. */
async function surroundingsOf({ connection, params }: WorkspaceOptions, folder: NoteUri): Promise<Surroundings> {
  if (!params.capabilities.workspace?.configuration) return { overrides: [], editorExcludes: [] };
  const scopeUri = encodedUri(folder);
  const items = ["quaestio", "files.exclude"].map((section) => ({ scopeUri, section }));
  const [ours, excludes] = (await connection.workspace.getConfiguration(items).catch(() => [])) as unknown[];
  return { overrides: [ours], editorExcludes: globsIn(excludes) };
}

/** `files.exclude` maps a glob to true; one that depends on sibling files (`{ when }`) is left to the editor. */
function globsIn(excludes: unknown): readonly string[] {
  if (typeof excludes !== "object" || excludes === null) return [];
  return Object.entries(excludes).flatMap(([glob, value]) => (value === true ? [glob, `${glob}/**`] : []));
}
