// Words of a page: days, the order of texts, and whether one has what was typed.
import * as l10n from "@vscode/l10n";
import { inLanguage } from "../../language";

const days = inLanguage((language) => new Intl.DateTimeFormat(language, { dateStyle: "long" }));

/** A day as one writes it. */
export const day = (time: number): string => days().format(time);

/** The same for programs. */
export const moment = (time: number): string => new Date(time).toISOString();

/** A text without case and accents. */
export const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether texts hold every typed word, in any order and as far as each was typed; undefined where nothing was typed. */
export function matcher(typed: string): ((...texts: readonly string[]) => boolean) | undefined {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  return (...texts) => {
    const all = folded(texts.join("\n"));
    return words.every((word) => all.includes(word));
  };
}

const order = inLanguage((language) => new Intl.Collator(language, { numeric: true, sensitivity: "base" }));

/** In the order of a reader. */
export const byText = (a: string, b: string): number => order().compare(a, b);

/** Where an address leads, for people: `arxiv.org`. */
export const siteOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url);

/** Where something is missing because the server does not say it. */
export const noAnswer = (): string => l10n.t("The Quaestio language server gives no answer. The log says why.");
