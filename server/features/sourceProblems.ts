// What is wrong with a note's sources: ids that cannot be, and one paper listed twice.
import { faultIn } from "../core/citations";
import type { Note, Problem, Source } from "../core/note";
import type { Vault } from "../index/vault";
import { unknownSources } from "./unknownCitation";

/** The problems of a note's `sources:`. */
export function sourceProblems(vault: Vault, note: Note): readonly Problem[] {
  const { sources } = note;
  return [
    ...sources.flatMap(invalid),
    ...unknownSources(vault, note),
    ...sources.flatMap((source, index) => repeated(vault, note, source, sources.slice(0, index))),
  ];
}

function invalid({ text, range }: Source): readonly Problem[] {
  const message = faultIn(text);
  return message === undefined ? [] : [{ code: "invalid-source", severity: "error", range, message }];
}

function repeated({ papers }: Vault, note: Note, { paper, range }: Source, before: readonly Source[]): readonly Problem[] {
  const first = before.find((source) => papers.canonical(source.paper) === papers.canonical(paper));
  if (!first) return [];
  const related = [{ note, range: first.range, message: `It is listed here as “${first.text}”.` }];
  return [{ code: "duplicate-source", severity: "warning", range, message: `This paper is listed already, as “${first.text}”.`, related }];
}
