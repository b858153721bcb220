// The quote of an item in the front matter that is being typed, and where it has to be closed.
import { parseFrontMatter } from "../core/frontMatter";
import type { Quote } from "./yamlText";

/** A cheap look before a parser is asked. */
export function isInFrontMatter(text: string, caret: number): boolean {
  return /^---[ \t]*\r?\n/.test(text) && !/\n---[ \t]*\r?\n/.test(text.slice(3, caret));
}

/** The quote that is open at the end of a line's beginning in a list or behind a field; undefined where other words of an item without quotes stand. */
export function quoteBefore(line: string): Quote | undefined {
  let quote: Quote = "";
  let item = "";
  for (const char of line.replace(/^\s*(?:[\w-]+:|-)(?=\s)/, "")) {
    if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === "," || char === "[") item = "";
    else if ((char === '"' || char === "'") && item.trim() === "") quote = char;
    else item += char;
  }
  return quote !== "" || item.trim() === "" ? quote : undefined;
}

/** A quote that an item lacks, and the place for it: the item's end, at the caret or behind it in its line. */
export interface MissingQuote {
  readonly quote: Quote;
  readonly at: number;
}

/**
 * What the item at the caret lacks where its quote is open and nobody closed it. To YAML it would go on to the next quote, be that the one
 * of another item; so it is asked first whether YAML can read the front matter as it is.
 */
export function missingQuoteAt(text: string, caret: number): MissingQuote | undefined {
  if (!isInFrontMatter(text, caret)) return undefined;
  const lineStart = text.lastIndexOf("\n", caret - 1) + 1;
  const before = text.slice(lineStart, caret);
  const quote = quoteBefore(before);
  const after = /[^\r\n]*/.exec(text.slice(caret))?.[0] ?? "";
  // An even number of quotes belongs to the items behind this one.
  if (!quote || (after.split(quote).length - 1) % 2 === 1) return undefined;
  if (!parseFrontMatter(text).problems.some(({ severity }) => severity === "error")) return undefined;
  return { quote, at: caret + itemEnd(before, after) };
}

/** The text with that quote in its place. */
export function withQuote(text: string, missing: MissingQuote | undefined): string {
  return missing ? text.slice(0, missing.at) + missing.quote + text.slice(missing.at) : text;
}

/** How far the item at the caret goes on behind it: a comment and blanks are not its own, nor, in a list in brackets, what ends an item there. */
function itemEnd(before: string, after: string): number {
  const isAlone = /^\s*(?:[\w-]+:|-)\s+["']/.test(before);
  const isInLink = before.lastIndexOf("[[") > before.lastIndexOf("]]");
  const link = isInLink ? (/^[^\][]*\]\]/.exec(after)?.[0].length ?? 0) : 0;
  const rest = after.slice(link).replace(/(?:^|\s)#.*$/, "");
  return link + (isAlone ? rest : (/^[^,\]}]*/.exec(rest)?.[0] ?? "")).trimEnd().length;
}
