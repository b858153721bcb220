// How many notes there are and what is reported of them, for whatever shows it: asked for once a change, however many show it.
import { commands, type Disposable, Disposable as Disposables, type Event, EventEmitter } from "vscode";
import type { VaultCounts } from "../server/protocol";
import type { NotesClient } from "./notesClient";

export interface CountsFeed extends Disposable {
  /** What is known; undefined before the notes have been read. */
  readonly current: VaultCounts | undefined;
  /** Fires where one of them is another. */
  readonly onChanged: Event<VaultCounts>;
}

/** Asks for the counts after every change of the index, and keeps the context key `quaestio.state`. */
export function vaultCounts(notes: NotesClient): CountsFeed {
  const changes = new EventEmitter<VaultCounts>();
  let current: VaultCounts | undefined;
  let asked = 0;
  const ask = async () => {
    const turn = ++asked;
    const counts = await notes.request("quaestio/counts", {}).catch(() => undefined);
    if (!counts || turn !== asked || JSON.stringify(counts) === JSON.stringify(current)) return;
    current = counts;
    // By it an empty vault is greeted, buttons show, and the walkthrough knows that notes were found.
    void commands.executeCommand("setContext", "quaestio.state", counts.notes > 0 ? "ready" : "empty");
    changes.fire(counts);
  };
  const listening = notes.onChanged(() => void ask());
  return {
    get current() {
      return current;
    },
    onChanged: changes.event,
    dispose: () => Disposables.from(changes, listening).dispose(),
  };
}
