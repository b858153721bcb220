// The Markdown that notes are written in: CommonMark and GFM, plus wiki links, `%%comments%%`, math and footnotes.
// Each addition is a node that the rest of the code can trust: what stands inside a comment or a formula is no link.
import { type BlockContext, parser as commonMark, type Element, GFM, InlineContext, type Line, type MarkdownConfig } from "@lezer/markdown";
import { atSign, backslash, bang, closeBracket, dollar, newline, openBracket, openParenthesis, percent } from "./characters";
import { citationKeyEnd, citesThroughout, isWordBefore } from "./citations";
import { endless } from "./endless";
import { partsOf, withinAllowance } from "./inlineCost";
import { wikiLinkEnd } from "./wikiLink";

/** `[[target]]` and `![[target]]`; `wikiLinkEnd` says what ends one. */
function parseWikiLink(cx: InlineContext, next: number, start: number): number {
  const end = wikiLinkEnd(cx.text, (next === bang ? start + 1 : start) - cx.offset);
  return end < 0 ? -1 : cx.addElement(cx.elt("WikiLink", start, cx.offset + end));
}

const isBlank = (char: number) => char === 32 || char === 9 || char === newline || char < 0;
const isDigit = (char: number) => char >= 48 && char <= 57;
const isDouble = (cx: InlineContext, at: number, mark: number) => cx.char(at) === mark && cx.char(at + 1) === mark;

/**
 * `$…$` by Pandoc's rule (manual, extension `tex_math_dollars`): no blank right of the opening and left of the closing dollar,
 * no digit right of the closing one, and the next dollar closes or there is no formula. So `costs $5 [[x]] for $6` is no math.
 * `$$…$$` needs no rule.
 */
function parseMath(cx: InlineContext, next: number, start: number): number {
  if (next !== dollar) return -1;
  const end = isDouble(cx, start, dollar) ? closedBy(cx, start, dollar) : closingDollar(cx, start);
  return end < 0 ? -1 : cx.addElement(cx.elt("Math", start, end));
}

function closingDollar(cx: InlineContext, start: number): number {
  if (isBlank(cx.char(start + 1))) return -1;
  for (let at = start + 1; at < cx.end; at++) {
    if (cx.char(at) === dollar) return isBlank(cx.char(at - 1)) || isDigit(cx.char(at + 1)) ? -1 : at + 1;
    if (cx.char(at) === backslash) at++;
  }
  return -1;
}

/** Obsidian's `%%comment%%`. */
function parseComment(cx: InlineContext, next: number, start: number): number {
  if (next !== percent || !isDouble(cx, start, percent)) return -1;
  const end = closedBy(cx, start, percent);
  return end < 0 ? -1 : cx.addElement(cx.elt("Hidden", start, end));
}

/** Paragraphs in which a search for a closing mark found none: later openings need not look again, which keeps it linear. */
const unclosed = new WeakMap<InlineContext, Set<number>>();

/** The end of what a doubled mark opens and the next doubled mark closes. */
function closedBy(cx: InlineContext, start: number, mark: number): number {
  if (unclosed.get(cx)?.has(mark)) return -1;
  for (let at = start + 2; at < cx.end; at++) {
    if (isDouble(cx, at, mark)) return at + 2;
    if (cx.char(at) === backslash) at++;
  }
  unclosed.set(cx, (unclosed.get(cx) ?? new Set()).add(mark));
  return -1;
}

/** `@key` and `@{any key}`; `citationKeyEnd` says where a key ends. The `@` of an address has a letter before it. */
function parseCitation(cx: InlineContext, next: number, start: number): number {
  if (next !== atSign || isWordBefore(cx.char(start - 1))) return -1;
  const end = citationKeyEnd(cx.text, start + 1 - cx.offset);
  return end < 0 ? -1 : cx.addElement(cx.elt("Citation", start, cx.offset + end));
}

/**
 * `[text]` alone is a link only where its definition stands, and is checked there. Here it is text: taken for a link, it would keep
 * a link around it from being one, as in `[see [1] there](a.md)`. Brackets in which every part between semicolons cites are a group of
 * citations (Pandoc's manual, extension `citations`).
 */
function parseShortcut(cx: InlineContext, next: number, end: number): number {
  if (next !== closeBracket || cx.char(end + 1) === openParenthesis || cx.char(end + 1) === openBracket) return -1;
  const at = openBracketIn(cx);
  const opening = at < 0 ? null : cx.getDelimiterAt(at);
  if (!opening) return -1;
  const content = cx.takeContent(at);
  const isGroup = opening.type === InlineContext.linkStart && citesIn(cx, opening.to, end, content);
  if (isGroup) return cx.addElement(cx.elt("Citations", opening.from, end + 1, content));
  for (const element of content) cx.addElement(element);
  return end + 1;
}

/**
 * Which part of the context is the last bracket that is open still. The library's own search knows one kind at a time, and would look for images to
 * the start of the paragraph.
 */
