// All papers of a vault as a list to look through: those that notes cite and those that bibliographies hold.
import type { BibEntry } from "../core/bibliography";
import { paperOf, writtenId } from "../core/citations";
import { foldAccents } from "../core/key";
import type { Note, PaperId, Range } from "../core/note";
import { byPlace, byText } from "../core/order";
import type { Papers } from "../index/papers";
import type { Description } from "../index/spellings";
import type { Vault } from "../index/vault";
import { paperText } from "./paperText";

/** A paper in the spelling that stands for all of its. */
interface PaperFacts {
  readonly paper: PaperId;
  /** Its title, else its id as one writes it. */
  readonly title: string;
  /** Without “others”. */
  readonly authors: readonly string[];
  readonly year: number | undefined;
  /** Its page, where its id or an entry gives one. */
  readonly address: string | undefined;
  /** The first entry that describes it. */
  readonly entry: Description | undefined;
  /** All that a filter looks at, without case and accents. */
  readonly text: string;
}

export interface ListedPaper extends PaperFacts {
  /** How many notes cite it. */
  readonly noteCount: number;
}

/** `once`: exactly one note cites them. `never`: a bibliography has them, and no note cites them. */
export type PaperShow = "all" | "once" | "never";

/** `year`: the newest first, those of no known year last. `cited`: those that most notes cite first. Of equals the title decides. */
export type PaperSort = "title" | "year" | "cited";

/** Which papers, in which order. */
export interface PapersWanted {
  readonly show?: PaperShow;
  /** Words that all have to occur in title, authors, year, key or id, whatever their case and accents; an address of a paper stands for its id. */
  readonly filter?: string | undefined;
  readonly sort?: PaperSort | undefined;
}

export interface PaperList {
  readonly papers: readonly ListedPaper[];
  /** How many there would be without the filter. */
  readonly unfiltered: number;
}

/**
 * The papers of a vault. They are gathered and sorted by title once, until what notes cite or a bibliography changes; gathering gives way at
 * each of them.
 */
export function* paperList(vault: Vault, { show = "all", filter = "", sort = "title" }: PapersWanted = {}): Generator<void, PaperList> {
  const all = yield* allPapers(vault);
  const shown = show === "all" ? all : all.filter(({ noteCount }) => noteCount === (show === "once" ? 1 : 0));
  const words = filter.split(/\s+/).flatMap(soughtText);
  const found = words.length === 0 ? shown : shown.filter(({ text }) => words.every((word) => text.includes(word)));
  // Sorting is stable: of equals the title goes on deciding.
  const papers = sort === "title" ? found : [...found].sort(sort === "year" ? byYear : byDemand);
  return { papers, unfiltered: shown.length };
}

/** A word of a filter as it stands in the text of the papers it means: `https://arxiv.org/abs/2505.24298v2` has the id in it, `[@key]` the key. */
function soughtText(word: string): readonly string[] {
  const paper = paperOf(word);
  return word === "" ? [] : [foldAccents(paper === undefined ? word : writtenId(paper))];
}

const byYear = (a: ListedPaper, b: ListedPaper) => (b.year ?? 0) - (a.year ?? 0);
const byDemand = (a: ListedPaper, b: ListedPaper) => b.noteCount - a.noteCount;

const byTitle = (a: PaperFacts, b: PaperFacts) => byText(a.title, b.title) || (a.paper < b.paper ? -1 : 1);

interface Gathered {
  readonly version: number;
  readonly described: readonly PaperFacts[];
  readonly papers: readonly ListedPaper[];
}

const gathered = new WeakMap<Vault, Gathered>();

/** By title. */
function* allPapers(vault: Vault): Generator<void, readonly ListedPaper[]> {
  const version = vault.topicsVersion;
  const described = yield* describedPapers(vault.papers);
  const known = gathered.get(vault);
  if (known?.version === version && known.described === described) return known.papers;
  const counts = new Map<PaperId, number>();
  for (const [paper, notes] of vault.papers.citations()) {
    yield;
    let count = 0;
    for (const _ of notes) count++;
    if (count > 0) counts.set(paper, count);
  }
  const others = [...counts.keys()].filter((paper) => vault.papers.describing(paper).length === 0);
  const undescribed = others.map((paper) => factsOf(vault.papers, paper)).sort(byTitle);
  // Two lists in order, one behind the other: sorted in one go.
  const all = undescribed.length === 0 ? described : [...described, ...undescribed].sort(byTitle);
  const papers = all.map((facts): ListedPaper => ({ ...facts, noteCount: counts.get(facts.paper) ?? 0 }));
  gathered.set(vault, { version, described, papers });
  return papers;
}

const inBibliographies = new WeakMap<readonly Description[], readonly PaperFacts[]>();

/** By title; made anew when a bibliography changes. */
function* describedPapers(papers: Papers): Generator<void, readonly PaperFacts[]> {
  const described = papers.described();
  const known = inBibliographies.get(described);
  if (known) return known;
  const facts: PaperFacts[] = [];
  for (const paper of papers.describedPapers()) {
    yield;
    facts.push(factsOf(papers, paper));
  }
  facts.sort(byTitle);
  inBibliographies.set(described, facts);
  return facts;
}

function factsOf(papers: Papers, paper: PaperId): PaperFacts {
  const { title, year, address } = paperText(papers, paper);
  const descriptions = papers.describing(paper);
  const telling = descriptions.find(({ entry }) => entry.title !== "") ?? descriptions[0];
  const authors = telling ? namesIn(telling.entry) : [];
  const ids = descriptions.flatMap(({ entry }) => [...entry.ids.map(writtenId), entry.key, ...entry.otherKeys]);
  const number = Number.parseInt(year, 10);
  return {
    ...{ paper, title, authors, address, entry: telling },
    year: Number.isNaN(number) ? undefined : number,
    text: foldAccents([title, ...authors, year, writtenId(paper), ...ids].join("\n")),
  };
}

const namesIn = ({ authors }: BibEntry) => authors.flatMap(({ name }) => (name === "others" ? [] : [name]));

/** A note that cites a paper, with the place: of the first citation in its text, else among its sources. */
export interface Citing {
  readonly from: Note;
  readonly range: Range;
}

/** Who cites a paper, by the paths of the notes. */
export function citingPlaces({ papers }: Vault, paper: PaperId): readonly Citing[] {
  const notes = [...papers.citing(paper)].sort(byPlace);
  return notes.flatMap((from) => {
    const mentions = papers.mentions(from, paper);
    const place = mentions.find(({ certainty }) => certainty !== "certain") ?? mentions[0];
    return place ? [{ from, range: place.range }] : [];
  });
}
