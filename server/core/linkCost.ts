// What it costs the parser to try links: it looks to the end of a paragraph for the end of each destination, so that `[a](` a hundred thousand times
// would take minutes. Nobody writes so; a paragraph has an allowance, and what is beyond it is text.
import type { InlineContext } from "@lezer/markdown";
import { backslash, closeBracket, closeParenthesis, openParenthesis } from "./characters";

/** Links that are tried in a paragraph: for each the parser also goes through all those before. */
const mostTries = 20_000;
/** How many times the length of the paragraph may be looked through: links that end well take it once together. */
const mostLooks = 20;
/** For short paragraphs, whatever stands in them. */
const always = 10_000;

interface Spent {
  tries: number;
  /** Characters that were looked at. */
  looked: number;
}

const spent = new WeakMap<InlineContext, Spent>();

/** An inline parser that goes before the one of links: what stands at `start` is text where the allowance is spent. */
export function boundLinks(cx: InlineContext, next: number, start: number): number {
  if (next !== closeBracket || cx.char(start + 1) !== openParenthesis) return -1;
  const own = spent.get(cx) ?? { tries: 0, looked: 0 };
  spent.set(cx, own);
  if (own.tries >= mostTries || own.looked > always + mostLooks * (cx.end - cx.offset)) return start + 1;
  own.tries++;
  own.looked += lookedAt(cx, start + 2);
  return -1;
}

/** How many characters the parser looks at for a destination that begins at `from`, and for the title behind it. */
function lookedAt(cx: InlineContext, from: number): number {
  let depth = 0;
  let at = from;
  for (; at < cx.end && !isBlank(cx.char(at)); at++) {
    const char = cx.char(at);
    if (char === backslash) at++;
    else if (char === openParenthesis) depth++;
    else if (char === closeParenthesis && depth-- === 0) return at - from;
  }
  const title = cx.skipSpace(at);
  const closing = titleMarks[String.fromCharCode(cx.char(title))];
  if (closing === undefined) return title - from;
  const end = cx.text.indexOf(closing, title + 1 - cx.offset);
  return (end < 0 ? cx.end : cx.offset + end) - from;
}

const titleMarks: Readonly<Record<string, string>> = { '"': '"', "'": "'", "(": ")" };

const isBlank = (char: number) => char === 32 || char === 9 || char === 10 || char === 13;
