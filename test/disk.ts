// Folders of files that people edit, rename and move, as the changes of an index that follows them.
import fc from "fast-check";
import { parseBibliography } from "../server/core/bibliography";
import type { NoteUri } from "../server/core/note";
import { uriBelow } from "../server/core/noteUri";
import { unreadableNote } from "../server/core/parseNote";
import type { Impact } from "../server/index/impact";
import type { VaultIndex } from "../server/index/vaultIndex";
import { closeBy, type Draft, drafts, farApart, folders, noteAt, textOf } from "./indexText";

const notePaths = [
  "a.md",
  "A.md",
  "b.md",
  "sub/a.md",
  "sub/index.md",
  "x/a.md",
  "x/README.md",
  "C# tips.md",
  "caf\u00e9.md",
  "cafe\u0301.md",
];
const filePaths = ["plot.png", "PLOT.png", "img/plot.png", "sub/data.csv", "a"];
const bibliographyPaths = ["p.bib", "x/q.bib"];
const entries = [
  "@misc{key, title={One}}",
  "@misc{key, eprint={2505.24298}}",
  "@misc{kay, doi={10.1000/x}, eprint={2505.24298}}",
  "@misc{other, ids={kay}, doi={10.1000/x}}",
  "@misc{broken, title={x} year={2}}",
];
const dirs = ["sub", "x", "img", "deep/sub"];

const words = {
  titles: [...farApart.titles, ...closeBy.titles, "Café"],
  targets: [...farApart.targets, ...closeBy.targets, "/a", "X/A", "café", "PLOT.png", "sub/data.csv", "index", "a#one"],
};

/** What a person does to the files of a workspace. */
export type Deed =
  | { readonly kind: "write"; readonly folder: NoteUri; readonly path: string; readonly draft: Draft; readonly only: keyof Draft | null }
  | { readonly kind: "describe"; readonly folder: NoteUri; readonly path: string; readonly entries: readonly string[] }
  | { readonly kind: "damage"; readonly folder: NoteUri; readonly path: string }
  | { readonly kind: "exclude"; readonly folder: NoteUri; readonly path: string }
  | { readonly kind: "delete"; readonly folder: NoteUri; readonly path: string }
  | { readonly kind: "create"; readonly folder: NoteUri; readonly path: string }
  | { readonly kind: "rename"; readonly folder: NoteUri; readonly path: string; readonly into: NoteUri; readonly to: string }
  | { readonly kind: "move"; readonly folder: NoteUri; readonly path: string; readonly to: string }
  | { readonly kind: "clear"; readonly folder: NoteUri; readonly path: string }
  | { readonly kind: "open"; readonly folder: NoteUri; readonly isObsidian: boolean }
  | { readonly kind: "close"; readonly folder: NoteUri };

const folder = fc.constantFrom(...[0, 0, 0, 1].map((index) => folders[index] as NoteUri));
const notePath = fc.constantFrom(...notePaths);
const anyPath = fc.constantFrom(...notePaths, ...filePaths, ...bibliographyPaths);
const dir = fc.constantFrom(...dirs);
const pieces = ["title", "heading", "type", "aliases", "summary", "sources", "related", "parts", "links", "markdown", "cited"] as const;

/** Deeds of one kind. */
function kind<K extends Deed["kind"]>(
  name: K,
  fields: { [P in Exclude<keyof DeedOf<K>, "kind">]: fc.Arbitrary<DeedOf<K>[P]> },
): fc.Arbitrary<Deed> {
  return fc.record({ kind: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<Deed>;
}

type DeedOf<K extends Deed["kind"]> = Extract<Deed, { readonly kind: K }>;

/** Mostly writing, because only what is written can be moved about. */
export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    {
      weight: 14,
      arbitrary: kind("write", {
        folder,
        path: notePath,
        draft: drafts(words),
        only: fc.option(fc.constantFrom<keyof Draft>(...pieces), { freq: 2 }),
      }),
    },
    { weight: 3, arbitrary: kind("rename", { folder, path: anyPath, into: folder, to: anyPath }) },
    { weight: 2, arbitrary: kind("move", { folder, path: dir, to: dir }) },
    { weight: 1, arbitrary: kind("clear", { folder, path: dir }) },
    { weight: 3, arbitrary: kind("create", { folder, path: anyPath }) },
    { weight: 2, arbitrary: kind("delete", { folder, path: anyPath }) },
    { weight: 1, arbitrary: kind("exclude", { folder, path: notePath }) },
    { weight: 3, arbitrary: kind("describe", { folder, path: fc.constantFrom(...bibliographyPaths), entries: fc.subarray(entries) }) },
    { weight: 1, arbitrary: kind("damage", { folder, path: notePath }) },
    { weight: 1, arbitrary: kind("open", { folder, isObsidian: fc.boolean() }) },
    { weight: 1, arbitrary: kind("close", { folder }) },
  ),
  { minLength: 1, maxLength: 16 },
);

