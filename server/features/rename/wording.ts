// How a title stands in prose, and how another takes its place there: in the same case, with the same closing mark, as plain text.
import type { Range } from "../../core/note";
import type { TextChange } from "./plan";

/** What may stand neither in front of a title nor behind it: it would be a part of a word, a path, a tag, a key or markup. */
const notBefore = "(?<![\\p{L}\\p{M}\\p{N}_#@^/\\\\$&%=[|~-])";
const notBehind = "(?![\\p{L}\\p{M}\\p{N}_/\\\\=~-]|\\.[\\p{L}\\p{N}])";

/** Finds a title in a text: to the letter but for the case of the first one, the closing mark, and blanks that may end a line. */
export function phraseOf(title: string, flags = ""): RegExp {
  const { words, closing } = partsOf(title);
  const [first = "", ...rest] = words;
  const either = [...new Set([first.toLowerCase(), first.toUpperCase()])].map(literal).join("|");
  const body = rest.join("").split(/\s+/).map(literal).join("(?:[ \\t]+|[ \\t]*\\r?\\n[ \\t]*)");
  return new RegExp(`${notBefore}(?:${either})${body}(?:${literal(closing)})?${notBehind}`, `u${flags}`);
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/['’]/g, "['’]");

/** The characters of a title, and the mark it closes with. */
function partsOf(title: string): { readonly words: readonly string[]; readonly closing: string } {
  const [closing = ""] = /(?<![?!.])[?!.]+$/.exec(title.trim()) ?? [];
  return { words: [...title.trim().slice(0, title.trim().length - closing.length)], closing };
}

export interface OldAndNew {
  readonly old: string;
  readonly title: string;
}

/** The change that puts a title in place of the old one that stands somewhere; none where it would begin a line as a list, say. */
export function wordedAnew(text: string, range: Range, { old, title }: OldAndNew): readonly TextChange[] {
  const written = text.slice(range.start, range.end);
  const { closing } = partsOf(old);
  const isClosedBehind = /^[?!.]/.test(text.slice(range.end));
  const isOpen = isClosedBehind || (closing !== "" && !written.endsWith(closing));
  const words = inCaseOf(written, old, isOpen ? partsOf(title).words.join("") : title);
  const isAtLineStart = /(?:^|[\r\n])[ \t>]*$/.test(text.slice(Math.max(0, range.start - longestIndent), range.start));
  if (isAtLineStart && /^(?:[-+=>:#]|\d+[.)])/.test(words)) return [];
  return words === "" ? [] : [{ range, text: asPlainText(words) }];
}

const longestIndent = 100;

/** A title within a sentence often begins small, and one with a small letter large at the start of a sentence. */
function inCaseOf(written: string, old: string, title: string): string {
  const [first = "", second = ""] = title;
  const [was = ""] = old.trim();
  const [is = ""] = written;
  if (was === is || (is === is.toLowerCase() && second !== second.toLowerCase())) return title;
  return (is === is.toLowerCase() ? first.toLowerCase() : first.toUpperCase()) + title.slice(first.length);
}

/** With a backslash before all that could be read as more than text. */
const asPlainText = (text: string) =>
  text.replace(/[\\`*[\]<>|$]|(?<![\p{L}\p{N}])[#@^_]|_(?![\p{L}\p{N}])|%(?=%)|~(?=~)|&(?=#?\w+;)/gu, "\\$&");
