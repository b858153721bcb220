// Titles that references seek and no note holds, by their words: whoever gets or loses a title finds here the broken references that
// it comes close to.
import type { FiledKeys } from "./filedKeys";
import type { Key } from "./keys";
import { Multimap } from "./multimap";
import { wordsOf } from "./titleWords";

export class WantedTitles {
  readonly #keys = new Multimap<string, Key>();

  constructor(readonly filed: Pick<FiledKeys, "isWanted" | "wantedTitles">) {}

  /** Gathers all of them, in small steps; whoever goes on after a change has gathered what was. */
  *gather(): Iterable<void> {
    for (const keys of this.filed.wantedTitles()) {
      for (const key of keys) this.#set(key, true);
      yield;
    }
  }

  /** Looks again at some keys that a note offers or seeks, or did. A link that a file answered by its name seeks such a title, too. */
  lookAgain(keys: Iterable<Key>): void {
    for (const key of keys) {
      if (key.startsWith("p:") || key.startsWith("q:")) continue;
      const title: Key = `t:${key.slice(2)}`;
      this.#set(title, this.filed.isWanted(title));
    }
  }

  #set(key: Key, isWanted: boolean): void {
    for (const word of wordsIn(key)) {
      if (isWanted) this.#keys.add(word, key);
      else this.#keys.delete(word, key);
    }
  }

  /** All of them, each once. */
  all(): ReadonlySet<Key> {
    const all = new Set<Key>();
    for (const [, keys] of this.#keys.entries()) for (const key of keys) all.add(key);
    return all;
  }

  /** The wanted titles that share a word with a title, as far as `isTelling` says that the word tells titles apart. */
  near(key: Key, isTelling: (word: string) => boolean): ReadonlySet<Key> {
    const near = new Set<Key>();
    for (const word of wordsIn(key)) if (isTelling(word)) for (const wanted of this.#keys.get(word)) near.add(wanted);
    return near;
  }
}

const wordsIn = (key: Key): ReadonlySet<string> => new Set(wordsOf(key.slice(2)));
