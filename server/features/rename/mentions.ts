// Where the title of a note stands in prose without a link, and what would stand there after a rename. Such places may be changed, each
// by itself or not at all: whichever are, no link means anything else.
import { exactKey, fold, titleKey } from "../../core/key";
import { type Note, targetText } from "../../core/note";
import { byPlace } from "../../core/order";
import { readAhead } from "../../core/readAhead";
import { titleIn } from "../../index/keys";
import { wordsOf } from "../../index/titleWords";
import type { Vault } from "../../index/vault";
import { inProse, isInBrackets } from "../prose";
import { namesOf, passagesOf } from "../related/passages";
import type { Terms } from "../related/terms";
import { changed, type ReadText, type TextChange, type Texts, type VaultEdit } from "./plan";
import { phraseOf, wordedAnew } from "./wording";

/** What it takes to find them. */
export interface MentionSearch {
  readonly vault: Vault;
  readonly texts: Texts;
  /** Tells which words of a title are more than grammar. */
  readonly terms: Terms;
  /** The notes that may have a name in their text: from an index of words, or all. Some texts are at hand, and cost nothing to look at. */
  candidates(name: string, isAtHand: (note: Note) => boolean): Iterable<Note>;
}

/** A note and the title it is to have. */
export interface Retitled {
  readonly note: Note;
  readonly title: string;
}

/** The mentions in one note, with what would stand there; in the order of its text. */
export interface MentioningNote extends ReadText {
  readonly changes: readonly TextChange[];
}

/**
 * The plain mentions of a title that a rename gives up, beside the edit of that rename, in the order of their files. A mention is the title
 * to the letter (its first may have the other case, its closing mark may be missing) in the prose of a body. Of titles with fewer than two
 * telling words, and of those that another note goes by as well, there is none.
 */
export async function mentionsOf(search: MentionSearch, retitled: Retitled, edit: VaultEdit): Promise<readonly MentioningNote[]> {
  const { vault, texts, terms, candidates } = search;
  const old = retitled.note.title.text;
  const longer = longerNames(vault, retitled.note);
  if (terms.tokens(old).length < fewestTelling || exactKey(old) === exactKey(retitled.title) || !longer) return [];
  const linkChanges = new Map(edit.files.map(({ file, changes }) => [file.uri, changes]));
  const notes = [...candidates(old, ({ uri }) => linkChanges.has(uri))].sort(byPlace);
  const found: MentioningNote[] = [];
  for await (const read of readAhead(notes, (note) => mentioning(texts, note, old))) {
    const mentions = read && trialled(texts, read, { old, longer, title: retitled.title, others: linkChanges.get(read.note.uri) ?? [] });
    if (mentions && mentions.length > 0) found.push({ ...read, changes: mentions });
  }
  return found;
}

/** A common word or two of grammar name no note that happens to be called so. */
const fewestTelling = 2;

/** The names of other notes that hold the title among more words; undefined where another note goes by the very title. */
function longerNames(vault: Vault, note: Note): readonly string[] | undefined {
  const key = titleKey(note.title.text);
  if ([...vault.holders(titleIn(note.title.text))].some(({ uri }) => uri !== note.uri)) return undefined;
  const groups = wordsOf(note.title.text).map((word) => vault.titleWords.withWord(word));
  const fewest = groups.reduce((least, group) => (group.size < least.size ? group : least), groups[0] ?? new Set<Note>());
  const names = [...fewest].filter(({ uri }) => uri !== note.uri).flatMap((it) => namesOf(it).map(titleKey));
  return names.filter((name) => name.length > key.length && name.includes(key));
}

/** A note whose text has the title somewhere, read anew; undefined for any other, and for what cannot be read any more. */
async function mentioning(texts: Texts, note: Note, title: string): Promise<ReadText | undefined> {
  const text = await texts.read(note);
  return text !== undefined && phraseOf(title).test(text) ? { note: texts.reread(note, text), text } : undefined;
}

interface Wanted {
  readonly old: string;
  readonly title: string;
  readonly longer: readonly string[];
  /** What the rename changes in the same note. */
  readonly others: readonly TextChange[];
}

/** The changes of a note's mentions, after which it reads as it does with the rename alone; none where it would not. */
function trialled(texts: Texts, read: ReadText, wanted: Wanted): readonly TextChange[] {
  const { note, text } = read;
  const changes = inProse(texts, read, placesIn(read, wanted)).flatMap((range) => wordedAnew(text, range, wanted));
  if (changes.length === 0) return [];
  const without = texts.reread(note, changed(text, wanted.others));
  const withAll = texts.reread(note, changed(text, [...wanted.others, ...changes]));
  return readsTheSame(without, withAll) ? changes : [];
}

type Place = TextChange["range"];

/** Where the title stands in the paragraphs of a body: in no heading, in no link or other brackets, as no part of a longer name. */
function placesIn({ note, text }: ReadText, { old, longer, others }: Wanted): readonly Place[] {
  const taken = [...note.references, ...others].map(({ range }) => range);
  return passagesOf(note, text).flatMap(({ field, text: words, start }) => {
    if (field !== "body" || start === undefined) return [];
    return [...words.matchAll(phraseOf(old, "g"))].flatMap(({ index, 0: { length } }) => {
      const range = { start: start + index, end: start + index + length };
      const isTaken = taken.some((it) => it.start < range.end && range.start < it.end);
      return isTaken || isInBrackets(words, index) || isPartOf(longer, words, index, length) ? [] : [range];
    });
  });
}

function isPartOf(longer: readonly string[], text: string, at: number, length: number): boolean {
  return longer.some((name) => fold(exactKey(text.slice(Math.max(0, at - name.length), at + length + name.length))).includes(name));
}

/** Whether two texts of a note have the same links, parts and names. */
function readsTheSame(before: Note, after: Note): boolean {
  const told = (note: Note) =>
    JSON.stringify([
      note.references.map((it) => [it.kind, targetText(it), it.kind === "markdown" ? it.fragment : undefined]),
      note.headings.map(({ text }) => text),
      note.anchors.map(({ kind, id }) => [kind, id]),
      [note.title.text, ...note.aliases.map(({ text }) => text)],
      note.topics.map(({ id }) => id),
      note.sources.map(({ paper }) => paper),
    ]);
  return told(before) === told(after);
}
