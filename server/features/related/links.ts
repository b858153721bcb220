// Which notes are linked with which, in either direction, and what the links of similar notes say about the others.

/** Links of notes by number. A link of a note to itself is none. */
export class Links {
  readonly #from = new Map<number, readonly number[]>();
  readonly #to = new Map<number, Set<number>>();

  /** Puts the links of a note in place of those it had. */
  put(note: number, targets: Iterable<number>): void {
    for (const target of this.#from.get(note) ?? []) this.#to.get(target)?.delete(note);
    const now = [...new Set(targets)].filter((target) => target !== note);
    if (now.length > 0) this.#from.set(note, now);
    else this.#from.delete(note);
    for (const target of now) {
      const sources = this.#to.get(target);
      if (sources) sources.add(note);
      else this.#to.set(target, new Set([note]));
    }
  }

  /** Takes a note's own links out, and what links to it. */
  remove(note: number): void {
    this.put(note, []);
    for (const source of this.#to.get(note) ?? []) {
      const left = (this.#from.get(source) ?? []).filter((target) => target !== note);
      this.#from.set(source, left);
    }
    this.#to.delete(note);
  }

  linkedFrom(note: number): readonly number[] {
    return this.#from.get(note) ?? [];
  }

  linkingTo(note: number): ReadonlySet<number> {
    return this.#to.get(note) ?? nothing;
  }

  /** The notes linked with one either way, each once. */
  around(note: number): ReadonlySet<number> {
    const sources = this.#to.get(note);
    const around = new Set(this.#from.get(note));
    for (const source of sources ?? []) around.add(source);
    return around;
  }
}

const nothing: ReadonlySet<number> = new Set();

/** A note and how close it is. */
export interface Near {
  readonly note: number;
  readonly closeness: number;
}

/** The closest first; equals by their number, so that no order depends on chance. */
export const nearestFirst = (a: Near, b: Near): number => b.closeness - a.closeness || a.note - b.note;

/**
 * Spreads the closeness of some notes over their links: what many close notes are linked with is close, too. A note with many links
 * passes less on to each. `doubt` is a closeness that leads nowhere: without it a single note, however far off, would pass on as much as
 * many close ones. The links of `self` stay out of it: what is sought is whom its author would link.
 */
export function spread(links: Links, near: readonly Near[], self: number | undefined, doubt: number): Map<number, number> {
  const reached = new Map<number, number>();
  let whole = doubt;
  for (const { closeness } of near) whole += closeness * closeness;
  if (whole === 0) return reached;
  for (const { note, closeness } of near) {
    const around = links.around(note);
    const others = self !== undefined && around.has(self) ? around.size - 1 : around.size;
    const share = (closeness * closeness) / whole / Math.log(2 + others);
    for (const other of around) if (other !== self) reached.set(other, (reached.get(other) ?? 0) + share);
  }
  return reached;
}
