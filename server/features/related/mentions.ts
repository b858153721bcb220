// Names of other notes that stand in a note's text without a link: where, and how each becomes one.
import { exactKey, titleKey } from "../../core/key";
import type { Note, Range } from "../../core/note";
import type { LinkStyle } from "../../core/settings";
import { isInside, touches } from "../../core/text";
import { linkText } from "../links";
import { inProse, isInBrackets } from "../prose";
import { changed, type ReadText, type TextChange, type Texts } from "../rename/plan";
import { isSameButFor } from "../sameNote";
import { isTelling } from "./names";
import { namesOf, passagesOf } from "./passages";
import type { Relatedness } from "./relatedness";
import { noPair, type Term, type Terms } from "./terms";

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

/** More notes than these are not read for the names of one in them. */
const mostRead = 200;

/** The notes that may name a note without a link, by any of its names; some of very many. `isAtHand`: see `notesWithWordsOf`. */
export function notesNaming(relatedness: Relatedness, note: Note, isAtHand: (note: Note) => boolean): readonly Note[] {
  const { engine, terms } = relatedness;
  const names = namesOf(note).filter((name) => {
    const telling = termsOf(terms, name);
    return isTelling(telling, engine.vectors) && (telling.length > 1 || !/\s/.test(name.trim()));
  });
  const found = new Set(names.flatMap((name) => notesWithWordsOf(relatedness, name, isAtHand)));
  return [...found].filter(({ uri }) => uri !== note.uri).slice(0, mostRead);
}

/**
 * Where the prose of a note names another without a link, in the order of the text: in no heading, in no brackets, not within the longer
 * name of a third note, and only where a link would be one. Not in the note itself, nor in one that is no note of a vault.
 */
export function mentionsIn(relatedness: Relatedness, texts: Texts, read: ReadText, named: Note): readonly Range[] {
  const { note, text } = read;
  const { engine, terms, noteOf, numberOf } = relatedness;
  if (note.uri === named.uri || named.kind === "topic") return [];
  const wanted = numberOf(named.uri);
  // Of “Who waits?” a text that says “wait” is no mention; of “PPO” one that says “PPO” is.
  const oneWord = new Set(namesOf(named).map(titleKey));
  const places = passagesOf(note, text).flatMap(({ field, text: words, start }): readonly Range[] => {
    if (field !== "body" || start === undefined) return [];
    const all: Place[] = [];
    engine.names.eachPhrase(terms.tokens(words), (number, name, { start: first }, { end: last }) => {
      if (!isTelling(name, engine.vectors) || noteOf(number)?.uri === note.uri) return;
      all.push({ number, terms: name.length, start: start + first, end: start + last });
    });
    const longer = (it: Range) => all.some((other) => isInside(it, other) && other.end - other.start > it.end - it.start);
    const isName = (it: Place) => it.terms > 1 || oneWord.has(titleKey(text.slice(it.start, it.end)));
    return all.filter((it) => it.number === wanted && isName(it) && !longer(it) && !isInBrackets(words, it.start - start));
  });
  const free = places.filter((it) => !note.references.some(({ range }) => range.start < it.end && it.start < range.end));
  const apart = free.map(({ start, end }) => ({ start, end })).filter((it, at) => at === 0 || it.start >= (free[at - 1]?.end ?? 0));
  return inProse(texts, read, apart);
}

/** Where a name stands, whose it is, and how many words of it are more than grammar. */
interface Place extends Range {
  readonly number: number;
  readonly terms: number;
}

const termsOf = (terms: Terms, name: string): readonly Term[] => terms.tokens(name).map(({ term }) => term);

/**
 * The link that takes the place of a mention. Undefined where the text does not name the note there, or where the note, read anew with
 * the link in it, would say anything else or lead elsewhere.
 */
export function linkedMention(
  relatedness: Relatedness,
  texts: Texts,
  read: ReadText,
  { note: named, range }: UnlinkedMention,
  style: LinkStyle,
): TextChange | undefined {
  const { note, text } = read;
  if (!mentionsIn(relatedness, texts, read, named).some(({ start, end }) => start === range.start && end === range.end)) return undefined;
  const change = { range, text: linkFor(relatedness, note, named, text.slice(range.start, range.end), style) };
  const after = texts.reread(note, changed(text, [change]));
  const at = after.references.findIndex((it) => it.range.start === range.start);
  const made = after.references[at];
  const others = after.references.filter((_, index) => index !== at);
  const isSame = made !== undefined && isSameButFor(note, { ...after, references: others }, new Map());
  const meaning = made && relatedness.vault.resolve(note, made);
  const isMeant = meaning?.kind === "note" && meaning.note.uri === named.uri && meaning.rivals.length === 0;
  return isSame && isMeant ? change : undefined;
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
