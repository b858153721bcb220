// Which notes have a word in their title or an alias: finds titles by remembered words without going through all of them.
import { fold, isPlain } from "../core/key";
import type { Note } from "../core/note";
import { Multimap } from "./multimap";
import { nearWords } from "./nearWords";

/** The words of a text, folded: runs of letters and digits, an apostrophe inside a word belonging to it. */
export function wordsOf(text: string): readonly string[] {
  const folded = fold(text);
  // The same runs, found several times faster where no letter can be any but ASCII's.
  if (isPlain(folded)) return folded.match(/[a-z0-9]+(?:'[a-z0-9]+)*/g) ?? [];
  return folded.replaceAll("’", "'").match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

/** Words that more titles than this have say little about which one was meant. */
const mostTelling = 200;

/** When as many words came since they were sorted they are sorted again. */
const mostUnsorted = 1000;

/** How many notes are filed at a time: as many as take a few milliseconds. */
const mostAtOnce = 400;

/** The notes by the words of their titles and aliases. */
export class TitleWords {
  readonly #notes = new Multimap<string, Note>();
  /** Words by their first character: a prefix is sought in one small group. */
  readonly #initials = new Multimap<string, string>();
  /** All words in their order, some of which may be gone, from the first question about near ones on. */
  #sorted: readonly string[] | undefined;
  /** Those that came since. */
  readonly #unsorted = new Set<string>();
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
      if (!this.#notes.has(word)) this.#begin(word);
      this.#notes.add(word, note);
    }
  }

  #begin(word: string): void {
    this.#initials.add(initialOf(word), word);
    if (this.#sorted) this.#unsorted.add(word);
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

  /** The words that begin with `prefix` or, where none does, hold it. */
  beginningWith(prefix: string): FoundWords {
    this.#fileAll();
    const begin = wordsWhere(this.#initials.get(initialOf(prefix)), (word) => word.startsWith(prefix));
    if (begin.length > 0) return { words: begin, hold: "atTheirStart" };
    return { words: wordsWhere(this.#notes.keys(), (word) => word.includes(prefix)), hold: "anywhere" };
  }

  /** The words that a slip or two in writing turn into this one, with how many it takes. */
  near(word: string): ReadonlyMap<string, number> {
    this.#fileAll();
    if (!this.#sorted || this.#unsorted.size > mostUnsorted) {
      this.#sorted = [...this.#notes.keys()].sort();
      this.#unsorted.clear();
    }
    const found = [...nearWords(this.#sorted, word), ...nearWords([...this.#unsorted].sort(), word)];
    return new Map(found.filter(([it]) => it !== word && this.#notes.has(it)));
  }
}

/** Words that hold a typed one, and where. */
export interface FoundWords {
  readonly words: readonly string[];
  readonly hold: "atTheirStart" | "anywhere";
}

function wordsWhere(words: Iterable<string>, isWanted: (word: string) => boolean): readonly string[] {
  const found: string[] = [];
  for (const word of words) if (isWanted(word)) found.push(word);
  return found;
}

const initialOf = (word: string) => word.slice(0, 1);

function titleWordsOf(note: Note): ReadonlySet<string> {
  return new Set([note.title.text, ...note.aliases.map(({ text }) => text)].flatMap(wordsOf));
}
