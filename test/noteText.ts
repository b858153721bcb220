// What parsing alone makes of one note's text, as lines that a test can compare.
import assert from "node:assert/strict";
import { parseBody } from "../server/core/body";
import { parseFrontMatter } from "../server/core/frontMatter";
import type { Note, NoteUri, Reference } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";

/** A note of a text, at a path of one folder. */
export function noteOf(text: string, path = "some-note.md", topicsFromTags = false): Note {
  const uri = `memory:///vault/${path}` as NoteUri;
  return parseNote({ uri, folder: "memory:///vault" as NoteUri, path, modified: 0 }, text, { topicsFromTags });
}

/** The text behind the front matter. */
export function bodyOf(text: string): string {
  return text.slice(parseFrontMatter(text).bodyStart);
}

/**
 * The references of a body stand where `⟦` and `⟧` are, their targets where `‹` and `›` are, and nowhere else; `meanings` are what
 * they say, one line each.
 */
export function checkSpans(marked: string, meanings?: readonly string[]): void {
  const text = marked.replace(/[⟦⟧‹›]/g, "");
  const { references } = parseBody(text, 0);
  assert.equal(withSpans(text, references), marked);
  if (meanings) assert.deepEqual(references.map(saying), meanings);
}

/** The text with the spans of references put in. */
export function withSpans(text: string, references: readonly Reference[]): string {
  const cuts = references
    .flatMap(({ range, targetRange }) => [
      { at: targetRange.end, mark: "›", order: 0 },
      { at: range.end, mark: "⟧", order: 1 },
      { at: range.start, mark: "⟦", order: 2 },
      { at: targetRange.start, mark: "‹", order: 3 },
    ])
    .sort((a, b) => b.at - a.at || b.order - a.order);
  return cuts.reduce((out, { at, mark }) => out.slice(0, at) + mark + out.slice(at), text);
}

function saying(reference: Reference): string {
  if (reference.kind === "wiki") {
    const { embed, target, label } = reference;
    return `${embed ? "embed " : ""}${target}${label === undefined ? "" : ` | ${label}`}`;
  }
  if (reference.kind === "citation") return `${reference.isBracketed ? "bracketed " : ""}@${reference.key}`;
  const { image, path, fragment } = reference;
  return `${image ? "image " : ""}${path}${fragment === undefined ? "" : ` # ${fragment}`}`;
}

/** The problems of parsing: code, severity and the text under the range. */
export function parseProblems(text: string): readonly string[] {
  return noteOf(text).problems.map(
    ({ code, severity, range }) => `${severity} ${code} at ${JSON.stringify(text.slice(range.start, range.end))}`,
  );
}
