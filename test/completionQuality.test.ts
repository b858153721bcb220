// How well a few remembered words find a question among the sample notes.
import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import type { Note, NoteUri } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { linkCandidates } from "../server/features/completion";
import { typedLinkAt } from "../server/features/typedLink";
import type { VaultIndex } from "../server/index/vaultIndex";
import { type Chance, chanceFrom, oneOf } from "./bench/words";
import { slipped, someOf, telling } from "./remembered";
import { sampleFolder, sampleVault } from "./sampleVault";

const triplesEach = 20;

/** Three words of a question that no other question has all of. */
interface Remembered {
  readonly question: Note;
  readonly words: readonly string[];
}

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

function remembered(index: VaultIndex, chance: Chance): readonly Remembered[] {
  const questions = [...index.notes()].filter(({ kind }) => kind === "note").sort((a, b) => (a.path < b.path ? -1 : 1));
  const words = new Map(questions.map((note) => [note, new Set(telling(note.title.text))]));
  return questions.flatMap((question) => {
    const triples: Remembered[] = [];
    for (let tries = 0; triples.length < triplesEach && tries < 1000; tries++) {
      const triple = someOf(chance, [...(words.get(question) ?? [])], 3);
      const isShared = questions.some((other) => other !== question && triple.every((word) => words.get(other)?.has(word)));
      if (!isShared) triples.push({ question, words: triple });
    }
    return triples;
  });
}

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
