// Marks that open what nothing closes: a comment, a tag, a span of code. The parser looks for the end of each to the end of the paragraph, each time
// anew; here it is known after the first time that there is none, and the mark is the text that it would be anyway.
import type { InlineContext, InlineParser } from "@lezer/markdown";
import { backtick, bang, less, newline, question, space } from "./characters";
import { runEnd } from "./inlineCost";

/** Goes before the parsers of code, tags and line breaks. */
export const endless: InlineParser = {
  name: "Endless",
  before: "Escape",
  parse(cx, next, start) {
    if (next === less) return isEndless(cx, start) ? start + 1 : -1;
    if (next === backtick) return codeMark(cx, start);
    return next === space && cx.char(start + 1) === space ? blanks(cx, start) : -1;
  },
};

/** Whether what stands at `<` cannot end: a comment, an instruction, a declaration, an address (CommonMark, sections 6.5 and 6.6). */
function isEndless(cx: InlineContext, start: number): boolean {
  const next = cx.char(start + 1);
  const at = start - cx.offset;
  if (next === question) return nextPlace(cx, "?>", at + 2) === Number.POSITIVE_INFINITY;
  if (next === bang) return nextPlace(cx, declarationEnd(cx.text, at), at + 2) === Number.POSITIVE_INFINITY;
  scheme.lastIndex = at + 1;
  return scheme.test(cx.text) && !endsBeforeBlank(cx, scheme.lastIndex);
}

const declarationEnd = (text: string, at: number) => (text.startsWith("--", at + 2) ? "-->" : text.startsWith("[", at + 2) ? "]]>" : ">");

const scheme = /[a-z][-\w+.]+:/iy;

/** An address in angle brackets holds no blank. */
function endsBeforeBlank(cx: InlineContext, from: number): boolean {
  const end = nextPlace(cx, ">", from);
  return end < Number.POSITIVE_INFINITY && end < nextPlace(cx, " ", from);
}

/** The places found last: a paragraph is read from its start to its end, so that each holds until the reading has come to it. */
const found = new WeakMap<InlineContext, Map<string, number>>();

/** Where the next of a mark stands, or the next blank of any kind; Infinity where there is none. */
function nextPlace(cx: InlineContext, mark: string, from: number): number {
  const places = found.get(cx) ?? new Map<string, number>();
  found.set(cx, places);
  const known = places.get(mark);
  if (known !== undefined && known >= from) return known;
  const place = mark === " " ? nextBlank(cx.text, from) : cx.text.indexOf(mark, from);
  places.set(mark, place < 0 ? Number.POSITIVE_INFINITY : place);
  return places.get(mark) as number;
}

function nextBlank(text: string, from: number): number {
  const blank = /\s/g;
  blank.lastIndex = from;
  return blank.exec(text)?.index ?? -1;
}

/** The last run of backticks of each length. */
const lastRuns = new WeakMap<InlineContext, ReadonlyMap<number, number>>();

/** A run of backticks is ended by the next of the same length; where none comes, it is text. */
function codeMark(cx: InlineContext, start: number): number {
  const at = start - cx.offset;
  if (cx.text.charCodeAt(at - 1) === backtick) return -1;
  let runs = lastRuns.get(cx);
  if (!runs) {
    runs = new Map([...cx.text.matchAll(/`+/g)].map(({ index, 0: run }) => [run.length, index]));
    lastRuns.set(cx, runs);
  }
  const end = runEnd(cx.text, at);
  return (runs.get(end - at) ?? 0) > at ? -1 : cx.offset + end;
}

/** Blanks mean something before the end of a line alone. */
function blanks(cx: InlineContext, start: number): number {
  const end = runEnd(cx.text, start - cx.offset);
  return cx.text.charCodeAt(end) === newline ? -1 : cx.offset + end;
}
