// The tree of topics: its counts, its labels, its order.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { notesOf, type Topic, topics } from "../server/features/topics";
import { checkTopics, topicsText } from "./check";
import { fixture } from "./fixture";
import { noteOf } from "./noteText";

describe("topics", () => {
  it("count distinct notes and distinct papers, in and below them", () => {
    checkTopics(
      `
      //- /a.md
      ---
      topics: [x/y, x/z]
      sources: [2505.24298, 10.1000/one]
      ---
      //- /b.md
      ---
      topics: [x/y]
      sources: ["https://arxiv.org/abs/2505.24298v2", 10.1000/two, 10.1000/TWO]
      ---
      //- /c.md
      ---
      topics: x
      ---
      `,
      `
      X (3/3) x
        Y (2/3) x/y
        Z (1/2) x/z
      `,
    );
  });

  it("exist by their sub-topics", () => {
    checkTopics(
      `
      //- /a.md
      ---
      topics: [a/b/c]
      ---
      `,
      `
      A (1/0) a
        B (1/0) a/b
          C (1/0) a/b/c
      `,
    );
  });

  it("are described by a topic note, which is no note, but whose sources count", () => {
    checkTopics(
      `
      //- /a.md
      ---
      topics: [rl]
      sources: [x]
      ---
      //- /topics/rl.md
      ---
      type: topic
      title: Learning from rewards
      summary: All about it.
      topics: [rl]
      sources: [x, y]
      ---
      `,
      "Learning from rewards (1/2) rl - All about it.",
    );
  });

  it("are described by the topic note whose file comes first", () => {
    const topicNote = (title: string) => `---\ntype: Topic\ntitle: ${title}\ntopics: [x]\n---\n`;
    checkTopics(`//- /b.md\n${topicNote("Second")}//- /a.md\n${topicNote("First")}`, "First (0/0) x");
  });

  it("come from the folder where a note names none, and unfiled notes come last", () => {
    checkTopics(
      `
      //- /loose.md
      //- /zoo/Big Cats/tiger.md
      //- /named.md
      ---
      topics: [zoo]
      ---
      `,
      `
      Zoo (2/0) zoo
        Big Cats (1/0) zoo/big-cats
      Unfiled (1/0) unfiled
      `,
    );
  });

  it("come from tags only where that is set", () => {
    const source = "//- /a.md\n---\ntags: [x/y, '#z']\n---\n//- /b.md\n---\ntags: [x]\ntopics: [w]\n---";
    checkTopics(source, "W (1/0) w\nUnfiled (1/0) unfiled");
    checkTopics(source, "W (1/0) w\nX (1/0) x\n  Y (1/0) x/y\nZ (1/0) z", { topicsFromTags: true });
  });

  it("are one in every spelling, and named once however often a note names them", () => {
    checkTopics(
      `
      //- /a.md
      ---
      topics: [Reward Models, reward-models, "#reward-models/"]
      ---
      `,
      "Reward Models (1/0) reward-models",
    );
    assert.equal(noteOf("---\ntopics: [A, a]\n---\n").topics.length, 1);
  });

  it("are sorted by label, numbers by their size", () => {
    checkTopics(
      "//- /a.md\n---\ntopics: [week-10, week-9, Äpfel, birnen, Zebra]\n---",
      "Äpfel (1/0) äpfel\nBirnen (1/0) birnen\nWeek 9 (1/0) week-9\nWeek 10 (1/0) week-10\nZebra (1/0) zebra",
    );
  });

  it("give their notes, those of sub-topics too or only their own, without topic notes", () => {
    const { vault } = fixture(`
      //- /a.md
      ---
      topics: [x]
      ---
      //- /b.md
      ---
      topics: [x/y, x]
      ---
      //- /c.md
      ---
      topics: [x/y]
      ---
      //- /t.md
      ---
      type: topic
      topics: [x]
      ---
    `);
    const paths = (depth: "direct" | "all") =>
      notesOf(vault, "x", depth)
        .map(({ path }) => path)
        .sort();
    assert.deepEqual(paths("direct"), ["a.md", "b.md"]);
    assert.deepEqual(paths("all"), ["a.md", "b.md", "c.md"]);
    assert.deepEqual(notesOf(vault, "nowhere", "all"), []);
  });

  it("count what sets of notes and papers would count, however papers are spelled", () => {
    const some = (...items: string[]) => fc.subarray(items, { maxLength: 3 });
    const note = fc.record({
      kind: fc.constantFrom("note", "topic"),
      topics: some("a", "a/b", "a/b/c", "a/d", "e"),
      sources: some("'@fu'", "2505.24298", "10.1000/one", "'@other'"),
      text: fc.constantFrom("", "[@fu]", "@fu and @other", "[@unknown]", "[[@fu]]"),
    });
    const bibliography = "//- /papers.bib\n@misc{fu, title={A}, eprint={2505.24298}}\n@misc{other, title={B}}\n";
    fc.assert(
      fc.property(fc.array(note, { maxLength: 8 }), fc.boolean(), (notes, described) => {
        const text = (it: (typeof notes)[number], at: number) =>
          `//- /${at}.md\n---\ntype: ${it.kind}\ntopics: [${it.topics}]\nsources: [${it.sources}]\n---\n${it.text}\n`;
        const { vault } = fixture((described ? bibliography : "") + notes.map(text).join(""));
        const check = (topic: Topic): readonly string[] => {
          const ids = [topic.id, ...topic.children.flatMap(check)];
          const members = new Set(ids.flatMap((id) => [...vault.inTopic(id)]));
          const papers = new Set([...members].flatMap((member) => [...vault.papers.citedBy(member)]));
          const counts = [[...members].filter(({ kind }) => kind === "note").length, papers.size];
          assert.deepEqual([topic.noteCount, topic.paperCount], counts, topic.id);
          return ids;
        };
        topics(vault).forEach(check);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("follow the vault", () => {
    const at = fixture("//- /a.md\n---\ntopics: [x]\n---\n//- /b.md\n---\ntopics: [y]\n---");
    assert.equal(topicsText(at), "X (1/0) x\nY (1/0) y");
    const { uri, folder } = at.files[0]?.note ?? noteOf("");
    at.vault.put({ ...noteOf("---\ntopics: [y]\nsources: [p]\n---\n", "a.md"), uri, folder });
    assert.equal(topicsText(at), "Y (2/1) y");
    at.vault.remove(uri);
    assert.equal(topicsText(at), "Y (1/0) y");
  });
});
