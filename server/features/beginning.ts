// What a list of suggestions tells of a note beside its title: its summary and how it begins, or a section of it.
import type { Note } from "../core/note";
import { escaped } from "./hover";
import { passagesOf } from "./related/passages";

/** UTF-16 units: more than a person reads before choosing. */
const longest = 600;

/**
 * The summary of a note and its first section, or the section under a heading that begins at `heading`; Markdown of our own making, in
 * which all that comes from the note is escaped.
 */
export function beginningOf(note: Note, text: string, heading?: number): string {
  const end = note.headings.find(({ range }) => range.start === heading)?.range.end;
  const sections = passagesOf(note, text).filter(({ field, start }) => field === "body" && start !== undefined);
  const wanted = heading === undefined ? sections : sections.filter(({ start }) => start === end);
  const paragraphs = wanted.map(({ text: section }) => paragraphsOf(section)).find((it) => it.length > 0) ?? [];
  const shown = shortened(paragraphs).map(escaped);
  const summary = heading === undefined && note.summary !== "" ? [escaped(note.summary)] : [];
  return [...summary, ...(summary.length > 0 && shown.length > 0 ? ["---"] : []), ...shown].join("\n\n");
}

/** The first paragraphs of a note as a reader sees them; none of them is a summary. */
export function firstParagraphs(note: Note, text: string): readonly string[] {
  const sections = passagesOf(note, text).filter(({ field, start }) => field === "body" && start !== undefined);
  return sections.map(({ text: section }) => paragraphsOf(section)).find((it) => it.length > 0) ?? [];
}

/** The paragraphs of a section as a reader sees them: links by their labels, without citations. */
function paragraphsOf(section: string): readonly string[] {
  const read = section
    .replace(/!?\[\[[ \t]*\|?|\]\]/g, "")
    .replace(/!?\[([^[\]\n]*)\]\([^()\n]*\)/g, "$1")
    .replace(/(?<![ \t])[ \t]*\[[\s;,]*\]/g, "");
  return read.split(/\r?\n[ \t]*\r?\n/).flatMap((it) => it.replace(/\s+/g, " ").trim() || []);
}

/** As many paragraphs as are read, the last one cut behind a word. */
function shortened(paragraphs: readonly string[]): readonly string[] {
  const shown: string[] = [];
  let left = longest;
  for (const paragraph of paragraphs) {
    if (paragraph.length > left) {
      const cut = paragraph.slice(0, left).replace(/\s+\S*$/, "");
      return left > longest / 4 || shown.length === 0 ? [...shown, `${cut} …`] : shown;
    }
    shown.push(paragraph);
    left -= paragraph.length;
  }
  return shown;
}
