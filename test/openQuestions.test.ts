// The questions that links ask and no note answers yet, by demand.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { diagnosticsOf } from "../server/features/diagnostics";
import { type Asked, isOpenAmong, mostQuestions, type OpenQuestions, openQuestions } from "../server/features/openQuestions";
import { VaultIndex } from "../server/index/vaultIndex";
import { diagnosticSettings } from "./check";
import { quaestio } from "./commandLine";
import { type Fixture, fixture, noteIn } from "./fixture";
import { removeFolder, tempFolder } from "./tempFolder";

/** What the steps come to. */
function resultOf(steps: Generator<void, OpenQuestions>): OpenQuestions {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Each as `title: topics: path path`. */
function asked({ vault }: Pick<Fixture, "vault">, topic?: string): readonly string[] {
  const { questions, total } = resultOf(openQuestions(vault, { topic }));
  assert.equal(total, questions.length);
  return questions.map(({ title, topics, asked: places }) =>
    [title, topics.join(" "), places.map(({ from }) => from.path).join(" ")].join(": "),
  );
}

const vault = `
  //- /a.md
  ---
  topics: [x]
  ---
  # Aaa?
  [[Why do glaciers sing?]] and [[Do cats purr?]] and [[do cats purr?|purring]]
  //- /b.md
  ---
  topics: [x/y]
  ---
  # Bbb?
  [[Do cats purr?]] and [[Where is north?]]
  //- /c.md
  ---
  topics: [z]
  ---
  # Ccc?
  [[Where is north?]] and [[Aaa?]]
  //- /d.md
  ---
  topics: [z]
  related: ["[[Is water wet?]]"]
  ---
  # Ddd?
  [[Is water wet?]]
  //- /e.md
  ---
  topics: [z]
  ---
  # Eee?
  [[Is water wet?]]
  `;

describe("open questions", () => {
  it("come by the number of notes that ask, then by that of their topics, then by their letters", () =>
    assert.deepEqual(asked(fixture(vault)), [
      "Do cats purr?: x x/y: a.md b.md",
      "Where is north?: x/y z: b.md c.md",
      "Is water wet?: z: d.md e.md",
      "Why do glaciers sing?: x: a.md",
    ]));

  it("are those of a topic and of what lies below it, where one is named", () =>
    assert.deepEqual(asked(fixture(vault), "x"), [
      "Do cats purr?: x x/y: a.md b.md",
      "Where is north?: x/y: b.md",
      "Why do glaciers sing?: x: a.md",
    ]));

  it("are no slips, paths, parts or plain names", () =>
    assert.deepEqual(
      asked(fixture("//- /a.md\n# Do cats purr loudly?\n[[Do cats pur loudly?]] [[x/Why?]] [[Why me#Where?]] [[Nowhere]] `[[Who?]]`\n")),
      [],
    ));

  it("are known by the problems of the note that asks; where those are not told, they are looked for", () => {
    const at = fixture("//- /a.md\n# Do cats purr loudly?\n[[Do cats pur loudly?]] [[Who?]]\n");
    const note = noteIn(at);
    const told = ["error", "off"].map((level) => {
      const settings = diagnosticSettings({ "broken-reference": level, "open-question": level });
      const problems = diagnosticsOf(at.vault, note, settings);
      return note.references.flatMap((it) => (it.kind === "wiki" ? [isOpenAmong(at.vault, problems, { from: note, reference: it })] : []));
    });
    assert.deepEqual(told, [
      [false, true],
      [false, true],
    ]);
  });

  it("are none in a Dendron workspace, where titles answer no links", () =>
    assert.deepEqual(asked(fixture("//- /dendron.yml\n//- /a.md\n---\nid: a\n---\n[[why.not?]] [[Who goes there?]]\n")), []));

  for (const { asked: count, told, total, looked } of [
    { asked: 0, told: 0, total: 0, looked: 0 },
    { asked: mostQuestions, told: mostQuestions, total: mostQuestions, looked: mostQuestions },
    { asked: mostQuestions + 1, told: mostQuestions, total: mostQuestions + 1, looked: mostQuestions },
    { asked: mostQuestions + 100, told: mostQuestions, total: mostQuestions + 100, looked: mostQuestions },
  ])
    it(`of ${count} asked, ${told} are told, ${total} counted, and no more than those told are looked at for slips`, () => {
      const links = Array.from({ length: count }, (_, at) => `[[Why number ${at}?]]`).join("\n");
      const { vault } = fixture(`//- /a.md\n# A?\n${links}\n`);
      let seen = 0;
      const isOpen = () => ++seen > 0;
      const found = resultOf(openQuestions(vault, { isOpen }));
      assert.deepEqual([found.questions.length, found.total, seen], [told, total, looked]);
    });

  it("that are slips are counted out as far as they were looked at, and others take their places", () => {
    const links = Array.from({ length: mostQuestions + 10 }, (_, at) => `[[Why number ${at}?]]`).join("\n");
    const { vault } = fixture(`//- /a.md\n# A?\n${links}\n`);
    const isOpen = ({ reference }: Asked) => !/[05]\?$/.test(reference.target);
    const found = resultOf(openQuestions(vault, { isOpen }));
    assert.deepEqual([found.questions.length, found.total], [408, 408]);
  });

  it("go when a note answers them, and come back when it is gone", () => {
    const at = fixture("//- /a.md\n# A?\n[[Do cats purr?]]\n//- /b.md\n# Do cats purr?\n");
    assert.deepEqual(asked(at), []);
    const answer = noteIn(at, "b.md");
    at.vault.remove(answer.uri);
    assert.deepEqual(asked(at), ["Do cats purr?: : a.md"]);
    at.vault.put(answer);
    assert.deepEqual(asked(at), []);
    assert.ok(at.vault instanceof VaultIndex);
  });
});

describe("quaestio open-questions", () => {
  it("prints them with the places, as text or as JSON", () => {
    const root = tempFolder({
      "a.md": "---\ntopics: [x]\n---\n# A?\n\n[[Is water wet?]]\n",
      "b.md": "# B?\n\nSee [[Is water wet?]] and [[Why?]].\n",
    });
    const { status, out, err } = quaestio(root, "open-questions", "--no-cache");
    assert.deepEqual([status, err], [0, ""]);
    const lines = ["Is water wet?  (2 notes · 1 topic)", "  a.md:6", "  b.md:3", "Why?  (1 note)", "  b.md:3", ""];
    assert.equal(out, lines.join("\n"));
    const [first] = JSON.parse(quaestio(root, "open-questions", "--json", "--no-cache").out);
    assert.deepEqual(
      [first.title, first.notes[1]],
      ["Is water wet?", { file: "b.md", title: "B?", range: { start: { line: 2, character: 4 }, end: { line: 2, character: 21 } } }],
    );
    removeFolder(root);
  });

  it("says so where there are none", () => {
    const root = tempFolder({ "a.md": "# A?\n" });
    assert.equal(quaestio(root, "open-questions", "--no-cache").out, "Every question that a link asks has its note.\n");
    removeFolder(root);
  });
});
