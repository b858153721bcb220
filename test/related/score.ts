// How good a ranking is, by the notes that the authors linked.
import type { Benchmark } from "./benchmark";

export function score({ queries }: Benchmark, rankings: ReadonlyMap<number, readonly number[]>) {
  let recall5 = 0, recall10 = 0, recall50 = 0, ndcg10 = 0, mrr = 0, count = 0;
  for (const { note, gold } of queries) {
    const wanted = new Set(gold);
    const hits = (rankings.get(note) ?? []).map((it) => wanted.has(it));
    const within = (k: number) => hits.slice(0, k).filter(Boolean).length / wanted.size;
    recall5 += within(5); recall10 += within(10); recall50 += within(50);
    const first = hits.indexOf(true);
    mrr += first < 0 ? 0 : 1 / (first + 1);
    let gain = 0, ideal = 0;
    for (let at = 0; at < 10; at++) { if (hits[at]) gain += 1 / Math.log2(at + 2); if (at < wanted.size) ideal += 1 / Math.log2(at + 2); }
    ndcg10 += gain / ideal;
    count++;
  }
  return { recall5: recall5 / count, recall10: recall10 / count, recall50: recall50 / count, mrr: mrr / count, ndcg10: ndcg10 / count };
}
