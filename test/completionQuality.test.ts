// How well a few remembered words find a question among the sample notes.
import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import type { Note, NoteUri } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { linkCandidates } from "../server/features/completion";
import { typedLinkAt } from "../server/features/typedLink";
import type { VaultIndex } from "../server/index/vaultIndex";
import { chanceFrom, oneOf } from "./bench/words";
import { type Remembered, remembered, slipped, triplesEach } from "./remembered";
import { sampleFolder, sampleVault } from "./sampleVault";

describe("a question of the sample notes", () => {
  let index: VaultIndex;
  let all: readonly Remembered[];

  before(async () => {
    index = await sampleVault();
    all = remembered(index, chanceFrom(41));
  });

  it("is asked for by twenty triples of its words, each true of it alone", () => {
    assert.equal(new Set(all.map(({ question }) => question)).size, 41);
    assert.equal(all.length, 41 * triplesEach);
  });

  it("comes first for three of its words in any order, and is never behind the third row", () => {
    const ranks = all.map(({ question, words }) => rankOf(index, question, words));
    assert.ok(share(ranks, 1) >= 0.95, `first for ${share(ranks, 1)}`);
    assert.equal(share(ranks, 3), 1);
  });

  it("is found by the words that the README types", () => {
    const wanted = [...index.notes()].find(({ path }) => path.startsWith("systems/can-rl-training-run"));
    for (const words of ["waiting train", "wiating trian"]) assert.equal(rankOf(index, wanted as Note, [words]), 1, words);
  });

  it("is among the first three with a slip of the pen in one of the words", () => {
    const chance = chanceFrom(43);
    const ranks = all.map(({ question, words }) => {
      const wrong = oneOf(chance, words);
      return rankOf(
        index,
        question,
        words.map((word) => (word === wrong ? slipped(chance, word) : word)),
      );
    });
    assert.ok(share(ranks, 3) >= 0.9, `among three for ${share(ranks, 3)}`);
  });
});

/** The place of a question in what is offered for some words in a note of no topic; no place is a place behind all others. */
function rankOf(index: VaultIndex, question: Note, words: readonly string[]): number {
  const text = `See [[${words.join(" ")}`;
  const about = { uri: `${sampleFolder}/here.md` as NoteUri, folder: sampleFolder, path: "here.md", modified: 0 };
  const typed = typedLinkAt(text, text.length);
  assert.ok(typed);
  const offered = linkCandidates(index, parseNote(about, text, { topicsFromTags: false }), typed, { style: "title" });
  const at = offered.findIndex(({ text: written }) => written === `[[${question.title.text}]]`);
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

const share = (ranks: readonly number[], worst: number) => ranks.filter((rank) => rank <= worst).length / ranks.length;