function openBracketIn(cx: InlineContext): number {
  for (let at = partsOf(cx).length - 1; at >= 0; at--) {
    const mark = cx.getDelimiterAt(at) as Delimiter | null;
    if ((mark?.type === InlineContext.linkStart || mark?.type === InlineContext.imageStart) && (mark.side & opens) !== 0) return at;
  }
  return -1;
}

/** `side` is missing in the library's types: which ways a mark may be taken still. */
type Delimiter = NonNullable<ReturnType<InlineContext["getDelimiterAt"]>> & { readonly side: number };

const opens = 1;

function citesIn(cx: InlineContext, start: number, end: number, content: readonly Element[]): boolean {
  const citations = content.filter(({ type }) => cx.parser.nodeSet.types[type]?.name === "Citation");
  return citesThroughout(
    cx.slice(start, end),
    citations.map(({ from, to }) => ({ start: from - start, end: to - start })),
  );
}

/** Whether the line still belongs to the quotes and list items open around it; `Line.depth` counts them but is missing in the library's types. */
const isInside = (cx: BlockContext, line: Line) => (line as Line & { readonly depth: number }).depth >= cx.depth;

/** Quotes and items in each other: what lies deeper is a paragraph of its line. Each line is asked by every block around it whether it goes on. */
const deepest = 100;

const tooDeep = {
  name: "TooDeep",
  before: "LinkReference",
  parse(cx: BlockContext, line: Line): boolean {
    if (cx.depth <= deepest) return false;
    const start = cx.lineStart + line.pos;
    const text = line.text.slice(line.pos);
    cx.addElement(cx.elt("Paragraph", start, start + text.length, cx.parser.parseInline(text, start)));
    cx.nextLine();
    return true;
  },
};

/** A block that a line beginning with `mark` opens and the next line holding `mark` closes, blank lines included. */
function fencedBy(mark: string, node: string, before: string) {
  const opens = ({ text, pos }: Line) => text.startsWith(mark, pos) && text[pos + 2] !== mark[0] && !text.includes(mark, pos + 2);
  return {
    name: node,
    before,
    parse(cx: BlockContext, line: Line): boolean {
      if (line.indent - line.baseIndent >= 4 || !opens(line)) return false;
      const start = cx.lineStart + line.pos;
      while (cx.nextLine() && isInside(cx, line)) {
        if (!line.text.includes(mark, line.basePos)) continue;
        const end = cx.lineStart + line.text.length;
        cx.nextLine();
        cx.addElement(cx.elt(node, start, end));
        return true;
      }
      cx.addElement(cx.elt(node, start, cx.prevLineEnd()));
      return true;
    },
    endLeaf: (_cx: BlockContext, line: Line) => opens(line),
  };
}

const footnoteMark = /^\[\^[^\]\s]+\]:/;

const footnoteMarkAt = ({ text, pos, indent, baseIndent }: Line) =>
  indent - baseIndent < 4 ? footnoteMark.exec(text.slice(pos))?.[0] : undefined;

/**
 * `[^1]: text`, which CommonMark would read as the definition of a link named `^1`. It holds blocks: lines that are indented by four
 * go on with it, as in a list item (Pandoc's manual, extension `footnotes`; so do GitHub and Obsidian).
 */
const footnotes = {
  name: "FootnoteDefinition",
  before: "LinkReference",
  parse(cx: BlockContext, line: Line): boolean | null {
    const mark = footnoteMarkAt(line);
    if (mark === undefined) return false;
    cx.startComposite("FootnoteDefinition", line.pos, footnoteIndent);
    line.moveBase(line.pos + mark.length);
    return null;
  },
  endLeaf: (_cx: BlockContext, line: Line) => footnoteMarkAt(line) !== undefined,
};

const footnoteIndent = 4;

/** Whether a line goes on with a footnote: blank, or indented by so much. */
function continuesFootnote(_cx: BlockContext, line: Line, indent: number): boolean {
  if (line.next < 0) return true;
  if (line.indent < line.baseIndent + indent) return false;
  line.moveBaseColumn(line.baseIndent + indent);
  return true;
}

const notes: MarkdownConfig = {
  defineNodes: [
    "WikiLink",
    "Citation",
    "Citations",
    "Math",
    "Hidden",
    "Unread",
    { name: "MathBlock", block: true },
    { name: "HiddenBlock", block: true },
    { name: "FootnoteDefinition", block: true, composite: continuesFootnote },
  ],
  parseBlock: [tooDeep, fencedBy("$$", "MathBlock", "FencedCode"), fencedBy("%%", "HiddenBlock", "FencedCode"), footnotes],
  parseInline: [
    withinAllowance,
    endless,
    { name: "Shortcut", before: "Link", parse: parseShortcut },
    { name: "WikiLink", before: "Link", parse: parseWikiLink },
    { name: "Citation", before: "Link", parse: parseCitation },
    { name: "Math", before: "Escape", parse: parseMath },
    { name: "Hidden", before: "Escape", parse: parseComment },
  ],
};

/** The parser of a note's body: exact offsets, never throws, linear in the length of its input. */
export const noteParser = commonMark.configure([GFM, notes]);
