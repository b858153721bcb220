// From a query to its candidates with the amounts of every part, and to their order.
import type { Engine } from "./engine";
import { folderCloseness } from "./kinship";
import { type Near, spread } from "./links";
import { overlap, type Phrase } from "./names";
import { pairOf, type Profile } from "./profile";
import type { Term } from "./terms";
import type { QueryVector } from "./vectors";
import { type Amounts, partNames, scoreOf, type Weights } from "./weights";

/** What relations are sought of: a note, or text. */
export interface Query {
  readonly profile: Profile;
  /** The note itself, which is no candidate. */
  readonly self: number | undefined;
  readonly topics: readonly string[];
  readonly papers: readonly string[];
  /** Undefined where the text belongs to no folder. */
  readonly folders: readonly string[] | undefined;
  /** The notes it is known to be linked with, either way. */
  readonly linked: ReadonlySet<number>;
}

export interface Ranked {
  readonly note: number;
  readonly score: number;
  readonly amounts: Amounts;
}

/** How many notes, by their words alone, are looked at closer. */
const mostCandidates = 300;
/** How many close notes spread their closeness over their links. */
const mostNeighbours = 50;
/** A thing that more notes have makes none of them a candidate. */
const mostSharing = 200;

/** The candidates in order, the best first; equals by their number. */
export function ranked(engine: Engine, query: Query, weights: Weights): readonly Ranked[] {
  const candidates = new Candidates(engine, query);
  return candidates.ranked(weights);
}

/** A query's candidates and what is known of each. */
export class Candidates {
  readonly #vector: QueryVector;
  readonly #cosines: Float32Array;
  readonly #amounts = new Map<number, Amounts>();
  readonly #queryTerms: ReadonlySet<string>;
  readonly #title: readonly Term[];
  readonly #named: ReadonlyMap<number, number>;
  readonly phrases: ReadonlyMap<number, Phrase>;
  readonly #neighbours: ReadonlyMap<number, number>;
  readonly #idfs = new Map<string, number>();

  constructor(
    readonly engine: Engine,
    readonly query: Query,
  ) {
    const { vectors, names } = engine;
    this.#vector = vectors.query(query.profile);
    this.#cosines = vectors.termCosines(this.#vector);
    this.#queryTerms = new Set(query.profile.terms.keys());
    this.#title = query.profile.names[0] ?? [];
    this.#named = names.overlaps(this.#queryTerms, this.#idf);
    this.phrases = names.phrasesIn(query.profile.tokens);
    const first = this.#mostAlike();
    this.neighbours = first.slice(0, mostNeighbours);
    this.#neighbours = spread(engine.links, this.neighbours, query.self);
    this.#gather(first);
    this.#linkedParts();
  }

  /** The notes with the most similar words. */
  readonly neighbours: readonly Near[];

