// The shape of one note: its question with the sections below it, for outlines, and what can be folded.
import type { Heading, Note, Range } from "../core/note";
import { isTitleHeading } from "./cursor";

/** A heading with all that stands below it. */
export interface Section {
  readonly heading: Heading;
  /** From the heading to the next one of its level or a higher one. */
  readonly range: Range;
  readonly children: readonly Section[];
}

/** A note's question and its sections, nested by level; the heading that repeats the question is no section of its own. */
export interface Outline {
  readonly range: Range;
  readonly sections: readonly Section[];
}

/** The outline of a note whose text ends at `end`. */
export function outlineOf(note: Note, end: number): Outline {
  const sections = nested(note.headings, end).flatMap((section) => (isTitleHeading(note, section.heading) ? section.children : [section]));
  return { range: { start: 0, end }, sections };
}

/** Deeper ones below shallower ones; a skipped level leaves no gap. */
function nested(headings: readonly Heading[], end: number): readonly Section[] {
  const sections: Section[] = [];
  for (let at = 0; at < headings.length; ) {
    const heading = headings[at] as Heading;
    const next = behind(headings, at);
    const range = { start: heading.range.start, end: headings[next]?.range.start ?? end };
    sections.push({ heading, range, children: nested(headings.slice(at + 1, next), range.end) });
    at = next;
  }
  return sections;
}

/** The place of the first heading behind one that does not stand below it. */
function behind(headings: readonly Heading[], at: number): number {
  const level = headings[at]?.level ?? 0;
  let next = at + 1;
  while ((headings[next]?.level ?? 0) > level) next++;
  return next;
}

/** What can be folded: its first line stays. */
export interface Fold {
  readonly kind: "frontMatter" | "section";
  readonly range: Range;
}

/** The front matter, which ends where the body begins, and every section that has more than its heading, without the blank lines behind it. */
export function foldsOf(note: Note, text: string, bodyStart: number): readonly Fold[] {
  const front: Fold[] = bodyStart > 0 ? [{ kind: "frontMatter", range: withoutBlanks({ start: 0, end: bodyStart }, text) }] : [];
  const folds = note.headings.flatMap(({ range }, at): readonly Fold[] => {
    const end = note.headings[behind(note.headings, at)]?.range.start ?? text.length;
    const whole = withoutBlanks({ start: range.start, end }, text);
    return whole.end > range.end ? [{ kind: "section", range: whole }] : [];
  });
  return [...front, ...folds];
}

const withoutBlanks = ({ start, end }: Range, text: string): Range => ({ start, end: start + text.slice(start, end).trimEnd().length });
