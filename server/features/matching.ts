// Which notes a few typed words mean: as beginnings of words and in any order; where that finds nothing, slips of the pen are forgiven.
import { fold } from "../core/key";
import type { Note, NoteUri } from "../core/note";
import { type FoundWords, wordsOf } from "../index/titleWords";
import type { Vault } from "../index/vault";

/** A note by one of its names. */
export interface Match {
  readonly note: Note;
  readonly name: string;
  /** How many slips it takes to get from its words to the typed ones; fewer go first, whatever the score. */
  readonly edits: number;
  readonly score: number;
}

/** A typed word, and which words of a name may answer it. */
interface Term {
  readonly word: string;
  readonly hold: "atTheirStart" | "anywhere";
  /** Words that differ by a slip, with how many edits they take. */
  readonly near: ReadonlyMap<string, number>;
}

/** More matches than this are not looked for: so many have the words that no order of them would help. */
const mostMatches = 1000;
/** Notes that are looked at for slips; those with the fewest edits first. */
const mostLookedAt = 2000;

export interface MatchOptions {
  /** Notes that are looked at before all others. */
  readonly first?: Iterable<Note>;
  readonly slips: "forgiven" | "not forgiven";
}

/**
 * The notes of which one name holds all typed words, each with the name that does so best; in no order. Of very many that have them, those
 * in `first` and some others.
 */
export function matchesOf(vault: Vault, query: readonly string[], { first = [], slips }: MatchOptions): readonly Match[] {
  const found = query.map((word) => ({ word, ...itselfFirst(word, vault.titleWords.beginningWith(word)), near: none }));
  const matches = new Map<Note, Match>();
  for (const note of both(first, holdingAll(vault, found))) {
    const match = matches.has(note) ? undefined : bestName(note, found);
    if (match && matches.set(note, match).size >= mostMatches) break;
  }
  return matches.size > 0 || slips === "not forgiven" ? [...matches.values()] : nearMatches(vault, found);
}

/** The notes that hold all typed words but for slips in some. */
function nearMatches(vault: Vault, found: readonly (Term & Group)[]): readonly Match[] {
  const near = found.map((it) => ({ ...it, near: vault.titleWords.near(it.word) }));
  if (near.every((it) => it.near.size === 0)) return [];
  const groups = near.map((it) => ({ words: [...it.words, ...byEdits(it.near)] }));
  const matches: Match[] = [];
  let lookedAt = 0;
  for (const note of holdingAll(vault, groups)) {
    if (++lookedAt > mostLookedAt) break;
    const match = bestName(note, near);
    if (match) matches.push(match);
  }
  return matches;
}

/** Of very many notes those with the whole word are looked at before the others. */
const itselfFirst = (word: string, { words, hold }: FoundWords): FoundWords => ({
  words: words.includes(word) ? [word, ...words.filter((it) => it !== word)] : words,
  hold,
});

function* both<T>(first: Iterable<T>, then: Iterable<T>): Iterable<T> {
  yield* first;
  yield* then;
}

const none: ReadonlyMap<string, number> = new Map();

const byEdits = (near: ReadonlyMap<string, number>) => [...near].sort(([, a], [, b]) => a - b).map(([word]) => word);

interface Group {
  readonly words: readonly string[];
}

/** Whether a note has one of as many words is asked of them; of more its name tells as soon. */
const fewWords = 4;

/** The notes that have a word of every group, and some that have none of a large group; each once, those of the rarest group's first words first. */
function* holdingAll({ titleWords }: Vault, groups: readonly Group[]): Iterable<Note> {
  const count = ({ words }: Group) => words.reduce((sum, word) => sum + titleWords.withWord(word).size, 0);
  const [rarest, ...others] = groups.map((group) => ({ group, count: count(group) })).sort((a, b) => a.count - b.count);
  const small = others.flatMap(({ group }) => (group.words.length <= fewWords ? [group.words.map((it) => titleWords.withWord(it))] : []));
  const seen = new Set<Note>();
  for (const word of rarest?.group.words ?? []) {
    for (const note of titleWords.withWord(word)) {
      if (seen.has(note) || !small.every((holders) => holders.some((it) => it.has(note)))) continue;
      seen.add(note);
      yield note;
    }
  }
}

/** The best first; of equals the closest, then the one changed last. */
export function byScore(closeness: ReadonlyMap<NoteUri, number>) {
  const closenessOf = ({ uri }: Note) => closeness.get(uri) ?? 0;
  return (a: Match, b: Match): number => {
    const byName = a.name < b.name ? -1 : a.name > b.name ? 1 : a.note.path < b.note.path ? -1 : 1;
    return (
      a.edits - b.edits || b.score - a.score || closenessOf(b.note) - closenessOf(a.note) || b.note.modified - a.note.modified || byName
    );
  };
}

function bestName(note: Note, terms: readonly Term[]): Match | undefined {
  let best: Match | undefined;
  for (const name of [note.title.text, ...note.aliases.map(({ text }) => text)]) {
    const scored = scoreOf(name, terms);
    if (scored && (!best || scored.edits < best.edits || (scored.edits === best.edits && scored.score > best.score)))
      best = { note, name, ...scored };
  }
  return best;
}

/** How well a name answers typed words that it holds at the beginning or inside of its own; undefined where it does not hold all. */
export function scoreOfName(name: string, query: readonly string[]): number | undefined {
  return scoreOf(
    name,
    query.map((word) => ({ word, hold: "anywhere", near: none })),
  )?.score;
}

/** Whole words count more than beginnings, beginnings more than insides, the typed order and the name's start a little more. */
function scoreOf(name: string, terms: readonly Term[]): Pick<Match, "edits" | "score"> | undefined {
  const words = wordsOf(name);
  let score = fold(name).startsWith(terms.map(({ word }) => word).join(" ")) ? 1 : 0;
  let edits = 0;
  let last = -1;
  for (const term of terms) {
    const at = bestWord(words, term);
    if (at < 0) return undefined;
    const word = words[at] ?? "";
    const slips = word.includes(term.word) ? 0 : (term.near.get(word) ?? 0);
    score += word === term.word ? 3 : word.startsWith(term.word) ? 2 : 1;
    edits += slips;
    if (at > last) score += 0.5;
    last = at;
  }
  return { edits, score: score - words.length / 100 };
}

function bestWord(words: readonly string[], { word: wanted, hold, near }: Term): number {
  const exact = words.indexOf(wanted);
  if (exact >= 0) return exact;
  const begins = words.findIndex((word) => word.startsWith(wanted));
  if (begins >= 0) return begins;
  const inside = hold === "anywhere" ? words.findIndex((word) => word.includes(wanted)) : -1;
  return inside >= 0 || near.size === 0 ? inside : nearest(words, near);
}

function nearest(words: readonly string[], near: ReadonlyMap<string, number>): number {
  let best = -1;
  for (const [at, word] of words.entries()) {
    const edits = near.get(word);
    if (edits !== undefined && (best < 0 || edits < (near.get(words[best] ?? "") ?? edits))) best = at;
  }
  return best;
}
