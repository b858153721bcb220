// Which ids and keys are one paper, by what the entries of all bibliographies say.
import type { BibEntry, Bibliography } from "../core/bibliography";
import type { PaperId } from "../core/note";
import { byPlace } from "../core/order";
import { Multimap } from "./multimap";

/** An entry and the bibliography it stands in. */
export interface Description {
  readonly bibliography: Bibliography;
  readonly entry: BibEntry;
}

export interface Spellings {
  /** From any spelling to the one that stands for all. */
  readonly canonical: ReadonlyMap<PaperId, PaperId>;
  /** By the spelling that stands for all. */
  readonly papers: ReadonlyMap<PaperId, Paper>;
  /** Every entry, in the order of the files. */
  readonly descriptions: readonly Description[];
}

interface Paper {
  readonly spellings: readonly PaperId[];
  readonly descriptions: readonly Description[];
}

/**
 * Entries with an id in common describe one paper. A key is only a name: where several entries have it, it means the first of them
 * that gives an id. An address that several entries have (of a conference, say) ties nothing.
 */
export function spellingsIn(bibliographies: readonly Bibliography[]): Spellings {
  const descriptions = [...bibliographies]
    .sort(byPlace)
    .flatMap((bibliography) => bibliography.entries.map((entry) => ({ bibliography, entry })));
  const idsOf = telling(descriptions);
  const groups = new Groups();
  const keys = new Map<PaperId, PaperId>();
  for (const { entry } of descriptions) {
    const [first = keyId(entry.key), ...others] = idsOf(entry);
    for (const other of [first, ...others]) groups.join(first, other);
    for (const key of [entry.key, ...entry.otherKeys].map(keyId))
      if (!keys.has(key) || (keys.get(key)?.startsWith("key:") && !first.startsWith("key:"))) keys.set(key, first);
  }
  for (const [key, first] of keys) groups.join(first, key);
  return named(groups, descriptions, ({ entry }) => idsOf(entry)[0] ?? keyId(entry.key));
}

const keyId = (key: string): PaperId => `key:${key}`;

/** The ids of an entry without the addresses that it shares with others. */
function telling(descriptions: readonly Description[]): (entry: BibEntry) => readonly PaperId[] {
  const keys = new Multimap<PaperId, string>();
  for (const { entry } of descriptions) for (const id of entry.ids) keys.add(id, entry.key);
  return ({ ids }) => ids.filter((id) => !id.startsWith("url:") || keys.get(id).size === 1);
}

function named(groups: Groups, descriptions: readonly Description[], idOf: (description: Description) => PaperId): Spellings {
  const canonical = new Map<PaperId, PaperId>();
  const papers = new Map<PaperId, { spellings: PaperId[]; descriptions: Description[] }>();
  for (const spellings of groups.all()) {
    const best = spellings.reduce((a, b) => (rank(a) < rank(b) || (rank(a) === rank(b) && a < b) ? a : b));
    for (const id of spellings) canonical.set(id, best);
    papers.set(best, { spellings, descriptions: [] });
  }
  for (const description of descriptions) papers.get(canonical.get(idOf(description)) ?? idOf(description))?.descriptions.push(description);
  return { canonical, papers, descriptions };
}

/** The surest name first. */
const rank = (id: PaperId) => ["arxiv", "doi", "url", "key"].indexOf(id.slice(0, id.indexOf(":")));

/** Disjoint sets of ids: each id points towards the one that stands for its set. */
class Groups {
  readonly #parents = new Map<PaperId, PaperId>();
  /** How many ids stand behind one that stands for others: the smaller set goes into the larger, so that no way grows long. */
  readonly #sizes = new Map<PaperId, number>();

  join(a: PaperId, b: PaperId): void {
    const [first, second] = [this.#find(a), this.#find(b)];
    const [larger, smaller] = this.#sizeOf(first) >= this.#sizeOf(second) ? [first, second] : [second, first];
    if (larger !== smaller) this.#sizes.set(larger, this.#sizeOf(larger) + this.#sizeOf(smaller));
    this.#parents.set(larger, larger);
    this.#parents.set(smaller, larger);
  }

  #sizeOf(id: PaperId): number {
    return this.#sizes.get(id) ?? 1;
  }

  #find(id: PaperId): PaperId {
    let at = id;
    for (let parent = this.#parents.get(at); parent !== undefined && parent !== at; parent = this.#parents.get(at)) at = parent;
    if (at !== id) this.#parents.set(id, at);
    return at;
  }

  *all(): Iterable<PaperId[]> {
    const sets = new Map<PaperId, PaperId[]>();
    for (const id of this.#parents.keys()) {
      const set = sets.get(this.#find(id));
      if (set) set.push(id);
      else sets.set(this.#find(id), [id]);
    }
    yield* sets.values();
  }
}
