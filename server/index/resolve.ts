// What a reference means: the steps in their order, the first with an answer winning. Nothing is stored; every answer is found
// from the keys that notes offer.
import { baseName, exactKey, fold, folderOf, isFileName, joinPath, titleKey, withoutExtension } from "../core/key";
import type { CitationReference, MarkdownReference, Note, Reference, WikiReference } from "../core/note";
import { byPlace } from "../core/order";
import { readingsOf, type SplitTarget } from "../core/wikiLink";
import { enclosedPaths, firstSegment, isExplicitPath, isVoid, pathCandidates, pathIn, stemIn, titleIn } from "./keys";
import { paperInTarget } from "./papers";
import { partOf } from "./parts";
import type { Resolution, Rule, Vault, VaultFolder } from "./vault";

/** All that finding what a reference means may ask. */
export type Lookup = Pick<Vault, "folders" | "holders" | "folderOf" | "papers">;

/** The note or file that answers a target, before its part is sought. */
type Found =
  | { readonly kind: "note"; readonly note: Note; readonly rule: Rule; readonly rivals: readonly Note[] }
  | Extract<Resolution, { kind: "file" }>;

/** Where to look: the source's own workspace folder, then the others. */
interface Scope {
  readonly lookup: Lookup;
  readonly source: Note;
  readonly folder: VaultFolder;
}

/** What a reference of `source` means. */
export function resolve(lookup: Lookup, source: Note, reference: Reference): Resolution {
  if (reference.kind === "citation") return resolveCitation(lookup, reference);
  return reference.kind === "wiki" ? resolveWiki(lookup, source, reference) : resolveMarkdown(lookup, source, reference);
}

/** pandoc-crossref and Quarto write `[@fig:plot]` for a figure of the same text. https://lierdakil.github.io/pandoc-crossref/ */
const crossReference = /^key:(?:fig|tbl|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem)[:-]/;

/** A bare `@name` may be anybody's; a key in brackets is unknown only where a bibliography could know it. */
function resolveCitation({ papers }: Lookup, { paper, isBracketed }: CitationReference): Resolution {
  if (papers.isKnown(paper)) return { kind: "paper", paper: papers.canonical(paper) };
  if (crossReference.test(paper)) return { kind: "unchecked" };
  return { kind: isBracketed && papers.hasBibliography ? "missing" : "unchecked" };
}

function scopesOf(lookup: Lookup, source: Note): readonly Scope[] {
  const own = lookup.folderOf(source);
  const others = lookup.folders.filter((folder) => folder !== own);
  return [...(own ? [own] : []), ...others].map((folder) => ({ lookup, source, folder }));
}

function resolveWiki(lookup: Lookup, source: Note, { target }: WikiReference): Resolution {
  const readings = readingsOf(target);
  for (const scope of scopesOf(lookup, source)) {
    const meanings = readings.flatMap((reading) => meaningOf(scope, reading) ?? []);
    // A `#` divides where the part is found: `C# tips#Setup` is no part of a note “C”.
    const best = meanings.find(({ kind }) => kind !== "missingPart") ?? meanings[0];
    if (best) return best;
  }
  if (target.startsWith("#")) return withPart({ kind: "note", note: source, rule: "self", rivals: [] }, readings[1]?.parts ?? []);
  const paper = paperInTarget(target);
  return paper !== undefined && lookup.papers.isKnown(paper)
    ? { kind: "paper", paper: lookup.papers.canonical(paper) }
    : { kind: "missing" };
}

function meaningOf(scope: Scope, { base, parts }: SplitTarget): Resolution | undefined {
  const { source } = scope;
  if (base === "") return withPart({ kind: "note", note: source, rule: "self", rivals: [] }, parts);
  const found = isExplicitPath(base) ? atPath(scope, joinPath(folderOf(source.path), base)) : byName(scope, base);
  return found && withPart(found, parts);
}

