// Many sorted lists of 32-bit numbers in one buffer: of a hundred thousand lists, arrays of their own would take most of the memory.

const smallest = 2;

/** Lists by number; a list that nothing was put into takes no room. */
export class NumberLists {
  #room = new Uint32Array(1024);
  #used = 0;
  #starts = new Uint32Array(256);
  #lengths = new Uint32Array(256);
  /** Logarithm of the room a list has; 0 for none. */
  #sizes = new Uint8Array(256);
  /** Starts of rooms that are free, by the logarithm of their size. */
  readonly #free: number[][] = [];

  /** How many bytes all lists take. */
  get bytes(): number {
    return this.#room.byteLength + this.#starts.byteLength + this.#lengths.byteLength + this.#sizes.byteLength;
  }

  length(list: number): number {
    return this.#lengths[list] ?? 0;
  }

  /** A view of a list that holds until the next change. */
  get(list: number): Uint32Array {
    const start = this.#starts[list] ?? 0;
    return this.#room.subarray(start, start + this.length(list));
  }

  /** Puts a number in, in place of one whose upper bits, from `shift` on, are the same. */
  set(list: number, value: number, shift: number): void {
    this.#reserve(list);
    const at = this.#find(list, value >>> shift, shift);
    const start = this.#starts[list] as number;
    const length = this.#lengths[list] as number;
    if (at < length && (this.#room[start + at] as number) >>> shift === value >>> shift) {
      this.#room[start + at] = value;
      return;
    }
    if (length === this.#capacity(list)) this.#grow(list);
    const moved = this.#starts[list] as number;
    this.#room.copyWithin(moved + at + 1, moved + at, moved + length);
    this.#room[moved + at] = value;
    this.#lengths[list] = length + 1;
  }

  /** Takes the number out whose upper bits, from `shift` on, are `key`. */
  delete(list: number, key: number, shift: number): void {
    const length = this.length(list);
    const at = this.#find(list, key, shift);
    const start = this.#starts[list] ?? 0;
    if (at >= length || (this.#room[start + at] as number) >>> shift !== key) return;
    this.#room.copyWithin(start + at, start + at + 1, start + length);
    this.#lengths[list] = length - 1;
    if (length === 1) this.#release(list);
  }

  /** Where a key stands in a list, or would; new ones nearly always come last while a vault is read. */
  #find(list: number, key: number, shift: number): number {
    const start = this.#starts[list] ?? 0;
    let high = this.length(list);
    if (high === 0 || (this.#room[start + high - 1] as number) >>> shift < key) return high;
    let low = 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#room[start + middle] as number) >>> shift < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #capacity(list: number): number {
    const size = this.#sizes[list] as number;
    return size === 0 ? 0 : 1 << size;
  }

  #grow(list: number): void {
    const size = this.#sizes[list] as number;
    const length = this.#lengths[list] as number;
    const from = this.#starts[list] as number;
    const bigger = size === 0 ? Math.log2(smallest) : size + 1;
    const to = this.#allocate(bigger);
    this.#room.copyWithin(to, from, from + length);
    if (size > 0) this.#freeOf(size).push(from);
    this.#starts[list] = to;
    this.#sizes[list] = bigger;
  }

  #release(list: number): void {
    this.#freeOf(this.#sizes[list] as number).push(this.#starts[list] as number);
    this.#sizes[list] = 0;
  }

  #allocate(size: number): number {
    const known = this.#freeOf(size).pop();
    if (known !== undefined) return known;
    const start = this.#used;
    this.#used += 1 << size;
    if (this.#used > this.#room.length) {
      const room = new Uint32Array(Math.max(this.#used, Math.ceil(this.#room.length * 1.5)));
      room.set(this.#room);
      this.#room = room;
    }
    return start;
  }

  #freeOf(size: number): number[] {
    this.#free[size] ??= [];
    return this.#free[size] as number[];
  }

  #reserve(list: number): void {
    if (list < this.#sizes.length) return;
    const length = Math.max(list + 1, this.#sizes.length * 2);
    this.#starts = extended(this.#starts, new Uint32Array(length));
    this.#lengths = extended(this.#lengths, new Uint32Array(length));
    this.#sizes = extended(this.#sizes, new Uint8Array(length));
  }
}

function extended<T extends Uint32Array | Uint8Array>(old: T, room: T): T {
  room.set(old);
  return room;
}
