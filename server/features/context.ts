// What stands around a place of a note, for lists of places: the sentence, as it is read, and the headings that it stands under.
import { bodyStartOf } from "../core/frontMatter";
import type { Note, Range, Reference } from "../core/note";
import { headingsAbove } from "../index/parts";
import { isTitleHeading } from "./cursor";
import { sentenceEndsIn } from "./fixes/firstSentence";

/** A place of a note with what stands around it. */
export interface Context {
  readonly range: Range;
  /** One line, links in it as what they show. */
  readonly sentence: string;
  /** Where in the sentence the place is. */
  readonly mark: Range;
  /** Outermost first, without the one that repeats the title; in the front matter these two words. */
  readonly headings: readonly string[];
}

/** UTF-16 units of a sentence in front of a place and behind it that are told: a list shows no more. */
const [mostBefore, mostBehind] = [100, 200];

/** What stands around a place in the text of its note. A text that has become another meanwhile gives what stands there now. */
export function contextOf(note: Note, text: string, range: Range): Context {
  const isInFront = range.start < bodyStartOf(text);
  const around = isInFront ? range : sentenceAround(note, text, range);
  const headings = isInFront ? ["front matter"] : headingsOver(note, range.start);
  return { range, ...shown(text, around, note.references, range), headings };
}

function headingsOver(note: Note, at: number): readonly string[] {
  const last = note.headings.filter(({ range }) => range.start < at).at(-1);
  const over = last ? [...headingsAbove(note, last), last] : [];
  return over.filter((heading) => !isTitleHeading(note, heading)).map(({ text }) => text);
}

/** What begins a block of its own, or is one. */
const blockStart = /^[ \t]*(?:[-+*>|#]|\d+[.)]|```|~~~|<!--|\[[^\]]+\]:)|^[ \t]*$/;
/** The marks in front of a block's words. */
const blockMarks = /^[\s>]*(?:(?:[-+*]|\d+[.)])\s+(?:\[[ xX]\]\s+)?|#+\s+)?/;

/** No paragraph is longer in lines: a text without blank lines is no prose. */
const mostLines = 30;

function sentenceAround(note: Note, text: string, range: Range): Range {
  let start = text.lastIndexOf("\n", range.start - 1) + 1;
  for (let lines = 0; lines < mostLines && start > 0 && !blockStart.test(lineAt(text, start)); lines++) {
    const before = text.lastIndexOf("\n", start - 2) + 1;
    const line = lineAt(text, before);
    if (/^\s*(?:#|$|```|~~~|---)/.test(line)) break;
    start = before;
  }
  let end = start + Math.max(lineAt(text, start).length, range.end - start);
  end += lineAt(text, end).length;
  for (let lines = 0; lines < mostLines && end < text.length && !blockStart.test(lineAt(text, end + 1)); lines++)
    end += 1 + lineAt(text, end + 1).length;
  start += blockMarks.exec(text.slice(start, Math.min(end, range.start)))?.[0].length ?? 0;
  const taken = [range, ...note.references.map((it) => it.range)];
  const ends = sentenceEndsIn(text.slice(start, end)).map((it) => start + it);
  const outside = ends.filter((at) => !taken.some((it) => it.start < at && at <= it.end));
  const from = outside.filter((at) => at <= range.start).at(-1) ?? start;
  return { start: from, end: outside.find((at) => at >= range.end) ?? end };
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(at, end < 0 ? text.length : end);
}

/** A stretch of text as one line, and where in it a place is. */
function shown(text: string, { start, end }: Range, references: readonly Reference[], range: Range): Pick<Context, "sentence" | "mark"> {
  const inside = references
    .filter((it) => start <= it.range.start && it.range.end <= end)
    .map((it) => ({ ...it.range, words: wordsOf(it, text) }));
  const isReference = inside.some((it) => it.start === range.start && it.end === range.end);
  const pieces = isReference ? inside : [...inside, { ...range, words: text.slice(range.start, range.end) }];
  let line = "";
  let mark: Range = { start: 0, end: 0 };
  let at = start;
  for (const piece of pieces.sort((a, b) => a.start - b.start)) {
    if (piece.start < at) continue;
    line += inOneLine(text.slice(at, piece.start));
    const began = line.length;
    line += inOneLine(piece.words);
    if (piece.start === range.start) mark = { start: began, end: line.length };
    at = piece.end;
  }
  return cut(line + inOneLine(text.slice(at, end)), mark);
}

/** What a reader sees of a reference. */
function wordsOf(reference: Reference, text: string): string {
  const written = text.slice(reference.range.start, reference.range.end);
  if (reference.kind === "wiki") return reference.label ?? reference.target;
  return (reference.kind === "markdown" && /^!?\[([\s\S]*)\]\(/.exec(written)?.[1]) || written;
}

const inOneLine = (text: string) => text.replace(/\s+/g, " ");

/** A long sentence ends in dots, on either side. */
function cut(line: string, mark: Range): Pick<Context, "sentence" | "mark"> {
  const blank = line.length - line.trimStart().length;
  const from = mark.start - blank > mostBefore ? mark.start - mostBefore : blank;
  const dots = from > blank ? "…" : "";
  const to = Math.min(line.length, mark.start + mostBehind);
  const sentence = `${dots}${line.slice(from, to).trimEnd()}${to < line.trimEnd().length ? "…" : ""}`;
  const moved = dots.length - from;
  return { sentence, mark: { start: mark.start + moved, end: Math.min(sentence.length, mark.end + moved) } };
}
