// Titles that references seek and no note holds, by their words: whoever gets or loses a title finds here the broken references that
// it comes close to.
import type { Key } from "./keys";
import { Multimap } from "./multimap";
import { wordsOf } from "./titleWords";

export class WantedTitles {
  readonly #keys = new Multimap<string, Key>();

  /** Takes a title's key in or out. Does nothing for other keys. */
  set(key: Key, isWanted: boolean): void {
    if (!key.startsWith("t:")) return;
    for (const word of wordsIn(key)) {
      if (isWanted) this.#keys.add(word, key);
      else this.#keys.delete(word, key);
    }
  }

  /** The wanted titles that share a word with a title, as far as `isTelling` says that the word tells titles apart. */
  near(key: Key, isTelling: (word: string) => boolean): ReadonlySet<Key> {
    const near = new Set<Key>();
    for (const word of wordsIn(key)) if (isTelling(word)) for (const wanted of this.#keys.get(word)) near.add(wanted);
    return near;
  }
}

const wordsIn = (key: Key): ReadonlySet<string> => new Set(wordsOf(key.slice(2)));
