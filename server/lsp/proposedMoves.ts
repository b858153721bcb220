// The moves of files in the last edit that was proposed: editors ask about those as well when they make them.
import type { NoteUri } from "../core/note";

type Move = readonly [NoteUri, NoteUri];

/** Remembers them for as long as it takes a person to look at the edit. */
export class ProposedMoves {
  #known = new Set<string>();
  #until = 0;

  constructor(readonly now: () => number) {}

  remember(moves: readonly Move[]): void {
    this.#known = new Set(moves.map(lineOf));
    this.#until = this.now() + longestLook;
  }

  /** Whether moves are those that were proposed; they are forgotten then. */
  recall(moves: readonly Move[]): boolean {
    const isKnown = moves.length > 0 && this.now() < this.#until && moves.every((it) => this.#known.has(lineOf(it)));
    if (isKnown) this.#known.clear();
    return isKnown;
  }
}

const lineOf = ([from, to]: Move) => `${from}\n${to}`;
/** Milliseconds. */
const longestLook = 60_000;
