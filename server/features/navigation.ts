// From a reference to what it means, and from a note or heading to all that refer to it.
import type { Heading, Note, PaperId, Range, Reference, TextFile } from "../core/note";
import { byPlace } from "../core/order";
import { offersOf, referencesSeeking } from "../index/keys";
import type { Resolution, Vault } from "../index/vault";
import { cursorAt } from "./cursor";

export interface Place {
  readonly file: TextFile;
  readonly range: Range;
}

/** A reference and the note it stands in. */
export interface Backlink {
  readonly from: Note;
  readonly reference: Reference;
}

/** A link and where it leads. */
export interface Definition {
  /** Where the link stands. */
  readonly origin: Range;
  /** Undefined for an item of `sources:`. */
  readonly reference: Reference | undefined;
  readonly target: Resolution;
}

/** The reference or source at an offset and what it means; undefined where there is none. */
export function definitionAt(vault: Vault, note: Note, offset: number): Definition | undefined {
  const cursor = cursorAt(note, offset);
  if (cursor.kind === "source")
    return { origin: cursor.range, reference: undefined, target: { kind: "paper", paper: vault.papers.canonical(cursor.source.paper) } };
  if (cursor.kind !== "reference") return undefined;
  return { origin: cursor.range, reference: cursor.reference, target: vault.resolve(note, cursor.reference) };
}

/** The place that a resolution names: the part's, else the title's; a paper's key in a bibliography. */
export function placeOf(vault: Vault, resolution: Resolution): Place | undefined {
  if (resolution.kind === "paper") return entryOf(vault, resolution.paper);
  if (resolution.kind === "missingPart") return { file: resolution.note, range: resolution.note.title.range };
  if (resolution.kind !== "note") return undefined;
  const { note, part } = resolution;
  return { file: note, range: part === undefined ? note.title.range : part.kind === "heading" ? part.heading.range : part.anchor.range };
}

function entryOf({ papers }: Vault, paper: PaperId): Place | undefined {
  const described = papers.describing(paper)[0];
  return described && { file: described.bibliography, range: described.entry.range };
}

/** Where something is declared, if anywhere, and all places that refer to it. */
export interface References {
  readonly declaration: Place | undefined;
  readonly references: readonly Place[];
}

/**
 * All references, in the whole vault, to what is under the caret: a note by its title or a link, a heading by itself or a link, a paper
 * by a source or a citation.
 */
export function referencesAt(vault: Vault, note: Note, offset: number): References | undefined {
  const cursor = cursorAt(note, offset);
  if (cursor.kind === "title") return referring(vault, note, { file: note, range: cursor.range }, undefined);
  if (cursor.kind === "heading") return referring(vault, note, { file: note, range: cursor.range }, cursor.heading);
  const target = definitionAt(vault, note, offset)?.target;
  if (target?.kind === "paper") return citations(vault, target.paper);
  if (target?.kind !== "note" && target?.kind !== "missingPart") return undefined;
  const heading = target.kind === "note" && target.part?.kind === "heading" ? target.part.heading : undefined;
  return referring(vault, target.note, placeOf(vault, target), heading);
}

/** The entry of a paper and every place where a note names it, in any of its spellings. */
export function citations(vault: Vault, paper: PaperId): References {
  const notes = [...vault.papers.citing(paper)].sort(byPlace);
  const references = notes.flatMap((file) => vault.papers.mentions(file, paper).map(({ range }) => ({ file, range })));
  return { declaration: entryOf(vault, paper), references };
}

function referring(vault: Vault, note: Note, declaration: Place | undefined, heading: Heading | undefined): References {
  const links = heading
    ? backlinks(vault, note).filter(({ from, reference }) => namesHeading(vault.resolve(from, reference), heading))
    : backlinks(vault, note);
  return { declaration, references: links.map(({ from, reference }) => ({ file: from, range: insideOf(reference) })) };
}

/**
 * A wiki link without its brackets. The built-in Markdown extension takes what is inside them for a reference of its own and lists it
 * too; the editor shows two equal places once.
 */
function insideOf(reference: Reference): Range {
  if (reference.kind !== "wiki" || reference.place === "related") return reference.range;
  return { start: reference.range.start + (reference.embed ? 3 : 2), end: reference.range.end - 2 };
}

const namesHeading = (meaning: Resolution, { range }: Heading) =>
  meaning.kind === "note" && meaning.part?.kind === "heading" && meaning.part.heading.range.start === range.start;

/** Every reference that leads to a note or into it, its own included; by file, then in the order of the text. */
export function backlinks(vault: Vault, note: Note): readonly Backlink[] {
  const keys = offersOf(note);
  const seekers = new Set([...keys].flatMap((key) => vault.seekers(key))).add(note);
  const links: Backlink[] = [];
  for (const from of seekers)
    for (const reference of from === note ? note.references : referencesSeeking(from, keys))
      if (leadsTo(vault.resolve(from, reference), note)) links.push({ from, reference });
  return links.sort((a, b) =>
    a.from.path < b.from.path ? -1 : a.from.path > b.from.path ? 1 : a.reference.range.start - b.reference.range.start,
  );
}

const leadsTo = (meaning: Resolution, note: Note) =>
  (meaning.kind === "note" || meaning.kind === "missingPart") && meaning.note.uri === note.uri;

/** The notes that a note links to, without itself, each once. */
export function linkedFrom(vault: Vault, note: Note): ReadonlySet<Note> {
  const targets = new Set<Note>();
  for (const reference of note.references) {
    const meaning = vault.resolve(note, reference);
    if ((meaning.kind === "note" || meaning.kind === "missingPart") && meaning.note.uri !== note.uri) targets.add(meaning.note);
  }
  return targets;
}

/** The notes that link to a note, without itself, each once. */
export function linkingTo(vault: Vault, note: Note): ReadonlySet<Note> {
  return new Set(backlinks(vault, note).flatMap(({ from }) => (from.uri === note.uri ? [] : [from])));
}
