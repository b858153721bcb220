// The server's custom messages as typed calls.
import { type Event, EventEmitter } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Notifications, Requests, VaultChanged } from "../server/protocol";

export interface NotesClient {
  /** Sends a request once the server runs. */
  request<M extends keyof Requests>(method: M, params: Requests[M]["params"]): Promise<Requests[M]["result"]>;
  /** Fires when the index has changed and typing rests. */
  readonly onChanged: Event<VaultChanged>;
  /** Resolves when all notes have been read for the first time. */
  readonly loaded: Promise<void>;
}

const changed: keyof Notifications = "quaestio/vaultChanged";

/** Wraps a client that has been made but not started. */
export function notesClient(client: BaseLanguageClient): NotesClient {
  const emitter = new EventEmitter<VaultChanged>();
  const loaded = new Promise<void>((resolve) => emitter.event(() => resolve()));
  client.onNotification(changed, (change: VaultChanged) => emitter.fire(change));
  return {
    async request(method, params) {
      await loaded;
      return client.sendRequest(method, params);
    },
    onChanged: emitter.event,
    loaded,
  };
}
