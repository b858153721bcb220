// Whose problems a change of the vault can have altered.
import { baseName } from "../core/key";
import type { Note } from "../core/note";
import { changedKeys, keysOfChanged, sameFace, sameTargets } from "./changes";
import type { Entry, FiledKeys } from "./filedKeys";
import { ancestors } from "./fileTree";
import { isVoid, nameIn, pathIn } from "./keys";
import type { TitleWords } from "./titleWords";
import type { WantedTitles } from "./wantedTitles";

/** What a change can have altered. */
export interface Impact {
  /** Notes whose problems may differ now, the changed note included. */
  readonly notes: ReadonlySet<Note>;
  readonly topicsChanged: boolean;
}

/** Of a change that alters nothing. */
export const noImpact: Impact = { notes: new Set(), topicsChanged: false };

/** What the index knows of keys and titles, after the change. */
interface Known {
  readonly keys: FiledKeys;
  readonly titleWords: TitleWords;
  readonly wanted: WantedTitles;
}

/** Of each key that changed between two versions of a note, those who seek it, share it, or come close to it. */
export function concernedNotes({ keys, titleWords, wanted }: Known, old: Entry | undefined, now: Entry | undefined): ReadonlySet<Note> {
  const notes = new Set<Note>(now ? [now.note] : []);
  const add = (others: Iterable<Note>) => {
    for (const other of others) notes.add(other);
  };
  for (const key of changedKeys(old?.offers, now?.offers, sameFace(old?.note, now?.note))) {
    add(keys.seekers(key));
    add(keys.targetsBy(key));
    if (key.startsWith("t:") || key.startsWith("q:")) add(keys.holders(key));
    if (!key.startsWith("t:")) continue;
    for (const near of wanted.near(key, (word) => titleWords.isTelling(word))) add(keys.seekers(near));
  }
  // Who holds what is newly sought, or no more, may have become an orphan or ceased to be one. Holders of one title are told about
  // each other as soon as somebody links by it.
  const sought = sameTargets(old?.note, now?.note) ? [] : [...(old?.seeks ?? []), ...(now?.seeks ?? [])];
  for (const key of keysOfChanged(old?.note, now?.note)) if (!isVoid(key)) add(keys.holders(key));
  for (const key of new Set(sought)) if (key.startsWith("t:") && keys.holders(key).size > 1) add(keys.holders(key));
  return notes;
}

/** Those whose links can mean a file by its name or path, or one of the folders around it, and whom else such a link could mean. */
export function notesConcernedByFile(keys: FiledKeys, path: string): ReadonlySet<Note> {
  const all = [nameIn(baseName(path)), ...[path, ...ancestors(path)].map(pathIn)];
  return new Set(all.flatMap((key) => [...keys.seekers(key), ...keys.targetsBy(key)]));
}
