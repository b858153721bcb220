// Where keys are filed: each under a number worked out of its text. Numbers take a tenth of the memory of strings, and a table of them
// can be kept on disk. Different keys may share a site; who is found there is asked whether it holds the key.
import type { Note, Reference } from "../core/note";
import { isVoid, type Key, type LookUp, offersOf, pathIn, soughtIn } from "./keys";

/** An unsigned number of 32 bits. */
export type Site = number;

/** The keys of a note as the sites they are filed at, each once. */
export interface Sites {
  readonly offers: Uint32Array;
  readonly seeks: Uint32Array;
}

const prime = 0x01000193;
const nameBasis = 0x811c9dc5;
const pathBasis = 0x2f0b4a7d;

/**
 * The site of a key. A title and a file name of one text share it, and so do the paths that one link may mean (`a`, `a.md`, `a/index.md`
 * and `a/README.md`): most links are then filed once.
 */
export function siteOf(key: Key): Site {
  return key.charCodeAt(0) === letterP ? hash(key, endOfPlace(key), pathBasis) : hash(key, key.length, nameBasis);
}

const letterP = 112;

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), from behind the kind of the key to `end`. */
function hash(key: string, end: number, basis: number): Site {
  let value = basis;
  for (let at = 2; at < end; at++) value = Math.imul(value ^ key.charCodeAt(at), prime);
  return (value ^ (value >>> 15)) >>> 0;
}

/** Where a folded path ends once every ending is dropped that a link may leave out. */
function endOfPlace(path: string): number {
  let end = path.length;
  for (;;) {
    const last = path.charCodeAt(end - 1);
    if (end > 2 && last === slash) end--;
    else if (last === letterD && path.endsWith(".md", end) && end >= 5) end -= 3;
    else if (last === letterX && endsWithName(path, "index", end)) end -= 5;
    else if (last === letterE && endsWithName(path, "readme", end)) end -= 6;
    else return end;
  }
}

const slash = 47;
const letterD = 100;
const letterE = 101;
const letterX = 120;

function endsWithName(path: string, name: string, end: number): boolean {
  const start = end - name.length;
  return start >= 2 && path.endsWith(name, end) && (start === 2 || path.charCodeAt(start - 1) === slash);
}

/** The sites of a note in a vault whose Markdown links are looked up like that. */
export function sitesOf(note: Note, lookUp: LookUp): Sites {
  const offers: Site[] = [];
  for (const key of offersOf(note)) offers.push(siteOf(key));
  const seeks: Site[] = [];
  for (const reference of note.references) for (const site of sitesSought(note, reference, lookUp)) seeks.push(site);
  return { offers: distinct(offers), seeks: distinct(seeks) };
}

/** The sites of most notes are so few that a look through them is quicker than a set. */
const few = 40;

function distinct(sites: readonly Site[]): Uint32Array {
  if (sites.length > few) return Uint32Array.from(new Set(sites));
  return Uint32Array.from(sites.filter((site, index) => sites.indexOf(site) === index));
}

/** The sites of all keys that a reference depends on; see `keysOf`. */
export function sitesSought(note: Note, reference: Reference, lookUp: LookUp): readonly Site[] {
  const { names, paths } = soughtIn(note, reference, lookUp);
  const sites: Site[] = [];
  for (const key of names) if (!isVoid(key)) sites.push(siteOf(key));
  // The empty path leads to the folder's own `index.md`.
  for (const path of paths) sites.push(siteOf(pathIn(path)));
  return sites;
}
