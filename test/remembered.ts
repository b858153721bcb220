// What a person remembers of a question: some of its words, in any order, perhaps with a slip of the pen. Drawn from a seed.
import type { Note } from "../server/core/note";
import { wordsOf } from "../server/index/titleWords";
import type { Vault } from "../server/index/vault";
import { below, type Chance, oneOf } from "./bench/words";

/** Words that nobody remembers a question by. */
const stopWords = new Set(
  "a an and are as at be between but by can do does for from how if in into is it its of on or than that the their they to what when where which while why will with without".split(
    " ",
  ),
);

/** The words of a title that tell something, each once. */
const telling = (title: string): readonly string[] => [...new Set(wordsOf(title))].filter((word) => !stopWords.has(word));

/** Some of a list's members, each at most once, in random order. */
function someOf<T>(chance: Chance, list: readonly T[], many: number): readonly T[] {
  const left = [...list];
  return Array.from({ length: Math.min(many, left.length) }, () => left.splice(below(chance, left.length), 1)).flat();
}

/** A word with a letter left out, put in, replaced or exchanged with the next. */
export function slipped(chance: Chance, word: string): string {
  const at = below(chance, word.length);
  const letter = String.fromCharCode(97 + below(chance, 26));
  const [before, here, behind] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const made = oneOf(chance, [
    before + behind,
    before + letter + here + behind,
    before + letter + behind,
    before + behind.slice(0, 1) + here + behind.slice(1),
  ]);
  return made === word ? slipped(chance, word) : made;
}

/** How many triples of words each question is asked for by. */
export const triplesEach = 20;

/** Three words of a question that no other question has all of. */
export interface Remembered {
  readonly question: Note;
  readonly words: readonly string[];
}

/** Triples of words of every question, in random order; those that are true of two are left out. */
export function remembered(index: Vault, chance: Chance): readonly Remembered[] {
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
