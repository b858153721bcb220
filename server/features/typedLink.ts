// The wiki link being typed: its target, and the part behind `#`; found by the note's own parser.
import { parseBody } from "../core/body";
import type { Note, Range, WikiReference } from "../core/note";
import { parseNote } from "../core/parseNote";
import { missingQuoteAt, quoteBefore, withQuote } from "./openQuote";
import type { Quote } from "./yamlText";

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
  /** In `related:`, the quote in which its item stands, empty where the link is all of an item; undefined in the middle of one without quotes. */
  readonly quote: Quote | undefined;
}

/**
 * The wiki link whose target the caret stands in, closed or not. It asks the note's own parser, with the link closed at the caret,
 * so that code, comments and formulas offer nothing.
 */
export function typedLinkAt(text: string, caret: number): TypedLink | undefined {
  const found = linkAt(text, caret);
  return found && !found.toCaret.target.includes("#") ? found.typed : undefined;
}

/** The part of a wiki link in the making: what stands behind a `#`, which may as well belong to a title. */
export interface TypedPart {
  /** The link as if all of it were a title. */
  readonly link: TypedLink;
  /** Every way to divide it, the longest name of a note first. */
  readonly divisions: readonly Division[];
  /** What a choice writes behind the part. */
  readonly closing: "]]" | "";
}

/** A link's target divided in what names a note and what names a part of it. */
export interface Division {
  /** Names the note; empty for the note itself. */
  readonly base: string;
  /** The headings named already that the part stands under. */
  readonly parents: readonly string[];
  /** What was typed of the part, up to the caret. */
  readonly query: string;
  /** All of the part, with what closes the link already where `closing` takes its place. */
  readonly range: Range;
}

/** At most this many `#` are taken for the beginning of a part. */
const mostDivisions = 3;

/** The wiki link in the making at the caret, or its part. */
export function typedWikiAt(text: string, caret: number): TypedLink | TypedPart | undefined {
  const found = linkAt(text, caret);
  return found?.toCaret.target.includes("#") ? partIn(found, text, caret) : found?.typed;
}

function partIn({ typed, toCaret, whole }: FoundLink, text: string, caret: number): TypedPart {
  const target = text.slice(toCaret.targetRange.start, caret);
  // Brackets that close the link are written once more, so that the caret comes behind them as it does behind a title.
  const isLabelled = whole?.label !== undefined;
  const end = isLabelled ? Math.max(caret, whole.targetRange.end) : typed.range.end;
  const cuts = [...target.matchAll(/#/g)].map(({ index }) => index).slice(0, mostDivisions);
  const divisions = cuts.map((cut): Division => {
    const pieces = target.slice(cut + 1).split("#");
    const query = pieces.at(-1) ?? "";
    return {
      base: target.slice(0, cut).trim(),
      parents: pieces.slice(0, -1).flatMap((it) => it.trim() || []),
      query,
      range: { start: caret - query.length, end },
    };
  });
  return { link: typed, divisions: divisions.reverse(), closing: isLabelled ? "" : "]]" };
}

interface FoundLink {
  readonly typed: TypedLink;
  /** The link as if it ended at the caret. */
  readonly toCaret: WikiReference;
  /** The link as it is, if it is closed. */
  readonly whole: WikiReference | undefined;
}

function linkAt(typedText: string, caret: number): FoundLink | undefined {
  const text = withQuote(typedText, missingQuoteAt(typedText, caret));
  const lineStart = Math.max(text.lastIndexOf("\n", caret - 1), text.lastIndexOf("\r", caret - 1)) + 1;
  const open = text.lastIndexOf("[[", caret - 1);
  if (open < lineStart) return undefined;
  const isEmpty = text.slice(open + 2, caret).trim() === "";
  const closed = `${text.slice(0, caret)}${isEmpty ? "x" : ""}]]${text.slice(caret)}`;
  const toCaret = wikiLinksOf(closed).find(({ range }) => range.end === caret + (isEmpty ? 3 : 2));
  if (!toCaret || toCaret.label !== undefined) return undefined;
  const { start } = toCaret.range;
  const whole = wikiLinksOf(text).find(({ range }) => range.start === start);
  const typed: TypedLink = {
    range: { start, end: whole?.range.end ?? caret + closingAt(text, caret) },
    typed: text.slice(start, caret),
    query: text.slice(open + 2, caret).trimStart(),
    embed: toCaret.embed,
    place: toCaret.place,
    quote: toCaret.place === "related" ? quoteBefore(text.slice(lineStart, start)) : undefined,
  };
  return { typed, toCaret, whole };
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
