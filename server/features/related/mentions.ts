// Names of other notes that stand in a note's text without a link: where, and how each becomes one.
import { exactKey } from "../../core/key";
import type { Note, Range } from "../../core/note";
import type { LinkStyle } from "../../core/settings";
import { touches } from "../../core/text";
import { linkText } from "../links";
import { isTelling } from "./names";
import { passagesOf } from "./passages";
import type { Relatedness } from "./relatedness";
import { noPair } from "./terms";

/** A name in a text and the note it names. */
export interface UnlinkedMention {
  readonly note: Note;
  readonly range: Range;
}

/** The names that touch a place of a note's text; the longest first. Reads only the lines around it. */
export function unlinkedMentionsAt(
  { engine, terms, noteOf }: Relatedness,
  from: Note,
  text: string,
  place: Range,
): readonly UnlinkedMention[] {
  const found: UnlinkedMention[] = [];
  for (const { field, text: words, start } of passagesOf(from, text)) {
    if (field === "title" || start === undefined || place.end < start || place.start > start + words.length) continue;
    const [first, last] = [lineStart(words, place.start - start), lineEnd(words, place.end - start)];
    engine.names.eachPhrase(terms.tokens(words.slice(first, last)), (number, name, begin, end) => {
      const range = { start: start + first + begin.start, end: start + first + end.end };
      const note = noteOf(number);
      const isTaken = from.references.some((it) => it.range.start < range.end && range.start < it.range.end);
      if (!note || note.uri === from.uri || note.kind === "topic" || isTaken || !isTelling(name, engine.vectors)) return;
      if (touches(range, place.start) || touches(range, place.end)) found.push({ note, range });
    });
  }
  return found.sort((a, b) => b.range.end - b.range.start - (a.range.end - a.range.start));
}

/** More notes than this are not read on the suspicion that a name stands in them. */
const mostSuspected = 500;

/**
 * The notes whose text, as far as it is taken in, has all telling words of a name. Of very many those whose text is at hand, and some
 * others: first of all those that have the words side by side.
 */
export function notesWithWordsOf(relatedness: Relatedness, name: string, isAtHand: (note: Note) => boolean): readonly Note[] {
  const { engine, terms, noteOf } = relatedness;
  const { vectors } = engine;
  const tokens = terms.tokens(name);
  const [rarest, ...others] = [...new Set(tokens.map(({ term }) => term))].sort((a, b) => vectors.count(a) - vectors.count(b));
  if (rarest === undefined) return [];
  const numbers = vectors.having(rarest).filter((number) => others.every((term) => vectors.hasTerm(number, term)));
  const pairs = tokens.flatMap(({ pair }) => (pair === noPair ? [] : [pair]));
  const isSideBySide = (number: number) => pairs.every((pair) => vectors.hasPair(number, pair));
  const ordered = numbers.length <= mostSuspected ? numbers : [...new Set([...numbers.filter(isSideBySide), ...numbers])];
  const notes = ordered.flatMap((number) => noteOf(number) ?? []);
  return [...notes.filter(isAtHand), ...notes.filter((note) => !isAtHand(note)).slice(0, mostSuspected)];
}

const lineStart = (text: string, at: number) => text.lastIndexOf("\n", Math.max(0, at) - 1) + 1;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", Math.max(0, at));
  return end < 0 ? text.length : end;
}

/** The link that takes the place of a name and goes on showing it as it is written. */
export function linkFor({ vault }: Relatedness, from: Note, to: Note, written: string, style: LinkStyle): string {
  const link = linkText(vault, from, to, style);
  if (exactKey(to.title.text) === written || /[[\]|]/.test(written)) return link;
  const markdown = /^\[.*\](\([^()]*\))$/.exec(link)?.[1];
  if (markdown !== undefined) return `[${written}]${markdown}`;
  const parts = link.slice(2, -2).split("|");
  return vault.folderOf(from)?.dialect === "dendron" ? `[[${written}|${parts.at(-1)}]]` : `[[${parts[0]}|${written}]]`;
}
