// A paper in words: its title, who wrote it and when.
import type { BibEntry } from "../core/bibliography";
import { addressOf, writtenId } from "../core/citations";
import type { PaperId } from "../core/note";
import type { Papers } from "../index/papers";

/** What is known of a paper, in words for a list or a card. What nobody says is empty. */
export interface PaperText {
  /** Its title, else its id as one writes it. */
  readonly title: string;
  /** `Wei Fu, Jiaxuan Gao and others`. */
  readonly authors: string;
  readonly year: string;
  /** Its page, where its id or an entry gives one. */
  readonly address: string | undefined;
  /** Its id as one writes it, else its key. */
  readonly id: string;
}

/** Words for a paper in any of its spellings, from the first entry that describes it. */
export function paperText(papers: Papers, paper: PaperId): PaperText {
  const canonical = papers.canonical(paper);
  const described = papers.describing(canonical).map(({ entry }) => entry);
  const entry = described.find(({ title }) => title !== "") ?? described[0];
  const ids = [canonical, ...described.flatMap(({ ids: other }) => other)];
  return {
    title: entry?.title || writtenId(canonical),
    authors: entry ? authorsOf(entry) : "",
    year: entry?.year ?? "",
    address: ids.map(addressOf).find((address) => address !== undefined),
    id: writtenId(canonical),
  };
}

/** More names than this nobody reads in a card. */
const mostNames = 3;

function authorsOf({ authors }: BibEntry): string {
  const named = authors.filter(({ name }) => name !== "others").map(({ name }) => name);
  if (named.length > mostNames || named.length < authors.length) return `${named.slice(0, mostNames).join(", ")} and others`;
  return named.length < 2 ? (named[0] ?? "") : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}

/** `Fu et al., 2025`: the first author's family name and the year, as far as they are known. */
export function shortByline({ authors, year }: BibEntry): string {
  const [first, ...others] = authors;
  const names = first === undefined ? "" : others.length === 0 ? first.family : `${first.family} et al.`;
  return [names, year].filter(Boolean).join(", ");
}
