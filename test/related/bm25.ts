// BM25 over whole notes (Robertson and Zaragoza, 2009; k1 = 1.2, b = 0.75): what any search engine would find, as a baseline.
import type { ReadProfile } from "../../server/features/related/profile";

const k1 = 1.2;
const b = 0.75;

/** Ranks all notes by the terms of one of them. */
export function bm25(profiles: readonly ReadProfile[]): (note: number, most: number) => readonly number[] {
  const counts = profiles.map(({ tokens }) => countsOf(tokens.flat().map(({ term }) => term)));
  const lengths = counts.map((its) => [...its.values()].reduce((sum, count) => sum + count, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const notesWith = new Map<number, number[]>();
  for (const [note, its] of counts.entries()) for (const term of its.keys()) notesWith.set(term, [...(notesWith.get(term) ?? []), note]);
  return (self, most) => {
    const scores = new Float64Array(profiles.length);
    for (const [term, times] of counts[self] ?? []) {
      const notes = notesWith.get(term) ?? [];
      const idf = Math.log(1 + (profiles.length - notes.length + 0.5) / (notes.length + 0.5));
      for (const note of notes) {
        const count = counts[note]?.get(term) ?? 0;
        const norm = 1 - b + (b * (lengths[note] ?? 0)) / average;
        scores[note] = (scores[note] ?? 0) + (times * idf * count * (k1 + 1)) / (count + k1 * norm);
      }
    }
    const found = [...scores.keys()].filter((note) => note !== self && (scores[note] ?? 0) > 0);
    return found.sort((x, y) => (scores[y] ?? 0) - (scores[x] ?? 0) || x - y).slice(0, most);
  };
}

function countsOf(terms: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
