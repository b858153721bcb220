// What a note offers to be found by, and what its references seek: the same keys on both sides, so that a reference is broken
// when nobody holds its key and nobody ever stores the join.
import { baseName, fold, folderOf, joinPath, stemKey, titleKey } from "../core/key";
import type { MarkdownReference, Note, Reference, WikiReference } from "../core/note";
import { readingsOf } from "../core/wikiLink";

/** `t:` a title or alias · `n:` a file's name, a note's without `.md` · `p:` a path in its folder. */
export type Key = `${"t" | "n" | "p"}:${string}`;

/** The key of a title or alias. */
export const titleIn = remembered((text): Key => `t:${titleKey(text)}`);
/** The key of a note's file name, with or without `.md`. */
export const stemIn = remembered((name): Key => `n:${stemKey(name)}`);
/** The key of a path in a workspace folder. */
export const pathIn = (path: string): Key => `p:${fold(path)}`;
/** The key of any file's name, its ending included. */
export const nameIn = remembered((name): Key => `n:${fold(name)}`);

/** About what a large vault has of names; more are forgotten and worked out anew. */
const mostRemembered = 1 << 17;

/**
 * A key that is worked out once a name: names are sought again and again, by the notes that link to them and at each look-up, and a
 * string that is used again has its hash already.
 */
function remembered(keyOf: (name: string) => Key): (name: string) => Key {
  const keys = new Map<string, Key>();
  return (name) => {
    const known = keys.get(name);
    if (known !== undefined) return known;
    if (keys.size >= mostRemembered) keys.clear();
    const key = keyOf(name);
    keys.set(name, key);
    return key;
  };
}

/** A key that every empty title would share, and that therefore finds nothing. */
export const isVoid = (key: Key): boolean => key.length === 2;

/** The keys under which a note is found. */
export function offersOf(note: Note): ReadonlySet<Key> {
  const keys = new Set<Key>([
    titleIn(note.title.text),
    ...note.aliases.map(({ text }) => titleIn(text)),
    stemIn(baseName(note.path)),
    pathIn(note.path),
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

const byKey = new WeakMap<Note, ReadonlyMap<Key, readonly Reference[]>>();

/** The references of a note that depend on a key: of a note with thousands of links, the few that can lead to one note. */
export function referencesSeeking(note: Note, key: Key): readonly Reference[] {
  return (byKey.get(note) ?? gathered(note)).get(key) ?? [];
}

function gathered(note: Note): ReadonlyMap<Key, readonly Reference[]> {
  const references = new Map<Key, Reference[]>();
  for (const reference of note.references) {
    for (const key of new Set(keysOf(note, reference))) {
      const known = references.get(key);
      if (known) known.push(reference);
      else references.set(key, [reference]);
    }
  }
  byKey.set(note, references);
  return references;
}

/** The keys that a reference of a note depends on; where nothing is said of the vault, all that it could depend on. */
export function keysOf(note: Note, reference: Reference, lookUp: LookUp = "pathsAndNames"): readonly Key[] {
  if (reference.kind === "citation") return []; // papers have an index of their own
  return reference.kind === "wiki" ? wikiKeys(note, reference) : markdownKeys(note, reference, lookUp);
}

function wikiKeys(note: Note, { target }: WikiReference): readonly Key[] {
  return readingsOf(target).flatMap(({ base }) => {
    if (base === "") return [];
    // By its words a path that leads nowhere finds the title to propose for it.
    if (isExplicitPath(base)) return [titleIn(base), ...pathKeys(joinPath(folderOf(note.path), base))];
    const last = baseName(base);
    // But for its ending a file's name is a note's.
    return /\.md$/i.test(last) || last.trim() !== last ? [titleIn(base), stemIn(last), nameIn(last)] : [titleIn(base), stemIn(last)];
  });
}

function markdownKeys(note: Note, { path }: MarkdownReference, lookUp: LookUp): readonly Key[] {
  if (path === "") return [];
  const name = baseName(path);
  const paths = pathKeys(joinPath(folderOf(note.path), path));
  const keys = lookUp === "paths" ? paths : [stemIn(name), nameIn(name), ...paths, ...pathKeys(joinPath("", path))];
  return path.startsWith("/") ? [...keys, ...pathKeys(firstSegment(path)), ...enclosedPaths(note, path).flatMap(pathKeys)] : keys;
}

/** The file or folder in which a path from the root begins. */
export const firstSegment = (path: string): string => path.split("/").find((segment) => segment !== "") ?? "";

/** A path from the root as it would be from each folder around a note, the outermost first. */
export function enclosedPaths({ path: from }: Note, path: string): readonly string[] {
  if (!path.startsWith("/")) return [];
  const folders = folderOf(from).split("/").filter(Boolean);
  return folders.flatMap((_, index) => joinPath(folders.slice(0, index + 1).join("/"), path.slice(1)) ?? []);
}

const pathKeys = (path: string | undefined): readonly Key[] => (path === undefined ? [] : pathCandidates(path).map(pathIn));

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
