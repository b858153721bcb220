// What notes have in common besides their words: topics, papers, the folder.
import { folderOf } from "../../core/key";

/** Things that notes have, such as topics or papers: rare ones in common say more. */
export class Shared {
  readonly #things: (readonly string[] | undefined)[] = [];
  readonly #notes = new Map<string, Set<number>>();

  put(note: number, things: readonly string[]): void {
    this.remove(note);
    const distinct = [...new Set(things)];
    this.#things[note] = distinct;
    for (const thing of distinct) {
      const known = this.#notes.get(thing);
      if (known) known.add(note);
      else this.#notes.set(thing, new Set([note]));
    }
  }

  remove(note: number): void {
    for (const thing of this.#things[note] ?? []) {
      const known = this.#notes.get(thing);
      known?.delete(note);
      if (known?.size === 0) this.#notes.delete(thing);
    }
    this.#things[note] = undefined;
  }

  of(note: number): readonly string[] {
    return this.#things[note] ?? [];
  }

  having(thing: string): ReadonlySet<number> {
    return this.#notes.get(thing) ?? nothing;
  }

  /** How telling it is to have a thing, among so many notes. */
  idf(thing: string, size: number): number {
    return Math.log(1 + size / Math.max(1, this.having(thing).size));
  }

  /** The cosine of what a note has and some things. */
  cosine(things: ReadonlySet<string>, note: number, size: number): number {
    const its = this.of(note);
    if (things.size === 0 || its.length === 0) return 0;
    const square = (sum: number, thing: string) => sum + this.idf(thing, size) ** 2;
    const common = its.filter((thing) => things.has(thing)).reduce(square, 0);
    return common === 0 ? 0 : common / Math.sqrt([...things].reduce(square, 0) * its.reduce(square, 0));
  }
}

const nothing: ReadonlySet<number> = new Set();

/** How much of their way from the root two folders share, from 0 to 1. */
export function folderCloseness(a: readonly string[], b: readonly string[]): number {
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return common === 0 ? 0 : (2 * common) / (a.length + b.length);
}

/** The names of the folders on the way to a file. In Dendron dots part what slashes part elsewhere. */
export function foldersOf(path: string): readonly string[] {
  const folder = folderOf(path);
  return folder === "" ? [] : folder.split("/");
}
