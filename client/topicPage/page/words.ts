// Words of a page: what is counted, how long ago something was, and whether a text has what was typed.

/** `1 note`, `2 notes`. */
export const counted = (count: number, thing: string): string => `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * 24 * 60],
  ["month", 30 * 24 * 60],
  ["week", 7 * 24 * 60],
  ["day", 24 * 60],
  ["hour", 60],
  ["minute", 1],
];

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** How long before `now` something was, both in milliseconds since 1970: `3 days ago`. */
export function ago(then: number, now: number): string {
  const minutes = (now - then) / 60_000;
  const [unit, length] = units.find(([, its]) => minutes >= its) ?? ["minute", 1];
  return minutes < 1 ? "just now" : relative.format(-Math.floor(minutes / length), unit);
}

/** A day as one writes it. */
export const day = (time: number): string => new Date(time).toLocaleDateString("en", { dateStyle: "long" });

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

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** In the order of a reader. */
export const byText = (a: string, b: string): number => collator.compare(a, b);

/** Where an address leads, for people: `arxiv.org`. */
export const siteOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url);
