// Fills the placeholders of a template: in its front matter as YAML's values, so that no title breaks it, and in its text as they are.
import { bodyStartOf } from "../core/frontMatter";

export interface Filling {
  readonly title: string;
  readonly topics: readonly string[];
  readonly sources: readonly string[];
  readonly links: readonly string[];
  readonly today: string;
}

type Name = "title" | "topics" | "sources" | "related" | "date";
const placeholder = /\{\{[ \t]*(title|topics|sources|related|date)[ \t]*\}\}/g;
/** One that stands for a list, alone between quotes or without any. */
const listAlone = /^(["']?)\{\{[ \t]*(topics|sources|related)[ \t]*\}\}\1$/;

/** The text with `{{title}}`, `{{topics}}`, `{{sources}}`, `{{related}}` and `{{date}}` filled, each once: what is put in is never filled again. */
export function filled(template: string, filling: Filling): string {
  const bodyStart = bodyStartOf(template);
  const inFront = byLine(template.slice(0, bodyStart), (line) => frontLine(line, filling));
  return inFront + byLine(template.slice(bodyStart), (line) => bodyLine(line, filling));
}

/** Each line with what becomes of it: one line, several, or none. */
function byLine(text: string, toLines: (line: string) => readonly string[]): string {
  const parts = text.split(/(\r?\n)/);
  const linesAt = (at: number): string => {
    const [line = "", end = ""] = parts.slice(at, at + 2);
    if (!line.includes("{{")) return line + end;
    const lines = toLines(line);
    return lines.map((it, index) => it + (end || (index < lines.length - 1 ? "\n" : ""))).join("");
  };
  return parts.map((_, at) => (at % 2 === 0 ? linesAt(at) : "")).join("");
}

const itemsOf = (name: string, { topics, sources, links }: Filling): readonly string[] =>
  name === "topics" ? topics : name === "sources" ? sources : links;

/** In one line: items of a list behind one another. */
function inOneLine(name: Name, filling: Filling): string {
  if (name === "title") return filling.title.replace(/\s+/g, " ");
  return name === "date" ? filling.today : itemsOf(name, filling).join(", ");
}

const inText = (text: string, filling: Filling, written: (value: string) => string = (it) => it) =>
  text.replace(placeholder, (_, name: Name) => written(inOneLine(name, filling)));

/** An item of a list that stands for a list becomes as many items. */
function bodyLine(line: string, filling: Filling): readonly string[] {
  const item = /^([ \t>]*[-*+][ \t]+)(.*)$/.exec(line);
  const list = listAlone.exec((item?.[2] ?? "").trimEnd());
  return list ? itemsOf(list[2] ?? "", filling).map((it) => `${item?.[1]}${it}`) : [inText(line, filling)];
}

function frontLine(line: string, filling: Filling): readonly string[] {
  const [, start = "", whole = ""] = /^([ \t]*(?:-[ \t]+)*(?:[^\s:#"'{}[\],]+[ \t]*:[ \t]+)?)(.*)$/.exec(line) ?? [];
  // What stands behind a value in quotes or brackets is found with it.
  const comment = /^["'[]/.test(whole) ? "" : (/(?:^|(?<![ \t])[ \t]+)#.*$/.exec(whole)?.[0] ?? "");
  const value = whole.slice(0, whole.length - comment.length).trimEnd();
  const list = listAlone.exec(value);
  if (list && /-[ \t]+$/.test(start)) return itemsOf(list[2] ?? "", filling).map((it) => start + JSON.stringify(it));
  if (list) return [`${start}[${listed(list[2] ?? "", filling)}]${comment}`];
  // A line without a field goes on with the value above it.
  return [start + (start.trim() === "" ? inText : inValue)(value, filling) + inText(comment, filling)];
}

const listed = (name: string, filling: Filling) =>
  itemsOf(name, filling)
    .map((it) => JSON.stringify(it))
    .join(", ");

/** A value of YAML, filled in the quotes that it has; plain words get quotes where more than the date is put in. */
function inValue(value: string, filling: Filling): string {
  if (value.startsWith("[")) return inList(value, filling);
  if (value.startsWith('"')) return inText(value, filling, (it) => JSON.stringify(it).slice(1, -1));
  if (value.startsWith("'")) return inText(value, filling, (it) => it.replaceAll("'", "''"));
  const isDateOnly = [...value.matchAll(placeholder)].every(([, name]) => name === "date");
  return isDateOnly ? inText(value, filling) : JSON.stringify(inText(value, filling));
}

/** A list in brackets: each item by its quotes, lists among the items; one that is empty takes its comma along. */
function inList(value: string, filling: Filling): string {
  const end = value.lastIndexOf("]");
  if (end < 0) return inText(value, filling);
  const items = value.slice(1, end).match(/"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^,"']+/g) ?? [];
  const filledItems = items.flatMap((item) => {
    const text = item.trim();
    const list = listAlone.exec(text);
    if (list) return itemsOf(list[2] ?? "", filling).map((it) => JSON.stringify(it));
    return text === "" ? [] : [text.includes("{{") ? inValue(text, filling) : text];
  });
  return `[${filledItems.join(", ")}]${value.slice(end + 1)}`;
}
