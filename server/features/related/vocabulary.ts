// The terms of all notes by number, and how many notes have each.

export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #free: number[] = [];
  #counts = new Uint32Array(1024);

  /** One more than the greatest number in use. */
  get end(): number {
    return this.#texts.length;
  }

  numberOf(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  textOf(number: number): string {
    return this.#texts[number] ?? "";
  }

  /** In how many notes a term stands. */
  count(number: number): number {
    return this.#counts[number] ?? 0;
  }

  /** Counts one more note with a term; returns its number. */
  take(term: string): number {
    const number = this.#numbers.get(term) ?? this.#enter(term);
    this.#counts[number] = this.count(number) + 1;
    return number;
  }

  /** Counts one note less; the term of none is forgotten and its number given to another. */
  release(number: number): void {
    const left = this.count(number) - 1;
    this.#counts[number] = left;
    if (left > 0) return;
    this.#numbers.delete(this.textOf(number));
    this.#texts[number] = "";
    this.#free.push(number);
  }

  #enter(term: string): number {
    const number = this.#free.pop() ?? this.#texts.length;
    this.#numbers.set(term, number);
    this.#texts[number] = term;
    if (number >= this.#counts.length) {
      const counts = new Uint32Array(this.#counts.length * 2);
      counts.set(this.#counts);
      this.#counts = counts;
    }
    return number;
  }
}
