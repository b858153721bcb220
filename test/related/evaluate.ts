// `npm run eval:related -- FILE.json[.gz]… [--out DIR] [--warm]`
import { engineOf, readBenchmark } from "./benchmark";
import { ranked } from "../../server/features/related/rank";
import { usualWeights, type Weights } from "../../server/features/related/weights";
import { score } from "./score";

const files = process.argv.slice(2).filter((it) => !it.startsWith("--"));
const sets = process.argv.slice(2).filter((it) => it.startsWith("--w:")).map((it) => it.slice(4).split("="));
const weights = { ...usualWeights, ...Object.fromEntries(sets.map(([k, v]) => [k, Number(v)])) } as Weights;
const sum = [0, 0, 0];
for (const file of files) {
  const benchmark = readBenchmark(file);
  const t0 = performance.now();
  const { engine, queryOf } = engineOf(benchmark);
  const t1 = performance.now();
  const rankings = new Map(benchmark.queries.map(({ note }) => [note, ranked(engine, queryOf(note, []), weights).slice(0, 100).map((it) => it.note)]));
  const t2 = performance.now();
  const s = score(benchmark, rankings);
  sum[0] += s.recall10; sum[1] += s.ndcg10; sum[2] += s.recall50;
  console.log(benchmark.name.padEnd(12), benchmark.notes.length, s.recall10.toFixed(4), s.ndcg10.toFixed(4), s.recall50.toFixed(4), "build us/note", ((t1 - t0) * 1000 / benchmark.notes.length).toFixed(0), "query ms", ((t2 - t1) / benchmark.queries.length).toFixed(2), "KiB/note", (engine.vectors.bytes / 1024 / benchmark.notes.length).toFixed(2));
}
console.log("macro", sum.map((it) => (it / files.length).toFixed(4)).join(" "));
