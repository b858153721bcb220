// A map from a key to a set of values that forgets keys without values. Most keys have one value, which stands there without a set
// around it: of a million keys, the sets would take more memory than all notes.

export class Multimap<K, V> {
  readonly #sets = new Map<K, One<V> | Set<V>>();

  add(key: K, value: V): void {
    const known = this.#sets.get(key);
    if (known === undefined) this.#sets.set(key, new One(value));
    else if (known instanceof Set) known.add(value);
    else if (known.value !== value) this.#sets.set(key, new Set([known.value, value]));
  }

  delete(key: K, value: V): void {
    const known = this.#sets.get(key);
    if (known instanceof Set) {
      if (known.delete(value) && known.size === 0) this.#sets.delete(key);
    } else if (known?.value === value) this.#sets.delete(key);
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

/** A set of one value, in a tenth of a set's memory. */
export class One<V> implements ReadonlySet<V> {
  constructor(readonly value: V) {}

  get size(): 1 {
    return 1;
  }

  has(value: V): boolean {
    return this.value === value;
  }

  forEach(call: (value: V, again: V, set: ReadonlySet<V>) => void): void {
    call(this.value, this.value, this);
  }

  // The iterator of an array is many times quicker to make than a generator.
  [Symbol.iterator](): SetIterator<V> {
    return [this.value].values();
  }

  entries(): SetIterator<[V, V]> {
    return [[this.value, this.value] as [V, V]].values();
  }

  keys(): SetIterator<V> {
    return this[Symbol.iterator]();
  }

  values(): SetIterator<V> {
    return this[Symbol.iterator]();
  }
}
