// Every file of one workspace folder, notes or not: what a link to a path or an image can mean. Names only, no contents.
import { baseName, fold, folderOf } from "../core/key";
import { Multimap } from "./multimap";

/** What a reference may ask of the files of a folder. */
export type KnownFiles = Pick<FileTree, "find" | "below" | "named" | "hasFolder" | "findFolder" | "countBelow">;

/** The files of one folder, found by path or by name without regard to case, the exact spelling first. */
export class FileTree {
  /** Folded path -> paths as on disk: a case-sensitive disk may hold several. */
  readonly #paths = new Multimap<string, string>();
  readonly #names = new Multimap<string, string>();
  /** Folded folder path -> its spellings on disk, each with how many files lie directly or deeper in it. */
  readonly #folders = new Map<string, Map<string, number>>();

  /** Adds a file; returns whether it is new. */
  add(path: string): boolean {
    if (this.#paths.get(fold(path)).has(path)) return false;
    this.#paths.add(fold(path), path);
    this.#names.add(fold(baseName(path)), path);
    for (const folder of foldersAround(path)) this.#count(folder, 1);
    return true;
  }

  /** Takes a file out; returns whether it was there. */
  remove(path: string): boolean {
    if (!this.#paths.get(fold(path)).has(path)) return false;
    this.#paths.delete(fold(path), path);
    this.#names.delete(fold(baseName(path)), path);
    for (const folder of foldersAround(path)) this.#count(folder, -1);
    return true;
  }

  #count(folder: string, by: number): void {
    const spellings = this.#folders.get(fold(folder)) ?? new Map<string, number>();
    const count = (spellings.get(folder) ?? 0) + by;
    if (count > 0) this.#folders.set(fold(folder), spellings.set(folder, count));
    else if (spellings.delete(folder) && spellings.size === 0) this.#folders.delete(fold(folder));
  }

  /** The file at a path as spelled on disk: the exact one, else one that differs in case only. */
  find(path: string): string | undefined {
    const spelled = this.#paths.get(fold(path));
    return spelled.has(path) ? path : first(spelled);
  }

  /** The files and folders at a path by all the spellings that they were found by. */
  spellings(path: string): Iterable<string> {
    return [...this.#paths.get(fold(path)), ...(this.#folders.get(fold(path))?.keys() ?? [])];
  }

  /** Every file, as spelled on disk. */
  *all(): Iterable<string> {
    for (const [, paths] of this.#paths.entries()) yield* paths;
  }

  /** The files in a folder and deeper, by its very spelling. */
  below(folder: string): readonly string[] {
    return this.hasFolder(folder) ? [...this.all()].filter((path) => path.startsWith(`${folder}/`)) : [];
  }

  /** All files of a name, whatever their folder, without regard to case. */
  named(name: string): ReadonlySet<string> {
    return this.#names.get(fold(name));
  }

  /** Whether any file lies in the folder, whatever its case; `""` is the root. */
  hasFolder(path: string): boolean {
    return path === "" || this.#folders.has(fold(path));
  }

  /** How many files lie in a folder or deeper, whatever its case. */
  countBelow(path: string): number {
    return [...(this.#folders.get(fold(path))?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  }

  /** A folder as spelled on disk: the exact one, else one that differs in case only. */
  findFolder(path: string): string | undefined {
    const spellings = this.#folders.get(fold(path));
    return path === "" || spellings?.has(path) ? path : spellings && first(spellings.keys());
  }
}

/** Of several spellings always the same, whatever came first. */
const first = (spellings: Iterable<string>): string | undefined => [...spellings].sort()[0];

/** The folders that a file lies in, as spelled. */
export function foldersAround(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) folders.push(folder);
  return folders;
}

/** The folded paths of the folders a file lies in: all that can appear or vanish with it. */
export function ancestors(path: string): readonly string[] {
  return foldersAround(path).map(fold);
}
