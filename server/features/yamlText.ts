// How a text is written as an item of the front matter, so that YAML reads that very text.

/** The quote in which an item stands already. */
export type Quote = "" | "'" | '"';

/** A text as it may stand between such quotes; without any, in double quotes where YAML could read more into it. */
export function itemText(text: string, quote: Quote): string {
  if (quote === "'") return text.replaceAll("'", "''");
  // JSON's strings are YAML's as well (https://yaml.org/spec/1.2.2/#12-overview).
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  const isPlain = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_:./+-]*[\p{L}\p{N}_/+-])?$/u.test(text) && !/^(?:true|false|null|yes|no)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** A text that stands for itself as the value of a field: words, without marks that YAML could read more into, and no number or truth value. */
export const plainText = /^(?!(?:true|false|null|yes|no|on|off)$)\p{L}(?:[^:#\r\n\t]|:(?=\S))*[^\s:#]$/iu;
