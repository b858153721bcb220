// A disk in memory whose folders move, turn into files and deny themselves; each deed tells the places where a watcher would see something.
import fc from "fast-check";
import type { NoteUri } from "../server/core/note";
import { pathBelow } from "../server/core/noteUri";
import type { Entry } from "../server/host/noteFiles";
import { type Draft, drafts, farApart, textOf } from "./indexText";
import { MemoryFiles } from "./memoryFiles";

/** Two of them differ in case only, one is now a file and now a folder, and some lie where nobody looks. */
const notePaths = ["a.md", "A.md", "b.md", "sub/a.md", "sub/deep/c.md", "x/a.md", "x.md", "x.md/in.md", "out/o.md", "node_modules/p.md"];
const otherPaths = ["plot.png", "img/plot.png", "sub/data.csv", "node_modules/p/x.png", "sub"];
const folderPaths = ["sub", "sub/deep", "x", "x.md", "img", "out", "node_modules"];

/** A file of rules or of papers, with all that is ever written into it. */
const rules: readonly (readonly [path: string, text: string])[] = [
  [".gitignore", "out/\n"],
  [".gitignore", "a.md\n"],
  [".gitignore", ""],
  ["sub/.gitignore", "deep/\n"],
  ["sub/.gitignore", "*\n!.gitignore\n"],
  [".quaestio.json", "{}"],
  [".quaestio.json", '{ "notes": { "exclude": ["x/**"] } }'],
  ["p.bib", "@misc{key, title={One}}"],
  ["sub/q.bib", "@misc{kay, title={Two}}"],
];

export type Deed =
  | { readonly kind: "write"; readonly path: string; readonly draft: Draft }
  | { readonly kind: "put"; readonly path: string; readonly text: string }
  | { readonly kind: "delete"; readonly path: string }
  | { readonly kind: "move"; readonly path: string; readonly to: string }
  | { readonly kind: "deny" | "grant"; readonly path: string };

const words = { ...farApart, targets: [...farApart.targets, "node_modules/p/x.png", "out/o", "sub/data.csv"] };

function kind(name: Deed["kind"], fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Deed> {
  return fc.record({ kind: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<Deed>;
}

export const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: kind("write", { path: fc.constantFrom(...notePaths), draft: drafts(words) }) },
  { weight: 2, arbitrary: kind("put", { path: fc.constantFrom(...otherPaths), text: fc.constant("") }) },
  { weight: 2, arbitrary: fc.constantFrom(...rules).map(([path, text]): Deed => ({ kind: "put", path, text })) },
  { weight: 3, arbitrary: kind("delete", { path: fc.constantFrom(...notePaths, ...folderPaths, ...rules.map(([path]) => path)) }) },
  {
    weight: 3,
    arbitrary: kind("move", {
      path: fc.constantFrom(...folderPaths, ...notePaths),
      to: fc.constantFrom(...folderPaths, ...notePaths),
    }),
  },
  { weight: 1, arbitrary: kind("deny", { path: fc.constantFrom(...notePaths, ...folderPaths) }) },
  { weight: 1, arbitrary: kind("grant", { path: fc.constantFrom(...notePaths, ...folderPaths) }) },
);

export class OddDisk extends MemoryFiles {
  readonly #denied = new Set<string>();

  /** Does it; returns the places where something appeared, changed or vanished, a folder that moved as one. */
  happen(deed: Deed): readonly string[] {
    switch (deed.kind) {
      case "write":
        return this.#put(deed.path, textOf(deed.draft));
      case "put":
        return this.#put(deed.path, deed.text);
      case "delete":
        return this.#delete(deed.path);
      case "move":
        return this.#move(deed.path, deed.to);
      case "deny":
        this.#denied.add(deed.path);
        return [deed.path];
      case "grant":
        return this.#denied.delete(deed.path) ? [deed.path] : [];
    }
  }

  #put(path: string, text: string): readonly string[] {
    const made = foldersAbove(path).filter((folder) => this.fileAt(folder) !== undefined);
    for (const file of [...made, ...this.below(path)]) this.delete(file);
    this.write(path, text);
    return [...made, path];
  }

  #delete(path: string): readonly string[] {
    const gone = [...(this.fileAt(path) === undefined ? [] : [path]), ...this.below(path)];
    for (const file of gone) this.delete(file);
    return gone.length > 0 ? [path] : [];
  }

  #move(path: string, to: string): readonly string[] {
    const moved = [...(this.fileAt(path) === undefined ? [] : [path]), ...this.below(path)];
    if (moved.length === 0 || `${to}/`.startsWith(`${path}/`) || `${path}/`.startsWith(`${to}/`)) return [];
    const texts = moved.map((file) => [`${to}${file.slice(path.length)}`, this.fileAt(file) ?? ""] as const);
    for (const file of [...moved, ...this.below(to)]) this.delete(file);
    return [path, ...texts.flatMap(([file, text]) => this.#put(file, text).slice(0, -1)), to];
  }

  override async readFolder(folder: NoteUri): Promise<readonly Entry[]> {
    if (this.#isDenied(folder)) throw new Error(`The folder ${folder} cannot be listed: permission denied.`);
    return super.readFolder(folder);
  }

  override async readFile(uri: NoteUri) {
    return this.#isDenied(uri)
      ? { unreadable: "This file cannot be read: permission denied.", modified: 0, size: -1 }
      : super.readFile(uri);
  }

  override async stampOf(uri: NoteUri) {
    return this.#isBelowDenied(uri) ? undefined : super.stampOf(uri);
  }

  override async kindOf(uri: NoteUri) {
    return this.#isBelowDenied(uri) ? undefined : super.kindOf(uri);
  }

  #isDenied(uri: NoteUri): boolean {
    return this.#denied.has(pathBelow(this.root, uri) ?? "") || this.#isBelowDenied(uri);
  }

  #isBelowDenied(uri: NoteUri): boolean {
    return foldersAbove(pathBelow(this.root, uri) ?? "").some((folder) => this.#denied.has(folder));
  }
}

export function foldersAbove(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
