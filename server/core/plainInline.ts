// Reads the text of one plain block: wiki links, links and images between prose, emphasis and code. It says so where it meets anything
// that takes the full parser (a formula, an HTML tag, a bare address), and then has taken nothing.
import {
  atSign,
  backslash,
  backtick,
  bang,
  closeBracket,
  closeParenthesis,
  isWhite,
  less,
  openBracket,
  openParenthesis,
  percent,
  slash,
} from "./characters";
import { citationKeyEnd, citesThroughout, isWordBefore } from "./citations";
import type { Range, Reference } from "./note";
import { type Reading, takeCitation, takeLink, takeWikiLink } from "./reading";
import { wikiLinkEnd } from "./wikiLink";

/** The characters at which something other than prose may begin. */
const telling = new Uint8Array(128);
for (const char of "[]!`\\<$%@:") telling[char.charCodeAt(0)] = 1;

/** `line`: what opens on a line of a list has to close there, because the next line may be a block of its own. */
export type Extent = "block" | "line";

/** Where brackets opened; a link may not stand in a link, an image may hold both. */
interface Opening {
  readonly at: number;
  readonly isImage: boolean;
  /** False once a link was closed inside it: then it opens nothing any more. */
  isOpen: boolean;
}

/**
 * Takes the references of a block's text from `start` to `end` into the reading, in the order of the text, and returns true; or returns
 * false where only the full parser knows, with the reading as it was. The rules are CommonMark's, sections 6.1, 6.3, 6.4 and 6.6.
 */
export function readPlainInline(reading: Reading, start: number, end: number, extent: Extent): boolean {
  const { text, references } = reading;
  const before = references.length;
  const openings: Opening[] = [];
  let isClosed = true;
  for (let at = start; at < end; ) {
    const char = text.charCodeAt(at);
    if (char > 127 || telling[char] === 0) {
      at++;
      continue;
    }
    let next = -1;
    if (char === openBracket || char === bang) next = openingAt(reading, openings, at, end);
    else if (char === atSign) next = citationAt(reading, at);
    else if (char === closeBracket) next = closingAt(reading, openings, before, at, end);
    else if (char === backtick) {
      next = codeEnd(text, at, end);
      if (next < 0) {
        isClosed = false;
        next = runEnd(text, at, end);
      }
    } else next = afterSign(text, char, at, end);
    if (next < 0) {
      references.length = before;
      return false;
    }
    at = next;
  }
  if (extent === "block" || (isClosed && openings.length === 0)) return true;
  references.length = before;
  return false;
}

/** Behind a sign that is prose here; -1 where it may be more. */
function afterSign(text: string, char: number, at: number, end: number): number {
  const next = at + 1 < end ? text.charCodeAt(at + 1) : -1;
  switch (char) {
    case backslash:
      return isPunctuation(next) ? at + 2 : at + 1;
    case less:
      return isLetter(next) || next === slash || next === bang || next === 63 /* ? */ ? -1 : at + 1;
    case percent:
      return next === percent ? -1 : at + 1;
    case 58 /* : */:
      return next === slash ? -1 : at + 1;
    default:
      return -1; // `$`
  }
}

const isLetter = (char: number) => (char >= 65 && char <= 90) || (char >= 97 && char <= 122);

/** ASCII punctuation, which a backslash escapes. */
const isPunctuation = (char: number) =>
  (char >= 33 && char <= 47) || (char >= 58 && char <= 64) || (char >= 91 && char <= 96) || (char >= 123 && char <= 126);

/** Behind a wiki link, or behind brackets that open. */
function openingAt(reading: Reading, openings: Opening[], at: number, end: number): number {
  const { text } = reading;
  const isImage = text.charCodeAt(at) === bang;
  const bracket = isImage ? at + 1 : at;
  if (bracket >= end || text.charCodeAt(bracket) !== openBracket) return at + 1;
  const behind = wikiLinkEnd(text, bracket);
  if (behind > end) return -1;
  if (behind > 0) {
    takeWikiLink(reading, { start: at, end: behind }, "body");
    return behind;
  }
  openings.push({ at, isImage, isOpen: true });
  return bracket + 1;
}

/** Behind a bracket that closes, or behind the link that it closes. `before`: how many references there were before the block. */
function closingAt(reading: Reading, openings: Opening[], before: number, at: number, end: number): number {
  const next = at + 1 < end ? reading.text.charCodeAt(at + 1) : -1;
  // `[text][label]`: what a label is takes the full parser.
  if (next === openBracket) return openings.length === 0 ? at + 1 : -1;
  if (next === openParenthesis) return linkAt(reading, openings, before, at, end);
  const opened = lastOpen(openings);
  const opening = openings[opened];
  if (opening && !takeGroup(reading, opening, before, at)) return -1;
  openings.length = opening ? opened : Math.max(0, openings.length - 1);
  return at + 1;
}

