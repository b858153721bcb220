// Makes texts out of texts, as somebody would who wants to break a reader.
import { fragments } from "../anyNote";
import type { Chance } from "../bench/words";

const below = (chance: Chance, limit: number) => Math.floor(chance() * limit);
const pick = <T>(chance: Chance, all: readonly T[]): T => all[below(chance, all.length)] as T;

const odd = [
  "\0",
  "\ufeff",
  "\u2028",
  "\ud800",
  "\udc00",
  "\u202e",
  "😀",
  "é",
  "\u0301",
  "\v",
  "\x85",
  "`".repeat(7),
  "[".repeat(50),
  "- ".repeat(30),
];
const yaml = [
  "&a ",
  "*a",
  "<<: *a\n",
  "!!js/function ",
  "!!binary ",
  "|\n  ",
  ">-\n  ",
  "? ",
  "{",
  "}",
  "[",
  "]",
  "\t",
  "__proto__: ",
  "constructor: ",
  "'",
  '"',
  "#",
];
const bibtex = [
  "@string{",
  "@comment{",
  "@preamble{",
  "@article{",
  "{",
  "}",
  '"',
  " # ",
  "\\",
  ",\n",
  " = ",
  "month = jan",
  "crossref = {",
];

type Mutation = (text: string, chance: Chance, others: readonly string[]) => string;

const at = (text: string, chance: Chance) => below(chance, text.length + 1);
const inserted = (text: string, chance: Chance, part: string) => {
  const place = at(text, chance);
  return text.slice(0, place) + part + text.slice(place);
};
/** Two places of a text, the first one first. */
const span = (text: string, chance: Chance): readonly [number, number] => {
  const [a, b] = [at(text, chance), at(text, chance)];
  return a < b ? [a, b] : [b, a];
};

const mutations: readonly Mutation[] = [
  (text, chance) => inserted(text, chance, pick(chance, fragments)),
  (text, chance) => inserted(text, chance, pick(chance, fragments)),
  (text, chance) => inserted(text, chance, pick(chance, [...odd, ...yaml, ...bibtex])),
  (text, chance) => inserted(text, chance, String.fromCharCode(below(chance, 0x10000))),
  (text, chance) => inserted(text, chance, pick(chance, fragments).repeat(1 + below(chance, 40))),
  (text, chance) => {
    const [from, to] = span(text, chance);
    return text.slice(0, from) + text.slice(to);
  },
  (text, chance) => {
    const [from, to] = span(text, chance);
    return inserted(text, chance, text.slice(from, Math.min(to, from + 200)));
  },
  (text, chance, others) => {
    const [from, to] = span(text, chance);
    const other = pick(chance, others);
    const [start, end] = span(other, chance);
    return text.slice(0, from) + other.slice(start, end) + text.slice(to);
  },
  (text, chance) => {
    const lines = text.split("\n");
    const line = below(chance, lines.length);
    return [
      ...lines.slice(0, line),
      pick(chance, ["    ", "  ", "> ", "- ", "\t", "| "]) + (lines[line] ?? ""),
      ...lines.slice(line + 1),
    ].join("\n");
  },
  (text) => `---\n${text}\n---\n${text}`,
];

/** Texts longer than this are cut: what is slow on long ones is looked for by itself. */
const longest = 20_000;

/** One of the texts, changed in a few places. */
export function mutated(texts: readonly string[], chance: Chance): string {
  let text = pick(chance, texts);
  for (let left = 1 + below(chance, 6); left > 0; left--) text = pick(chance, mutations)(text, chance, texts);
  return text.slice(0, longest);
}