/** One change of the index; `all` where whoever makes it has to look at every note again. */
export type Change = () => Impact | "all";

/** The files of a workspace, and what of them is a note. */
export class Disk {
  /** The texts of notes and bibliographies and, for other files, undefined. */
  readonly #files = new Map<NoteUri, { readonly folder: NoteUri; readonly path: string; readonly text: string | undefined }>();
  readonly #drafts = new Map<NoteUri, Draft>();

  constructor(readonly index: VaultIndex) {}

  /** The changes of the index that follow a deed, to be made one by one. */
  changesOf(deed: Deed): readonly Change[] {
    switch (deed.kind) {
      case "write":
        return this.#written(deed.folder, deed.path, this.#drafted(uriBelow(deed.folder, deed.path), deed.draft, deed.only));
      case "describe":
        return this.#written(deed.folder, deed.path, deed.entries.join("\n"));
      case "damage":
        return this.#written(deed.folder, deed.path, damaged);
      case "create":
        return this.#written(deed.folder, deed.path, deed.path.endsWith(".md") ? "" : undefined);
      case "exclude":
        return [() => this.index.remove(uriBelow(deed.folder, deed.path))];
      case "delete":
        return this.#vanished(deed.folder, deed.path);
      case "rename":
        return this.#renamed(deed.folder, deed.path, deed.into, deed.to);
      case "move":
        return this.#below(deed.folder, deed.path).flatMap((path) =>
          this.#renamed(deed.folder, path, deed.folder, `${deed.to}${path.slice(deed.path.length)}`),
        );
      case "clear":
        return this.#below(deed.folder, deed.path).flatMap((path) => this.#vanished(deed.folder, path));
      case "open":
        return this.#opened(deed.folder, deed.isObsidian);
      case "close":
        return [this.#closed(deed.folder)];
    }
  }

  /** Writing changes one piece of what stands there, so that two versions have most in common. */
  #drafted(uri: NoteUri, draft: Draft, only: keyof Draft | null): string {
    const before = this.#drafts.get(uri);
    const now = before && only !== null ? { ...before, [only]: draft[only] } : draft;
    this.#drafts.set(uri, now);
    return textOf(now);
  }

  #written(of: NoteUri, path: string, text: string | undefined): readonly Change[] {
    this.#files.set(uriBelow(of, path), { folder: of, path, text });
    return this.index.folders.some((it) => it.uri === of) ? this.#read(of, path, text) : [];
  }

  #read(of: NoteUri, path: string, text: string | undefined): readonly Change[] {
    const about = { uri: uriBelow(of, path), folder: of, path, modified: 0 };
    if (path.endsWith(".bib"))
      return [() => this.index.putFile(of, path), () => this.index.putBibliography(parseBibliography(about, text ?? ""))];
    const note = text === undefined ? undefined : text === damaged ? unreadableNote(about, "No text.") : noteAt(of, path, text);
    return [() => this.index.putFile(of, path), ...(note ? [() => this.index.put(note)] : [])];
  }

  #vanished(of: NoteUri, path: string): readonly Change[] {
    this.#files.delete(uriBelow(of, path));
    const uri = uriBelow(of, path);
    return [() => this.index.removeFile(of, path), () => this.index.remove(uri), () => this.index.removeBibliography(uri)];
  }

  #renamed(of: NoteUri, path: string, into: NoteUri, to: string): readonly Change[] {
    const file = this.#files.get(uriBelow(of, path));
    if (!file || (of === into && path === to)) return [];
    const text = /\.(?:md|bib)$/.test(to) ? (file.text ?? "") : undefined;
    return [...this.#vanished(of, path), ...this.#written(into, to, text)];
  }

  #below(of: NoteUri, dir: string): readonly string[] {
    const files = [...this.#files.values()].filter((file) => file.folder === of && file.path.startsWith(`${dir}/`));
    return files.map(({ path }) => path);
  }

  #closed(uri: NoteUri): Change {
    return () => {
      this.index.removeFolder(uri);
      return "all";
    };
  }

  #opened(uri: NoteUri, isObsidian: boolean): readonly Change[] {
    const open: Change = () => {
      this.index.addFolder(uri, { isObsidian });
      return "all";
    };
    const files = [...this.#files.values()].filter((file) => file.folder === uri);
    return [this.#closed(uri), open, ...files.flatMap(({ path, text }) => this.#read(uri, path, text))];
  }
}

/** The text of a file that is none. */
const damaged = "\u0000";
