// How a note's text stands in another as a section of it: under its title, its headings a level deeper, no name in it that the other has.
import { codeIn } from "../../core/codeIn";
import { bodyStartOf } from "../../core/frontMatter";
import { exactKey, fold } from "../../core/key";
import type { Heading } from "../../core/note";
import { isInside } from "../../core/text";
import { isTitleHeading } from "../cursor";
import { labelsIn } from "../linkLabels";
import type { ReadText, TextChange } from "../rename/plan";
import { escapedText } from "../rename/writing";

/** A text as a section, its references as they are. */
export interface Section {
  /** What comes before it. */
  readonly head: string;
  readonly headings: number;
  /** Where it stands in its own note, without blank lines around it. */
  readonly start: number;
  readonly end: number;
  /** What changes there. */
  readonly changes: readonly TextChange[];
}

/** Every way for a note to stand in another, the best first; which of them reads as it should is for whoever reads the note anew to find. */
export function sectionsOf(gone: ReadText, into: ReadText): readonly Section[] {
  const { note, text } = gone;
  const end = text.trimEnd().length;
  const start = Math.min(startOf(text), end);
  const title = note.headings.find((it) => isTitleHeading(note, it) && text.slice(start, it.range.start).trim() === "");
  const isStub = text.slice(title?.range.end ?? start, end).trim() === "" && note.summary === "";
  const empty: Section = { head: "", headings: 0, start: end, end, changes: [] };
  const renamed = [...newBlockIds(gone, into), ...newFootnotes(gone, into, start)];
  const summary = into.note.summary === note.summary || exactKey(text.slice(start)).includes(note.summary) ? "" : note.summary;
  const depth = title ? 1 : Math.max(0, 3 - Math.min(3, ...note.headings.map(({ level }) => level)));
  const ways = [depth, 0].flatMap((by) => {
    const deepened = note.headings.flatMap((heading) => deeper(text, heading, by));
    return [plain, escapedText].map((written): Section => {
      const lead = summary === "" ? "" : `\n\n${written(summary)}`;
      const changes = [...renamed, ...deepened, ...(title ? [{ range: behind(title), text: lead }] : [])];
      const head = title ? "" : `## ${written(note.title.text)}${lead}\n\n`;
      return {
        head,
        headings: title ? 0 : 1,
        start,
        end,
        changes: changes.filter((it) => it.text !== "" || it.range.end > it.range.start),
      };
    });
  });
  return isStub ? [empty, ...ways] : ways;
}

const plain = (text: string) => text;

/** Where the first line of the body that is not blank begins. */
function startOf(text: string): number {
  const bodyStart = bodyStartOf(text);
  return bodyStart + (/^(?:\ufeff?[ \t]*\r?\n)*/.exec(text.slice(bodyStart))?.[0].length ?? 0);
}

const behind = ({ range }: Heading) => ({ start: range.end, end: range.end });

/** Puts a heading some levels deeper; one that is underlined gets marks where no line under it says as much. */
function deeper(text: string, { level, range }: Heading, by: number): readonly TextChange[] {
  if (by === 0) return [];
  const written = text.slice(range.start, range.end);
  const marks = /^ {0,3}(?=#)/.exec(written);
  if (marks) {
    const at = range.start + marks[0].length;
    return [{ range: { start: at, end: at }, text: "#".repeat(Math.min(by, 6 - level)) }];
  }
  const underline = /\r?\n[ \t>]*(?:=+|-+)[ \t]*\r?$/.exec(written);
  if (!underline) return [];
  const under = { start: range.start + underline.index, end: range.end };
  if (level + by === 2) return [{ range: under, text: underline[0].replaceAll("=", "-") }];
  const start = { start: range.start, end: range.start };
  return [
    { range: start, text: `${"#".repeat(level + by)} ` },
    { range: under, text: "" },
  ];
}

/** Blocks whose ids the other note has as well get others. */
function newBlockIds({ note, text }: ReadText, into: ReadText): readonly TextChange[] {
  const taken = new Set([...into.note.anchors, ...note.anchors].map(({ id }) => fold(id)));
  const theirs = new Set(into.note.anchors.map(({ id }) => fold(id)));
  return note.anchors.flatMap(({ kind, id, range }) => {
    if (kind !== "block" || !theirs.has(fold(id))) return [];
    const start = text.indexOf(id, range.start);
    return [{ range: { start, end: start + id.length }, text: free(id, taken) }];
  });
}

/** The first of `a-2`, `a-3`, … that is not taken yet. */
function free(name: string, taken: Set<string>): string {
  let at = 2;
  while (taken.has(fold(`${name}-${at}`))) at++;
  taken.add(fold(`${name}-${at}`));
  return `${name}-${at}`;
}

/** Footnotes that the other note has as well get other numbers, where they stand and where they are called. */
function newFootnotes({ text }: ReadText, into: ReadText, start: number): readonly TextChange[] {
  const footnotes = (of: string) => labelsIn(of).flatMap((label) => (label.startsWith("^") ? [fold(label)] : []));
  const theirs = new Set(footnotes(into.text));
  const taken = new Set([...theirs, ...footnotes(text)]);
  const names = new Map([...new Set(footnotes(text))].flatMap((label) => (theirs.has(label) ? [[label, free(label, taken)]] : [])));
  if (names.size === 0) return [];
  const code = codeIn(text.slice(start));
  return [...text.slice(start).matchAll(/\[(\^[^\]\s]+)\]/g)].flatMap(({ 1: label = "", index }) => {
    const name = names.get(fold(label));
    const range = { start: index + 1, end: index + 1 + label.length };
    if (name === undefined || code.some((it) => isInside(range, it))) return [];
    return [{ range: { start: start + range.start, end: start + range.end }, text: name }];
  });
}
