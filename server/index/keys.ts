// What a note offers to be found by, and what its references seek: the same keys on both sides, so that a reference is broken
// when nobody holds its key and nobody ever stores the join.
import { baseName, fold, folderOf, joinPath, stemKey, titleKey } from "../core/key";
import type { MarkdownReference, Note, Reference, WikiReference } from "../core/note";
import { questionKey } from "../core/sameQuestion";
import { readingsOf } from "../core/wikiLink";

/** `t:` a title or alias · `n:` a file's name, a note's without `.md` · `p:` a path in its folder · `q:` what a title asks, which nothing seeks. */
export type Key = `${"t" | "n" | "p" | "q"}:${string}`;

/** The key of a title or alias. */
export const titleIn = (text: string): Key => `t:${titleKey(text)}`;
/** The key of a note's file name, with or without `.md`. */
export const stemIn = (name: string): Key => `n:${stemKey(name)}`;
/** The key of a path in a workspace folder. */
export const pathIn = (path: string): Key => `p:${fold(path)}`;
/** The key of any file's name, its ending included. */
export const nameIn = (name: string): Key => `n:${fold(name)}`;

/** The key of what a note's title asks; void where it asks nothing. */
export const questionIn = ({ kind, title }: Pick<Note, "kind" | "title">): Key =>
  `q:${kind === "note" && title.from !== "stem" ? (questionKey(title.text) ?? "") : ""}`;

/** A key that every empty title would share, and that therefore finds nothing. */
export const isVoid = (key: Key): boolean => key.length === 2;

/** The keys under which a note is found. */
export function offersOf(note: Note): ReadonlySet<Key> {
  const keys = new Set<Key>([
    titleIn(note.title.text),
    ...note.aliases.map(({ text }) => titleIn(text)),
    stemIn(baseName(note.path)),
    pathIn(note.path),
    questionIn(note),
  ]);
  for (const key of keys) if (isVoid(key)) keys.delete(key);
  return keys;
}

/** The keys whose appearance or disappearance can change what one of the note's references means. */
export function seeksOf(note: Note, lookUp: LookUp = "pathsAndNames"): ReadonlySet<Key> {
  const keys = new Set<Key>();
  for (const reference of note.references) for (const key of keysOf(note, reference, lookUp)) if (!isVoid(key)) keys.add(key);
  return keys;
}

/** What a Markdown link may be found by: its path alone or, in an Obsidian vault, also its file's name and its path from the root. */
export type LookUp = "paths" | "pathsAndNames";

/** What a reference depends on: keys of names, and paths each of which may be spelled in several ways. */
interface Sought {
  readonly names: readonly Key[];
  /** In the folder, without an ending that a link may leave out. */
  readonly paths: readonly string[];
}

const nothing: Sought = { names: [], paths: [] };

/** The names and paths that a reference of a note depends on; where nothing is said of the vault, all that it could depend on. */
export function soughtIn(note: Note, reference: Reference, lookUp: LookUp = "pathsAndNames"): Sought {
  if (reference.kind === "citation") return nothing; // papers have an index of their own
  return reference.kind === "wiki" ? soughtByWiki(note, reference) : soughtByMarkdown(note, reference, lookUp);
}

/** The keys that a reference of a note depends on. */
export function keysOf(note: Note, reference: Reference, lookUp: LookUp = "pathsAndNames"): readonly Key[] {
  const { names, paths } = soughtIn(note, reference, lookUp);
  return paths.length === 0 ? names : [...names, ...paths.flatMap(pathCandidates).map(pathIn)];
}

/** The references of a note that depend on one of some keys: of a note with thousands of links, the few that can lead to one note. */
export function referencesSeeking(note: Note, keys: ReadonlySet<Key>): readonly Reference[] {
  return note.references.filter((reference) => keysOf(note, reference).some((key) => keys.has(key)));
}

function soughtByWiki(note: Note, { target }: WikiReference): Sought {
  const names: Key[] = [];
  const paths: string[] = [];
  for (const { base } of readingsOf(target)) {
    if (base === "") continue;
    names.push(titleIn(base));
    if (isExplicitPath(base)) {
      // By its words a path that leads nowhere finds the title to propose for it.
      const path = joinPath(folderOf(note.path), base);
      if (path !== undefined) paths.push(path);
      continue;
    }
    const last = baseName(base);
    names.push(stemIn(last));
    // But for its ending a file's name is a note's.
    if (/\.md$/i.test(last) || last.trim() !== last) names.push(nameIn(last));
  }
  return { names, paths };
}

function soughtByMarkdown(note: Note, { path }: MarkdownReference, lookUp: LookUp): Sought {
  if (path === "") return nothing;
  const fromNote = joinPath(folderOf(note.path), path);
  const fromRoot = lookUp === "paths" ? undefined : joinPath("", path);
  const around = path.startsWith("/") ? [firstSegment(path), ...enclosedPaths(note, path)] : [];
  const paths = [fromNote, fromRoot, ...around].filter((it) => it !== undefined);
  if (lookUp === "paths") return { names: [], paths };
  const name = baseName(path);
  return { names: [stemIn(name), nameIn(name)], paths };
}

/** The file or folder in which a path from the root begins. */
export const firstSegment = (path: string): string => path.split("/").find((segment) => segment !== "") ?? "";

/** A path from the root as it would be from each folder around a note, the outermost first. */
export function enclosedPaths({ path: from }: Note, path: string): readonly string[] {
  if (!path.startsWith("/")) return [];
  const folders = folderOf(from).split("/").filter(Boolean);
  return folders.flatMap((_, index) => joinPath(folders.slice(0, index + 1).join("/"), path.slice(1)) ?? []);
}

/** `./x`, `../x` and `/x` mean that path and no other. */
export function isExplicitPath(target: string): boolean {
  return /^(?:\.{0,2}\/|\.{1,2}$)/.test(target);
}

/** The files that a path without its ending may mean, best first. The bare path may also be a folder. */
export function pathCandidates(path: string): readonly string[] {
  if (/\.md$/i.test(path)) return [path];
  const below = path === "" ? "" : `${path}/`;
  return [path, `${path}.md`, `${below}index.md`, `${below}README.md`];
}
