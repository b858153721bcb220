// Notes by words of their titles and aliases, in any order, and how well each fits: what completion and workspace symbols rank by.
import { fold } from "../core/key";
import type { Note, NoteUri } from "../core/note";
import { titleWordsOf, wordsOf } from "../index/titleWords";
import type { Vault } from "../index/vault";

/** A note and its name that fits best. */
export interface TitleMatch {
  readonly note: Note;
  /** Its title or an alias. */
  readonly name: string;
  readonly score: number;
}

/** Of more notes than this that fit a letter or two, nobody needs the best. */
const mostMatches = 5000;

/**
 * The notes of which one name has all the words, as words, their beginnings or insides; in no order. Where thousands fit, those `before`
 * and those with whole words are among them.
 */
export function matchesOf(vault: Vault, query: readonly string[], before: Iterable<Note> = []): readonly TitleMatch[] {
  const sought = [...new Set(query)].map((word) => ({ word, ...vault.titleWords.likeWord(word) })).sort((a, b) => a.count - b.count);
  const rarest = sought[0];
  if (!rarest) return [];
  const matches: TitleMatch[] = [];
  const seen = new Set<Note>();
  for (const note of inTurn(before, notesWith(vault, [rarest.word, ...rarest.words]))) {
    if (seen.has(note)) continue;
    seen.add(note);
    const words = [...titleWordsOf(note)];
    const match = sought.every(({ isLike }) => words.some(isLike)) ? bestName(note, query) : undefined;
    if (match) matches.push(match);
    if (matches.length >= mostMatches) break;
  }
  return matches;
}

function* inTurn(...lists: readonly Iterable<Note>[]): Iterable<Note> {
  for (const notes of lists) yield* notes;
}

function* notesWith({ titleWords }: Vault, words: readonly string[]): Iterable<Note> {
  for (const word of words) yield* titleWords.withWord(word);
}

/** The best first; of equals the closest, then the one changed last. */
export function byScore(closeness: ReadonlyMap<NoteUri, number>) {
  const closenessOf = ({ uri }: Note) => closeness.get(uri) ?? 0;
  return (a: TitleMatch, b: TitleMatch): number => {
    const byName = a.name < b.name ? -1 : a.name > b.name ? 1 : a.note.path < b.note.path ? -1 : 1;
    return b.score - a.score || closenessOf(b.note) - closenessOf(a.note) || b.note.modified - a.note.modified || byName;
  };
}

function bestName(note: Note, query: readonly string[]): TitleMatch | undefined {
  const names = [note.title.text, ...note.aliases.map(({ text }) => text)];
  const matches = names.flatMap((name) => {
    const score = scoreOf(name, query);
    return score === undefined ? [] : [{ note, name, score }];
  });
  return matches.reduce<TitleMatch | undefined>((best, match) => (best && best.score >= match.score ? best : match), undefined);
}

/**
 * How well a name fits; undefined where it lacks a word. Whole words count more than beginnings, beginnings more than insides, the typed
 * order and the title's start a little more.
 */
export function scoreOf(name: string, query: readonly string[]): number | undefined {
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
