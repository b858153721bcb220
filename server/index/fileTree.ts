// Every file of one workspace folder, notes or not: what a link to a path or an image can mean. Names only, no contents.
import { baseName, fold, folderOf } from "../core/key";
import { Multimap } from "./multimap";

/** The files of one folder, found by path or by name without regard to case, the exact spelling first. */
export class FileTree {
  /** Folded path -> paths as on disk: a case-sensitive disk may hold several. */
  readonly #paths = new Multimap<string, string>();
  readonly #names = new Multimap<string, string>();
  /** Folded folder path -> how many files lie directly or deeper in it. */
  readonly #folders = new Map<string, number>();

  /** Adds a file; returns whether it is new. */
  add(path: string): boolean {
    if (this.#paths.get(fold(path)).has(path)) return false;
    this.#paths.add(fold(path), path);
    this.#names.add(fold(baseName(path)), path);
    for (const folder of ancestors(path)) this.#folders.set(folder, (this.#folders.get(folder) ?? 0) + 1);
    return true;
  }

  /** Takes a file out; returns whether it was there. */
  remove(path: string): boolean {
    if (!this.#paths.get(fold(path)).has(path)) return false;
    this.#paths.delete(fold(path), path);
    this.#names.delete(fold(baseName(path)), path);
    for (const folder of ancestors(path)) {
      const count = (this.#folders.get(folder) ?? 1) - 1;
      if (count > 0) this.#folders.set(folder, count);
      else this.#folders.delete(folder);
    }
    return true;
  }

  /** The file at a path as spelled on disk: the exact one, else one that differs in case only. */
  find(path: string): string | undefined {
    const spelled = this.#paths.get(fold(path));
    return spelled.has(path) ? path : spelled.values().next().value;
  }

  /** Every file, as spelled on disk. */
  *all(): Iterable<string> {
    for (const [, paths] of this.#paths.entries()) yield* paths;
  }

  /** All files of a name, whatever their folder, without regard to case. */
  named(name: string): ReadonlySet<string> {
    return this.#names.get(fold(name));
  }

  /** Whether any file lies in the folder; `""` is the root. */
  hasFolder(path: string): boolean {
    return path === "" || this.#folders.has(fold(path));
  }
}

/** The folded paths of a file and of the folders it lies in: all that can appear or vanish with it. */
export function ancestors(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = fold(folderOf(path)); folder !== ""; folder = folderOf(folder)) folders.push(folder);
  return folders;
}
