// What a server remembers of its own run: when it started, how its folders were read, what went wrong.
import type { NoteUri } from "../core/note";
import type { LogLevel } from "../host/report";
import type { Failure } from "../protocol";

/** How a folder was read. */
export interface FolderLoad {
  /** Milliseconds. */
  readonly time: number;
  /** Notes that were taken from what was kept. */
  readonly unchanged: number;
}

const mostFailures = 20;

export class OwnRecord {
  readonly started = Date.now();
  readonly loads = new Map<NoteUri, FolderLoad>();
  readonly #failures: Failure[] = [];

  /** Takes a line of the log; what only informs is not kept. */
  logged(sentence: string, level: LogLevel): void {
    if (level === "info") return;
    this.#failures.unshift({ time: Date.now(), level, sentence });
    this.#failures.length = Math.min(this.#failures.length, mostFailures);
  }

  /** The newest first. */
  get failures(): readonly Failure[] {
    return this.#failures;
  }
}
