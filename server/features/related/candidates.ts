// From a query to the notes that may be related to it, with all that speaks for each, and to their order.
import { amountsOf } from "./amounts";
import { greatest } from "./greatest";
import { type Near, nearestFirst, type Spreading, spread } from "./links";
import type { Phrase } from "./names";
import type { Asked } from "./query";
import { type Amounts, scoreOf, type Weights } from "./weights";

export interface Ranked {
  readonly note: number;
  readonly score: number;
  readonly amounts: Readonly<Amounts>;
}

/** How many notes, the most similar by their words, are looked at closer. */
const mostAlike = 100;
/** How many close notes spread their closeness over their links; in a small vault, where all are near, a share of them. */
const mostNeighbours = 50;
const neighbourShare = 1 / 8;
/** See `spread`; cosines are smaller than scores. */
const throughNeighbours = { doubt: 0.2, most: 100 };
const throughCircle = { doubt: 2, most: 100 };
const throughLinks = { doubt: 0, most: 100 };
/** What more notes have makes none of them a candidate. */
const mostSharing = 200;
/** A name that is there to this extent (see `overlap`) makes its note a candidate. */
const leastNamed = 1;
const mostNamed = 50;

/** The notes that may be related to a query. */
export class Candidates {
  readonly #amounts = new Map<number, Amounts>();
  /** Where the query's text has the name of a note. */
  readonly phrases: ReadonlyMap<number, Phrase>;
  /** The notes with the most similar words, the most similar first. */
  readonly neighbours: readonly Near[];

  constructor(readonly asked: Asked) {
    const { engine, query } = asked;
    this.phrases = engine.names.phrasesIn(query.profile.tokens);
    const alike = this.#alike();
    this.neighbours = alike.slice(0, this.#mostNear);
    const reached = spread(engine.links, this.neighbours, query.self, this.#through(throughNeighbours));
    for (const { note } of alike) this.#of(note);
    for (const [note, share] of reached) this.#of(note).neighbours = share;
    for (const note of [...this.phrases.keys(), ...this.#named(), ...this.#sharingPapers(), ...this.#sharingLinks()]) this.#of(note);
    this.#compare(alike[0]?.closeness ?? 0);
  }

  /** All candidates by their scores, the best first; equals by their number. Works out the part that needs all others first. */
  ranked(weights: Weights): readonly Ranked[] {
    const { engine, query } = this.asked;
    for (const amounts of this.#amounts.values()) amounts.circle = 0;
    const scored = [...this.#amounts].map(([note, amounts]) => ({ note, closeness: Math.max(0, scoreOf(amounts, weights)) }));
    const first = scored.sort(nearestFirst).slice(0, this.#mostNear);
    for (const [note, share] of spread(engine.links, first, query.self, this.#through(throughCircle))) this.#of(note).circle = share;
    const all = [...this.#amounts].map(([note, amounts]) => ({ note, amounts, score: scoreOf(amounts, weights) }));
    return all.sort((a, b) => b.score - a.score || a.note - b.note);
  }

  get #mostNear(): number {
    return Math.min(mostNeighbours, Math.ceil(this.asked.engine.vectors.size * neighbourShare));
  }

  /** The fewer notes pass something on, the more doubt there is. */
  #through({ doubt, most }: Spreading): Spreading {
    return { doubt: doubt * Math.sqrt(mostNeighbours / this.#mostNear), most };
  }

  #of(note: number): Amounts {
    const known = this.#amounts.get(note);
    if (known) return known;
    const amounts = amountsOf(this.asked, note, this.phrases.get(note));
    if (note !== this.asked.query.self) this.#amounts.set(note, amounts);
    return amounts;
  }

  #alike(): readonly Near[] {
    const { query, vector } = this.asked;
    const { vectors } = this.asked.engine;
    const notes = greatest(vectors.roughCosines(vector), mostAlike).filter((note) => note !== query.self);
    const near = notes.map((note) => ({ note, closeness: vectors.cosine(vector, note) }));
    return near.sort(nearestFirst);
  }

  /** The notes whose name the query's text has, as far as rarer words of it lead to them. */
  #named(): readonly number[] {
    const { engine, vector, has, idf } = this.asked;
    const named = [...engine.names.having(vector.terms.map(({ number }) => number))].map((note) => ({
      note,
      closeness: engine.names.named(note, has, idf),
    }));
    const best = named.filter(({ closeness }) => closeness >= leastNamed).sort(nearestFirst);
    return best.slice(0, mostNamed).map(({ note }) => note);
  }

  #sharingPapers(): readonly number[] {
    const { papers } = this.asked.engine;
    const having = this.asked.query.papers.map((paper) => papers.having(paper));
    return having.flatMap((notes) => (notes.length <= mostSharing ? [...notes] : []));
  }

  /** What the query is linked with, and what that is linked with. */
  #sharingLinks(): readonly number[] {
    const { engine, query } = this.asked;
    const near = [...query.linked].map((note) => ({ note, closeness: 1 }));
    return [...query.linked, ...spread(engine.links, near, query.self, throughLinks).keys()];
  }

  /** The parts that compare candidates with each other, and with what the query is linked with. */
  #compare(best: number): void {
    const { engine, query } = this.asked;
    if (best > 0) for (const amounts of this.#amounts.values()) amounts.closest = amounts.text / best;
    if (query.linked.size === 0) return;
    const centre = engine.vectors.centre(query.linked);
    for (const [note, amounts] of this.#amounts) amounts.linked = engine.vectors.cosineWith(centre, note);
    for (const between of query.linked) {
      const around = engine.links.around(between);
      for (const note of around) {
        const amounts = this.#amounts.get(note);
        if (amounts) amounts.links += 1 / Math.log(2 + around.length);
      }
    }
  }
}
