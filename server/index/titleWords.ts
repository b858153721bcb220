// Which notes have a word in their title or an alias: finds titles by remembered words without going through all of them.
import { fold, isPlain } from "../core/key";
import type { Note } from "../core/note";
import { Multimap } from "./multimap";

/** The words of a text, folded: runs of letters and digits, an apostrophe inside a word belonging to it. */
export function wordsOf(text: string): readonly string[] {
  const folded = fold(text);
  // The same runs, found several times faster where no letter can be any but ASCII's.
  if (isPlain(folded)) return folded.match(/[a-z0-9]+(?:'[a-z0-9]+)*/g) ?? [];
  return folded.replaceAll("’", "'").match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

/** Words that more titles than this have say little about which one was meant. */
const mostTelling = 200;

/** How many notes are filed at a time: as many as take a few milliseconds. */
const mostAtOnce = 400;

/** The notes by the words of their titles and aliases. */
export class TitleWords {
  readonly #notes = new Multimap<string, Note>();
  /** Words by their first character: a prefix is sought in one small group. */
  readonly #initials = new Multimap<string, string>();
  /** Notes that are filed when there is time or the first question comes. */
  #waiting: Note[] = [];

  /** Puts a note in some time before the next question. */
  putLater(note: Note): void {
    this.#waiting.push(note);
  }

  /** Files some of the notes that wait; returns whether more do. */
  fileSome(): boolean {
    for (const note of this.#waiting.splice(-mostAtOnce)) this.put(note);
    return this.#waiting.length > 0;
  }

  #fileAll(): void {
    while (this.fileSome());
  }

  put(note: Note): void {
    for (const word of titleWordsOf(note)) {
      if (!this.#notes.has(word)) this.#initials.add(initialOf(word), word);
      this.#notes.add(word, note);
    }
  }

  remove(note: Note): void {
    this.#fileAll();
    for (const word of titleWordsOf(note)) {
      this.#notes.delete(word, note);
      if (!this.#notes.has(word)) this.#initials.delete(initialOf(word), word);
    }
  }

  /** Whether a word tells titles apart: not one that hundreds of them have. */
  isTelling(word: string): boolean {
    this.#fileAll();
    return this.#notes.get(word).size <= mostTelling;
  }

  /** The notes whose title or alias has exactly this word. */
  withWord(word: string): ReadonlySet<Note> {
    this.#fileAll();
    return this.#notes.get(word);
  }

  /** The words of titles and aliases that begin with `prefix` or, where none does, hold it; with how many notes have them, some counted twice. */
  likeWord(prefix: string): LikeWords {
    this.#fileAll();
    const begun = [...this.#initials.get(initialOf(prefix))].filter((word) => word.startsWith(prefix));
    const words = begun.length > 0 ? begun : [...this.#notes.keys()].filter((word) => word.includes(prefix));
    const isLike = (word: string) => (begun.length > 0 ? word.startsWith(prefix) : word.includes(prefix));
    return { words, isLike, count: words.reduce((sum, word) => sum + this.#notes.get(word).size, 0) };
  }
}

/** Words that may be meant by the beginning of one. */
export interface LikeWords {
  readonly words: readonly string[];
  isLike(word: string): boolean;
  readonly count: number;
}

const initialOf = (word: string) => word.slice(0, 1);

/** The words of a note's title and aliases. */
export function titleWordsOf(note: Note): ReadonlySet<string> {
  return new Set([note.title.text, ...note.aliases.map(({ text }) => text)].flatMap(wordsOf));
}