function withPart(found: Found, pieces: readonly string[]): Resolution {
  if (found.kind === "file") return found;
  const { note, rule, rivals } = found;
  const part = partOf(note, pieces);
  if (part || pieces.length === 0) return { kind: "note", note, rule, part, rivals };
  return { kind: "missingPart", note, rule, wanted: pieces.join("#"), rivals };
}

const byName = (scope: Scope, base: string): Found | undefined => byTitle(scope, base) ?? byStem(scope, base) ?? byFileName(scope, base);

function within({ lookup, folder }: Scope, key: Parameters<Lookup["holders"]>[0]): readonly Note[] {
  const found: Note[] = [];
  if (!isVoid(key)) for (const note of lookup.holders(key)) if (note.folder === folder.uri) found.push(note);
  return found;
}

/** Exact title, then the forgiving key, then an alias. A title made from a file name waits for the file name's turn. */
function byTitle(scope: Scope, base: string): Found | undefined {
  const holders = within(scope, titleIn(base));
  if (holders.length === 0) return undefined;
  // Most names are those of files, whose titles are others.
  if (holders.every((note) => note.title.from === "stem" && note.aliases.length === 0)) return undefined;
  const exact = exactKey(base);
  const key = titleKey(base);
  const titled = holders.filter(({ title }) => title.from !== "stem" && titleKey(title.text) === key);
  const steps: readonly [Rule, readonly Note[]][] = [
    ["title", titled.filter(({ title }) => exactKey(title.text) === exact)],
    ["title", titled],
    ["alias", holders.filter(({ aliases }) => aliases.some(({ text }) => titleKey(text) === key))],
  ];
  for (const [rule, candidates] of steps) {
    if (candidates.length > 0) return nearest(scope, candidates, rule, nearnessOfTitle(base));
  }
  return undefined;
}

/** Which of several notes a name means, and which others come so close that it is a doubt. */
interface Nearness {
  compare(a: Note, b: Note): number;
  tied(best: Note, other: Note): boolean;
}

/** Equal titles tie wherever their files lie, unless only one of the files itself bears the name. */
function nearnessOfTitle(base: string): Nearness {
  const bearsName = (note: Note) => stemIn(baseName(note.path)) === stemIn(base);
  return {
    compare: (a, b) => Number(bearsName(b)) - Number(bearsName(a)) || byPath(a, b),
    tied: (best, other) => !bearsName(best) || bearsName(other),
  };
}

/** By file name; a target with `/` by the end of its path, on whole segments, the whole path first. */
function byStem(scope: Scope, base: string): Found | undefined {
  const path = fold(withoutExtension(base.trim()));
  const named = within(scope, stemIn(baseName(base)));
  const holders =
    named.length > 0 || base.includes("/") ? named : within(scope, titleIn(base)).filter(({ title }) => title.from === "stem");
  const pathOf = (note: Note) => fold(withoutExtension(note.path));
  const candidates = base.includes("/") ? holders.filter((note) => pathOf(note) === path || pathOf(note).endsWith(`/${path}`)) : holders;
  const whole = base.includes("/") ? candidates.filter((note) => pathOf(note) === path) : [];
  if (whole[0]) return { kind: "note", note: whole[0], rule: "path", rivals: [] };
  return candidates.length === 0 ? undefined : nearest(scope, candidates, "stem", nearnessOfPath);
}

const depthOf = (path: string) => path.split("/").length;

/** The shortest path first, in letters as in Obsidian. */
const byPath = (a: Note, b: Note) => a.path.length - b.path.length || byPlace(a, b);

/** Of one file name the shortest path is meant; another that lies no deeper in folders is close enough for a doubt. */
const nearnessOfPath: Nearness = { compare: byPath, tied: (best, other) => depthOf(other.path) <= depthOf(best.path) };

