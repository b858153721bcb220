// Made-up prose: a seeded source of chance, a vocabulary whose words are as unevenly common as those of a language, and sentences from it.

/** A number from 0 up to but not including 1. The same seed gives the same numbers for ever. */
export type Chance = () => number;

/** A source of chance from any whole number: xorshift with 32 bits, which is plenty for prose. */
export function chanceFrom(seed: number): Chance {
  // Zero would stay zero, and small seeds need some rounds to spread over all bits.
  let state = (seed ^ 0x9e3779b9) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
  for (let round = 0; round < 16; round++) next();
  return next;
}

/** A whole number from 0 up to but not including `end`. */
export const below = (chance: Chance, end: number): number => Math.floor(chance() * end);

/** One of a list, each as likely as any other. */
export function oneOf<T>(chance: Chance, list: readonly T[]): T {
  const found = list[below(chance, list.length)];
  if (found === undefined) throw new Error("Nothing can be chosen from an empty list.");
  return found;
}

export const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

export interface Words {
  /** Any word, common ones more often. */
  any(): string;
  /** A word that carries meaning. */
  telling(): string;
  /** A sentence of 8 to 21 words, with some emphasis, code and commas, without its full stop. */
  clause(): string;
  /** The word of a rank, the most common first; for names that must not depend on chance. */
  ranked(rank: number): string;
}

const common = (
  "the of and to a in that it is was for as with by on not this but from or have an they which one you were all her she there would " +
  "their we him been has when who will no more if out so up said what its about than into them can only other time new some could"
).split(" ");
const openings = ["br", "ch", "d", "f", "gl", "h", "k", "l", "m", "n", "p", "qu", "r", "sh", "t", "th", "v", "w", "un", "pro", "sub"];
const vowels = ["a", "e", "i", "o", "u", "ai", "ee", "oa"];
const endings = ["b", "ck", "d", "ft", "g", "lm", "n", "nd", "p", "rn", "sk", "th", "x", "ness", "able", "ism", "ent", "or"];
const vocabularySize = 8000;

/** A vocabulary, made from chance, that goes on drawing from the same chance. */
export function wordsFrom(chance: Chance): Words {
  const vocabulary = vocabularyFrom(chance);
  const sums: number[] = [];
  let sum = 0;
  // Zipf's law with Mandelbrot's offset: without it the first word would be every eighth.
  for (let rank = 0; rank < vocabulary.length; rank++) {
    sum += 1 / (rank + 2.7);
    sums.push(sum);
  }
  const any = () => vocabulary[rankOf(sums, chance() * sum)] ?? "";
  const telling = () => {
    for (;;) {
      const word = any();
      if (!commonWords.has(word)) return word;
    }
  };
  return { any, telling, clause: () => clauseFrom(chance, any), ranked: (rank) => vocabulary[rank % vocabulary.length] ?? "" };
}

const commonWords: ReadonlySet<string> = new Set(common);

function vocabularyFrom(chance: Chance): readonly string[] {
  const found = new Set(common);
  while (found.size < vocabularySize) {
    let word = "";
    for (let syllables = 1 + below(chance, 3); syllables > 0; syllables--) word += oneOf(chance, openings) + oneOf(chance, vowels);
    word += oneOf(chance, endings);
    if (word.length <= 14) found.add(word);
  }
  return [...found];
}

/** The first rank whose sum reaches a point; the sums rise. */
function rankOf(sums: readonly number[], point: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < point) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clauseFrom(chance: Chance, any: () => string): string {
  const length = 8 + below(chance, 14);
  const words = Array.from({ length }, (_, at) => {
    const word = at === 0 ? capital(any()) : any();
    const dress = chance();
    const dressed = dress < 0.015 ? `**${word}**` : dress < 0.025 ? `*${word}*` : dress < 0.035 ? `\`${word}\`` : word;
    return at > 2 && at < length - 2 && chance() < 0.08 ? `${dressed},` : dressed;
  });
  return words.join(" ");
}
