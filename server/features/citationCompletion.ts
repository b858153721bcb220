// Papers for the citation or source being typed: found by the words of their title, by author, year, key or id.
import type { BibEntry } from "../core/bibliography";
import { citationKeyEnd, writtenId } from "../core/citations";
import type { PaperId } from "../core/note";
import { counted } from "../core/order";
import type { Description } from "../index/spellings";
import { wordsOf } from "../index/titleWords";
import type { Vault } from "../index/vault";
import { type Candidate, mostCandidates } from "./completion";
import { paperText, shortByline } from "./paperText";
import type { TypedCitation } from "./typedCitation";
import { itemText } from "./yamlText";

/** The papers that hold every typed word as the beginning of one of theirs; those that notes cite come first. */
export function citationCandidates(vault: Vault, typed: TypedCitation): readonly Candidate[] {
  const query = wordsOf(typed.query);
  const described = vault.papers.described().filter(({ entry }) => isNamed(entry, query, typed));
  const others = typed.place === "sources" ? undescribed(vault, typed.query) : [];
  const uses = (paper: PaperId) => vault.papers.citing(paper).size;
  const rows = [
    ...onePerKey(described).map(({ entry }) => ({ count: uses(`key:${entry.key}`), toCandidate: () => ofEntry(vault, entry, typed) })),
    ...others.map((paper) => ({ count: uses(paper), toCandidate: () => ofId(paper, uses(paper), typed) })),
  ];
  return rows
    .sort((a, b) => b.count - a.count)
    .slice(0, mostCandidates)
    .map(({ toCandidate }) => toCandidate());
}

/** The first entry of each key, in their order. */
export const onePerKey = (described: readonly Description[]): readonly Description[] =>
  [...new Map([...described].reverse().map((it) => [it.entry.key, it] as const)).values()].reverse();

const entryWords = new WeakMap<BibEntry, readonly string[]>();

function wordsOfEntry(entry: BibEntry): readonly string[] {
  const known = entryWords.get(entry);
  if (known) return known;
  const { key, title, authors, year, ids } = entry;
  const words = wordsOf(
    [key, title, ...authors.map(({ name }) => name), year, ...ids.map((id) => id.slice(id.indexOf(":") + 1))].join(" "),
  );
  entryWords.set(entry, words);
  return words;
}

function isNamed(entry: BibEntry, query: readonly string[], typed: TypedCitation): boolean {
  if (entry.key.toLowerCase().includes(typed.query.toLowerCase())) return true;
  if (startsLikeId(typed) && idFor(entry, typed.query) !== undefined) return true;
  return hasWords(entry, query);
}

/** Whether each of some words begins one of an entry's: of its title, authors, year, key or ids. */
export function hasWords(entry: BibEntry, query: readonly string[]): boolean {
  return query.every((part) => wordsOfEntry(entry).some((word) => word.startsWith(part)));
}

/** Papers that notes name by an id and no bibliography describes. */
function undescribed({ papers }: Vault, query: string): readonly PaperId[] {
  const wanted = query.trim().toLowerCase();
  const isWanted = (paper: PaperId) => paper.includes(wanted) || writtenId(paper).toLowerCase().includes(wanted);
  const ids = new Set([...papers.cited()].filter((paper) => !paper.startsWith("key:")).map((paper) => papers.canonical(paper)));
  return [...ids].filter((paper) => papers.describing(paper).length === 0 && papers.citing(paper).size > 0 && isWanted(paper));
}

function ofEntry(vault: Vault, entry: BibEntry, typed: TypedCitation): Candidate {
  const cited = vault.papers.citing(`key:${entry.key}`).size;
  return {
    kind: "paper",
    label: entry.title || entry.key,
    aside: shortByline(entry),
    detail: `@${entry.key}`,
    summary: [paperText(vault.papers, `key:${entry.key}`).authors, entry.year, `Cited by ${counted(cited, "note")}`]
      .filter(Boolean)
      .join(" · "),
    text: written(startsLikeId(typed) ? (idFor(entry, typed.query) ?? entry.key) : entry.key, typed),
    range: typed.range,
    filterText: `${typed.query} ${entry.key} ${entry.title}`,
  };
}

function ofId(paper: PaperId, cited: number, typed: TypedCitation): Candidate {
  const id = writtenId(paper);
  const detail = `Cited by ${counted(cited, "note")}`;
  return {
    kind: "paper",
    label: id,
    detail,
    summary: "",
    text: written(id, typed),
    range: typed.range,
    filterText: `${typed.query} ${id}`,
  };
}

/** Whoever types `2505` or `arxiv:` among the sources wants the id and not the key. */
const startsLikeId = ({ place, query }: TypedCitation) => place === "sources" && /^(?:\d{4}|10\.|arxiv:|doi:)/i.test(query.trim());

function idFor({ ids }: BibEntry, query: string): string | undefined {
  const wanted = query.trim().toLowerCase();
  return ids.map((id) => writtenId(id)).find((id) => id.toLowerCase().includes(wanted));
}

/** A key or id as it may stand there: what would end a key is put in braces, what would end an item of YAML in quotes. */
function written(text: string, { place, quote }: TypedCitation): string {
  if (place === "sources") return itemText(text, quote);
  return citationKeyEnd(text, 0) === text.length ? text : `{${text}}`;
}
