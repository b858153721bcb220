// A `.bib` file's text -> the papers it describes. Its items are read one by one: a malformed one costs no other, and an edit reads
// anew only what it touched. Running example: `@misc{fu2025areal, title={AReaL}, author={Fu, Wei and others}, eprint={2505.24298}}`.
import { parse } from "latex-utensils/out/src/bibtex/bibtex_parser_simple";
import type { Entry, Field, FieldValue } from "latex-utensils/out/types/src/bibtex/bibtex_parser_types";
import { paperOf } from "./citations";
import type { NoteUri, PaperId, Range } from "./note";
import { plainTex } from "./tex";
import { lineStartsOf } from "./text";

export interface BibliographyFile {
  readonly uri: NoteUri;
  /** The workspace folder it lies in; undefined for one that the user named from elsewhere. */
  readonly folder: NoteUri | undefined;
  /** Relative to the folder, with `/`; from elsewhere, the whole path. */
  readonly path: string;
}

export interface Bibliography extends BibliographyFile {
  readonly entries: readonly BibEntry[];
  readonly lineStarts: Uint32Array;
  /** What each item of the text gave, for the next version of it. */
  readonly items: ReadonlyMap<string, readonly BibEntry[]>;
}

/** One paper as a bibliography describes it. What the file does not say is empty. */
export interface BibEntry {
  readonly key: string;
  /** Other keys that mean it too (BibLaTeX's field `ids`). */
  readonly otherKeys: readonly string[];
  /** Where the key is written. */
  readonly range: Range;
  readonly title: string;
  readonly authors: readonly Author[];
  readonly year: string;
  /** Its arXiv id, DOI or address, as far as the entry gives them. */
  readonly ids: readonly PaperId[];
}

export interface Author {
  /** As one would write it in a sentence: `Wei Fu`; `others` stands for those left out. */
  readonly name: string;
  readonly family: string;
}

/**
 * Reads a bibliography step by step, so that the caller may pause between the items of a large one. `before` is what the file held
 * last: items with the same text are taken from there. Never throws.
 */
export function* readBibliography(file: BibliographyFile, text: string, before?: Bibliography): Generator<void, Bibliography> {
  const items = new Map<string, readonly BibEntry[]>();
  const entries: BibEntry[] = [];
  const starts = [...text.matchAll(itemStart)].map(({ index }) => index);
  for (let at = 0; at < starts.length; at++) {
    const start = starts[at] ?? 0;
    const item = text.slice(start, starts[at + 1]);
    let read = items.get(item) ?? before?.items.get(item);
    if (!read) {
      yield;
      read = entriesIn(item);
    }
    if (read) items.set(item, read);
    // A line inside a value may look like the beginning of an item: then what follows belongs to it.
    const known = read ?? salvaged(item);
    const longer = read ? undefined : entriesIn(text.slice(start, starts[at + 2]));
    const belongs = longer?.length === 1 && longer[0]?.key === known[0]?.key;
    if (belongs) at++;
    for (const entry of belongs ? longer : known) entries.push(moved(entry, start));
  }
  return { ...file, entries, items, lineStarts: lineStartsOf(text) };
}

/** Reads a bibliography in one go. */
export function parseBibliography(file: BibliographyFile, text: string, before?: Bibliography): Bibliography {
  const reading = readBibliography(file, text, before);
  for (let step = reading.next(); ; step = reading.next()) if (step.done) return step.value;
}

const moved = (entry: BibEntry, by: number): BibEntry => ({
  ...entry,
  range: { start: entry.range.start + by, end: entry.range.end + by },
});

