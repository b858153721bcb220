// Files of the relatedness benchmark: notes of a vault whose links are held out, and which notes each was linked with.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Engine } from "../../server/features/related/engine";
import { type Passage, profileOf } from "../../server/features/related/profile";
import type { Query } from "../../server/features/related/rank";
import { Terms } from "../../server/features/related/terms";

export interface BenchmarkNote {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly text: string;
  readonly folder: string;
  readonly tags: readonly string[];
  readonly urls: readonly string[];
  readonly outlinks: readonly number[];
}

export interface BenchmarkQuery {
  readonly note: number;
  readonly gold: readonly number[];
  readonly revealed: readonly number[];
}

export interface Benchmark {
  readonly name: string;
  readonly notes: readonly BenchmarkNote[];
  readonly queries: readonly BenchmarkQuery[];
}

export function readBenchmark(file: string): Benchmark {
  const bytes = readFileSync(file);
  return JSON.parse((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")) as Benchmark;
}

export function passagesOf({ title, aliases, summary, text }: BenchmarkNote): readonly Passage[] {
  const passages: Passage[] = [{ field: "title", text: title, start: 0, weight: 1 }];
  for (const alias of aliases) passages.push({ field: "heading", text: alias, start: 0, weight: 1 });
  passages.push({ field: "body", text: summary, start: 0, weight: 1 });
  let at = 0;
  for (const line of text.split("\n")) {
    const heading = /^#{1,6}\s+(.*)$/.exec(line);
    passages.push({ field: heading ? "heading" : "body", text: heading?.[1] ?? line, start: at, weight: 1 });
    at += line.length + 1;
  }
  return passages;
}

export function engineOf({ notes }: Benchmark): { readonly engine: Engine; queryOf(note: number, linked: readonly number[]): Query } {
  const engine = new Engine();
  const terms = new Terms();
  const profile = (note: BenchmarkNote) => profileOf(terms, passagesOf(note), [note.title, ...note.aliases]);
  const around = ({ tags, urls, folder }: BenchmarkNote) => ({ topics: tags, papers: urls, folders: folder.split(/[/.]/).filter(Boolean) });
  for (const [number, note] of notes.entries()) {
    engine.put(number, profile(note));
    engine.surround(number, { ...around(note), targets: note.outlinks });
  }
  for (const _ of engine.vectors.refresh());
  return {
    engine,
    queryOf(number, linked) {
      const note = notes[number] as BenchmarkNote;
      return { profile: profile(note), self: number, ...around(note), linked: new Set(linked) };
    },
  };
}
