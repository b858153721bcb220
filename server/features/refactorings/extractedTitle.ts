// What a note is called that is made of some lines of another: as their first heading says, or their first sentence.
import { parseBody } from "../../core/body";
import { exactKey } from "../../core/key";
import type { Note, Range } from "../../core/note";
import { isInside } from "../../core/text";

/** UTF-16 units; a title is to be read at a glance. */
const longestTitle = 80;

/** The first title that may be had; undefined where the lines have no words, or other notes have their titles. */
export function titleFor(note: Note, selected: string, lines: Range, isFree: (title: string) => boolean): string | undefined {
  const heading = note.headings.find(({ range, text }) => isInside(range, lines) && text !== "");
  const titles = [exactKey(heading?.text ?? ""), firstSentence(selected)].map(shortened);
  return titles.find((title) => /[\p{L}\p{N}]/u.test(title) && isFree(title));
}

/** Of the first paragraph: no heading, table or code. */
function firstSentence(selected: string): string {
  const lines = selected
    .replace(fenced, "")
    .split(/\r?\n/)
    .map((line) => line.replace(marks, ""));
  const first = lines.findIndex((line) => line.trim() !== "" && !/^\s*(?:#{1,6}[ \t]|[|<]|[-=*_]+\s*$|\$\$)/.test(line));
  if (first < 0) return "";
  const behind = lines.findIndex((line, at) => at > first && line.trim() === "");
  const paragraph = lines
    .slice(first, behind < 0 ? undefined : behind)
    .join(" ")
    .trim();
  const shown = parseBody(`# ${paragraph}`, 0).headings[0]?.text ?? "";
  // A title cites nothing, and links nothing that stood in code.
  const plain = shown.replace(/\s*\[[^\]]*@[^\]]*\]/g, "").replace(/\[\[|\]\]/g, "");
  const sentence = /^.*?[?!.。？！](?=\s|$)/u.exec(plain)?.[0] ?? plain;
  return exactKey(sentence.replace(/\.$/, ""));
}

const fenced = /^[ \t>]*(```|~~~)[\s\S]*?^[ \t>]*\1.*$/gm;

/** What a line of a quotation or a list begins with. */
const marks = /^(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/;

/** Cut between words. */
function shortened(title: string): string {
  if (title.length <= longestTitle) return title;
  const cut = title.lastIndexOf(" ", longestTitle);
  return title.slice(0, cut > 0 ? cut : longestTitle).replace(/[\s,;:–—-]+$/, "");
}
