// The rankings that are judged: by the product's own engine, and by BM25 beside it.
import { Candidates } from "../../server/features/related/candidates";
import { exampleOf } from "../../server/features/related/example";
import { type Fit, fitted } from "../../server/features/related/fit";
import { mostExamples, spreadEvenly } from "../../server/features/related/learning";
import { Asked } from "../../server/features/related/query";
import type { Weights } from "../../server/features/related/weights";
import { type Benchmark, type Judged, judgedEngine, profiler } from "./benchmark";
import { bm25 } from "./bm25";
import { asked, type Rankings, type Task } from "./score";

/** As many as any figure looks at. */
const mostRanked = 100;

/** By the weights that the vault's remaining links teach, where none are fixed. */
export function rankingsOf(benchmark: Benchmark, task: Task, fixed?: Weights): Rankings {
  const judged = judgedEngine(benchmark);
  const { engine, queryOf } = judged;
  const weights = fixed ?? fitOf(benchmark, judged).weights;
  const rank = ({ note, revealed }: Benchmark["queries"][number]) => {
    const known = new Set(task === "warm" ? revealed : []);
    const ranked = new Candidates(new Asked(engine, queryOf(note, [...known]))).ranked(weights);
    return ranked.flatMap((it) => (known.has(it.note) ? [] : [it.note])).slice(0, mostRanked);
  };
  return new Map(asked(benchmark.queries, task).map((query) => [query.note, rank(query)]));
}

/** Learns as the product does: from notes spread evenly over those that link. */
function fitOf({ notes }: Benchmark, { engine, reader, queryOf }: Judged): Fit {
  const linking = [...notes.keys()].filter((note) => (notes[note]?.outlinks.length ?? 0) > 0);
  const examples = spreadEvenly(linking, mostExamples).flatMap(
    (note) => exampleOf(engine, reader, queryOf(note, [...engine.links.around(note)])) ?? [],
  );
  return fitted(examples);
}

/** BM25 over the same texts. */
export function baselineOf({ notes, queries }: Benchmark, task: Task): Rankings {
  const rank = bm25(notes.map(profiler()));
  return new Map(asked(queries, task).map(({ note }) => [note, rank(note, mostRanked)]));
}
