// How many of a thing, in words that can be translated: English has two forms, so each is a text of its own.
import { l10n } from "vscode";

export const notesCounted = (count: number): string => (count === 1 ? l10n.t("1 note") : l10n.t("{0} notes", count));

export const papersCounted = (count: number): string => (count === 1 ? l10n.t("1 paper") : l10n.t("{0} papers", count));

export const topicsCounted = (count: number): string => (count === 1 ? l10n.t("1 topic") : l10n.t("{0} topics", count));

export const placesCounted = (count: number): string => (count === 1 ? l10n.t("1 place") : l10n.t("{0} places", count));

export const problemsCounted = (count: number): string => (count === 1 ? l10n.t("1 problem") : l10n.t("{0} problems", count));
