// Files of the relatedness benchmark: the notes of a vault with some of their links held out, and whom each of those linked.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parseBody } from "../../server/core/body";
import { Engine } from "../../server/features/related/engine";
import { namesOf, passagesOf, type ReadNote } from "../../server/features/related/passages";
import { type ReadProfile, readProfileOf } from "../../server/features/related/profile";
import type { Query } from "../../server/features/related/query";
import { Terms } from "../../server/features/related/terms";

/** Notes are named by their place in the file. */
export interface BenchmarkNote {
  /** Its path. */
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly urls: readonly string[];
  readonly outlinks: readonly number[];
}

export interface BenchmarkQuery {
  readonly note: number;
  readonly gold: readonly number[];
  /** Half of them, known in the warm task. */
  readonly revealed: readonly number[];
}

export interface Benchmark {
  readonly name: string;
  readonly notes: readonly BenchmarkNote[];
  readonly queries: readonly BenchmarkQuery[];
}

/** Reads `FILE.json` or `FILE.json.gz`. */
export function readBenchmark(file: string): Benchmark {
  const bytes = readFileSync(file);
  return JSON.parse((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")) as Benchmark;
}

/** The product's engine with all notes of a benchmark in it, and what each of them asks. */
export interface Judged {
  readonly engine: Engine;
  readonly reader: Terms;
  queryOf(note: number, linked: readonly number[]): Query;
}

export function judgedEngine({ notes }: Benchmark): Judged {
  const engine = new Engine();
  const reader = new Terms();
  const profiles = notes.map(profiler(reader));
  for (const [number, note] of notes.entries()) {
    engine.put(number, profiles[number] as ReadProfile);
    engine.surround(number, { ...surroundingsOf(note), targets: note.outlinks });
  }
  for (const _ of engine.vectors.refresh());
  return {
    ...{ engine, reader },
    queryOf: (self, linked) => ({
      ...surroundingsOf(notes[self] as BenchmarkNote),
      ...{ profile: profiles[self] as ReadProfile, title: notes[self]?.title ?? "", self, linkRanges: [], linked: new Set(linked) },
    }),
  };
}

/** Turns notes into what the engine reads, as the product does. */
export function profiler(reader = new Terms()): (note: BenchmarkNote) => ReadProfile {
  return (note) => {
    const read = readNote(note);
    return readProfileOf(reader, passagesOf(read, note.text), namesOf(read));
  };
}

/** A note's title and summary are given; its text is its body. */
function readNote({ title, aliases, summary, text }: BenchmarkNote): ReadNote {
  const outside = (it: string) => ({ text: it, range: { start: -1, end: -1 } });
  const { headings, references } = parseBody(text, 0);
  return { title: { ...outside(title), from: "frontMatter" }, summary, aliases: aliases.map(outside), headings, references };
}

/** Tags count as topics, addresses as papers; in some vaults dots part what slashes part elsewhere. */
const surroundingsOf = ({ id, tags, urls }: BenchmarkNote) => ({
  topics: tags,
  papers: urls,
  way: id.replace(/\.md$/, "").replaceAll(".", "/"),
});
