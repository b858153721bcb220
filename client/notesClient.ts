// The server's custom messages as typed calls.
import { type Event, EventEmitter } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Notifications, Requests, VaultChanged } from "../server/protocol";

export interface NotesClient {
  /** Sends a request once the notes have been read; rejects when the server did not start. */
  request<M extends keyof Requests>(method: M, params: Requests[M]["params"]): Promise<Requests[M]["result"]>;
  /** Fires when the index has changed and typing rests. */
  readonly onChanged: Event<VaultChanged>;
  /** Resolves when all notes have been read for the first time; rejects when the server did not start. */
  readonly loaded: Promise<void>;
}

const changed: keyof Notifications = "quaestio/vaultChanged";

/** Wraps a client that is about to start; `started` is what its start came to. */
export function notesClient(client: BaseLanguageClient, started: Promise<void>): NotesClient {
  const emitter = new EventEmitter<VaultChanged>();
  const loaded = new Promise<void>((resolve, reject) => {
    emitter.event(() => resolve());
    // Whoever waits for the notes would wait for ever.
    started.catch(reject);
  });
  // A failed start is reported where the client is started: here it is no error that nobody handles.
  loaded.catch(() => undefined);
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
