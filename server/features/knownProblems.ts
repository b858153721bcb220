// The problems of notes, worked out once and kept until a change can have altered them: lists of notes ask for them again and again.
import type { Note, NoteUri, Problem, ProblemCode } from "../core/note";
import type { Vault } from "../index/vault";
import { diagnosticsOf, type Rules } from "./diagnostics";

interface Known {
  readonly note: Note;
  readonly rules: Rules;
  readonly problems: readonly Problem[];
}

/** Belongs to a vault's only writer, who has to tell it what every change concerns. */
export class KnownProblems {
  readonly #known = new Map<NoteUri, Known>();
  /** How many problems of a code each note is known to have; open questions are none. */
  readonly #counts = new Map<ProblemCode, Map<NoteUri, number>>();

  constructor(readonly vault: Vault) {}

  /** See `diagnosticsOf`. The same `rules` are the same object: see `rulesOf`. */
  of(note: Note, rules: Rules): readonly Problem[] {
    const known = this.get(note, rules);
    if (known) return known;
    const problems = diagnosticsOf(this.vault, note, rules);
    if (this.vault.note(note.uri) === note) this.take(note, rules, problems);
    return problems;
  }

  /** The problems of a note where they are known. */
  get(note: Note, rules: Rules): readonly Problem[] | undefined {
    const known = this.#known.get(note.uri);
    return known?.note === note && known.rules === rules && known.problems.every(this.#pointsRight) ? known.problems : undefined;
  }

  /** Places in other notes are those of the versions that were looked at. */
  readonly #pointsRight = ({ related }: Problem): boolean =>
    related === undefined || related.every(({ note }) => this.vault.note(note.uri) === note);

  /** Whether one of a note's links may lead nowhere, as far as is known; where that is not reported it makes no difference. */
  mayMiss(note: Note, rules: Rules): boolean {
    return this.get(note, rules)?.some(({ code }) => code === "broken-reference") ?? true;
  }

  /** The notes that were last known to have problems of a code, and how many each has; questions that are asked on purpose do not count. */
  countsOf(code: ProblemCode): ReadonlyMap<NoteUri, number> {
    return this.#counts.get(code) ?? new Map();
  }

  /** Takes over what is known from elsewhere. */
  take(note: Note, rules: Rules, problems: readonly Problem[]): void {
    this.#uncount(note.uri);
    this.#known.set(note.uri, { note, rules, problems: problems.length === 0 ? none : problems });
    for (const { code, data } of problems) if (!data?.openQuestion) this.#count(code, note.uri);
  }

  /** Forgets the problems of notes that a change concerns. */
  concern(uris: Iterable<NoteUri>): void {
    for (const uri of uris) {
      this.#uncount(uri);
      this.#known.delete(uri);
    }
  }

  /** Forgets all: folders or many notes changed. */
  clear(): void {
    this.#known.clear();
    this.#counts.clear();
  }

  #count(code: ProblemCode, uri: NoteUri): void {
    const counts = this.#counts.get(code) ?? new Map<NoteUri, number>();
    this.#counts.set(code, counts.set(uri, (counts.get(uri) ?? 0) + 1));
  }

  #uncount(uri: NoteUri): void {
    for (const { code } of this.#known.get(uri)?.problems ?? none) this.#counts.get(code)?.delete(uri);
  }
}

const none: readonly Problem[] = [];
