// Asks the editor to tell of changed files and settings. Folders of a client that cannot are followed by the server itself where it has the means.
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type InitializeParams,
} from "vscode-languageserver";
import type { NoteUri } from "../core/note";
import { encodedUri, schemeOf } from "../core/noteUri";
import type { WatchFolder } from "../host/noteFiles";
import type { OpenFolder } from "../host/openFolder";
import type { Report } from "../host/report";

export interface FileWatcher {
  /** Asks to be told of the workspace folders and the settings. */
  followFolders(): Promise<void>;
  /** Follows these folders where nobody tells of them, and no longer those of the last call. */
  followItself(folders: readonly OpenFolder[]): void;
  /** Follows these files outside the folders, and no longer those of the last call. */
  followFiles(uris: ReadonlySet<NoteUri>): Promise<void>;
}

export interface WatcherOptions {
  readonly capabilities: InitializeParams["capabilities"];
  readonly watchFolder: WatchFolder | undefined;
  onChange(uris: readonly NoteUri[]): void;
  readonly report: Report;
}

/** Asks for nothing yet. */
export function fileWatcher({ client }: Connection, { capabilities, watchFolder, onChange, report }: WatcherOptions): FileWatcher {
  const { workspace } = capabilities;
  const own = new Map<NoteUri, ReturnType<WatchFolder>>();
  const refused = (what: string) => (error: Error) => {
    report(`The editor does not tell of changed ${what}: ${error.message}`, "warning");
    return undefined;
  };
  let followed: { readonly uris: string; readonly registration: Disposable | undefined } = { uris: "", registration: undefined };
  return {
    async followFolders() {
      // Whole folders: deleting or moving a folder is one event, on the folder.
      if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
        const watched = client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: "**/*" }] });
        await watched.catch(refused("files"));
      }
      if (workspace?.didChangeConfiguration?.dynamicRegistration) {
        const section = ["quaestio", "files.exclude"];
        await client.register(DidChangeConfigurationNotification.type, { section }).catch(refused("settings"));
      }
    },
    followItself(folders) {
      if (!watchFolder || workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
      const open = new Map(folders.filter(({ uri, settings }) => settings.enable && schemeOf(uri) === "file").map((it) => [it.uri, it]));
      for (const [uri, watching] of own) {
        watching.close();
        own.delete(uri);
      }
      for (const [uri, { policy }] of open) own.set(uri, watchFolder(uri, { skips: policy.skipsFolder, onChange, report }));
    },
    async followFiles(files) {
      const uris = [...files].sort().join("\n");
      const { dynamicRegistration, relativePatternSupport } = workspace?.didChangeWatchedFiles ?? {};
      if (uris === followed.uris || !dynamicRegistration || !relativePatternSupport) return;
      followed.registration?.dispose();
      const watchers = [...files].map((uri) => ({ globPattern: patternOf(uri) }));
      const registered = watchers.length > 0 && client.register(DidChangeWatchedFilesNotification.type, { watchers });
      followed = { uris, registration: registered ? await registered.catch(refused("bibliographies")) : undefined };
    },
  };
}

/** One file as a pattern in its folder; signs that patterns give a meaning stand for any sign. */
function patternOf(uri: NoteUri): { readonly baseUri: string; readonly pattern: string } {
  const slash = uri.lastIndexOf("/");
  return { baseUri: encodedUri(uri.slice(0, slash) as NoteUri), pattern: uri.slice(slash + 1).replace(/[*?{}[\]]/g, "?") };
}
