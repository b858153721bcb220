// Titles close to one that no note has: for “did you mean” and to tell a typing error from a question not yet written.
import { titleKey } from "../core/key";
import type { Note } from "../core/note";
import { byPlace } from "../core/order";
import { wordsOf } from "../index/titleWords";
import type { Vault } from "../index/vault";

/** As a share of the longer text: two typing errors in a question of twenty letters are close, five are not. */
const mostEdits = 0.2;
/** As a share of all words of both: the same question with a word exchanged is close. */
const leastSharedWords = 0.7;

/** A note, and which of its names comes close. */
export interface CloseName {
  readonly note: Note;
  readonly name: string;
}

interface Remembered {
  readonly version: number;
  readonly byText: Map<string, CloseName | undefined>;
}

const closest = new WeakMap<Vault, Remembered>();

/** The title or alias closest to a text, if one is close; worked out once a text and state of the vault: a thousand links may seek it. */
export function closestName(vault: Vault, text: string): CloseName | undefined {
  let known = closest.get(vault);
  if (known?.version !== vault.version) {
    known = { version: vault.version, byText: new Map() };
    closest.set(vault, known);
  }
  if (!known.byText.has(text)) known.byText.set(text, closestNames(vault, text, 1)[0]);
  return known.byText.get(text);
}

/** The titles and aliases close to a text, one a note, closest first. Looks only at notes that share one of its rarer words. */
export function closestNames(vault: Vault, text: string, limit: number): readonly CloseName[] {
  const wanted = titleKey(text);
  const words = wordsOf(wanted);
  const found = new Map<Note, Scored>();
  for (const word of new Set(words.filter((it) => vault.titleWords.isTelling(it)))) {
    for (const note of vault.titleWords.withWord(word)) if (!found.has(note)) found.set(note, scoredName(note, wanted, words));
  }
  const close = [...found.values()].filter(({ score }) => score > 0);
  return close.sort((a, b) => b.score - a.score || byPlace(a.note, b.note)).slice(0, limit);
}

interface Scored extends CloseName {
  readonly score: number;
}

function scoredName(note: Note, wanted: string, words: readonly string[]): Scored {
  const names = [note.title.text, ...note.aliases.map(({ text }) => text)];
  const scored = names.map((name) => ({ note, name, score: closeness(titleKey(name), wanted, words) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best));
}

function closeness(name: string, wanted: string, words: readonly string[]): number {
  const others = wordsOf(name);
  const shared = (2 * words.filter((word) => others.includes(word)).length) / (words.length + others.length);
  const longer = Math.max(name.length, wanted.length);
  const edits = distance(name, wanted, Math.floor(longer * mostEdits));
  return Math.max(shared >= leastSharedWords ? shared : 0, edits === undefined ? 0 : 1 - edits / longer);
}

/** Longer texts are no titles, and are compared by their words alone. */
const longestCompared = 500;

/** The edit distance of two texts (insert, delete, replace), or undefined where it exceeds `most`. */
export function distance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most || a.length > longestCompared) return undefined;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return undefined;
    row = next;
  }
  const edits = row[b.length] ?? most + 1;
  return edits <= most ? edits : undefined;
}
