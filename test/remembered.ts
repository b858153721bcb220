// What a person remembers of a question: some of its words, in any order, perhaps with a slip of the pen. Drawn from a seed.
import { wordsOf } from "../server/index/titleWords";
import { below, type Chance, oneOf } from "./bench/words";

/** Words that nobody remembers a question by. */
const stopWords = new Set(
  "a an and are as at be between but by can do does for from how if in into is it its of on or than that the their they to what when where which while why will with without".split(
    " ",
  ),
);

/** The words of a title that tell something, each once. */
export const telling = (title: string): readonly string[] => [...new Set(wordsOf(title))].filter((word) => !stopWords.has(word));

/** Some of a list's members, each at most once, in random order. */
export function someOf<T>(chance: Chance, list: readonly T[], many: number): readonly T[] {
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
