// What the Papers view says in words: above the list, beside its name, and in its rows. Nothing here needs the editor.
import type { PaperList, PaperListParams, PaperRow } from "../server/protocol";

/** Which papers are listed, in which order, and what is typed to find some of them. */
export interface Shown {
  readonly show: PaperListParams["show"];
  readonly sort: NonNullable<PaperListParams["sort"]>;
  readonly filter: string;
}

/** What is shown after a change. By how many notes cite them all papers can be sorted, but not those that as many cite. */
export function changed(shown: Shown, change: Partial<Shown>): Shown {
  const next = { ...shown, ...change };
  return next.show !== "all" && next.sort === "cited" ? { ...next, sort: "title" } : next;
}

/** `1 note`, `2 notes`. */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;

const shows: Readonly<Record<Shown["show"], string>> = { all: "", once: "Cited Once", never: "Never Cited" };
const sorts: Readonly<Record<Shown["sort"], string>> = { title: "", year: "by year", cited: "most cited first" };

/** Beside the name of the view: what is listed where that is not all, the order where that is not the usual one, and how many there are. */
export function viewDescription({ show, sort }: Shown, { total }: Pick<PaperList, "total">): string {
  return [shows[show], sorts[sort], total > 0 ? String(total) : ""].filter(Boolean).join(" · ");
}

const none: Readonly<Record<Shown["show"], string>> = {
  all: "No note cites a paper yet. A citation such as [@arxiv:2505.24298], an item of “sources:” or a .bib file in the folder brings one.",
  once: "No paper is cited by one note alone.",
  never: "No bibliography of this folder has a paper that no note cites.",
};

/** Above the list: what the filter is and how many it lets through, or why the list is empty. */
export function viewMessage({ show, filter }: Shown, { total, unfiltered }: Pick<PaperList, "total" | "unfiltered">): string {
  if (unfiltered === 0) return none[show];
  const words = filter.trim();
  return words === "" ? "" : `Filter “${words}”: ${total} of ${counted(unfiltered, "paper")}.`;
}

/** Beside a title: the year and how many notes cite it. */
export function rowDescription({ year, noteCount }: Pick<PaperRow, "year" | "noteCount">): string {
  const cited = noteCount === 0 ? "never cited" : counted(noteCount, "note");
  return [...(year === undefined ? [] : [year]), cited].join(" · ");
}

/** More names than this nobody reads. */
const mostNames = 6;

/** Who wrote it, as one reads it. */
export function authorsOf({ authors }: Pick<PaperRow, "authors">): string {
  const named = authors.slice(0, mostNames).join(", ");
  return authors.length > mostNames ? `${named} and ${authors.length - mostNames} more` : named;
}
