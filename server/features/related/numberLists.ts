// Many sorted lists of 32-bit numbers in a few large pages: of a hundred thousand lists, arrays of their own would take most of the memory.

/** Numbers a page holds; the first ones are smaller, so that a small vault takes little. A longer list has a page for itself. */
const pageBits = 20;
const firstPage = 2 ** 12;

/** Lists by number; a list that nothing was put into takes no room. */
export class NumberLists {
  readonly #pages: Uint32Array[] = [];
  /** How much of the last page is used. */
  #used = 0;
  /** Of each list, side by side because they are read together: its place (page and offset), its length, the room it has. */
  #heads = new Uint32Array(64 * headSize);
  /** Places that are free, by their room. */
  readonly #free = new Map<number, number[]>();

  /** How many bytes all lists take. */
  get bytes(): number {
    const pages = this.#pages.reduce((sum, page) => sum + page.byteLength, 0);
    return pages + this.#heads.byteLength;
  }

  /** More than any list that something was ever put into. */
  get end(): number {
    return this.#heads.length / headSize;
  }

  length(list: number): number {
    return this.#heads[list * headSize + lengthAt] ?? 0;
  }

  /** A view of a list that holds until its next change. */
  get(list: number): Uint32Array {
    const length = this.length(list);
    if (length === 0) return nothing;
    const place = this.#heads[list * headSize] as number;
    const start = place & pageMask;
    return this.#page(place).subarray(start, start + length);
  }

  /** Puts a sorted list in place of another. */
  replace(list: number, values: Uint32Array): void {
    this.#reserve(list);
    if (values.length > (this.#heads[list * headSize + roomAt] as number) || values.length === 0) this.#move(list, values.length, 0);
    const place = this.#heads[list * headSize] as number;
    if (values.length > 0) this.#page(place).set(values, place & pageMask);
    this.#heads[list * headSize + lengthAt] = values.length;
  }

  /** The number whose upper bits, from `shift` on, are `key`; undefined where the list has none. */
  find(list: number, key: number, shift: number): number | undefined {
    const length = this.length(list);
    if (length === 0) return undefined;
    const place = this.#heads[list * headSize] as number;
    const page = this.#page(place);
    const start = place & pageMask;
    const at = placeIn(page, start, start + length, key, shift);
    return at < start + length && (page[at] as number) >>> shift === key ? page[at] : undefined;
  }

  /** Puts a number in, in place of one whose upper bits, from `shift` on, are the same. */
  set(list: number, value: number, shift = 0): void {
    this.#reserve(list);
    const length = this.#heads[list * headSize + lengthAt] as number;
    if (length === this.#heads[list * headSize + roomAt]) this.#move(list, length + Math.max(1, length >> 1), length);
    const place = this.#heads[list * headSize] as number;
    const page = this.#page(place);
    const start = place & pageMask;
    const at = placeIn(page, start, start + length, value >>> shift, shift);
    if (at === start + length || (page[at] as number) >>> shift !== value >>> shift) {
      if (at < start + length) page.copyWithin(at + 1, at, start + length);
      this.#heads[list * headSize + lengthAt] = length + 1;
    }
    page[at] = value;
  }

  /** Takes the number out whose upper bits, from `shift` on, are `key`. */
  delete(list: number, key: number, shift = 0): void {
    const length = this.length(list);
    if (length === 0) return;
    const place = this.#heads[list * headSize] as number;
    const page = this.#page(place);
    const start = place & pageMask;
    const at = placeIn(page, start, start + length, key, shift);
    if (at === start + length || (page[at] as number) >>> shift !== key) return;
    page.copyWithin(at, at + 1, start + length);
    this.#heads[list * headSize + lengthAt] = length - 1;
    if (length === 1) this.#move(list, 0, 0);
  }

  /** Gives a list room for so many numbers and takes along those it has. */
  #move(list: number, wanted: number, kept: number): void {
    const from = this.#heads[list * headSize] as number;
    const had = this.#heads[list * headSize + roomAt] as number;
    const room = roomFor(wanted);
    const to = room > 0 ? this.#allocate(room) : 0;
    if (kept > 0) this.#page(to).set(this.#page(from).subarray(from & pageMask, (from & pageMask) + kept), to & pageMask);
    if (had > 0) this.#freeOf(had).push(from);
    this.#heads[list * headSize] = to;
    this.#heads[list * headSize + roomAt] = room;
  }

  #allocate(room: number): number {
    const known = this.#free.get(room)?.pop();
    if (known !== undefined) return known;
    const last = this.#pages.at(-1);
    if (!last || this.#used + room > last.length) {
      const size = Math.min(2 ** pageBits, (last?.length ?? firstPage / 2) * 2);
      this.#pages.push(new Uint32Array(Math.max(room, size)));
      this.#used = 0;
    }
    const place = ((this.#pages.length - 1) << pageBits) | this.#used;
    this.#used += room;
    return place >>> 0;
  }

  #page(place: number): Uint32Array {
    return this.#pages[place >>> pageBits] as Uint32Array;
  }

  #freeOf(room: number): number[] {
    const known = this.#free.get(room);
    if (known) return known;
    const places: number[] = [];
    this.#free.set(room, places);
    return places;
  }

  #reserve(list: number): void {
    if (list < this.end) return;
    const heads = new Uint32Array(Math.max(list + 1, Math.ceil(this.end * 1.5)) * headSize);
    heads.set(this.#heads);
    this.#heads = heads;
  }
}

/** A place, a length and a room, and one to make them a power of two. */
const headSize = 4;
const lengthAt = 1;
const roomAt = 2;
const pageMask = 2 ** pageBits - 1;
const nothing = new Uint32Array(0);

/** Rooms come in four sizes between a power of two and the next: little is wasted, and freed ones fit again. */
function roomFor(length: number): number {
  if (length <= 4) return length;
  const step = 2 ** (Math.floor(Math.log2(length)) - 2);
  return Math.ceil(length / step) * step;
}

/** Where a key stands in a sorted stretch of a page, or would; new ones nearly always come last while a vault is read. */
function placeIn(page: Uint32Array, start: number, end: number, key: number, shift: number): number {
  if (end === start || (page[end - 1] as number) >>> shift < key) return end;
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((page[middle] as number) >>> shift < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
