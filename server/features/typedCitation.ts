// The citation or source being typed: what the caret stands in, found by the note's own parser.
import { parseBody } from "../core/body";
import type { Range } from "../core/note";
import { parseNote } from "../core/parseNote";
import { touches } from "../core/text";
import { isInFrontMatter, missingQuoteAt, withQuote } from "./openQuote";
import type { Quote } from "./yamlText";

export interface TypedCitation {
  /** What a choice replaces: the key without its `@`, or the item of `sources:` without its quotes. */
  readonly range: Range;
  /** What was typed of it, up to the caret. */
  readonly query: string;
  readonly place: "body" | "sources";
  /** The quote in which an item of `sources:` stands already. */
  readonly quote: Quote;
}

/** The key or source at the caret, empty or not; undefined elsewhere, so in code, comments and formulas. */
export function typedCitationAt(text: string, caret: number): TypedCitation | undefined {
  return (isInFrontMatter(text, caret) ? typedSource(text, caret) : undefined) ?? typedKey(text, caret);
}

/** What stands in for what is not typed yet, so that the parser sees a key or an item: a letter. */
const letter = "x";

const nowhere = { uri: "" as never, folder: undefined, path: "", modified: 0 };

function typedSource(text: string, caret: number): TypedCitation | undefined {
  const closed = withQuote(text, missingQuoteAt(text, caret));
  const filled = closed.slice(0, caret) + letter + closed.slice(caret);
  const source = parseNote(nowhere, filled, { topicsFromTags: false }).sources.find(({ range }) => touches(range, caret));
  if (!source || caret === source.range.end) return undefined;
  const { start, end } = source.range;
  const before = text.charAt(start - 1);
  return {
    range: { start, end: end - 1 },
    query: text.slice(start, caret),
    place: "sources",
    quote: before === "'" || before === '"' ? before : "",
  };
}

const keyToCaret = /@([\p{L}\p{M}\p{N}_:.#$%&+?<>~/-]*)$/u;

function typedKey(text: string, caret: number): TypedCitation | undefined {
  const lineStart = text.lastIndexOf("\n", caret - 1) + 1;
  const typed = keyToCaret.exec(text.slice(lineStart, caret));
  if (!typed) return undefined;
  const filled = text.slice(0, caret) + letter + text.slice(caret);
  const at = lineStart + typed.index;
  const references = text.startsWith("---")
    ? parseNote(nowhere, filled, { topicsFromTags: false }).references
    : parseBody(filled, 0).references;
  const citation = references.find(({ kind, range }) => kind === "citation" && range.start === at);
  if (!citation) return undefined;
  return {
    range: { start: at + 1, end: Math.max(caret, citation.targetRange.end - 1) },
    query: typed[1] ?? "",
    place: "body",
    quote: "",
  };
}
