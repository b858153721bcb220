// A note's text cut into the passages that the ranking reads: titles, headings and paragraphs, links as what they show.
import { bodyStartOf } from "../../core/frontMatter";
import type { Note, Range, Reference } from "../../core/note";
import type { Passage } from "./profile";

/** UTF-16 units of a note that are read; longer ones have said by then what they are about. */
const mostRead = 60_000;

/** The parts of a note that its passages are made from. */
export type ReadNote = Pick<Note, "title" | "summary" | "aliases" | "headings" | "references">;

/** The passages of a note; those that stand in its text as they are have their place. */
export function passagesOf({ title, summary, aliases, headings, references }: ReadNote, text: string): readonly Passage[] {
  const start = bodyStartOf(text);
  const end = Math.min(text.length, start + mostRead);
  const shown = shownText(text, start, end, references);
  const passage = (field: Passage["field"], words: string, at: number | undefined): Passage => ({
    field,
    text: words,
    start: at,
    weight: 1,
  });
  const written = (words: string, range: Range) => (text.startsWith(words, range.start) ? range.start : undefined);
  const passages = [passage("title", title.text, written(title.text, title.range))];
  for (const alias of aliases) passages.push(passage("heading", alias.text, undefined));
  if (summary !== "") passages.push(passage("body", summary, undefined));
  let at = start;
  for (const { range, text: words } of headings) {
    if (range.start >= end) break;
    if (range.start > at) passages.push(passage("body", shown.slice(at - start, range.start - start), at));
    if (range.start !== title.range.start) passages.push(passage("heading", words, written(words, range)));
    at = Math.max(at, range.end);
  }
  if (at < end) passages.push(passage("body", shown.slice(at - start), at));
  return passages;
}

/** The names a note goes by, its title first. */
export const namesOf = ({ title, aliases }: ReadNote): readonly string[] => [title.text, ...aliases.map(({ text }) => text)];

/** How much the paragraph at the caret, the heading over it and all the rest count when that paragraph is what is asked about. */
const focus = { paragraph: 3, heading: 2, rest: 0.5 } as const;

/** The same passages as seen from a caret: its paragraph first, cut out of the passage it stands in. */
export function focused(passages: readonly Passage[], caret: number): readonly Passage[] {
  const at = passages.findIndex(({ start, text }) => start !== undefined && start <= caret && caret <= start + text.length);
  const here = passages[at];
  if (here?.start === undefined) return passages;
  const heading = passages.slice(0, at).reduce((last, { field }, index) => (field === "heading" ? index : last), -1);
  const { start, end } = paragraphAt(here.text, caret - here.start);
  const cut = (from: number, to: number, weight: number) => ({
    ...here,
    text: here.text.slice(from, to),
    start: (here.start ?? 0) + from,
    weight,
  });
  const others = passages.flatMap((passage, index): readonly Passage[] => {
    if (index === at) return [cut(0, start, focus.rest), cut(end, here.text.length, focus.rest)];
    return [{ ...passage, weight: index === heading ? focus.heading : focus.rest }];
  });
  return [cut(start, end, focus.paragraph), ...others];
}

/** The lines around a place in a text up to the next blank ones. */
function paragraphAt(text: string, at: number): Range {
  const before = [...text.slice(0, at).matchAll(/\n[ \t]*(?=\n)/g)].at(-1);
  const behind = /\n[ \t]*\n/.exec(text.slice(at));
  return { start: before ? before.index + before[0].length : 0, end: behind ? at + behind.index : text.length };
}

/** What of a text is no prose: comments, addresses, tags of HTML. */
const markup = /<!--[\s\S]*?(?:-->|$)|%%[\s\S]*?%%|(?:https?:\/\/|www\.)[^\s<>)\]"'|}]+|<[a-zA-Z/][^<>\n]*>/g;

/** A stretch of text with blanks for all that a reader does not see, so that every word keeps its place. */
function shownText(text: string, start: number, end: number, references: readonly Reference[]): string {
  let shown = "";
  let at = start;
  for (const { start: from, end: to } of hiddenIn(references)) {
    if (from < at || to > end) continue;
    shown += text.slice(at, from) + " ".repeat(to - from);
    at = to;
  }
  shown += text.slice(at, end);
  return shown.replace(markup, ({ length }) => " ".repeat(length));
}

/** The targets behind labels, folders in front of names, addresses in Markdown links, keys of papers. */
function hiddenIn(references: readonly Reference[]): readonly Range[] {
  const hidden = references.flatMap((reference): readonly Range[] => {
    if (reference.kind === "citation") return [reference.range];
    const { targetRange } = reference;
    if (reference.kind === "markdown" || reference.label !== undefined) return [targetRange];
    const slash = reference.target.lastIndexOf("/");
    return slash < 0 ? [] : [{ start: targetRange.start, end: targetRange.start + slash + 1 }];
  });
  return hidden.sort((a, b) => a.start - b.start);
}
