// The graph of notes: who refers to whom, who cites the same papers, and which sub-topic each is in.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { noteGraph } from "../server/features/noteGraph";
import { fixture } from "./fixture";

/** Nodes as `title: group`, edges as `title kind title weight`. */
function checkGraph(source: string, topic: string | undefined, expected: readonly string[]): void {
  const { vault } = fixture(source);
  const { groups, groupOf, notes, edges } = noteGraph(vault, topic);
  const titleAt = (place: number) => notes[place]?.title.text;
  const nodes = notes.map((note, at) => `${note.title.text}: ${groups[groupOf[at] ?? -1]?.label ?? "-"}`);
  const lines = edges.map(({ from, to, kind, weight }) => `${[titleAt(from), titleAt(to)].sort().join(` ${kind} `)} ${weight}`);
  assert.deepEqual([...nodes, ...lines].sort(), [...expected].sort());
}

const vault = `
  //- /a.md
  ---
  title: A
  topics: [x/y]
  related: ["[[B]]"]
  sources: [2505.24298, 2404.10719]
  ---
  See [[B]], [[A]] and [[Nothing?]].
  //- /b.md
  ---
  title: B
  topics: [x/z/deep]
  sources: [2505.24298, 2404.10719]
  ---
  [back](a.md)
  //- /c.md
  ---
  title: C
  topics: [x]
  ---
  [[A#Nowhere]]
  //- /d.md
  ---
  title: D
  topics: [other]
  ---
  [[A]]
  //- /x.md
  ---
  title: X
  type: topic
  topics: [x]
  ---
  [[A]]
  `;

describe("the graph of notes", () => {
  it("has each pair that refers to each other once, in whatever direction and however often", () =>
    checkGraph(vault, "x", ["A: Y", "B: Z", "C: -", "A link B 1", "A link C 1", "A papers B 2"]));

  it("is of the whole vault where no topic is named", () =>
    checkGraph(vault, undefined, ["A: X", "B: X", "C: X", "D: Other", "A link B 1", "A link C 1", "A link D 1", "A papers B 2"]));

  it("ties no notes by a paper that many cite", () => {
    const notes = Array.from({ length: 21 }, (_, at) => `//- /${at}.md\n---\ntitle: N${at}\nsources: [2505.24298]\n---\n`);
    const { vault: many } = fixture(notes.join(""));
    assert.deepEqual(noteGraph(many, undefined).edges, []);
    const { vault: few } = fixture(notes.slice(0, 20).join(""));
    assert.equal(noteGraph(few, undefined).edges.length, (20 * 19) / 2);
  });
});
