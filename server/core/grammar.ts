// The Markdown that notes are written in: CommonMark and GFM, plus wiki links, `%%comments%%`, math and footnotes.
// Each addition is a node that the rest of the code can trust: what stands inside a comment or a formula is no link.
import {
  type BlockContext,
  parser as commonMark,
  GFM,
  type InlineContext,
  type LeafBlock,
  type Line,
  type MarkdownConfig,
} from "@lezer/markdown";
import { wikiLinkEnd } from "./wikiLink";

const newline = 10;
const dollar = 36;
const percent = 37;
const bang = 33;
const backslash = 92;

/** `[[target]]` and `![[target]]`; `wikiLinkEnd` says what ends one. */
function parseWikiLink(cx: InlineContext, next: number, start: number): number {
  const end = wikiLinkEnd(cx.text, (next === bang ? start + 1 : start) - cx.offset);
  return end < 0 ? -1 : cx.addElement(cx.elt("WikiLink", start, cx.offset + end));
}

/** Where a search for a closing mark found none: later openings of the same paragraph need not look again, which keeps it linear. */
const unclosed = new WeakMap<InlineContext, Set<string>>();

function spanTo(cx: InlineContext, node: string, start: number, endOf: (at: number) => number): number {
  if (unclosed.get(cx)?.has(node)) return -1;
  for (let at = start; at < cx.end; at++) {
    const end = endOf(at);
    if (end > 0) return end;
    if (cx.char(at) === backslash) at++;
  }
  unclosed.set(cx, (unclosed.get(cx) ?? new Set()).add(node));
  return -1;
}

const isBlank = (char: number) => char === 32 || char === 9 || char === newline || char < 0;
const isDigit = (char: number) => char >= 48 && char <= 57;

/**
 * `$…$` by Pandoc's rule (manual, extension `tex_math_dollars`): no blank right of the opening and left of the closing dollar,
 * no digit right of the closing one. So `costs $5 [[x]] for $6` is no math. `$$…$$` needs no rule.
 */
function parseMath(cx: InlineContext, next: number, start: number): number {
  if (next !== dollar) return -1;
  const isDisplay = cx.char(start + 1) === dollar;
  if (!isDisplay && isBlank(cx.char(start + 1))) return -1;
  const end = isDisplay
    ? spanTo(cx, "DisplayMath", start + 2, (at) => (cx.char(at) === dollar && cx.char(at + 1) === dollar ? at + 2 : -1))
    : spanTo(cx, "Math", start + 1, (at) =>
        cx.char(at) === dollar && at > start + 1 && !isBlank(cx.char(at - 1)) && !isDigit(cx.char(at + 1)) ? at + 1 : -1,
      );
  return end < 0 ? -1 : cx.addElement(cx.elt("Math", start, end));
}

/** Obsidian's `%%comment%%`. */
function parseComment(cx: InlineContext, next: number, start: number): number {
  if (next !== percent || cx.char(start + 1) !== percent) return -1;
  const end = spanTo(cx, "Hidden", start + 2, (at) => (cx.char(at) === percent && cx.char(at + 1) === percent ? at + 2 : -1));
  return end < 0 ? -1 : cx.addElement(cx.elt("Hidden", start, end));
}

/** Whether the line still belongs to the quotes and list items open around it; `Line.depth` counts them but is missing in the library's types. */
const isInside = (cx: BlockContext, line: Line) => (line as Line & { readonly depth: number }).depth >= cx.depth;

/** A block that a line beginning with `mark` opens and the next line holding `mark` closes, blank lines included. */
function fencedBy(mark: string, node: string, before: string) {
  const opens = (line: Line) => line.text.startsWith(mark, line.pos) && !line.text.includes(mark, line.pos + mark.length);
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

/** `[^1]: text`, which CommonMark would read as the definition of a link named `^1`. Its text may hold links. */
const footnotes = {
  name: "FootnoteDefinition",
  before: "LinkReference",
  leaf(_cx: BlockContext, leaf: LeafBlock) {
    const label = /^\[\^[^\]\s]+\]:/.exec(leaf.content)?.[0];
    if (label === undefined) return null;
    return {
      nextLine: () => false,
      finish(cx: BlockContext, block: LeafBlock): boolean {
        const text = cx.parser.parseInline(block.content.slice(label.length), block.start + label.length);
        cx.addLeafElement(block, cx.elt("FootnoteDefinition", block.start, block.start + block.content.length, [...text]));
        return true;
      },
    };
  },
};

const notes: MarkdownConfig = {
  defineNodes: [
    "WikiLink",
    "Math",
    "Hidden",
    { name: "MathBlock", block: true },
    { name: "HiddenBlock", block: true },
    { name: "FootnoteDefinition", block: true },
  ],
  parseBlock: [fencedBy("$$", "MathBlock", "FencedCode"), fencedBy("%%", "HiddenBlock", "FencedCode"), footnotes],
  parseInline: [
    { name: "WikiLink", before: "Link", parse: parseWikiLink },
    { name: "WikiEmbed", before: "Image", parse: parseWikiLink },
    { name: "Math", before: "Escape", parse: parseMath },
    { name: "Hidden", before: "Escape", parse: parseComment },
  ],
};

/** The parser of a note's body: exact offsets, never throws, linear in the length of its input. */
export const noteParser = commonMark.configure([GFM, notes]);
