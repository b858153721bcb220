// Publishes the problems of changed notes when typing rests: open notes first, in slices, and only what differs from what the
// client has.
import type { Diagnostic } from "vscode-languageserver";
import type { Note, NoteUri } from "../core/note";
import type { Rules } from "../features/diagnostics";
import { turn } from "../host/breather";
import type { OpenFolder } from "../host/openFolder";
import type { Report } from "../host/report";
import { rulesOf } from "../host/rules";
import type { Impact } from "../index/impact";
import { confirmLinks } from "./confirmedLinks";
import type { NoteStore } from "./noteStore";
import { ReportedCounts } from "./reportedCounts";
import { toDiagnostic } from "./toLsp";

export interface PublisherOptions {
  readonly store: NoteStore;
  clientUri(uri: NoteUri): string;
  readonly report: Report;
  /** Sends the problems of one document; `version` where it is open. */
  send(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void;
  /** Told once per pass what the pass was about. */
  changed(topicsChanged: boolean, notes: readonly NoteUri[] | "all"): void;
}

/** How long typing must rest, in milliseconds. */
const quietTime = 150;
/** How long changes that never rest may put publishing off, in milliseconds. */
const longestWait = 1500;
/** How long one slice of work may keep the event loop, in milliseconds. */
const sliceTime = 12;

/** Collects what changes concern and tells the client about it when typing rests. */
export class Publisher {
  readonly #due = new Set<NoteUri>();
  /** What the client has, under the spelling it was sent. */
  readonly #published = new Map<NoteUri, Published>();
  /** Of what is published. */
  readonly reported = new ReportedCounts();
  readonly #wasVault = new Map<NoteUri, boolean>();
  #topicsChanged = false;
  #everything = false;
  /** How many passes were begun or wait for their turn. */
  #passes = 0;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #waitingSince: number | undefined;
  #isHeld = false;
  #released: Promise<void> = Promise.resolve();
  #release: () => void = () => undefined;

  constructor(readonly options: PublisherOptions) {}

  /** Notes what a change of the index concerns. */
  concern({ notes, topicsChanged }: Impact, gone: readonly NoteUri[]): void {
    if (notes.size === 0 && gone.length === 0 && !topicsChanged) return;
    for (const { uri } of notes) this.#due.add(uri);
    for (const uri of gone) this.#due.add(uri);
    this.#topicsChanged ||= topicsChanged;
    this.schedule();
  }

