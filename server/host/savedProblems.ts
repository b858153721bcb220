// The problems of a note as a text that can be kept, in which other notes are named by their paths.
import type { Note, Problem, RelatedPlace } from "../core/note";

type Saved = Omit<Problem, "related"> & { readonly related?: readonly (Omit<RelatedPlace, "note"> & { readonly path: string })[] };

/** None are the empty text. */
export function problemText(problems: readonly Problem[]): string {
  if (problems.length === 0) return "";
  const saved = problems.map(
    ({ related, ...problem }): Saved =>
      related ? { ...problem, related: related.map(({ note, ...place }) => ({ ...place, path: note.path })) } : problem,
  );
  return JSON.stringify(saved);
}

/** Reads what `problemText` wrote; undefined where a note that is named is not to be had. */
export function problemsIn(text: string, noteAt: (path: string) => Note | undefined): readonly Problem[] | undefined {
  if (text === "") return [];
  const problems: Problem[] = [];
  for (const { related, ...problem } of JSON.parse(text) as readonly Saved[]) {
    const places = related?.flatMap(({ path, ...place }) => ((note) => (note ? [{ ...place, note }] : []))(noteAt(path)));
    if (places?.length !== related?.length) return undefined;
    problems.push(places ? { ...problem, related: places } : problem);
  }
  return problems;
}
