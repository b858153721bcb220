// Follows folders on a disk for clients that tell of no changed files. An event only says where to look: what is there is asked of the disk.
import { type FSWatcher, readdirSync, watch } from "node:fs";
import type { NoteUri } from "../core/note";
import { fsPathOf, uriBelow } from "../core/noteUri";
import type { WatchFolder, WatchOptions } from "./noteFiles";

/** Milliseconds: one change of a file gives several events. */
const rest = 100;

/** Follows a folder with all below it but folders behind links, until it is closed. */
export const watchFolder: WatchFolder = (root, options) => {
  const watching = new FolderWatch(root, options);
  watching.follow("");
  return watching;
};

/** Node makes one of many on Linux as well, and follows what is skipped with it: `node_modules` may have more folders than the system's limit. */
const isRecursive = process.platform === "win32" || process.platform === "darwin";

class FolderWatch {
  /** Path of a folder -> its watch. */
  readonly #watches = new Map<string, FSWatcher>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #isIncomplete = false;

  constructor(
    readonly root: NoteUri,
    readonly options: WatchOptions,
  ) {}

  /** Follows a folder and those in it; does nothing where there is none, or where it is followed already. */
  follow(path: string): void {
    if (this.#watches.has(path) || (path !== "" && this.options.skips(path))) return;
    const folder = fsPathOf(uriBelow(this.root, path));
    const inner = foldersIn(folder);
    if (!inner) return;
    try {
      const watcher = watch(folder, { persistent: false, recursive: isRecursive }, (_event, name) => this.#noticed(path, name));
      watcher.on("error", () => this.#forget(path));
      this.#watches.set(path, watcher);
    } catch (error) {
      this.#complain(error);
      return;
    }
    if (!isRecursive) for (const name of inner) this.follow(path === "" ? name : `${path}/${name}`);
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watches.values()) watcher.close();
    this.#watches.clear();
  }

  #noticed(folder: string, name: string | null): void {
    // A folder that is deleted names itself; the one around it tells of that as well.
    if (name === null || name === "") return;
    this.#changed.add(folder === "" ? slashed(name) : `${folder}/${slashed(name)}`);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), rest);
  }

  #tell(): void {
    const paths = [...this.#changed];
    this.#changed.clear();
    for (const path of paths) {
      // One that was replaced is another folder now. It is followed before it is read, so that nothing falls between.
      this.#forget(path);
      if (!isRecursive) this.follow(path);
    }
    this.options.onChange(paths.map((path) => uriBelow(this.root, path)));
  }

  #forget(path: string): void {
    for (const [known, watcher] of this.#watches) {
      if (known !== path && !known.startsWith(`${path}/`)) continue;
      watcher.close();
      this.#watches.delete(known);
    }
  }

  #complain(error: unknown): void {
    if (this.#isIncomplete) return;
    this.#isIncomplete = true;
    const reason = error instanceof Error ? error.message : error;
    this.options.report(`Not every change of files in ${fsPathOf(this.root)} will be noticed: ${reason}.`, "warning");
  }
}

/** Elsewhere than on Windows a backslash is a letter like others. */
const slashed = (name: string) => (process.platform === "win32" ? name.replaceAll("\\", "/") : name);

/** The names of the folders in a folder, links left out; undefined where there is no folder. */
function foldersIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch {
    return undefined;
  }
}
