// Ways to a note: by remembered words, by when it was changed, by chance.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { questionsFor, randomNote } from "../server/features/goTo";
import { fixture } from "./fixture";

const source = `
  //- /async.md
  ---
  title: Can RL training run while generation continues without waiting?
  aliases: [asynchronous RL]
  modified: 2026-01-02
  ---
  //- /depth.md
  ---
  title: Does depth help RL training?
  modified: 2026-03-01
  ---
  //- /gym.md
  ---
  title: Does training in a gym help?
  modified: 2026-02-01
  ---
  //- /topics/rl.md
  ---
  type: topic
  title: RL
  ---
`;

describe("a question is found", () => {
  const found = (typed: string, limit = 50) =>
    questionsFor(fixture(source).vault, typed, limit).map(({ note, name }) => `${note.path}: ${name}`);
  const async = "async.md: Can RL training run while generation continues without waiting?";

  it("by the beginnings of remembered words in any order", () => assert.deepEqual(found("waiting gener rl"), [async]));
  it("by an alias, which is told", () => assert.deepEqual(found("asynchronous"), ["async.md: asynchronous RL"]));
  it("the best match first", () => assert.deepEqual(found("RL training"), ["depth.md: Does depth help RL training?", async]));
  it("with no more than the list holds", () => assert.equal(found("training", 2).length, 2));
  it("not by words that no title has, nor by signs alone", () => {
    assert.deepEqual(found("training zebra"), []);
    assert.deepEqual(found("?"), []);
  });
  it("among those changed last before anything is typed, topic notes left out", () =>
    assert.deepEqual(found(" ", 2), ["depth.md: Does depth help RL training?", "gym.md: Does training in a gym help?"]));
});

describe("a question by chance", () => {
  const at = (text: string) => {
    const { vault, files } = fixture(text);
    const uri = files[0]?.note?.uri;
    return [0, 0.3, 0.6, 0.999].map((number) => randomNote(vault, uri, () => number)?.path);
  };

  it("may be any but the one that is left out, and no topic note", () =>
    assert.deepEqual([...new Set(at(source))].sort(), ["depth.md", "gym.md"]));
  it("is the one that is left out where there is no other", () => assert.deepEqual(new Set(at("# Alone?\n")), new Set(["note.md"])));
  it("is none in an empty vault", () => assert.equal(at("//- /x.png\n")[0], undefined));
});
