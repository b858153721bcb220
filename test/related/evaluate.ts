// `npm run eval:related -- FILE.json[.gz]… [--out DIR] [--warm] [--usual] [--weights part=number,…]`: judges the product's own ranking of related
// notes by links that were held out. `--out` writes `DIR/NAME.json`, each query's notes in order, for the benchmark's own script.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { usualWeights, type Weights } from "../../server/features/related/weights";
import { readBenchmark } from "./benchmark";
import { baselineOf, rankingsOf } from "./rankings";
import { type Figures, figureNames, figuresOf, mean, type Rankings, type Task } from "./score";

function main(): void {
  const { values, positionals } = parseArgs({
    options: { out: { type: "string" }, warm: { type: "boolean" }, usual: { type: "boolean" }, weights: { type: "string" } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Error("Name at least one file of the benchmark: npm run eval:related -- FILE.json[.gz]…");
  const task: Task = values.warm ? "warm" : "cold";
  const isFixed = values.usual || values.weights !== undefined;
  const fixed = isFixed ? changedWeights(values.weights) : undefined;
  const rows = positionals.map((file) => {
    const benchmark = readBenchmark(file);
    const rankings = rankingsOf(benchmark, task, fixed);
    if (values.out) writeRankings(values.out, benchmark.name, rankings);
    const baseline = baselineOf(benchmark, task);
    return { name: benchmark.name, ours: figuresOf(benchmark.queries, rankings, task), bm25: figuresOf(benchmark.queries, baseline, task) };
  });
  print("vault", figureNames);
  for (const { name, ours, bm25: baseline } of rows) {
    print(name, inThousandths(ours));
    print("  BM25", inThousandths(baseline));
  }
  print("macro", inThousandths(mean(rows.map(({ ours }) => ours))));
  print("  BM25", inThousandths(mean(rows.map(({ bm25: baseline }) => baseline))));
}

function writeRankings(folder: string, name: string, rankings: Rankings): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(Object.fromEntries(rankings)));
}

/** The usual weights with some of them set otherwise, as `text=1,folder=0`: to see what a part is worth. */
function changedWeights(changes: string | undefined): Weights {
  const pairs = (changes ?? "").split(",").filter((it) => it !== "");
  return { ...usualWeights, ...Object.fromEntries(pairs.map((pair) => [pair.split("=")[0], Number(pair.split("=")[1])])) };
}

const inThousandths = (figures: Figures) => figureNames.map((name) => figures[name].toFixed(3));

const print = (name: string, cells: readonly string[]) => console.log(name.padEnd(14) + cells.map((cell) => cell.padStart(10)).join(""));

main();
