// Which pieces of the program have run: an input that reaches a new one is worth changing further.
import { type Profiler, Session } from "node:inspector";

/** Counts blocks of code that have run, by V8's own record. https://nodejs.org/docs/latest-v20.x/api/inspector.html */
export class Coverage {
  readonly #session = new Session();
  readonly #seen = new Set<string>();

  start(): void {
    this.#session.connect();
    this.#post("Profiler.enable");
    this.#post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    this.isNew();
  }

  /** Whether something has run since the last question that never ran before. */
  isNew(): boolean {
    const before = this.#seen.size;
    for (const { url, functions } of this.#post<Profiler.TakePreciseCoverageReturnType>("Profiler.takePreciseCoverage").result) {
      if (!url.includes("/dist/")) continue;
      for (const { ranges } of functions)
        for (const { startOffset, endOffset, count } of ranges) if (count > 0) this.#seen.add(`${url}:${startOffset}-${endOffset}`);
    }
    return this.#seen.size > before;
  }

  /** How many blocks have run so far. */
  get size(): number {
    return this.#seen.size;
  }

  end(): void {
    this.#session.disconnect();
  }

  /** Within one process the answer is there when the call returns. */
  #post<R>(method: string, params: object = {}): R {
    let answer: R | undefined;
    this.#session.post(method, params, (error, result) => {
      if (error) throw error;
      answer = result as R;
    });
    return answer as R;
  }
}
