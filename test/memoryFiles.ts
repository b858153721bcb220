// A folder of files in memory, behind the file port.
import type { NoteUri } from "../server/core/note";
import { pathBelow } from "../server/core/noteUri";
import type { Entry, FileText, NoteFiles, Stamp } from "../server/host/noteFiles";

export class MemoryFiles implements NoteFiles {
  readonly #files = new Map<string, { readonly text: string; readonly modified: number }>();
  #clock = 1_700_000_000_000;
  /** How many files were read. */
  reads = 0;
  readonly atOnce = 1;

  constructor(readonly root: NoteUri) {}

  write(path: string, text: string): void {
    this.#files.set(path, { text, modified: this.#clock++ });
  }

  delete(path: string): void {
    this.#files.delete(path);
  }

  /** The text of a file; undefined where there is none. */
  fileAt(path: string): string | undefined {
    return this.#files.get(path)?.text;
  }

  /** The files in a folder and deeper; `""` is all of them. */
  below(folder: string): readonly string[] {
    return [...this.#files.keys()].filter((path) => folder === "" || path.startsWith(`${folder}/`));
  }

  async readFolder(folder: NoteUri): Promise<readonly Entry[]> {
    const inside = [...this.#files.keys()].flatMap((path) => pathBelow(folder, `${this.root}/${path}` as NoteUri) ?? []);
    const entries = inside.map((path): Entry => {
      const slash = path.indexOf("/");
      return { name: slash < 0 ? path : path.slice(0, slash), kind: slash < 0 ? "file" : "folder", isLink: false };
    });
    return [...new Map(entries.map((entry) => [`${entry.kind} ${entry.name}`, entry])).values()];
  }

  async readFile(uri: NoteUri): Promise<FileText> {
    this.reads++;
    const file = this.#files.get(this.#pathOf(uri));
    if (!file) return { unreadable: "This file cannot be read: no such file.", modified: 0, size: -1 };
    return { ...file, size: file.text.length };
  }

  async stampOf(uri: NoteUri): Promise<Stamp | undefined> {
    const file = this.#files.get(this.#pathOf(uri));
    return file && { modified: file.modified, size: file.text.length };
  }

  async kindOf(uri: NoteUri): Promise<Entry["kind"] | undefined> {
    const path = this.#pathOf(uri);
    if (this.#files.has(path)) return "file";
    return [...this.#files.keys()].some((it) => path === "" || it.startsWith(`${path}/`)) ? "folder" : undefined;
  }

  async isReadOnly(): Promise<boolean> {
    return false;
  }

  async realPath(folder: NoteUri): Promise<string> {
    return folder;
  }

  #pathOf(uri: NoteUri): string {
    return pathBelow(this.root, uri) ?? "";
  }
}
