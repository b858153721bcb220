// What is under the caret. Features at the caret start here and then decide with a short switch; for what is being typed see `typed.ts`.
import type { BibEntry, Bibliography } from "../core/bibliography";
import type { Heading, Note, Range, Reference, Source } from "../core/note";
import { touches } from "../core/text";

export type Cursor =
  | { readonly kind: "reference"; readonly reference: Reference; readonly range: Range }
  | { readonly kind: "title"; readonly range: Range }
  | { readonly kind: "heading"; readonly heading: Heading; readonly range: Range }
  | { readonly kind: "source"; readonly source: Source; readonly range: Range }
  | { readonly kind: "nothing" };

/** What stands at an offset of the note; a reference goes before the heading it may stand in. */
export function cursorAt(note: Note, offset: number): Cursor {
  const reference = note.references.find(({ range }) => touches(range, offset));
  if (reference) return { kind: "reference", reference, range: reference.range };
  if (note.title.from !== "stem" && touches(note.title.range, offset)) return { kind: "title", range: note.title.range };
  const heading = note.headings.find(({ range }) => touches(range, offset));
  if (heading)
    return isTitleHeading(note, heading) ? { kind: "title", range: heading.range } : { kind: "heading", heading, range: heading.range };
  const source = note.sources.find(({ range }) => touches(range, offset));
  return source ? { kind: "source", source, range: source.range } : { kind: "nothing" };
}

/** The entry of a bibliography whose key stands at an offset. */
export function entryAt({ entries }: Bibliography, offset: number): BibEntry | undefined {
  return entries.find(({ range }) => touches(range, offset));
}

/** Whether a heading repeats the note's title: the first level-1 heading of the same words. */
export function isTitleHeading(note: Note, heading: Heading): boolean {
  if (heading.level !== 1 || heading.text !== note.title.text) return false;
  return note.headings.find(({ level }) => level === 1)?.range.start === heading.range.start;
}
