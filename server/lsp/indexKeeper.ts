// Keeps what was read of the workspace folders for the next start: once they are read, and then whenever nothing has changed for a while.
import type { IndexStore } from "../host/indexStore";
import type { Report } from "../host/report";
import { rulesOf } from "../host/rules";
import { type SaveOptions, saveFolder } from "../host/savedFolder";
import type { NoteStore } from "./noteStore";

/** How long after the folders were read, in milliseconds: first come the requests of an editor that has just started. */
const firstPause = 2000;
/** How long changes must rest afterwards, in milliseconds: all of a vault is written anew. */
const quietTime = 60_000;
/** A vault with more notes than this is written more rarely, in proportion. */
const usualSize = 10_000;

export interface KeeperOptions {
  readonly store: NoteStore;
  readonly indexStore: IndexStore;
  readonly report: Report;
}

export class IndexKeeper {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #hasKept = false;
  #hasComplained = false;

  constructor(readonly options: KeeperOptions) {}

  /** To be called when problems were published: then all of them are known. */
  schedule(): void {
    const { index, unsaved } = this.options.store;
    if (unsaved.size === 0) return;
    clearTimeout(this.#timer);
    const rest = this.#hasKept ? quietTime * Math.max(1, index.size / usualSize) : firstPause;
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => this.#keep()).catch(this.#failed);
    }, rest);
    // A server that has nothing else to do may end.
    this.#timer.unref?.();
  }

  async #keep(): Promise<void> {
    const { store, indexStore } = this.options;
    this.#hasKept = true;
    for (const uri of [...store.unsaved]) {
      const folder = store.folders.find((open) => open.uri === uri);
      store.unsaved.delete(uri);
      if (!folder?.settings.enable) continue;
      const rules = rulesOf(folder.settings);
      const problemsOf: SaveOptions["problemsOf"] = (note) => store.problems.get(note, rules);
      if (!(await saveFolder({ index: store.index, folder, store: indexStore, problemsOf }))) this.#complain();
    }
  }

  /** Once: it is tried again after every change. */
  #complain(): void {
    if (this.#hasComplained) return;
    this.#hasComplained = true;
    this.options.report("What was read cannot be kept for the next start: nothing can be written where it would lie.", "warning");
  }

  readonly #failed = (error: unknown) => {
    this.options.report(`Keeping what was read failed: ${error instanceof Error ? error.stack : error}`, "error");
  };
}