  ranked(weights: Weights): readonly Ranked[] {
    this.#setCircle(weights);
    const all = [...this.#amounts].map(([note, amounts]) => ({ note, amounts, score: scoreOf(amounts, weights) }));
    return all.sort((a, b) => b.score - a.score || a.note - b.note);
  }

  /** The part that needs all others: who is linked with those that come first by them. */
  #setCircle(weights: Weights): void {
    for (const amounts of this.#amounts.values()) amounts.circle = 0;
    const scored = [...this.#amounts].map(([note, amounts]) => ({ note, closeness: scoreOf(amounts, weights) }));
    const near = scored.sort((a, b) => b.closeness - a.closeness || a.note - b.note).slice(0, mostNeighbours);
    for (const [note, share] of spread(this.engine.links, near, this.query.self)) this.#amountsOf(note).circle = share;
  }

  #mostAlike(): readonly Near[] {
    const { vectors } = this.engine;
    const notes = greatest(this.#cosines, mostCandidates).filter((note) => note !== this.query.self);
    const near = notes.map((note) => ({
      note,
      closeness: (this.#cosines[note] as number) + vectors.pairCosine(this.#vector, note),
    }));
    return near.sort((a, b) => b.closeness - a.closeness || a.note - b.note);
  }

  #gather(alike: readonly Near[]): void {
    const { topics: _, papers } = this.engine;
    for (const { note } of alike) this.#amountsOf(note);
    for (const note of this.#neighbours.keys()) this.#amountsOf(note);
    for (const [note, value] of this.#named) if (value > 1) this.#amountsOf(note);
    for (const note of this.phrases.keys()) this.#amountsOf(note);
    for (const paper of this.query.papers) {
      const having = papers.having(paper);
      if (having.size <= mostSharing) for (const note of having) this.#amountsOf(note);
    }
    const best = alike[0]?.closeness ?? 0;
    for (const amounts of this.#amounts.values()) amounts.closest = best > 0 ? amounts.text / best : 0;
    this.#best = best;
  }
  #best = 0;

  #amountsOf(note: number): Amounts {
    const known = this.#amounts.get(note);
    if (known) return known;
    const amounts = Object.fromEntries(partNames.map((part) => [part, 0])) as Amounts;
    if (note === this.query.self) return amounts;
    this.#amounts.set(note, amounts);
    const { vectors, topics, papers } = this.engine;
    const size = vectors.size;
    const scale = Math.log(1 + size);
    const phrase = this.phrases.get(note);
    amounts.text = (this.#cosines[note] ?? 0) + vectors.pairCosine(this.#vector, note);
    amounts.closest = this.#best > 0 ? amounts.text / this.#best : 0;
    amounts.title = this.#titleCosine(note);
    amounts.named = (this.#named.get(note) ?? 0) / scale;
    amounts.naming = overlap([...new Set(this.#title.map(({ text }) => text))], (term) => this.#has(note, term), this.#idf) / scale;
    amounts.phrase = phrase ? (this.#phraseIdf(phrase.terms) / scale) * (1 + Math.log(phrase.count)) : 0;
    amounts.inPhrase = this.#holdsTitle(note) ? this.#phraseIdf(this.#title.map(({ text }) => text)) / scale : 0;
    amounts.neighbours = this.#neighbours.get(note) ?? 0;
    amounts.topics = topics.cosine(new Set(this.query.topics), note, size);
    amounts.papers = papers.cosine(new Set(this.query.papers), note, size);
    amounts.folder = this.query.folders ? folderCloseness(this.query.folders, this.engine.foldersOf(note)) : 0;
    return amounts;
  }

  #linkedParts(): void {}

  readonly #idf = (term: string): number => {
    const known = this.#idfs.get(term);
    if (known !== undefined) return known;
    const { vectors } = this.engine;
    const number = vectors.vocabulary.numberOf(term);
    const idf = number === undefined ? vectors.idf(1) : vectors.idfOf(number);
    this.#idfs.set(term, idf);
    return idf;
  };

  #has(note: number, term: string): boolean {
    const number = this.engine.vectors.vocabulary.numberOf(term);
    return number !== undefined && this.engine.vectors.hasTerm(note, number);
  }

  #phraseIdf(terms: readonly string[]): number {
    const { vectors } = this.engine;
    const counts = terms.map((term) => vectors.vocabulary.numberOf(term)).map((number) => (number === undefined ? 1 : vectors.vocabulary.count(number)));
    return Math.log(1 + vectors.size / Math.max(1, Math.min(...counts)));
  }

  #holdsTitle(note: number): boolean {
    const { vectors } = this.engine;
    const title = this.#title;
    if (title.length === 0) return false;
    if (title.length === 1) return this.#has(note, (title[0] as Term).text);
    return title.every((term, index) => index === 0 || vectors.hasPair(note, pairOf(title[index - 1] as Term, term)));
  }

  #titleCosine(note: number): number {
    const its = this.engine.titleOf(note);
    const mine = new Set(this.#title.map(({ text }) => text));
    const square = (sum: number, term: string) => sum + this.#idf(term) ** 2;
    const common = its.filter((term) => mine.has(term)).reduce(square, 0);
    return common === 0 ? 0 : common / Math.sqrt([...mine].reduce(square, 0) * its.reduce(square, 0));
  }
}

/** The numbers with the greatest values, greatest first. */
export function greatest(values: Float32Array, most: number): readonly number[] {
  const above: number[] = [];
  for (let at = 0; at < values.length; at++) if ((values[at] as number) > 0) above.push(at);
  return above.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b).slice(0, most);
}
