// How a new title, heading or value is written where the old one stood: every form that could stand there, the plainest first. Which of
// them says what is meant is for whoever reads the note anew to find.
import type { Heading, Range } from "../../core/note";
import type { TextChange } from "./plan";

/** The ways to write a text in place of a YAML scalar that stands at a range, quotes included. */
export function scalarChanges(source: string, range: Range, text: string): readonly TextChange[] {
  const old = source.slice(range.start, range.end);
  // A scalar of several lines may take the line end behind it along.
  const end = range.end - (old.length - old.trimEnd().length);
  const double = JSON.stringify(text);
  const single = `'${text.replaceAll("'", "''")}'`;
  const forms = old.startsWith('"') ? [double] : old.startsWith("'") ? [single, double] : [text, double];
  return forms.map((form) => ({ range: { start: range.start, end }, text: form }));
}

/** The ways to write a text in place of that of a heading, whose marks and block id stay. */
export function headingChanges(source: string, { range }: Pick<Heading, "range">, text: string): readonly TextChange[] {
  const inner = innerOf(source, range);
  return [...new Set([text, escapedText(text)])].map((form) => ({ range: inner, text: form }));
}

/** A text whose signs mean nothing but themselves (CommonMark, section 2.4). */
export const escapedText = (text: string): string => text.replace(/[\\`*_[\]<>&$@%^#~]/g, "\\$&");

/** Without `#` marks before and behind, the line under it, and ids at its ends, of a block or of HTML (CommonMark, sections 4.2 and 4.3). */
function innerOf(source: string, { start, end }: Range): Range {
  const written = source.slice(start, end);
  const marks = /^ {0,3}#{1,6}(?:[ \t]+|$)/.exec(written)?.[0];
  const line =
    marks === undefined ? written.replace(/\r?\n[ \t>]*(?:=+|-+)[ \t]*\r?$/, "") : written.replace(/(?<![ \t])[ \t]+#+[ \t]*\r?$/, "");
  const from =
    (marks?.length ?? line.length - line.trimStart().length) + (/^(?:<[^<>]*>\s*)+/.exec(line.slice(marks?.length ?? 0))?.[0].length ?? 0);
  const text = line
    .slice(from)
    .replace(/(?<!\s)(?:\s*<[^<>]*>)+\s*$/, "")
    .replace(/[ \t]\^[A-Za-z0-9-]+\s*$/, "");
  return { start: start + from, end: start + from + text.trimEnd().length };
}
