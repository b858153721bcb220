// What is wrong with a note's sources: ids that cannot be, and one paper listed twice.
import { faultIn } from "../core/citations";
import type { Note, Problem, Source } from "../core/note";

/** The problems of a note's `sources:`. */
export function sourceProblems(note: Note): readonly Problem[] {
  return note.sources.flatMap((source, index) => [...invalid(source), ...repeated(note, source, note.sources.slice(0, index))]);
}

function invalid({ text, range }: Source): readonly Problem[] {
  const message = faultIn(text);
  return message === undefined ? [] : [{ code: "invalid-source", severity: "error", range, message }];
}

function repeated(note: Note, { paper, range }: Source, before: readonly Source[]): readonly Problem[] {
  const first = before.find((source) => source.paper === paper);
  if (!first) return [];
  const related = [{ note, range: first.range, message: `It is listed here as “${first.text}”.` }];
  return [{ code: "duplicate-source", severity: "warning", range, message: `This paper is listed already, as “${first.text}”.`, related }];
}
