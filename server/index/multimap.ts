// A map from a key to a set of values that forgets keys without values.

export class Multimap<K, V> {
  readonly #sets = new Map<K, Set<V>>();

  add(key: K, value: V): void {
    const set = this.#sets.get(key);
    if (set) set.add(value);
    else this.#sets.set(key, new Set([value]));
  }

  delete(key: K, value: V): void {
    const set = this.#sets.get(key);
    if (set?.delete(value) && set.size === 0) this.#sets.delete(key);
  }

  /** The values under a key, in the order in which they came. */
  get(key: K): ReadonlySet<V> {
    return this.#sets.get(key) ?? (empty as ReadonlySet<V>);
  }

  has(key: K): boolean {
    return this.#sets.has(key);
  }

  keys(): IterableIterator<K> {
    return this.#sets.keys();
  }

  entries(): IterableIterator<[K, ReadonlySet<V>]> {
    return this.#sets.entries();
  }
}

const empty: ReadonlySet<unknown> = new Set();
