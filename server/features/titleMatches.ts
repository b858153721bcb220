// Notes by a few remembered words of their titles, in any order: what the words must have in common with a title, and which fits best.
import { fold } from "../core/key";
import type { Note } from "../core/note";
import { wordsOf } from "../index/titleWords";
import type { Vault } from "../index/vault";

/** A note, its title or alias that holds the words, and how well. */
export interface TitleMatch {
  readonly note: Note;
  readonly name: string;
  readonly score: number;
}

/** The notes whose title or alias holds all of some words (`wordsOf`), as beginnings of words and in any order; in no order. */
export function titleMatches(vault: Vault, query: readonly string[]): readonly TitleMatch[] {
  return holding(vault, query).flatMap((note) => bestName(note, query) ?? []);
}

/** The best first; of equals the closest, where somebody knows, then the one changed last. */
export function bestFirst(closenessOf: (note: Note) => number = () => 0): (a: TitleMatch, b: TitleMatch) => number {
  return (a, b) => {
    const byName = a.name < b.name ? -1 : a.name > b.name ? 1 : a.note.path < b.note.path ? -1 : 1;
    return b.score - a.score || closenessOf(b.note) - closenessOf(a.note) || b.note.modified - a.note.modified || byName;
  };
}

function holding(vault: Vault, query: readonly string[]): readonly Note[] {
  const sets = query.map((word) => vault.titleWords.withPrefix(word)).sort((a, b) => a.size - b.size);
  const [smallest, ...others] = sets;
  return [...(smallest ?? [])].filter((note) => others.every((set) => set.has(note)));
}

function bestName(note: Note, query: readonly string[]): TitleMatch | undefined {
  const names = [note.title.text, ...note.aliases.map(({ text }) => text)];
  const matches = names.flatMap((name) => {
    const score = scoreOf(name, query);
    return score === undefined ? [] : [{ note, name, score }];
  });
  return matches.reduce<TitleMatch | undefined>((best, match) => (best && best.score >= match.score ? best : match), undefined);
}

/** Whole words count more than beginnings, beginnings more than insides, the typed order and the title's start a little more. */
function scoreOf(name: string, query: readonly string[]): number | undefined {
  const words = wordsOf(name);
  let score = fold(name).startsWith(query.join(" ")) ? 1 : 0;
  let last = -1;
  for (const wanted of query) {
    const at = bestWord(words, wanted);
    if (at < 0) return undefined;
    const word = words[at] ?? "";
    score += word === wanted ? 3 : word.startsWith(wanted) ? 2 : 1;
    if (at > last) score += 0.5;
    last = at;
  }
  return score - words.length / 100;
}

function bestWord(words: readonly string[], wanted: string): number {
  const exact = words.indexOf(wanted);
  if (exact >= 0) return exact;
  const begins = words.findIndex((word) => word.startsWith(wanted));
  return begins >= 0 ? begins : words.findIndex((word) => word.includes(wanted));
}
