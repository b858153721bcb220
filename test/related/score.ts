// How good rankings are, judged by the links that the authors of a vault had made and that were taken out of it.
import type { BenchmarkQuery } from "./benchmark";

/** Means over the queries: of the wanted notes how many stand among the first, and how far in front. */
export interface Figures {
  readonly recall5: number;
  readonly recall10: number;
  readonly mrr: number;
  readonly ndcg10: number;
}

export const figureNames = ["recall5", "recall10", "mrr", "ndcg10"] as const satisfies readonly (keyof Figures)[];

/** What is known of a query beforehand: nothing, or half of its links. */
export type Task = "cold" | "warm";

/** The best notes for each query, best first, without the note itself and what is known. */
export type Rankings = ReadonlyMap<number, readonly number[]>;

/** The queries that a task asks; those without links to reveal are cold ones only. */
export const asked = (queries: readonly BenchmarkQuery[], task: Task): readonly BenchmarkQuery[] =>
  task === "cold" ? queries : queries.filter(({ revealed }) => revealed.length > 0);

/** Judges rankings; the definitions are those of the benchmark's own script. */
export function figuresOf(queries: readonly BenchmarkQuery[], rankings: Rankings, task: Task): Figures {
  const judged = asked(queries, task).map((query) => {
    const known = new Set(task === "warm" ? query.revealed : []);
    const wanted = new Set(query.gold.filter((note) => !known.has(note)));
    const hits = (rankings.get(query.note) ?? []).filter((note) => note !== query.note && !known.has(note)).map((note) => wanted.has(note));
    return figuresOfHits(hits, wanted.size);
  });
  return mean(judged);
}

export function mean(all: readonly Figures[]): Figures {
  const average = (name: keyof Figures) => all.reduce((sum, figures) => sum + figures[name], 0) / Math.max(1, all.length);
  return { recall5: average("recall5"), recall10: average("recall10"), mrr: average("mrr"), ndcg10: average("ndcg10") };
}

function figuresOfHits(hits: readonly boolean[], wanted: number): Figures {
  const found = (most: number) => hits.slice(0, most).filter(Boolean).length / wanted;
  const first = hits.slice(0, 100).indexOf(true);
  const discount = (place: number) => 1 / Math.log2(place + 2);
  const gain = hits.slice(0, 10).reduce((sum, isHit, place) => (isHit ? sum + discount(place) : sum), 0);
  const ideal = Array.from({ length: Math.min(10, wanted) }, (_, place) => discount(place)).reduce((sum, it) => sum + it, 0);
  return { recall5: found(5), recall10: found(10), mrr: first < 0 ? 0 : 1 / (first + 1), ndcg10: gain / ideal };
}
