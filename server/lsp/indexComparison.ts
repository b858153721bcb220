// For who looks for a fault of ours: whenever changes rest, compares the index and the problems that were told with those of an index built anew.
import type { Diagnostic } from "vscode-languageserver";
import type { Note } from "../core/note";
import { diagnosticsOf } from "../features/diagnostics";
import { inSlices } from "../host/breather";
import type { Report } from "../host/report";
import { type Answers, answersOf, differing, rebuilding } from "../index/comparison";
import { type Key, offersOf, seeksOf } from "../index/keys";
import { siteOf } from "../index/sites";
import type { VaultIndex } from "../index/vaultIndex";
import type { ComparisonStatus } from "../protocol";
import type { NoteStore } from "./noteStore";
import type { Publisher } from "./publisher";

export interface ComparisonOptions {
  readonly store: NoteStore;
  readonly publisher: Publisher;
  readonly report: Report;
}

/** Milliseconds between two looks whether everything was told. */
const pause = 30;
/** Milliseconds: who asks for the counts waits for a comparison that is due, but not longer. */
const longestWait = 3000;
/** A line of the log names no more differences. */
const mostNamed = 5;

export class IndexComparison {
  #made = 0;
  #different = 0;
  #timer: NodeJS.Timeout | undefined;
  #said = "";
  /** Keys of notes as they were: nobody may be found under them any more. */
  readonly #keys = new Set<Key>();

  constructor(readonly options: ComparisonOptions) {}

  /** To be called after each change. */
  schedule(): void {
    if (this.#isOn) this.#compareIn(0, []);
  }

  /** The counts of this run; null while nobody asks for comparisons. */
  async status(): Promise<ComparisonStatus | null> {
    const since = Date.now();
    while (this.#timer !== undefined && Date.now() - since < longestWait) await new Promise((resolve) => setTimeout(resolve, pause));
    return this.#isOn ? { made: this.#made, different: this.#different } : null;
  }

  get #isOn(): boolean {
    return this.options.store.folders.some(({ settings }) => settings.trace.compareIndex);
  }

  /** `before`: what the last look found. What is still under way is no difference, so that only what is found twice is one. */
  #compareIn(time: number, before: readonly string[]): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const failed = (error: unknown) =>
        this.options.report(`Comparing the index failed: ${error instanceof Error ? error.stack : error}`, "error");
      void this.#compare(this.#timer, before).catch(failed);
    }, time);
    this.#timer.unref?.();
  }

  async #compare(own: NodeJS.Timeout | undefined, before: readonly string[]): Promise<void> {
    const { store, publisher } = this.options;
    if (!publisher.isAtRest) return this.#compareIn(pause, before);
    const { version } = store.index;
    const found = await inSlices(this.#differences());
    // Another change asked for another comparison in the meantime.
    if (this.#timer !== own) return;
    if (store.index.version !== version || !publisher.isAtRest) return this.#compareIn(pause, before);
    if (found.length > 0 && found.join() !== before.join()) return this.#compareIn(pause, found);
    this.#timer = undefined;
    this.#made++;
    if (found.length > 0) this.#different++;
    this.#say(found);
  }

  #say(found: readonly string[]): void {
    const named = [...found.slice(0, mostNamed), ...(found.length > mostNamed ? [`and ${found.length - mostNamed} more`] : [])].join("; ");
    if (named !== "" && named !== this.#said)
      this.options.report(`What the server knows differs from what it would know if it were started now: ${named}.`, "error");
    this.#said = named;
  }

  *#differences(): Generator<void, readonly string[]> {
    const { store, publisher } = this.options;
    const { index } = store;
    const fresh = yield* rebuilding(index, (note) => store.readAnew(note));
    for (const note of index.notes()) for (const key of [...offersOf(note), ...seeksOf(note)]) this.#keys.add(key);
    const [answers, wanted] = [yield* answersOf(index, this.#keys), yield* answersOf(fresh, this.#keys)];
    const told = new Map(publisher.told());
    const found = differing(answers, wanted).map((asked) => named(asked, answers, wanted));
    for (const note of fresh.notes()) {
      const now = freshProblems(publisher, fresh, note);
      const its = told.get(note.uri) ?? [];
      told.delete(note.uri);
      if (facts(its) !== facts(now)) found.push(`problems of ${note.uri} (told ${places(its)}; anew ${places(now)})`);
      yield;
    }
    for (const [uri, its] of told) found.push(`problems of ${uri} (told ${places(its)}; it is no note)`);
    return found;
  }
}

const freshProblems = (publisher: Publisher, fresh: VaultIndex, note: Note): readonly Diagnostic[] =>
  publisher.diagnostics(note, (rules) => diagnosticsOf(fresh, note, rules));

/** What a client has of problems. Where the other places of one begin is left out: typing in one note moves them. */
const facts = (diagnostics: readonly Diagnostic[]): string =>
  JSON.stringify(
    diagnostics.map(({ relatedInformation = [], ...problem }) => [
      problem,
      relatedInformation.map(({ location, message }) => [location.uri, message]),
    ]),
  );

/** For the log, which holds no text of notes. */
const places = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.map(({ code, range: { start } }) => `${code} at ${start.line + 1}:${start.character + 1}`).join(", ") || "none";

/** What was asked, as a number where it is words of a note; and both answers where these are addresses of notes alone. */
function named(asked: string, answers: Answers, wanted: Answers): string {
  const blank = asked.indexOf(" ");
  if (blank < 0) return asked;
  const kind = asked.slice(0, blank);
  const subject = asked.slice(blank + 1);
  if (kind === "files") return asked;
  const what = `${kind} ${siteOf((kind === "key" ? subject : `t:${subject}`) as Key).toString(16)}`;
  return kind === "key" || kind === "topic" ? `${what} (${answers.get(asked)}; anew ${wanted.get(asked)})` : what;
}
