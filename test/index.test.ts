// After any sequence of changes the index equals one built anew, and every change names all whose problems it altered.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { topics } from "../server/features/topics";
import { seeksOf } from "../server/index/keys";
import { VaultIndex } from "../server/index/vaultIndex";
import { topicsText } from "./check";
import {
  closeBy,
  emptyIndex,
  farApart,
  folders,
  indexText,
  noteAt,
  problemsOf,
  rebuilt,
  type Step,
  steps,
  take,
  type Words,
} from "./indexText";

const seeded = { seed: 20260223, numRuns: 60 } as const;

/** The title that a problem proposes depends on all titles; see the test about it. */
const withoutProposal = (problems: string) => problems.replace(/Did you mean “.*?”\? /g, "");

function problemsByNote(index: VaultIndex, view: (problems: string) => string) {
  return new Map([...index.notes()].map((note) => [note.uri, view(problemsOf(index, note).join("\n"))]));
}

/** Every note whose problems differ before and after a step is in the step's impact, or is the one taken out. */
function checkImpact(history: readonly Step[], view = (problems: string) => problems): void {
  const index = emptyIndex();
  for (const step of history) {
    const before = problemsByNote(index, view);
    const impact = take(index, step);
    const concerned = new Set([...impact.notes].map(({ uri }) => uri));
    for (const [uri, problems] of problemsByNote(index, view)) {
      const isNew = !before.has(uri);
      if (isNew || before.get(uri) !== problems)
        assert.ok(
          concerned.has(uri),
          `${step.kind} ${step.folder}/${step.path} changed the problems of ${uri} unseen, from\n${before.get(uri)}\nto\n${problems}`,
        );
    }
    for (const note of impact.notes) assert.equal(index.note(note.uri), note, "the impact names notes as they are now");
  }
}

const put = (path: string, text: string): Step => ({ kind: "put", folder: "memory:///vault" as NoteUri, path, text });

function checkRebuild(words: Words): void {
  fc.assert(
    fc.property(steps(words), (history) => {
      const index = emptyIndex();
      for (const step of history) take(index, step);
      assert.equal(indexText(index), indexText(rebuilt(index)));
    }),
    seeded,
  );
}

