// Which notes are linked with which, in either direction, and what the links of similar notes say about the others.
import { greatest } from "./greatest";
import { NumberLists } from "./numberLists";

/** Links of notes by number. A link of a note to itself is none. */
export class Links {
  readonly #from = new NumberLists();
  readonly #to = new NumberLists();

  get bytes(): number {
    return this.#from.bytes + this.#to.bytes;
  }

  /** Puts the links of a note in place of those it had. */
  put(note: number, targets: Iterable<number>): void {
    const old = this.#from.get(note).slice();
    const now = Uint32Array.from(new Set(targets))
      .filter((target) => target !== note)
      .sort();
    for (const target of old) if (!now.includes(target)) this.#to.delete(target, note);
    for (const target of now) if (!old.includes(target)) this.#to.set(target, note);
    this.#from.replace(note, now);
  }

  /** Takes a note's own links out, and what links to it. */
  remove(note: number): void {
    this.put(note, []);
    for (const source of this.#to.get(note).slice()) {
      this.#from.delete(source, note);
      this.#to.delete(note, source);
    }
  }

  /** Whether a note links to any other. */
  hasAny(from: number): boolean {
    return this.#from.length(from) > 0;
  }

  /** How many notes link to one. */
  incoming(note: number): number {
    return this.#to.length(note);
  }

  hasLink(from: number, to: number): boolean {
    return this.#from.find(from, to, 0) !== undefined;
  }

  areLinked(a: number, b: number): boolean {
    return this.hasLink(a, b) || this.hasLink(b, a);
  }

  /** The notes linked with one either way, each once, ascending. */
  around(note: number): Uint32Array {
    return united(this.#from.get(note), this.#to.get(note));
  }

  /** How many notes are linked with one; twice those that are both ways. */
  degree(note: number): number {
    return this.#from.length(note) + this.#to.length(note);
  }
}

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
 * many close ones. The links of `self` stay out of it: what is sought is whom its author would link. Returns the `most` that are reached
 * most, by note.
 */
export function spread(
  links: Links,
  near: readonly Near[],
  self: number | undefined,
  { doubt, most }: Spreading,
): ReadonlyMap<number, number> {
  const reached = new Map<number, number>();
  let whole = doubt;
  for (const { closeness } of near) whole += closeness * closeness;
  if (whole === 0) return reached;
  for (const { note, closeness } of near) {
    const around = links.around(note);
    const others = self !== undefined && links.areLinked(note, self) ? around.length - 1 : around.length;
    const share = (closeness * closeness) / whole / Math.log(2 + others);
    for (const other of around) if (other !== self) reached.set(other, (reached.get(other) ?? 0) + share);
  }
  if (reached.size <= most) return reached;
  const notes = Uint32Array.from(reached.keys()).sort();
  const shares = Float64Array.from(notes, (note) => reached.get(note) as number);
  return new Map(greatest(shares, most).map((at) => [notes[at] as number, shares[at] as number]));
}

/** Two ascending lists as one. */
function united(a: Uint32Array, b: Uint32Array): Uint32Array {
  const all = new Uint32Array(a.length + b.length);
  let end = 0;
  for (let mine = 0, its = 0; mine < a.length || its < b.length; end++) {
    const first = mine < a.length ? (a[mine] as number) : Number.POSITIVE_INFINITY;
    const second = its < b.length ? (b[its] as number) : Number.POSITIVE_INFINITY;
    all[end] = Math.min(first, second);
    if (first <= second) mine++;
    if (second <= first) its++;
  }
  return all.subarray(0, end);
}

export interface Spreading {
  readonly doubt: number;
  readonly most: number;
}