  /** All notes are due: settings or folders changed. */
  concernAll(): void {
    for (const note of this.options.store.index.notes()) this.#due.add(note.uri);
    for (const uri of this.#published.keys()) this.#due.add(uri);
    this.#topicsChanged = true;
    this.#everything = true;
    this.schedule();
  }

  /** Runs a pass once nothing has happened for a while, or once there has been no rest for too long. */
  schedule(): void {
    if (this.#isHeld) return;
    const now = Date.now();
    this.#waitingSince ??= now;
    clearTimeout(this.#timer);
    const rest = Math.max(0, Math.min(quietTime, this.#waitingSince + longestWait - now));
    this.#timer = setTimeout(() => void this.publish(), rest);
  }

  /** While notes are being read nothing is published: half an index would report what the other half answers. */
  hold(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    this.#released = new Promise((resolve) => {
      this.#release = resolve;
    });
    clearTimeout(this.#timer);
  }

  /** Publishes everything due; resolves when that is done. */
  release(): Promise<void> {
    this.#isHeld = false;
    this.#release();
    return this.publish();
  }

  /** Resolves when no notes are being read. */
  released(): Promise<void> {
    return this.#released;
  }

  /** Publishes everything due; passes follow one another. Never rejects. */
  publish(): Promise<void> {
    clearTimeout(this.#timer);
    this.#waitingSince = undefined;
    const failed = (error: unknown) =>
      this.options.report(`Publishing problems failed: ${error instanceof Error ? error.stack : error}`, "error");
    this.#timer = undefined;
    this.#passes++;
    this.#running = this.#running
      .then(() => this.#pass())
      .catch(failed)
      .finally(() => this.#passes--);
    return this.#running;
  }

  /** Whether everything was told that there is to tell. */
  get isAtRest(): boolean {
    return !this.#isHeld && this.#timer === undefined && this.#passes === 0 && this.#due.size === 0;
  }

  /** The problems that the client has, by the notes they are of. */
  *told(): Iterable<readonly [NoteUri, readonly Diagnostic[]]> {
    for (const [uri, { diagnostics }] of this.#published) yield [uri, diagnostics];
  }

  async #pass(): Promise<void> {
    const { store } = this.options;
    store.flush();
    await this.#confirm();
    for (const folder of store.folders) this.#noticeVault(folder);
    const due = this.#takeDue();
    let since = Date.now();
    for (const uri of due.notes) {
      this.#publishOne(uri);
      if (Date.now() - since < sliceTime) continue;
      await turn();
      since = Date.now();
    }
    if (due.notes.length > 0 || due.topicsChanged) this.options.changed(due.topicsChanged, due.everything ? "all" : due.notes);
  }

  #takeDue() {
    const isOpen = (uri: NoteUri) => this.options.store.documentOf(uri) !== undefined;
    const notes = [...this.#due].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
    const due = { notes, topicsChanged: this.#topicsChanged, everything: this.#everything };
    this.#due.clear();
    this.#topicsChanged = false;
    this.#everything = false;
    return due;
  }

  async #confirm(): Promise<void> {
    const { store } = this.options;
    for (const folder of store.folders) for (const uri of await confirmLinks(store, folder, this.#dueIn(folder))) this.#due.add(uri);
  }

  *#dueIn(folder: OpenFolder): Iterable<Note> {
    for (const uri of this.#due) {
      const note = this.options.store.index.note(uri);
      if (note?.folder === folder.uri) yield note;
    }
  }

  /** A folder that becomes a vault by its first wiki link, or ceases to be one, changes what is reported of all its notes. */
  #noticeVault(folder: OpenFolder): void {
    const isVault = reportsAll(folder);
    if (this.#wasVault.get(folder.uri) === isVault) return;
    this.#wasVault.set(folder.uri, isVault);
    for (const note of this.options.store.index.notes()) if (note.folder === folder.uri) this.#due.add(note.uri);
  }

  #publishOne(id: NoteUri): void {
    const { store, clientUri, send } = this.options;
    const note = store.index.note(id);
    const diagnostics = note ? this.diagnostics(note) : [];
    const before = this.#published.get(id);
    if (!before && diagnostics.length === 0) return;
    this.reported.replace(before?.diagnostics ?? [], diagnostics);
    const now = { uri: clientUri(id), diagnostics };
    // Opened, a document bears the client's own spelling; under the other one it would keep its problems for ever.
    if (before && before.uri !== now.uri) send(before.uri, undefined, []);
    if (diagnostics.length === 0) this.#published.delete(id);
    else this.#published.set(id, now);
    const known = before?.uri === now.uri ? before.diagnostics : [];
    if (!areSame(known, diagnostics)) send(now.uri, note && store.versionOf(note), diagnostics);
  }

  /**
   * The problems of a note as its folder's settings want them; none for a closed note where only open ones are reported. `problemsOf` works
   * them out where those that are known will not do.
   */
  diagnostics(note: Note, problemsOf = (rules: Rules) => this.options.store.problems.of(note, rules)): Diagnostic[] {
    const { store, clientUri } = this.options;
    const folder = store.folders.find(({ uri }) => uri === note.folder);
    if (!folder?.settings.enable || !isReported(store, folder, note.uri)) return [];
    return problemsOf(rulesOf(folder.settings)).map((problem) => toDiagnostic(note, problem, clientUri));
  }
}

interface Published {
  readonly uri: string;
  /** Never empty. */
  readonly diagnostics: Diagnostic[];
}

const areSame = (a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean =>
  a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b));

/** Whether the problems of a note of a folder are reported: it is open, or closed ones are reported as well. */
export const isReported = (store: NoteStore, folder: OpenFolder, uri: NoteUri): boolean =>
  store.documentOf(uri) !== undefined || reportsAll(folder);

/** Whether closed notes of the folder are reported as well. */
function reportsAll({ settings, isMarked, signs }: OpenFolder): boolean {
  const { scope } = settings.diagnostics;
  return scope === "vault" || (scope === "auto" && (isMarked || signs.size > 0));
}