describe("the index", () => {
  it("orders topics of one label and the notes of one title in one way, however they came", () => {
    const titled = (path: string, front: string) => put(path, `---\ntitle: Zebra?\n${front}\n---\n`);
    const notes = [
      titled("a.md", "topics: t"),
      titled("b.md", "topics: v"),
      titled("sub/a.md", "topics: v"),
      titled("x/a.md", "type: topic\ntopics: [t, v]"),
      { ...titled("x/a.md", "type: topic\nsummary: Of another folder.\ntopics: [t, v]"), folder: "memory:///other" as NoteUri },
    ];
    const inOrder = emptyIndex();
    const reversed = emptyIndex();
    for (const step of notes) take(inOrder, step);
    for (const step of [...notes].reverse()) take(reversed, step);
    assert.equal(indexText(reversed), indexText(inOrder));
  });

  it("equals a rebuild after any sequence of changes", () => checkRebuild(farApart));

  it("equals a rebuild after any sequence of changes among close titles", () => checkRebuild(closeBy));

  it("equals a rebuild after a folder became an Obsidian vault, ceased to be one and was forgotten", () => {
    const [plain, obsidian] = folders as readonly [NoteUri, NoteUri];
    fc.assert(
      fc.property(steps(farApart), (history) => {
        const index = emptyIndex();
        for (const step of history) take(index, step);
        for (const isObsidian of [true, false]) {
          index.addFolder(plain, { isObsidian });
          assert.deepEqual(
            index.folders.map((it) => [it.uri, it.isObsidian]),
            folders.map((uri) => [uri, uri === obsidian || isObsidian]),
          );
          assert.equal(indexText(index), indexText(rebuilt(index)));
        }
        const held = [...index.notes()];
        for (const uri of folders) index.removeFolder(uri);
        for (const key of held.flatMap((note) => [...seeksOf(note)])) assert.equal(index.seekers(key).length, 0, key);
      }),
      seeded,
    );
  });

  it("is empty once everything was taken out", () => {
    fc.assert(
      fc.property(steps(farApart), (history) => {
        const index = emptyIndex();
        for (const step of history) take(index, step);
        for (const { uri } of [...index.notes()]) index.remove(uri);
        for (const { uri, files } of index.folders) for (const path of [...files.all()]) index.removeFile(uri, path);
        assert.equal(indexText(index), indexText(emptyIndex()));
        assert.deepEqual(topics(index), []);
      }),
      seeded,
    );
  });

  it("names in the impact of a change every note whose problems it altered", () => {
    fc.assert(
      fc.property(steps(farApart), (history) => checkImpact(history, withoutProposal)),
      seeded,
    );
  });

  it("names the namesakes of a note that becomes a topic note", () => {
    const titled = "title: Zebra?\n---\n";
    checkImpact([put("a.md", `---\n${titled}`), put("b.md", `---\n${titled}`), put("b.md", `---\ntype: topic\n${titled}`)]);
  });

  it("names the holders of a title that somebody begins to link by, whatever its spelling was before", () => {
    checkImpact([put("x/a.md", "# Zebra?"), put("sub/a.md", "# zebra"), put("b.md", "[[Zebra?]]"), put("b.md", "[[ZEBRA!]]")]);
  });

  it("names in the impact of a change also the notes that it gives another title to propose", () => {
    fc.assert(
      fc.property(steps(closeBy), (history) => checkImpact(history)),
      seeded,
    );
  });

  it("says when the topics changed, and not when they did not", () => {
    fc.assert(
      fc.property(steps(farApart), (history) => {
        const index = emptyIndex();
        for (const step of history) {
          const before = topicsText({ vault: index });
          const { topicsVersion } = index;
          const { topicsChanged } = take(index, step);
          if (topicsText({ vault: index }) !== before) {
            assert.ok(topicsChanged, "the change says so");
            assert.notEqual(index.topicsVersion, topicsVersion);
          }
        }
      }),
      seeded,
    );
  });

  it("concerns one note when a keystroke changes neither what it offers nor what it seeks", () => {
    const index = emptyIndex();
    const [folder] = [...index.folders].map(({ uri }) => uri) as [NoteUri];
    const text = "# A title\n\nProse with [[b]] and [[A title]].\n\n## Part\n";
    index.put(noteAt(folder, "b.md", "# A title\n\n[[a]] [[A title#Part]]"));
    index.put(noteAt(folder, "a.md", text));
    const { notes, topicsChanged } = index.put(noteAt(folder, "a.md", text.replace("Prose", "Some prose")));
    assert.deepEqual(
      [...notes].map(({ path }) => path),
      ["a.md"],
    );
    assert.equal(topicsChanged, false);
  });

  it("forgets a workspace folder with its notes and files", () => {
    const index = emptyIndex();
    const [first, second] = index.folders.map(({ uri }) => uri) as [NoteUri, NoteUri];
    index.put(noteAt(first, "a.md", "[[B]]"));
    index.put(noteAt(second, "b.md", "# B"));
    index.removeFolder(second);
    assert.deepEqual(
      index.folders.map(({ uri }) => uri),
      [first],
    );
    assert.equal(index.size, 1);
    assert.equal([...index.notes()].flatMap((note) => problemsOf(index, note)).length, 1);
  });
});

describe("what the first change after a load needs", () => {
  const folder = "memory:///vault" as NoteUri;
  const noteOf = (path: string, text: string) =>
    parseNote({ uri: `${folder}/${path}` as NoteUri, folder, path, modified: 0 }, text, { topicsFromTags: false });

  /** Whom a title concerns that comes close to a link, where `prepare` ran after the load. */
  function concerned(prepare: (index: VaultIndex) => void): readonly string[] {
    const index = new VaultIndex();
    index.addFolder(folder, { isObsidian: false });
    index.add(noteOf("a.md", "See [[Is it realy so?]]."));
    for (let at = 0; at < 3; at++) index.add(noteOf(`other-${at}.md`, `See [[Nothing ${at}]].`));
    prepare(index);
    return [...index.put(noteOf("b.md", "# Is it really so?")).notes].map(({ path }) => path).sort();
  }

  it("is the same gathered at once, before, or half before another change", () => {
    const wanted = ["a.md", "b.md"];
    assert.deepEqual(
      concerned(() => undefined),
      wanted,
    );
    assert.deepEqual(
      concerned((index) => {
        for (const _ of index.gatherWanted());
      }),
      wanted,
    );
    assert.deepEqual(
      concerned((index) => {
        let steps = 0;
        for (const _ of index.gatherWanted()) if (++steps === 1) index.add(noteOf("late.md", "No link."));
      }),
      wanted,
    );
  });
});
