// Asks the editor to tell of changed files and settings. A client that cannot, or refuses, is served without.
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type InitializeParams,
} from "vscode-languageserver";
import type { NoteUri } from "../core/note";
import { encodedUri } from "../core/noteUri";

export interface FileWatcher {
  /** Follows the workspace folders and the settings. */
  followFolders(): Promise<void>;
  /** Follows these files outside the folders, and no longer those of the last call. */
  followFiles(uris: ReadonlySet<NoteUri>): Promise<void>;
}

/** Asks for nothing yet. */
export function fileWatcher(
  { client }: Connection,
  { workspace }: InitializeParams["capabilities"],
  report: (sentence: string) => void,
): FileWatcher {
  const refused = (what: string) => (error: Error) => {
    report(`The editor does not tell of changed ${what}: ${error.message}`);
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
