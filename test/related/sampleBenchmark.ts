// A small benchmark made of the sample notes: every third is asked whom its author linked, with those links taken out of both sides.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Note, Reference } from "../../server/core/note";
import { fileUri } from "../../server/core/noteUri";
import { nodeFiles } from "../../server/host/nodeFiles";
import { loadNotes, openFolder } from "../../server/host/openFolder";
import { VaultIndex } from "../../server/index/vaultIndex";
import { projectRoot } from "../tempFolder";
import type { Benchmark } from "./benchmark";

export async function sampleBenchmark(): Promise<Benchmark> {
  const index = await sampleVault();
  const all = [...index.notes()].filter(({ kind }) => kind === "note").sort((a, b) => (a.path < b.path ? -1 : 1));
  const numberOf = new Map(all.map((note, number) => [note.uri, number]));
  const asked = new Set(all.flatMap((_, number) => (number % 3 === 0 ? [number] : [])));
  const links = all.map((note) => linksOf(index, note, numberOf));
  const isOut = (from: number, to: number) => asked.has(from) || asked.has(to);
  const gold = all.map((_, number) => new Set(links.flatMap((its, from) => its.flatMap(({ to }) => pairOf(from, to, number)))));
  return {
    name: "sample",
    notes: all.map((note, number) => ({
      ...{ id: note.path, title: note.title.text, aliases: note.aliases.map(({ text }) => text), summary: note.summary },
      text: withoutLinks(
        note,
        (links[number] ?? []).filter(({ to }) => isOut(number, to)).map(({ reference }) => reference),
      ),
      tags: [],
      urls: [...index.papers.citedBy(note)],
      outlinks: (links[number] ?? []).map(({ to }) => to).filter((to) => !isOut(number, to)),
    })),
    queries: [...asked].map((note) => ({ note, gold: [...(gold[note] ?? [])], revealed: [] })).filter((query) => query.gold.length > 0),
  };
}

async function sampleVault(): Promise<VaultIndex> {
  const index = new VaultIndex();
  const report = (sentence: string) => console.log(sentence);
  const folder = await openFolder(fileUri(join(projectRoot, "notes")), nodeFiles, index, { overrides: [], editorExcludes: [], report });
  await loadNotes(folder, {
    report,
    takeFile: (path) => index.addFile(folder.uri, path),
    take: (note) => index.add(note),
    takeBibliography: (bibliography) => index.addBibliography(bibliography),
  });
  return index;
}

interface Link {
  readonly reference: Reference;
  readonly to: number;
}

function linksOf(index: VaultIndex, note: Note, numberOf: ReadonlyMap<string, number>): readonly Link[] {
  return note.references.flatMap((reference) => {
    const meaning = index.resolve(note, reference);
    const to = meaning.kind === "note" && meaning.note.uri !== note.uri ? numberOf.get(meaning.note.uri) : undefined;
    return to === undefined ? [] : [{ reference, to }];
  });
}

/** The other side of a link, if a note is one of the two. */
const pairOf = (from: number, to: number, note: number) => (from === note ? [to] : to === note ? [from] : []);

/** The body of a note without its front matter and without some of its links, label and all: a label names the target. */
function withoutLinks(note: Note, links: readonly Reference[]): string {
  let text = readFileSync(join(projectRoot, "notes", note.path), "utf8");
  for (const { range } of links) text = text.slice(0, range.start) + " ".repeat(range.end - range.start) + text.slice(range.end);
  return text.replace(/^---\n[\s\S]*?\n---\n/, "");
}
