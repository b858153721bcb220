// From a reference to what it means, and from a note or heading to all that refer to it.
import type { Heading, Note, Range, Reference } from "../core/note";
import { offersOf, referencesSeeking } from "../index/keys";
import type { Resolution, Vault } from "../index/vault";
import { cursorAt } from "./cursor";

export interface Place {
  readonly note: Note;
  readonly range: Range;
}

/** A reference and the note it stands in. */
export interface Backlink {
  readonly from: Note;
  readonly reference: Reference;
}

/** The reference at an offset and what it means; undefined where there is none. */
export function definitionAt(
  vault: Vault,
  note: Note,
  offset: number,
): { readonly reference: Reference; readonly target: Resolution } | undefined {
  const cursor = cursorAt(note, offset);
  return cursor.kind === "reference" ? { reference: cursor.reference, target: vault.resolve(note, cursor.reference) } : undefined;
}

/** The place in a note that a resolution names: the part's, else the title's. */
export function placeOf(resolution: Resolution): Place | undefined {
  if (resolution.kind === "missingPart") return { note: resolution.note, range: resolution.note.title.range };
  if (resolution.kind !== "note") return undefined;
  const { note, part } = resolution;
  return { note, range: part === undefined ? note.title.range : part.kind === "heading" ? part.heading.range : part.anchor.range };
}

/** All references, in the whole vault, to what is under the caret: a note by its title or a link, a heading by itself or a link. */
export function referencesAt(
  vault: Vault,
  note: Note,
  offset: number,
): { readonly declaration: Place; readonly references: readonly Place[] } | undefined {
  const cursor = cursorAt(note, offset);
  if (cursor.kind === "title") return referring(vault, { note, range: cursor.range }, undefined);
  if (cursor.kind === "heading") return referring(vault, { note, range: cursor.range }, cursor.heading);
  if (cursor.kind !== "reference") return undefined;
  const target = vault.resolve(note, cursor.reference);
  const place = placeOf(target);
  const heading = target.kind === "note" && target.part?.kind === "heading" ? target.part.heading : undefined;
  return place && referring(vault, place, heading);
}

function referring(vault: Vault, declaration: Place, heading: Heading | undefined) {
  const links = heading
    ? backlinks(vault, declaration.note).filter(({ from, reference }) => namesHeading(vault.resolve(from, reference), heading))
    : backlinks(vault, declaration.note);
  return { declaration, references: links.map(({ from, reference }) => ({ note: from, range: insideOf(reference) })) };
}

/**
 * A wiki link without its brackets. The built-in Markdown extension takes what is inside them for a reference of its own and lists it
 * too; the editor shows two equal places once.
 */
function insideOf(reference: Reference): Range {
  if (reference.kind !== "wiki" || reference.place === "related") return reference.range;
  return { start: reference.range.start + (reference.embed ? 3 : 2), end: reference.range.end - 2 };
}

const namesHeading = (meaning: Resolution, heading: Heading) =>
  meaning.kind === "note" && meaning.part?.kind === "heading" && meaning.part.heading === heading;

/** Every reference that leads to a note or into it, its own included; by file, then in the order of the text. */
export function backlinks(vault: Vault, note: Note): readonly Backlink[] {
  const links: Backlink[] = [];
  const seen = new Set<Reference>();
  const consider = (from: Note, references: readonly Reference[]) => {
    for (const reference of references) {
      if (seen.has(reference)) continue;
      seen.add(reference);
      if (leadsTo(vault.resolve(from, reference), note)) links.push({ from, reference });
    }
  };
  consider(note, note.references);
  for (const key of offersOf(note)) for (const from of vault.seekers(key)) consider(from, referencesSeeking(from, key));
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
