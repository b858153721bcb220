// What the Papers view says in words: above the list, beside its name, and in its rows. Nothing here needs the editor.
import * as l10n from "@vscode/l10n";
import type { PaperList, PaperListParams, PaperRow } from "../server/protocol";
import { notesCounted, papersCounted } from "./counts";
import { number } from "./language";

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

const shows = (): Readonly<Record<Shown["show"], string>> => ({ all: "", once: l10n.t("Cited Once"), never: l10n.t("Never Cited") });
const sorts = (): Readonly<Record<Shown["sort"], string>> => ({ title: "", year: l10n.t("by year"), cited: l10n.t("most cited first") });

/** Beside the name of the view: what is listed where that is not all, the order where that is not the usual one, and how many there are. */
export function viewDescription({ show, sort }: Shown, { total }: Pick<PaperList, "total">): string {
  return [shows()[show], sorts()[sort], total > 0 ? number(total) : ""].filter(Boolean).join(" · ");
}

const none = (): Readonly<Record<Shown["show"], string>> => ({
  all: l10n.t(
    "No note cites a paper yet. A citation such as [@arxiv:2505.24298], an item of “sources:” or a .bib file in the folder brings one.",
  ),
  once: l10n.t("No paper is cited by one note alone."),
  never: l10n.t("No bibliography of this folder has a paper that no note cites."),
});

/** Above the list: what the filter is and how many it lets through, or why the list is empty. */
export function viewMessage({ show, filter }: Shown, { total, unfiltered }: Pick<PaperList, "total" | "unfiltered">): string {
  if (unfiltered === 0) return none()[show];
  const words = filter.trim();
  return words === "" ? "" : l10n.t("Filter “{0}”: {1} of {2}.", words, number(total), papersCounted(unfiltered));
}

/** Beside a title: the year and how many notes cite it. */
export function rowDescription({ year, noteCount }: Pick<PaperRow, "year" | "noteCount">): string {
  const cited = noteCount === 0 ? l10n.t("never cited") : notesCounted(noteCount);
  return [...(year === undefined ? [] : [year]), cited].join(" · ");
}

/** More names than this nobody reads. */
const mostNames = 6;

/** Who wrote it, as one reads it. */
export function authorsOf({ authors }: Pick<PaperRow, "authors">): string {
  const named = authors.slice(0, mostNames).join(", ");
  return authors.length > mostNames ? l10n.t("{0} and {1} more", named, authors.length - mostNames) : named;
}
