// What it costs the parser to read a paragraph. At each bracket and each mark of emphasis it goes through what it met before, at each address and
// each destination to the end of those, so that a paragraph of a hundred thousand such marks would take minutes. Nobody writes so: a paragraph has
// an allowance in proportion to its length, and what is beyond it is text. Where that begins the tree has a node `Unread`.
import type { InlineContext, InlineParser } from "@lezer/markdown";
import {
  asterisk,
  backslash,
  closeBracket,
  closeParenthesis,
  isWhite,
  less,
  openParenthesis,
  semicolon,
  tilde,
  underscore,
} from "./characters";

/**
 * Steps for each character of a paragraph, and for every paragraph: for a note of a megabyte a few hundred million, half a second. Three thousand
 * links of forty characters each in one paragraph take a third of theirs.
 */
const [stepsPerCharacter, stepsAnyway] = [100, 100_000];

/** Steps that were taken so far. */
const taken = new WeakMap<InlineContext, number>();

/** Goes before the parsers of emphasis, links and bare addresses. */
export const withinAllowance: InlineParser = {
  name: "WithinAllowance",
  before: "Escape",
  parse(cx, next, start) {
    if (next === closeBracket) return isAllowed(cx, start, bracketCost) ? -1 : start + 1;
    if (next === asterisk || next === underscore || next === tilde)
      return isAllowed(cx, start, markCost) ? -1 : runEnd(cx.text, start - cx.offset) + cx.offset;
    return !beginsAddress(cx, next, start) || isAllowed(cx, start, addressCost) ? -1 : start + 1;
  },
};

/** The marks and elements that were met and stand in no other element yet; missing in the library's types. */
export const partsOf = (cx: InlineContext): readonly unknown[] => (cx as InlineContext & { readonly parts: readonly unknown[] }).parts;

type Cost = (cx: InlineContext, start: number) => number;

function isAllowed(cx: InlineContext, at: number, cost: Cost): boolean {
  const most = stepsAnyway + stepsPerCharacter * cx.text.length;
  const before = taken.get(cx) ?? 0;
  if (before > most) return false;
  const after = before + cost(cx, at);
  taken.set(cx, after);
  if (after <= most) return true;
  cx.addElement(cx.elt("Unread", at, at + 1));
  return false;
}

/** Where a run of equal characters that begins at `start` ends. */
export function runEnd(text: string, start: number): number {
  const mark = text.charCodeAt(start);
  let end = start + 1;
  while (text.charCodeAt(end) === mark) end++;
  return end;
}

const markCost: Cost = (cx) => partsOf(cx).length;

/** Behind a bracket the parser looks for a destination, and behind that for a title, letter by letter as is done here. */
function bracketCost(cx: InlineContext, start: number): number {
  const from = start + 1;
  return partsOf(cx).length + (cx.char(from) === openParenthesis ? 2 * destinationCost(cx, from) : 0);
}

function destinationCost(cx: InlineContext, from: number): number {
  let depth = 0;
  let at = from + 1;
  for (; at < cx.end && !isWhite(cx.char(at)); at++) {
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

const [lowerH, lowerT, lowerW] = [104, 116, 119];

function beginsAddress(cx: InlineContext, next: number, start: number): boolean {
  if (next === lowerH) return cx.char(start + 1) === lowerT && /^https?:\/\//.test(cx.slice(start, start + 8));
  return next === lowerW && cx.slice(start, start + 4) === "www.";
}

/** The parser looks for an open bracket; closing parentheses and entities are taken from the end of an address one by one, each time counted anew. */
function addressCost(cx: InlineContext, start: number): number {
  let peeled = 0;
  let end = start;
  for (; end < cx.end && !isWhite(cx.char(end)) && cx.char(end) !== less; end++) {
    const char = cx.char(end);
    if (char === closeParenthesis || char === semicolon) peeled++;
  }
  return partsOf(cx).length + (end - start) * (1 + peeled);
}
