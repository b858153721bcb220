// Keeps what is known of related notes in step with the index, while nothing else is to be done: reads the texts of closed notes again
// in slices, open ones from their documents.
import type { Note, NoteUri } from "../core/note";
import { counted } from "../core/order";
import { type Example, fitting } from "../features/related/fit";
import { lesson, teachers } from "../features/related/learning";
import { Relatedness } from "../features/related/relatedness";
import { closenessTo, type NoteQuestion } from "../features/related/relations";
import { Terms } from "../features/related/terms";
import { breather, turn } from "../host/breather";
import type { Report } from "../host/report";
import type { Impact } from "../index/impact";
import type { NoteStore } from "./noteStore";
import { textOf } from "./noteTexts";

/** How long after a change, in milliseconds: typing and its problems come first. */
const pause = 400;
/** How long an answer may wait for what is due, in milliseconds; then it is given from what is there. */
const longestWait = 1000;

/** UTF-16 units. */
const longNote = 100_000;
/** UTF-16 units in front of a link that have to be the same for the link to be the same. */
const fewestKept = 500;

export interface RelatednessOptions {
  readonly store: NoteStore;
  readonly report: Report;
}

export class RelatednessKeeper {
  #relatedness: Relatedness;
  readonly #due = new Set<NoteUri>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isHeld = false;
  /** Whether a note was taken out of those that are due and is not taken in yet. */
  #isBehind = true;
  /** How close the notes are to the place where a link is being typed. */
  #closeness: { readonly place: string; readonly scores: ReadonlyMap<NoteUri, number> } | undefined;

  constructor(readonly options: RelatednessOptions) {
    this.#relatedness = new Relatedness(options.store.index);
  }

  get relatedness(): Relatedness {
    return this.#relatedness;
  }

  /** Notes that changed, and those whose links may mean something else now. */
  concern({ notes }: Impact, gone: readonly NoteUri[]): void {
    for (const { uri } of notes) this.#due.add(uri);
    for (const uri of gone) this.#due.add(uri);
    this.#schedule();
  }

  /** All notes are due: a folder was read. */
  concernAll(): void {
    const { index, folders } = this.options.store;
    const languages = [...new Set(folders.flatMap(({ settings }) => settings.related.languages))];
    if (languages.join() !== this.relatedness.terms.languages.join()) this.#relatedness = new Relatedness(index, new Terms(languages));
    this.relatedness.expect(index.notes());
    for (const { uri } of index.notes()) this.#due.add(uri);
    this.#isHeld = false;
    this.#schedule();
  }

  /** Somebody types: what is due waits until that rests. */
  postpone(): void {
    if (this.#timer) this.#schedule();
  }

  /** While a folder is read its notes are going to be due all at once. */
  hold(): void {
    this.#isHeld = true;
    clearTimeout(this.#timer);
  }

  /** The text of a note as it is now: of its document if it is open. Takes the note in if it is not known yet. */
  async textOf(note: Note): Promise<string> {
    const text = await textOf(this.options.store, note);
    if (text === undefined) return "";
    if (this.options.store.index.note(note.uri) === note && !this.relatedness.knows(note)) this.relatedness.put(note, text);
    return text;
  }

  /**
   * How close each note is to what is written at a place; worked out once a place, because a link is typed letter by letter and what it
   * stands in stays the same.
   */
  closenessAt(question: NoteQuestion): ReadonlyMap<NoteUri, number> {
    const { note, text, caret = 0 } = question;
    const place = `${note.uri} ${caret} ${text.slice(Math.max(0, caret - fewestKept), caret)}`;
    if (this.#closeness?.place !== place) this.#closeness = { place, scores: closenessTo(this.relatedness, question) };
    return this.#closeness.scores;
  }

  /** How many notes link to one, if that is known without going through them. */
  incomingOf({ uri }: Note): number | undefined {
    const number = this.#due.size === 0 && !this.#isHeld && !this.#isBehind ? this.relatedness.numberOf(uri) : undefined;
    return number === undefined ? undefined : this.relatedness.engine.links.incoming(number);
  }

  /** Takes in what is due at once, for as long as a person who asked may wait. */
  async caughtUp(): Promise<void> {
    if (this.#due.size === 0 || this.#isHeld) return;
    const waited = new Promise<void>((resolve) => setTimeout(resolve, longestWait).unref?.());
    await Promise.race([this.#run(), waited]);
  }

  /** Takes in all that is due, however long that takes: for who would rather wait than be told half. */
  async upToDate(): Promise<void> {
    if (!this.#isHeld) await this.#run();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isHeld) return;
    this.#timer = setTimeout(() => void this.#run(), pause);
    // A server that has nothing else to do may end.
    this.#timer.unref?.();
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#running.then(() => this.#catchUp()).catch(this.#failed);
    return this.#running;
  }

  async #catchUp(): Promise<void> {
    const { engine } = this.relatedness;
    const breathe = breather();
    const started = Date.now();
    this.#isBehind = true;
    for (const uri of this.#due) {
      if (this.#isHeld) return;
      this.#due.delete(uri);
      await this.#follow(uri);
      await breathe();
    }
    this.#isBehind = false;
    if (!engine.vectors.isStale) return;
    for (const _ of engine.vectors.refresh()) await breathe();
    await this.#learn(breathe);
    this.options.report(
      `Read the texts of ${counted(this.relatedness.size, "note")} to know which are related, in ${Date.now() - started} ms.`,
    );
  }

  /** Learns from the vault's own links how much each part of the ranking counts in it. */
  async #learn(breathe: () => Promise<boolean>): Promise<void> {
    const { relatedness } = this;
    const examples: Example[] = [];
    for (const note of teachers(relatedness)) {
      const text = await textOf(this.options.store, note);
      const example = text === undefined ? undefined : lesson(relatedness, note, text);
      if (example) examples.push(example);
      await breathe();
    }
    const steps = fitting(examples);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        relatedness.weights = step.value.weights;
        return;
      }
      await breathe();
    }
  }

  async #follow(uri: NoteUri): Promise<void> {
    const { index } = this.options.store;
    const note = index.note(uri);
    if (!note) return this.relatedness.remove(uri);
    if (this.relatedness.knows(note)) return this.relatedness.surround(note);
    const text = await textOf(this.options.store, note);
    // Meanwhile it may have changed, and is due once more.
    if (text === undefined || index.note(uri) !== note) return;
    this.relatedness.take(note, text);
    // A long note has thousands of links: they are looked up in a turn of their own.
    if (text.length > longNote) await turn();
    if (index.note(uri) === note) this.relatedness.surround(note);
    else this.#due.add(uri);
  }

  readonly #failed = (error: unknown) => {
    this.options.report(`Finding related notes failed: ${error instanceof Error ? error.stack : error}`, "error");
  };
}