/** Candidates in the note's own folder go before all others; whoever ties with the best is a rival. */
function nearest({ source }: Scope, candidates: readonly Note[], rule: Rule, { compare, tied }: Nearness): Found | undefined {
  const [only] = candidates;
  if (only && candidates.length === 1) return { kind: "note", note: only, rule, rivals: [] };
  const own = candidates.filter((note) => folderOf(note.path) === folderOf(source.path) && note.folder === source.folder);
  const [best, ...others] = [...(own.length > 0 ? own : candidates)].sort(compare);
  return best && { kind: "note", note: best, rule, rivals: others.filter((other) => tied(best, other)) };
}

/** A file that is no note, by its name with the extension. */
function byFileName({ folder }: Scope, base: string): Found | undefined {
  const wanted = fold(base);
  const paths = [...folder.files.named(baseName(base))].filter((path) => fold(path) === wanted || fold(path).endsWith(`/${wanted}`));
  const path = paths.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
  return path === undefined ? undefined : { kind: "file", folder, path };
}

/** The note or file at a path of the folder, its ending added where it was left out; a folder answers last. */
function atPath(scope: Scope, path: string | undefined): Found | undefined {
  if (path === undefined) return undefined;
  const { folder } = scope;
  for (const candidate of pathCandidates(path)) {
    const notes = within(scope, pathIn(candidate));
    const note = notes.find((it) => it.path === candidate) ?? notes[0];
    if (note) return { kind: "note", note, rule: "path", rivals: [] };
    const file = candidate === "" ? undefined : folder.files.find(candidate);
    if (file !== undefined) return { kind: "file", folder, path: file };
  }
  const inner = folder.files.findFolder(path);
  return inner === undefined ? undefined : { kind: "file", folder, path: inner };
}

/** The path as written, relative to the note or from the root; in an Obsidian vault then from the root and by file name. */
function resolveMarkdown(lookup: Lookup, source: Note, { path, fragment }: MarkdownReference): Resolution {
  // `#top` is every browser's, `#L12` the editor's own way to a line.
  const pieces = fragment && !/^(?:top|L\d+(?:,\d+)?(?:-L?\d+(?:,\d+)?)?)$/i.test(fragment) ? [fragment] : [];
  if (path === "") return withPart({ kind: "note", note: source, rule: "self", rivals: [] }, pieces);
  const own = lookup.folderOf(source);
  if (!own) return { kind: "unchecked" };
  const scope = { lookup, source, folder: own };
  const wanted = joinPath(folderOf(source.path), path);
  const found =
    atPath(scope, wanted) ??
    (own.isObsidian ? (atPath(scope, joinPath("", path)) ?? byStem(scope, path) ?? byFileName(scope, path)) : undefined) ??
    (own.dialect === "dendron" ? belowEnclosing(scope, path) : undefined);
  if (found) return withPart(found, pieces);
  return wanted === undefined || isRoute(own, path) ? { kind: "unchecked" } : { kind: "missing" };
}

/** A Dendron workspace holds vaults, and `/` begins at the vault of the note: at a folder around it. */
function belowEnclosing(scope: Scope, path: string): Found | undefined {
  for (const candidate of enclosedPaths(scope.source, path)) {
    const found = atPath(scope, candidate);
    if (found) return found;
  }
  return undefined;
}

/** The pages that site generators make of tags and categories. */
const taxonomies = new Set(["tags", "categories"]);

/**
 * Whether a path from the root names a page of the published site and no file of the folder: it has no file's ending, and where it
 * would begin there is nothing, or only what a generator makes its pages of. Nobody here could know whether the page exists.
 */
function isRoute({ files }: VaultFolder, path: string): boolean {
  if (!path.startsWith("/") || path.replace(/\?.*$/s, "").split("/").some(isFileName)) return false;
  const first = firstSegment(path);
  return taxonomies.has(first) || !(files.hasFolder(first) || pathCandidates(first).some((it) => files.find(it) !== undefined));
}
