// A file that was moved outside the editor: all links to where it lay are led to where it lies now, not only the one under the caret.
import { baseName, fold, folderOf, joinPath, withoutExtension } from "../../core/key";
import type { Note, Problem, Reference } from "../../core/note";
import { readingsOf } from "../../core/wikiLink";
import { isExplicitPath, pathIn, referencesSeeking, stemIn } from "../../index/keys";
import type { Vault } from "../../index/vault";
import type { Fixing } from "./everywhere";
import type { Fix } from "./fix";
import { mostTriedIn, referenceOf } from "./fixes";
import { ledTo, namesakes } from "./links";

/** A place where no file is: its path in the folder or, where a link gives only the end of it, that end. Folded, without `.md`. */
export interface LostPath {
  readonly path: string;
  readonly isWhole: boolean;
}

/** Links to a lost file, and where it can only have gone. */
export interface MovedFile {
  readonly to: Note | string;
  /** The notes with such links, each with how many it has. */
  readonly links: ReadonlyMap<Note, number>;
  /** Whether what a link has lost is this file. */
  isMeant(lost: LostPath): boolean;
}

/** The problems of a note of the vault, as they are reported. */
export type ProblemsOf = (note: Note) => readonly Problem[];

/** What a broken link by a path seems to have lost; undefined for a link by a name. */
export function lostPath(from: Note, reference: Reference): LostPath | undefined {
  if (reference.kind === "citation") return undefined;
  const written = reference.kind === "markdown" ? reference.path : (readingsOf(reference.target)[1]?.base ?? reference.target);
  const isWhole = reference.kind === "markdown" || isExplicitPath(written);
  const path = isWhole ? joinPath(folderOf(from.path), written) : written;
  if (path === undefined || written === "" || (!isWhole && !path.includes("/"))) return undefined;
  return { path: fold(withoutExtension(path)), isWhole };
}

/** The only file that bears the name of a lost one, with the links of the vault to where it was; undefined where several bear it, or none. */
export function movedFile(vault: Vault, from: Note, lost: LostPath, problemsOf: ProblemsOf): MovedFile | undefined {
  const [to, ...others] = namesakes(vault, from, lost.path);
  if (to === undefined || others.length > 0) return undefined;
  const all = linksTo(vault, from, lost, problemsOf);
  // The end of a path may be that of two lost files: then only links that are written alike are surely about one.
  const distinct = [...new Map([lost, ...all.map((it) => it.lost)].map((it) => [`${it.isWhole} ${it.path}`, it])).values()];
  const isOne = distinct.every((a) => distinct.every((b) => isSame(a, b)));
  const isMeant = (its: LostPath) => (isOne ? isSame(its, lost) : its.path === lost.path && its.isWhole === lost.isWhole);
  const links = new Map<Note, number>();
  for (const it of all) if (isMeant(it.lost)) links.set(it.note, (links.get(it.note) ?? 0) + 1);
  return { to, links, isMeant };
}

interface LostLink {
  readonly note: Note;
  readonly lost: LostPath;
}

/** The broken links of the folder that may mean a lost file; found by the keys under which their notes are filed. */
function linksTo(vault: Vault, { folder }: Note, lost: LostPath, problemsOf: ProblemsOf): readonly LostLink[] {
  const keys = new Set([stemIn(baseName(lost.path)), pathIn(lost.path), pathIn(`${lost.path}.md`)]);
  const seekers = new Set([...keys].flatMap((key) => vault.seekers(key)));
  return [...seekers].flatMap((note) => {
    if (note.folder !== folder) return [];
    const broken = new Set(brokenIn(problemsOf(note)).map(({ range }) => range.start));
    return referencesSeeking(note, keys).flatMap((reference): readonly LostLink[] => {
      const its = broken.has(reference.targetRange.start) ? lostPath(note, reference) : undefined;
      return its && isSame(its, lost) ? [{ note, lost: its }] : [];
    });
  });
}

const brokenIn = (problems: readonly Problem[]) => problems.filter(({ code }) => code === "broken-reference");

function isSame(a: LostPath, b: LostPath): boolean {
  if (a.path === b.path) return true;
  const isEnd = (end: LostPath, of: LostPath) => !end.isWhole && of.path.endsWith(`/${end.path}`);
  return isEnd(a, b) || isEnd(b, a);
}

/** Leads the links of a note to a lost file to where it lies now. */
export function ledToMoved(vault: Vault, { to, isMeant }: MovedFile, problemsOf: ProblemsOf): Fixing {
  const isToLost = (note: Note, problem: Problem): boolean => {
    const reference = referenceOf({ note }, problem);
    const lost = reference && lostPath(note, reference);
    return lost !== undefined && isMeant(lost);
  };
  return {
    problemsIn: (note) => brokenIn(problemsOf(note)).filter((it) => isToLost(note, it)),
    fixesOf: (open, problems) =>
      problems.slice(0, mostTriedIn(open)).flatMap((problem): readonly Fix[] => {
        const reference = referenceOf(open, problem);
        if (!reference || reference.kind === "citation") return [];
        return [ledTo({ vault, open, problem, reference }, reference, to)].filter((it) => it !== undefined);
      }),
  };
}
