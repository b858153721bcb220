// The language of the client's texts for the files that know no editor: the topic page, the preview and the words they share with the views.
// They speak through `@vscode/l10n`; who knows the editor speaks through its own `l10n`.
import * as l10n from "@vscode/l10n";

/** A language with its texts. */
export interface Texts {
  /** As the editor names it: `pt-br`. */
  readonly language: string;
  /** By the English texts; what is missing stays English. */
  readonly contents: Readonly<Record<string, string>>;
}

export const english: Texts = { language: "en", contents: {} };

let language = english.language;

/** Has everything said in a language from now on. Nothing may be said while files are loaded: it would stay English. */
export function setTexts(texts: Texts): void {
  l10n.config({ contents: texts.contents });
  ({ language } = texts);
}

/** What `Intl` knows of the language, made when it is needed first. */
export function inLanguage<T>(make: (language: string) => T): () => T {
  let made: { readonly of: string; readonly it: T } | undefined;
  return () => {
    if (made?.of !== language) made = { of: language, it: make(language) };
    return made.it;
  };
}

const numbers = inLanguage((it) => new Intl.NumberFormat(it));

/** `1,200`. */
export const number = (count: number): string => numbers().format(count);

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * 24 * 60],
  ["month", 30 * 24 * 60],
  ["week", 7 * 24 * 60],
  ["day", 24 * 60],
  ["hour", 60],
  ["minute", 1],
];

const times = inLanguage((it) => new Intl.RelativeTimeFormat(it, { numeric: "auto" }));

/** How long before `now` something was, both in milliseconds since 1970: `3 days ago`. */
export function ago(then: number, now: number): string {
  const minutes = (now - then) / 60_000;
  const [unit, length] = units.find(([, its]) => minutes >= its) ?? ["minute", 1];
  return minutes < 1 ? l10n.t("just now") : times().format(-Math.floor(minutes / length), unit);
}
