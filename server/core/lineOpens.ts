// What a line of Markdown begins, as far as its first characters tell: the block rules of CommonMark (sections 4 and 5), GFM's tables
// and our own fences, footnotes and comments. Where they do not tell for sure it says so.

/** What a line begins, seen from the top level. `other`: something that takes the full parser, or may. */
export type Opens = "blank" | "text" | "heading" | "fence" | "rule" | "item" | "other";

/** The end of the line, before its `\n`. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** A blank, a tab or a carriage return. */
export const isSpace = (char: number) => char === 32 || char === 9 || char === 13;
export const isDigit = (char: number) => char >= 48 && char <= 57;

/** The first character from `at` that is no space, or `end`. */
export function skipSpaces(text: string, at: number, end: number): number {
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

const headingStart = /#{1,6}(?=[ \t\r\n]|$)/y;
const fenceStart = /(?:`{3,}(?=[^`\n]*(?:\n|$))|~{3,})/y;
const ruleLine = /([*_-])[ \t\r]*(?:\1[ \t\r]*){2,}(?=\n|$)/y;
/** A marker and what goes on as text behind it: no block of its own, no code. */
const itemStart =
  /(?:[-*+]|\d{1,9}[.)]) {1,4}(?:\[[ xX]\] )?(?:(?=[^\s#>|:=<`~$%[\]+*_-])(?!\d{1,9}[.)](?:\s|$))|(?=\[\[|\[[^\s^[\]]|\*{1,3}[^\s*]|_{1,3}[^\s_]|~~[^\s~]|`[^`]))/y;

/** Whether a sticky pattern stands at an offset. */
export const matches = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** What a line begins whose text stands from `at` to `end`, its indentation left out. */
export function lineOpens(text: string, at: number, end: number): Opens {
  if (skipSpaces(text, at, end) === end) return "blank";
  const char = text.charCodeAt(at);
  switch (char) {
    case 9:
    case 13:
    case 32:
    case 60: // <
    case 62: // >
    case 124: // |
    case 61: // =
      return "other";
    case 35: // #
      return matches(headingStart, text, at) ? "heading" : "text";
    case 96: // `
    case 126: // ~
      return matches(fenceStart, text, at) ? "fence" : "text";
    case 36: // $
    case 37: // %
      return text.charCodeAt(at + 1) === char ? "other" : "text";
    case 58: // : could be a table's second line
      return text.charCodeAt(at + 1) === 45 ? "other" : "text";
    case 91: // [
      return text.charCodeAt(at + 1) === 94 ? "other" : "text"; // a footnote
    case 42: // *
    case 95: // _
      if (matches(ruleLine, text, at)) return "rule";
      if (char === 42 && (at + 1 === end || isSpace(text.charCodeAt(at + 1)))) return matches(itemStart, text, at) ? "item" : "other";
      return "text";
    case 43: // +
    case 45: // -
      return matches(ruleLine, text, at) ? "rule" : matches(itemStart, text, at) ? "item" : "other";
    default:
      return isDigit(char) ? numberOpens(text, at, end) : "text";
  }
}

function numberOpens(text: string, at: number, end: number): Opens {
  let behind = at;
  while (behind < end && isDigit(text.charCodeAt(behind))) behind++;
  const mark = text.charCodeAt(behind);
  if (mark !== 46 && mark !== 41) return "text";
  if (behind + 1 < end && !isSpace(text.charCodeAt(behind + 1))) return "text";
  return matches(itemStart, text, at) ? "item" : "other";
}

/** Where the text of a list item begins, behind its marker; `at` where no item begins. */
export function itemText(text: string, at: number): number {
  itemStart.lastIndex = at;
  return itemStart.test(text) ? itemStart.lastIndex : at;
}
