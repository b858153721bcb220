// From a query to the notes that may be related to it, with all that speaks for each, and to their order.
import { amountsOf } from "./amounts";
import { type Near, nearestFirst, spread } from "./links";
import type { Phrase } from "./names";
import type { Asked } from "./query";
import { type Amounts, scoreOf, type Weights } from "./weights";

export interface Ranked {
  readonly note: number;
  readonly score: number;
  readonly amounts: Readonly<Amounts>;
}

/** How many notes, the most similar by their words, are looked at closer. */
const mostAlike = 300;
/** How many close notes spread their closeness over their links. */
const mostNeighbours = 50;
/** See `spread`; cosines are smaller than scores. */
const neighbourDoubt = 0.2;
const circleDoubt = 2;
/** What more notes have makes none of them a candidate. */
const mostSharing = 200;
/** A name that is there to this extent (see `Names.overlaps`) makes its note a candidate. */
const leastNamed = 1;

/** The notes that may be related to a query. */
export class Candidates {
  readonly #amounts = new Map<number, Amounts>();
  readonly #named: ReadonlyMap<number, number>;
  /** Where the query's text has the name of a note. */
  readonly phrases: ReadonlyMap<number, Phrase>;
  /** The notes with the most similar words, the most similar first. */
  readonly neighbours: readonly Near[];
  /** The notes that came first before those linked with them were considered. */
  circle: readonly Near[] = [];

  constructor(readonly asked: Asked) {
    const { engine, query } = asked;
    this.#named = engine.names.overlaps(asked.terms, asked.idf);
    this.phrases = engine.names.phrasesIn(query.profile.tokens);
    const alike = this.#alike();
    this.neighbours = alike.slice(0, mostNeighbours);
    const reached = spread(engine.links, this.neighbours, query.self, neighbourDoubt);
    for (const { note } of alike) this.#of(note);
    for (const [note, share] of reached) this.#of(note).neighbours = share;
    for (const [note, value] of this.#named) if (value >= leastNamed) this.#of(note);
    for (const note of [...this.phrases.keys(), ...this.#sharingPapers(), ...this.#sharingLinks()]) this.#of(note);
    this.#compare(alike[0]?.closeness ?? 0);
  }

  /** All candidates by their scores, the best first; equals by their number. Works out the part that needs all others first. */
  ranked(weights: Weights): readonly Ranked[] {
    const { engine, query } = this.asked;
    for (const amounts of this.#amounts.values()) amounts.circle = 0;
    const scored = [...this.#amounts].map(([note, amounts]) => ({ note, closeness: Math.max(0, scoreOf(amounts, weights)) }));
    this.circle = scored.sort(nearestFirst).slice(0, mostNeighbours);
    for (const [note, share] of spread(engine.links, this.circle, query.self, circleDoubt)) this.#of(note).circle = share;
    const all = [...this.#amounts].map(([note, amounts]) => ({ note, amounts, score: scoreOf(amounts, weights) }));
    return all.sort((a, b) => b.score - a.score || a.note - b.note);
  }

  #of(note: number): Amounts {
    const known = this.#amounts.get(note);
    if (known) return known;
    const amounts = amountsOf(this.asked, note, { named: this.#named.get(note) ?? 0, phrase: this.phrases.get(note) });
    if (note !== this.asked.query.self) this.#amounts.set(note, amounts);
    return amounts;
  }

  #alike(): readonly Near[] {
    const { cosines, engine, query, vector } = this.asked;
    const notes = greatest(cosines, mostAlike).filter((note) => note !== query.self);
    const near = notes.map((note) => ({ note, closeness: (cosines[note] ?? 0) + engine.vectors.pairCosine(vector, note) }));
    return near.sort(nearestFirst);
  }

  #sharingPapers(): readonly number[] {
    const { papers } = this.asked.engine;
    return [...this.asked.papers].flatMap((paper) => (papers.having(paper).size <= mostSharing ? [...papers.having(paper)] : []));
  }

  /** What the query is linked with, and what that is linked with. */
  #sharingLinks(): readonly number[] {
    const { engine, query } = this.asked;
    const further = [...query.linked].map((note) => engine.links.around(note)).filter(({ size }) => size <= mostSharing);
    return [...query.linked, ...further.flatMap((around) => [...around])];
  }

  /** The parts that compare candidates with each other, and with what the query is linked with. */
  #compare(best: number): void {
    const { engine, query } = this.asked;
    const centre = query.linked.size > 0 ? engine.vectors.centre(query.linked) : undefined;
    for (const [note, amounts] of this.#amounts) {
      amounts.closest = best > 0 ? amounts.text / best : 0;
      if (!centre) continue;
      amounts.linked = engine.vectors.cosineWith(centre, note);
      for (const between of engine.links.around(note)) {
        if (query.linked.has(between)) amounts.links += 1 / Math.log(2 + engine.links.around(between).size);
      }
    }
  }
}

/** The places of the greatest values, greatest first. Few of a hundred thousand are wanted: a heap keeps them. */
export function greatest(values: Float32Array, most: number): readonly number[] {
  const heap: number[] = [];
  const isLess = (a: number, b: number) => (values[a] as number) < (values[b] as number) || (values[a] === values[b] && a > b);
  for (let at = 0; at < values.length; at++) {
    if ((values[at] as number) <= 0) continue;
    if (heap.length < most) siftUp(heap, at, isLess);
    else if (isLess(heap[0] as number, at)) siftDown(heap, at, isLess);
  }
  return heap.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
}

type IsLess = (a: number, b: number) => boolean;

function siftUp(heap: number[], value: number, isLess: IsLess): void {
  let at = heap.push(value) - 1;
  for (let parent = (at - 1) >> 1; at > 0 && isLess(value, heap[parent] as number); parent = (at - 1) >> 1) {
    heap[at] = heap[parent] as number;
    at = parent;
  }
  heap[at] = value;
}

/** Puts a value in place of the least one. */
function siftDown(heap: number[], value: number, isLess: IsLess): void {
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && isLess(heap[child + 1] as number, heap[child] as number)) child++;
    if (!isLess(heap[child] as number, value)) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = value;
}
