// The sample notes are documentation, demo and fixture at once: what they promise stays true.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "mocha";
import { paperOf } from "../server/core/citations";
import { defaultSeverity, type Note } from "../server/core/note";
import { diagnosticsOf } from "../server/features/diagnostics";
import { Relatedness } from "../server/features/related/relatedness";
import { relatedTo } from "../server/features/related/relations";
import { topics } from "../server/features/topics";
import type { VaultIndex } from "../server/index/vaultIndex";
import { projectRoot } from "./editor/paths";
import { sampleVault } from "./sampleVault";

describe("the sample notes", () => {
  let index: VaultIndex;
  const questions = (): readonly Note[] => [...index.notes()].filter(({ kind }) => kind === "note");
  const failing = (isWrong: (note: Note) => boolean) =>
    questions()
      .filter(isWrong)
      .map(({ path }) => path);

  before(async () => {
    index = await sampleVault();
  });

  it("are 41 questions under one topic with nine sub-topics, weighing 180 papers", () => {
    const [root, ...others] = topics(index);
    assert.deepEqual(
      [root?.label, root?.noteCount, root?.paperCount, root?.children.length, others.length],
      ["Reinforcement Learning", 41, 180, 9, 0],
    );
  });

  it("have no problem", () => {
    const problems = [...index.notes()].flatMap((note) => diagnosticsOf(index, note, { severity: defaultSeverity }));
    assert.deepEqual(problems, []);
  });

  it("ask a question each, with a summary and sources", () => {
    assert.deepEqual(
      failing(({ title, summary, sources }) => !title.text.endsWith("?") || summary.length < 100 || sources.length === 0),
      [],
    );
  });

  it("repeat their title as the first heading", () => {
    assert.deepEqual(
      failing(({ title, headings }) => headings[0]?.text !== title.text || headings.filter(({ level }) => level === 1).length !== 1),
      [],
    );
  });

  it("link to at least three other notes in their text", () => {
    const linked = (note: Note) => {
      const targets = note.references.filter((it) => it.kind === "wiki" && it.place !== "related").map((it) => index.resolve(note, it));
      return new Set(targets.flatMap((it) => (it.kind === "note" && it.note !== note ? [it.note.uri] : []))).size;
    };
    assert.deepEqual(
      failing((note) => linked(note) < 3),
      [],
    );
  });

  it("all have several related notes", () => {
    const relatedness = new Relatedness(index);
    const textOf = ({ path }: Note) => readFileSync(join(projectRoot, "notes", path), "utf8");
    for (const note of index.notes()) relatedness.put(note, textOf(note));
    assert.deepEqual(
      failing((note) => relatedTo(relatedness, { note, text: textOf(note) }, 5).length < 5),
      [],
    );
  });

  it("cite papers that their bibliography describes, each of its papers being cited", () => {
    const bibliography = readFileSync(join(projectRoot, "notes", "papers.bib"), "utf8");
    const described = [...bibliography.matchAll(/eprint\s*=\s*\{([^}]+)\}/g)].map(([, id]) => paperOf(id ?? ""));
    const cited = new Set([...index.notes()].flatMap(({ sources }) => sources.map(({ paper }) => paper)));
    assert.deepEqual([...cited].sort(), [...described].sort());
  });
});
