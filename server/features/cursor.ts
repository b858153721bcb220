// What is under the caret. Features at the caret start here and then decide with a short switch.
import type { BibEntry, Bibliography } from "../core/bibliography";
import { parseBody } from "../core/body";
import type { Heading, Note, Range, Reference, Source, WikiReference } from "../core/note";
import { parseNote } from "../core/parseNote";
import { touches } from "../core/text";
import { type TypedCitation, typedCitationAt } from "./typedCitation";

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

/** What is being typed that can be completed. */
export type Typed = { readonly kind: "link"; readonly link: TypedLink } | { readonly kind: "citation"; readonly citation: TypedCitation };

/** The link or citation in the making at the caret; undefined where nothing is to be completed. */
export function typedAt(text: string, caret: number): Typed | undefined {
  const link = typedLinkAt(text, caret);
  if (link) return { kind: "link", link };
  const citation = typedCitationAt(text, caret);
  return citation && { kind: "citation", citation };
}

/** A wiki link in the making. */
export interface TypedLink {
  /** All of it, with its brackets and, where it was closed already, up to them. */
  readonly range: Range;
  /** All that was typed of it, up to the caret. */
  readonly typed: string;
  /** What was typed behind the brackets. */
  readonly query: string;
  readonly embed: boolean;
  readonly place: WikiReference["place"];
}

/**
 * The wiki link whose target the caret stands in, closed or not. It asks the note's own parser, with the link closed at the caret,
 * so that code, comments and formulas offer nothing.
 */
export function typedLinkAt(text: string, caret: number): TypedLink | undefined {
  const lineStart = Math.max(text.lastIndexOf("\n", caret - 1), text.lastIndexOf("\r", caret - 1)) + 1;
  const open = text.lastIndexOf("[[", caret - 1);
  if (open < lineStart) return undefined;
  const isEmpty = text.slice(open + 2, caret).trim() === "";
  const closed = `${text.slice(0, caret)}${isEmpty ? "x" : ""}]]${text.slice(caret)}`;
  const link = wikiLinksOf(closed).find(({ range }) => range.end === caret + (isEmpty ? 3 : 2));
  if (!link || link.label !== undefined || link.target.includes("#")) return undefined;
  const start = link.range.start;
  const whole = wikiLinksOf(text).find(({ range }) => range.start === start)?.range;
  const end = whole?.end ?? caret + closingAt(text, caret);
  return {
    range: { start, end },
    typed: text.slice(start, caret),
    query: text.slice(open + 2, caret).trimStart(),
    embed: link.embed,
    place: link.place,
  };
}

/** How many brackets right of the caret belong to the link: those an editor has closed it with, be it only one. */
function closingAt(text: string, caret: number): number {
  if (text.startsWith("]]", caret)) return 2;
  return text.startsWith("]", caret) && text.charAt(caret + 1) !== "(" ? 1 : 0;
}

const nowhere = { uri: "" as Note["uri"], folder: undefined, path: "", modified: 0 };

function wikiLinksOf(text: string) {
  const { references } = text.startsWith("---") ? parseNote(nowhere, text, { topicsFromTags: false }) : parseBody(text, 0);
  return references.filter((reference) => reference.kind === "wiki");
}
