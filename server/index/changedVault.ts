// The vault as a change would make it, before it is made: some notes read anew, some files elsewhere. What stays is asked of the vault itself.
import { baseName, fold } from "../core/key";
import type { Note, NoteUri, Reference } from "../core/note";
import { FileTree, type KnownFiles } from "./fileTree";
import { type Key, offersOf } from "./keys";
import { Multimap } from "./multimap";
import { type Lookup, resolve } from "./resolve";
import type { Resolution, Vault, VaultFolder } from "./vault";

/** A file of a workspace folder that gets another path in it. */
export interface FileMove {
  readonly folder: NoteUri;
  readonly from: string;
  readonly to: string;
}

/** What becomes of the files of a vault, notes or not. */
export interface FileChanges {
  readonly moves: readonly FileMove[];
  /** Notes whose files go away. */
  readonly gone?: readonly Pick<Note, "uri" | "folder" | "path">[];
}

/** What references would mean after a change. */
export interface ChangedVault {
  readonly folders: readonly VaultFolder[];
  /** What a reference of a note, as the note would be, would mean. */
  resolve(note: Note, reference: Reference): Resolution;
}

/** `notes` are those that change, by the URI they have now, each as it would be; one whose file moves has its new path and URI. */
export function changedVault(vault: Vault, notes: ReadonlyMap<NoteUri, Note>, { moves, gone = [] }: FileChanges): ChangedVault {
  const holders = new Multimap<Key, Note>();
  for (const note of notes.values()) for (const key of offersOf(note)) holders.add(key, note);
  const old = new Set([...notes.keys(), ...gone.map(({ uri }) => uri)]);
  const folders = vault.folders.map((folder) => {
    const its = moves.filter((move) => move.folder === folder.uri);
    const left = [...its.map(({ from }) => from), ...gone.flatMap((it) => (it.folder === folder.uri ? [it.path] : []))];
    return left.length === 0 ? folder : { ...folder, files: new MovedFiles(folder.files, left, its) };
  });
  const lookup: Lookup = {
    folders,
    papers: vault.papers,
    folderOf: (note) => folders.find(({ uri }) => uri === note.folder),
    holders(key) {
      const changed = holders.get(key);
      const before = vault.holders(key);
      const isSame = changed.size === 0 && ![...before].some(({ uri }) => old.has(uri));
      return isSame ? before : new Set([...[...before].filter(({ uri }) => !old.has(uri)), ...changed]);
    },
  };
  return { folders, resolve: (note, reference) => resolve(lookup, note, reference) };
}

/** The files of a folder with some of them elsewhere or gone. */
class MovedFiles implements KnownFiles {
  readonly #left = new FileTree();
  readonly #come = new FileTree();

  constructor(
    readonly before: KnownFiles,
    left: readonly string[],
    moves: readonly FileMove[],
  ) {
    for (const path of left) this.#left.add(path);
    for (const { to } of moves) this.#come.add(to);
  }

  find(path: string): string | undefined {
    const [come, stayed] = [this.#come.find(path), this.before.find(path)];
    // Of one that left another may be there that differs in case: it has the same name.
    const staying = stayed !== undefined && this.#hasLeft(stayed) ? this.#stayingLike(stayed) : stayed;
    return come === path || staying === undefined ? come : staying;
  }

  named(name: string): ReadonlySet<string> {
    return new Set([...[...this.before.named(name)].filter((path) => !this.#hasLeft(path)), ...this.#come.named(name)]);
  }

  hasFolder(path: string): boolean {
    return path === "" || this.#come.hasFolder(path) || (this.before.hasFolder(path) && !this.#isLeft(path));
  }

  findFolder(path: string): string | undefined {
    if (path === "") return path;
    return this.#come.findFolder(path) ?? (this.#isLeft(path) ? undefined : this.before.findFolder(path));
  }

  below(folder: string): readonly string[] {
    return [...this.before.below(folder).filter((path) => !this.#hasLeft(path)), ...this.#come.below(folder)];
  }

  countBelow(path: string): number {
    return this.before.countBelow(path) - this.#left.countBelow(path) + this.#come.countBelow(path);
  }

  #hasLeft(path: string): boolean {
    return this.#left.find(path) === path;
  }

  #stayingLike(path: string): string | undefined {
    return [...this.before.named(baseName(path))].find((it) => fold(it) === fold(path) && !this.#hasLeft(it));
  }

  /** Whether all files of a folder have left it. */
  #isLeft(path: string): boolean {
    const left = this.#left.countBelow(path);
    return left > 0 && left >= this.before.countBelow(path);
  }
}
