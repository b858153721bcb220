// The item of a field being typed in the front matter: what the caret stands in, found by the reader of front matter.
import { parseFrontMatter } from "../core/frontMatter";
import type { Range } from "../core/note";
import { touches } from "../core/text";
import { isInFrontMatter, missingQuoteAt, withQuote } from "./openQuote";
import type { Quote } from "./yamlText";

/** The fields whose items are found here; those of `sources` are citations. */
const fields = ["topics", "related"] as const;

export interface TypedItem {
  readonly field: (typeof fields)[number];
  /** All of the item but its quotes. */
  readonly range: Range;
  /** What was typed of it, up to the caret. */
  readonly query: string;
  /** All of it as it stands there. */
  readonly whole: string;
  readonly quote: Quote;
}

/** What stands in for what is not typed yet, so that the parser sees an item: a letter. */
const letter = "x";

const marks: Readonly<Record<"single" | "double" | "none", Quote>> = { single: "'", double: '"', none: "" };

/** The item at the caret, empty or not; one that holds a link is none, for the link is found by itself. */
export function typedItemAt(text: string, caret: number): TypedItem | undefined {
  if (!isInFrontMatter(text, caret)) return undefined;
  const closed = withQuote(text, missingQuoteAt(text, caret));
  const front = parseFrontMatter(closed.slice(0, caret) + letter + closed.slice(caret));
  for (const field of fields) {
    const item = front.items(field).find(({ range }) => touches(range, caret));
    if (!item || item.folded !== undefined) continue;
    const quoted = item.quote === "none" ? 0 : 1;
    const range = { start: item.range.start + quoted, end: item.range.end - quoted - letter.length };
    const whole = text.slice(range.start, range.end);
    if (caret < range.start || caret > range.end || /\[\[|\]\]/.test(whole)) return undefined;
    return { field, range, query: text.slice(range.start, caret), whole, quote: marks[item.quote] };
  }
  return undefined;
}
