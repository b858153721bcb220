// The one order of notes where nothing better orders them, and the one way to say how many; texts by how often they come.
import type { Note } from "./note";

/** By path, then by folder: two files never compare equal, so no list depends on the order in which they came. */
export function byPlace(a: Pick<Note, "path" | "uri">, b: Pick<Note, "path" | "uri">): number {
  return a.path < b.path || (a.path === b.path && a.uri < b.uri) ? -1 : 1;
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** As a reader would sort texts, without regard to case and accents, numbers by their value. */
export const byText = (a: string, b: string): number => collator.compare(a, b);

/** `1 note`, `2 notes`. */
export function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

/** Distinct texts, those first that come most often; then by their letters. */
export function mostOften(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([text]) => text);
}
