// How good the ranking of related notes is, on the sample notes and on the benchmark files that the environment names.
import assert from "node:assert/strict";
import { delimiter } from "node:path";
import { describe, it } from "mocha";
import { type Benchmark, readBenchmark } from "./related/benchmark";
import { baselineOf, rankingsOf } from "./related/rankings";
import { sampleBenchmark } from "./related/sampleBenchmark";
import { type Figures, figuresOf } from "./related/score";

/** Files of the relatedness benchmark, parted as paths are in the environment: for those who have them. */
const files = (process.env["QUAESTIO_BENCHMARKS"] ?? "").split(delimiter).filter((file) => file !== "");

function checkRanking({ queries, ...benchmark }: Benchmark, least: Pick<Figures, "recall10" | "ndcg10">): void {
  const ours = figuresOf(queries, rankingsOf({ queries, ...benchmark }, "cold"), "cold");
  const told = `recall@10 ${ours.recall10}, nDCG@10 ${ours.ndcg10}; wanted ${least.recall10} and ${least.ndcg10}`;
  assert.ok(ours.recall10 >= least.recall10 && ours.ndcg10 >= least.ndcg10, told);
}

describe("the ranking of related notes", () => {
  // Fourteen questions of one subject: words alone do as well there, and any change of the ranking shows.
  it("finds in the sample notes whom their author linked", async () =>
    checkRanking(await sampleBenchmark(), { recall10: 0.68, ndcg10: 0.63 }));

  for (const file of files) {
    it(`finds in ${file.split(/[\\/]/).at(-1)} whom its author linked, better than BM25`, () => {
      const benchmark = readBenchmark(file);
      checkRanking(benchmark, figuresOf(benchmark.queries, baselineOf(benchmark, "cold"), "cold"));
    }).timeout(60_000);
  }
});
