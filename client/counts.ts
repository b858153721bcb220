// How many of a thing, in words that can be translated: English has two forms, so each is a text of its own. Nothing here needs the editor.
import * as l10n from "@vscode/l10n";
import { number } from "./language";

export const notesCounted = (count: number): string => (count === 1 ? l10n.t("1 note") : l10n.t("{0} notes", number(count)));

export const synthesisNotesCounted = (count: number): string =>
  count === 1 ? l10n.t("1 synthesis note") : l10n.t("{0} synthesis notes", number(count));

export const papersCounted = (count: number): string => (count === 1 ? l10n.t("1 paper") : l10n.t("{0} papers", number(count)));

export const sourcePapersCounted = (count: number): string =>
  count === 1 ? l10n.t("1 source paper") : l10n.t("{0} source papers", number(count));

export const sourcesCounted = (count: number): string => (count === 1 ? l10n.t("1 source") : l10n.t("{0} sources", number(count)));

export const topicsCounted = (count: number): string => (count === 1 ? l10n.t("1 topic") : l10n.t("{0} topics", number(count)));

export const placesCounted = (count: number): string => (count === 1 ? l10n.t("1 place") : l10n.t("{0} places", number(count)));

export const problemsCounted = (count: number): string => (count === 1 ? l10n.t("1 problem") : l10n.t("{0} problems", number(count)));

/** How many notes link to the one that is told of. */
export const linksHereCounted = (count: number): string =>
  count === 1 ? l10n.t("1 note links here") : l10n.t("{0} notes link here", number(count));

/** How many of a list are left by a filter, or where in it one is. */
export const countOf = (count: number, all: number): string => l10n.t("{0} of {1}", number(count), number(all));