/** Marks that in a group of citations could bind its parts otherwise. */
const binding = /[*_~`[\]\\&<!]/;

/** Makes the citations between brackets bracketed ones if they are a group; false where only the full parser knows. */
function takeGroup({ text, references }: Reading, { at, isImage }: Opening, before: number, end: number): boolean {
  const start = at + 1;
  const first = firstFrom(references, before, start);
  if (isImage || first === references.length) return true;
  let prose = "";
  let from = start;
  for (const { range } of references.slice(first)) {
    prose += text.slice(from, range.start);
    from = range.end;
  }
  if (binding.test(prose + text.slice(from, end))) return false;
  const inside = references.splice(first);
  const cited = inside.filter(({ kind }) => kind === "citation");
  const places = cited.map(({ range }) => ({ start: range.start - start, end: range.end - start }));
  const isGroup = citesThroughout(text.slice(start, end), places);
  references.push(...inside.map((it) => (isGroup && it.kind === "citation" ? { ...it, isBracketed: true } : it)));
  return true;
}

/** The index of the first of a block's references that begins at an offset or behind it. */
function firstFrom(references: readonly Reference[], before: number, offset: number): number {
  let at = references.length;
  while (at > before && (references[at - 1]?.range.start ?? 0) >= offset) at--;
  return at;
}

/** Behind a citation; behind the `@` where it is none; -1 where it may be part of an address. */
function citationAt(reading: Reading, at: number): number {
  const { text } = reading;
  const previous = text.charCodeAt(at - 1);
  if (isWordBefore(previous) || previous === 46 || previous === 43 || previous === 45) return -1;
  const end = citationKeyEnd(text, at + 1);
  if (end < 0) return at + 1;
  takeCitation(reading, { start: at, end }, false);
  return end;
}

function lastOpen(openings: readonly Opening[]): number {
  for (let index = openings.length - 1; index >= 0; index--) if (openings[index]?.isOpen) return index;
  return -1;
}

function linkAt(reading: Reading, openings: Opening[], before: number, at: number, end: number): number {
  const opening = openings.pop();
  if (!opening?.isOpen) return at + 1;
  const { text } = reading;
  const url = urlAt(text, skipBlanks(text, at + 2, end), end);
  const close = url === undefined ? -1 : skipBlanks(text, url.end, end);
  if (!url || close >= end || text.charCodeAt(close) !== closeParenthesis) return -1; // a title, or no link at all
  // A citation in the text of a link belongs to the link.
  if (reading.references.slice(firstFrom(reading.references, before, opening.at)).some(({ kind }) => kind === "citation")) return -1;
  takeLink(reading, { start: opening.at, end: close + 1 }, url, opening.isImage);
  inOrder(reading, before);
  if (!opening.isImage) for (const outer of openings) if (!outer.isImage) outer.isOpen = false;
  return close + 1;
}

/** A link begins before what stands in it and was taken first. */
function inOrder({ references }: Reading, before: number): void {
  for (let at = references.length - 1; at > before; at--) {
    const [inner, outer] = [references[at - 1], references[at]];
    if (!inner || !outer || inner.range.start < outer.range.start) return;
    references[at - 1] = outer;
    references[at] = inner;
  }
}

/** A destination without angle brackets: to the next blank, or to a parenthesis that it did not open. */
function urlAt(text: string, start: number, end: number): Range | undefined {
  if (text.charCodeAt(start) === less) return undefined;
  let depth = 0;
  let at = start;
  for (; at < end; at++) {
    const char = text.charCodeAt(at);
    if (isWhite(char) || (char === closeParenthesis && depth === 0)) break;
    if (char === backslash) return undefined;
    if (char === openParenthesis) depth++;
    else if (char === closeParenthesis) depth--;
  }
  return at > start ? { start, end: at } : undefined;
}

function skipBlanks(text: string, at: number, end: number): number {
  while (at < end && isWhite(text.charCodeAt(at))) at++;
  return at;
}

function runEnd(text: string, at: number, end: number): number {
  while (at < end && text.charCodeAt(at) === backtick) at++;
  return at;
}

/** Behind the code that a run of backticks opens and the next run of the same length closes; -1 where none does. */
function codeEnd(text: string, start: number, end: number): number {
  if (text.charCodeAt(start - 1) === backtick) return -1;
  const inside = runEnd(text, start, end);
  for (let at = text.indexOf("`", inside); at >= 0 && at < end; at = text.indexOf("`", at)) {
    const behind = runEnd(text, at, end);
    if (behind - at === inside - start) return behind;
    at = behind;
  }
  return -1;
}
