// Which notes of a vault teach how much each part of the ranking counts there.
import type { Note } from "../../core/note";
import { byPlace } from "../../core/order";
import { exampleOf } from "./example";
import type { Example } from "./fit";
import type { Relatedness } from "./relatedness";
import { noteQuery } from "./relations";

/** From how many notes is learned at most: more change little and take their time. */
export const mostExamples = 150;

/** The notes to learn from: some of those that link, spread evenly over the vault. Always the same ones for the same vault. */
export function teachers({ vault, engine, numberOf }: Relatedness): readonly Note[] {
  const linking = [...vault.notes()].filter((note) => {
    const number = note.kind === "note" ? numberOf(note.uri) : undefined;
    return number !== undefined && engine.links.hasAny(number);
  });
  return spreadEvenly(linking.sort(byPlace), mostExamples);
}

/** At most so many of a list, at equal distances. */
export function spreadEvenly<T>(list: readonly T[], most: number): readonly T[] {
  const count = Math.min(most, list.length);
  return Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)] as T);
}

/** What a note teaches, if anything. */
export function lesson(relatedness: Relatedness, note: Note, text: string): Example | undefined {
  return exampleOf(relatedness.engine, relatedness.terms, noteQuery(relatedness, { note, text }));
}
