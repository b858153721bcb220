// The limit: what listing, reading and looking through all notes costs when nothing is made of them. Every time is told as a multiple of it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Limit {
  readonly milliseconds: number;
  readonly notes: number;
  /** Places where a link may be. */
  readonly marks: number;
}

/** One pass over a folder: every Markdown file is read as text and searched for the marks of links. */
export function limitOf(folder: string): Limit {
  const started = performance.now();
  let notes = 0;
  let marks = 0;
  for (const file of markdownFiles(folder)) {
    const text = readFileSync(file, "utf8");
    notes++;
    for (const mark of ["[[", "]("]) for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) marks++;
  }
  return { milliseconds: performance.now() - started, notes, marks };
}

/** The Markdown files in a folder and below it. */
export function markdownFiles(folder: string): readonly string[] {
  const found: string[] = [];
  const look = (at: string) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (entry.isDirectory()) look(join(at, entry.name));
      else if (entry.name.endsWith(".md")) found.push(join(at, entry.name));
    }
  };
  look(folder);
  return found;
}
