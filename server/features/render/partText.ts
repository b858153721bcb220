// The text that an embed shows: the body of a note, the section of one of its headings, or one of its blocks.
import { blockAt, outermostBlockAt } from "../../core/blockAt";
import { bodyStartOf } from "../../core/frontMatter";
import { titleKey } from "../../core/key";
import type { Heading, Note } from "../../core/note";
import type { Part } from "../../index/vault";

/** The Markdown of a note's part, or of all of it, cut out of the note's text. Its own title, which the embed names anyway, is left out. */
export function partText({ headings, title }: Note, text: string, part: Part | undefined): string {
  if (part?.kind === "anchor") return blockText(text, part.anchor.range.start);
  if (part?.kind === "heading") return sectionText(headings, text, part.heading);
  const start = bodyStartOf(text);
  const first = headings[0];
  const isTitle = first?.level === 1 && titleKey(first.text) === titleKey(title.text);
  const before = isTitle ? text.slice(start, lineStart(text, first.range.start)) : "-";
  return text.slice(isTitle && before.trim() === "" ? behindHeading(text, first) : start);
}

const lineStart = (text: string, offset: number) => text.lastIndexOf("\n", offset - 1) + 1;

/** Behind the line of a heading, and behind the line that underlines it. */
function behindHeading(text: string, { range }: Heading): number {
  const end = text.indexOf("\n", range.end);
  if (end < 0) return text.length;
  const underline = /^ {0,3}=+[ \t]*(?:\r?\n|$)/.exec(text.slice(end + 1, end + 200));
  return end + 1 + (underline?.[0].length ?? 0);
}

/** From a heading to the next one that is no deeper. */
function sectionText(headings: readonly Heading[], text: string, { range, level }: Heading): string {
  const next = headings.find((it) => it.range.start > range.start && it.level <= level);
  return text.slice(lineStart(text, range.start), next && lineStart(text, next.range.start));
}

/** The block that an id at its end names; for an id on a line of its own, the block above it. */
function blockText(text: string, anchor: number): string {
  const block = blockAt(text, anchor);
  if (!block) return "";
  const { start, end } = block.range;
  const isAlone = /^\^[\w-]+$/.test(text.slice(start, end).trim());
  const above = text.slice(0, start).trimEnd().length;
  const named = isAlone && above > 0 ? outermostBlockAt(text, above) : block.range;
  return named ? text.slice(lineStart(text, named.start), named.end) : "";
}