/** A line that begins an item: `@misc{`. */
const itemStart = /^[ \t]*@\s*[a-z][\w-]*\s*[{(]/gim;

/** The entries of an item's text; undefined where it is malformed. */
function entriesIn(item: string): readonly BibEntry[] | undefined {
  if (staysOpen(item) || unclosedBraces(item) > mostUnclosed) return undefined;
  try {
    // A copy: pieces of the text would keep all of it in memory, of every version that an entry is left of.
    const { content } = parse(JSON.parse(JSON.stringify(item)));
    // It may also pass over what it does not understand and find nothing.
    return content.length === 0 && salvaged(item).length > 0
      ? undefined
      : content.flatMap((entry) => (isPaper(entry) ? (entryOf(entry, item) ?? []) : []));
  } catch {
    return undefined;
  }
}

/**
 * Whether the brace that opens an item is certainly not closed in it: the parser would take longer to say so than to read a whole one. Behind `%`, which
 * may begin a comment, braces may not count.
 */
function staysOpen(item: string): boolean {
  if (!bracedStart.test(item)) return false;
  let depth = 0;
  let isComment = false;
  for (const [mark] of item.matchAll(/[{}%\n]/g)) {
    if (mark === "%" || mark === "\n") isComment = mark === "%";
    else if (mark === "{" && !isComment) depth++;
    else if (mark === "}" && --depth <= 0) return false;
  }
  return true;
}

const bracedStart = /^[ \t]*@\s*[a-z][\w-]*\s*\{/i;

/**
 * Each brace that nothing closes doubles the time of the parser, which tries all readings of what is behind it: sixteen take half a second, thirty
 * would take hours and all memory (latex-utensils 7.0, measured). So many are no slip of the pen, and few cost nothing.
 */
const mostUnclosed = 4;

function unclosedBraces(item: string): number {
  let depth = 0;
  for (const [brace] of item.matchAll(/[{}]/g)) depth = brace === "{" ? depth + 1 : Math.max(0, depth - 1);
  return depth;
}

const isPaper = (entry: { readonly entryType: string }): entry is Entry => !["string", "preamble", "comment"].includes(entry.entryType);

/** Of a malformed entry its key is still known, so that nobody is told it did not exist. */
function salvaged(item: string): readonly BibEntry[] {
  const head = /^[ \t]*@\s*(?!(?:string|preamble|comment)\b)[a-z][\w-]*\s*[{(]\s*([^\s,{}()"#%=]+)\s*[,})]/i.exec(item);
  const key = head?.[1];
  return key === undefined ? [] : [{ key, otherKeys: [], range: rangeOf(item, key, 0), title: "", authors: [], year: "", ids: [] }];
}

/** Where a key stands: behind the first bracket of its entry. */
function rangeOf(item: string, key: string, from: number): Range {
  const start = item.indexOf(key, item.slice(from).search(/[{(]/) + from);
  return { start, end: start + key.length };
}

function entryOf(entry: Entry, item: string): BibEntry | undefined {
  const key = entry.internalKey;
  if (key === undefined) return undefined;
  const fields = new Map(entry.content.map(({ name, value }: Field) => [name.toLowerCase(), textOf(value)] as const));
  return {
    key,
    otherKeys: (fields.get("ids") ?? "").split(/[\s,]+/).filter((it) => it !== "" && it !== key),
    range: rangeOf(item, key, entry.location.start.offset),
    title: plainTex([fields.get("title"), fields.get("subtitle")].filter(Boolean).join(": ")),
    authors: authorsIn(fields.get("author") ?? fields.get("editor") ?? ""),
    year: /\d{4}/.exec(fields.get("year") ?? fields.get("date") ?? "")?.[0] ?? "",
    ids: idsIn(fields),
  };
}

function textOf(value: FieldValue): string {
  return value.kind === "concat" ? value.content.map(textOf).join("") : value.content;
}

/** `Fu, Wei and {OpenAI} and Ludwig van Beethoven`, as BibTeX reads names: a comma puts the family first, braces keep words together. */
function authorsIn(field: string): readonly Author[] {
  return splitOutsideBraces(field.replace(/\s+/g, " "), / and /gi).flatMap((written) => {
    const [family = "", ...rest] = splitOutsideBraces(written, /,/g);
    if (rest.length > 0) return [{ name: plainTex(`${rest.at(-1)} ${family}`), family: plainTex(family) }];
    const words = splitOutsideBraces(written, / /g);
    const particle = words.findIndex((word, at) => at > 0 && /^[a-z]/.test(word));
    const last = words.slice(particle < 0 ? -1 : particle).join(" ");
    return plainTex(written) === "" ? [] : [{ name: plainTex(written), family: plainTex(last) }];
  });
}

function splitOutsideBraces(text: string, separator: RegExp): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  let depth = 0;
  let counted = 0;
  for (const match of text.matchAll(separator)) {
    for (; counted < match.index; counted++) depth += Number(text[counted] === "{") - Number(text[counted] === "}");
    if (depth > 0) continue;
    pieces.push(text.slice(start, match.index));
    start = match.index + match[0].length;
  }
  return [...pieces, text.slice(start)].map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/**
 * What else the paper is known by. Zotero gives `doi`, `eprint` and `url`; Google Scholar writes an arXiv paper as
 * `journal={arXiv preprint arXiv:2505.24298}` and DBLP its older ones as `volume={abs/1412.6980}`.
 */
function idsIn(fields: ReadonlyMap<string, string>): readonly PaperId[] {
  const inArchive = /arxiv|^$/i.test(fields.get("eprinttype") ?? fields.get("archiveprefix") ?? "");
  const eprint = inArchive ? untexed(fields.get("eprint") ?? "") : "";
  const doi = untexed(fields.get("doi") ?? "");
  const named = ["journal", "journaltitle", "note", "howpublished", "volume"].flatMap((name) => arxivIn(fields.get(name) ?? ""));
  const url = untexed(fields.get("url") ?? "");
  const candidates = [eprint, /^10\./.test(doi) ? doi : doi.replace(/^(?!https?:|doi:).*$/i, ""), ...named, url].map(paperOf);
  return [...new Set(candidates.filter((id) => id !== undefined && !id.startsWith("key:")))] as readonly PaperId[];
}

/** DBLP and Mendeley escape the underscore of an id, for TeX. */
const untexed = (value: string) => value.replace(/\{?\\([_&%#~])\}?/g, "$1");

/** All of the field has to name the paper: `Comment on arXiv:1905.12345` is about another. */
const namesArxiv =
  /^(?:\\url\{)?(?:arxiv (?:preprint|e-prints),? )?(?:arxiv[:.]\s*|(?:https?:\/\/)?(?:www\.)?arxiv\.org\/(?:abs|pdf)\/|abs\/)([a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?\}?(?:\s*[[(][^\])]*[\])])?\.?$/i;

function arxivIn(text: string): readonly string[] {
  const id = namesArxiv.exec(text.trim())?.[1];
  return id === undefined ? [] : [`arxiv:${id}`];
}
