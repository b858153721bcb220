// The notes of a vault in groups: by topic, paper, year and letter, as single lists, and through a filter.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseNote } from "../server/core/parseNote";
import { groupedNotes, type NoteGroup, type NotesBy } from "../server/features/noteGroups";
import { fixture, noteIn } from "./fixture";

const source = `
//- /areal.md
---
title: Can training wait?
summary: Generation goes on meanwhile.
topics: [rl/systems]
sources: [arxiv:2505.24298, "hep-th/9901001"]
related: ["[[Élan of rewards?]]"]
---
//- /reward.md
---
title: Élan of rewards?
summary: What a reward model likes.
topics: [rl/rewards, rl/systems]
sources: [arxiv:2505.24298, kingma2014]
---
//- /alone.md
---
title: 3 questions alone?
topics: [rl]
sources: [kingma2014]
---
//- /plain.md
---
title: Does nothing cite?
summary: Rewards are not its matter.
---
//- /papers.bib
@article{kingma2014, title={Adam}, author={Kingma, D. P.}, year={2014}}
@misc{areal, title={AReaL}, year={2025}, eprint={2505.24298}, archivePrefix={arXiv}}
`;

function grouped(by: NotesBy, filter = "", { vault } = fixture(source)) {
  const steps = groupedNotes(vault, by, filter);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A line for each group, `label (notes, papers)`, with the titles right below it. */
function shown(by: NotesBy, filter = ""): readonly string[] {
  const { groups, below } = grouped(by, filter);
  const titles = (id: string) =>
    below(id)
      .map(({ title }) => title.text)
      .sort();
  const lines =
    (indent: string) =>
    (group: NoteGroup): readonly string[] => [
      `${indent}${group.label} (${group.noteCount}, ${group.paperCount})`,
      ...titles(group.id).map((title) => `${indent}  ${title}`),
      ...group.children.flatMap(lines(`${indent}  `)),
    ];
  return groups.length === 0 ? titles("") : groups.flatMap(lines(""));
}

const [training, rewards, alone, nothing] = ["Can training wait?", "Élan of rewards?", "3 questions alone?", "Does nothing cite?"];

describe("the groups of notes", () => {
  it("are topics with those below them, each note once in a count", () =>
    assert.deepEqual(shown("topic"), [
      "Rl (3, 3)",
      `  ${alone}`,
      "  Rewards (1, 2)",
      `    ${rewards}`,
      "  Systems (2, 3)",
      `    ${training}`,
      `    ${rewards}`,
      "Unfiled (1, 0)",
      `  ${nothing}`,
    ]));

  it("are papers by title, each with the notes that cite it under any spelling, and last what cites none", () =>
    assert.deepEqual(shown("paper"), [
      "Adam (2, 1)",
      `  ${alone}`,
      `  ${rewards}`,
      "AReaL (2, 1)",
      `  ${training}`,
      `  ${rewards}`,
      "arXiv:hep-th/9901001 (1, 1)",
      `  ${training}`,
      "No Paper (1, 0)",
      `  ${nothing}`,
    ]));

  it("are years of the newest source, the newest first, by the entry or the arXiv id", () =>
    assert.deepEqual(shown("year"), [
      "2025 (2, 3)",
      `  ${training}`,
      `  ${rewards}`,
      "2014 (1, 1)",
      `  ${alone}`,
      "No Dated Source (1, 0)",
      `  ${nothing}`,
    ]));

  it("are first letters without accents, numbers together", () =>
    assert.deepEqual(shown("letter"), [
      "0–9 (1, 1)",
      `  ${alone}`,
      "C (1, 2)",
      `  ${training}`,
      "D (1, 0)",
      `  ${nothing}`,
      "E (1, 2)",
      `  ${rewards}`,
    ]));

  it("are none where all notes stand in one list", () => assert.deepEqual(shown("recent"), [alone, training, nothing, rewards]));

  it("are none for notes that nobody links to and that link to nobody", () => assert.deepEqual(shown("unlinked"), [alone, nothing]));

  it("keep what has every typed word in title or summary, without regard to case and accents, and count that alone", () => {
    assert.deepEqual(shown("topic", "REWARD elan"), [
      "Rl (1, 2)",
      "  Rewards (1, 2)",
      `    ${rewards}`,
      "  Systems (1, 2)",
      `    ${rewards}`,
    ]);
    assert.deepEqual(shown("recent", "rewards"), [nothing, rewards]);
    assert.deepEqual(shown("letter", "no such words"), []);
  });

  it("follow a filter that is typed on, taken back and typed anew", () => {
    const at = fixture(source);
    const found = (filter: string) => grouped("recent", filter, at).notes.length;
    assert.deepEqual(["re", "rewa", "rewards m", "rew", "", "train"].map(found), [2, 2, 2, 2, 4, 1]);
  });

  it("follow an edit", () => {
    const at = fixture(source);
    assert.equal(grouped("unlinked", "", at).notes.length, 2);
    const plain = noteIn(at, "plain.md");
    at.vault.put(parseNote(plain, "# Does nothing cite?\nSee [[Can training wait?]].\n", { topicsFromTags: false }));
    assert.deepEqual(
      grouped("unlinked", "", at).notes.map(({ title }) => title.text),
      [alone],
    );
  });
});
