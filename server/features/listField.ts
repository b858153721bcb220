// How items come into a list of the front matter and leave it, written as the items there are. Which way of several reads as it should is for
// whoever reads the note anew to find.
import { bodyStartOf, type FrontMatter, type FrontMatterItem, parseFrontMatter } from "../core/frontMatter";
import type { Range } from "../core/note";
import type { TextChange } from "./rename/plan";
import { itemText } from "./yamlText";

/** An item to be added. */
export interface NewItem {
  /** What YAML is to read. */
  readonly value: string;
  /** The same without the brackets of a link, for lists whose items have none. */
  readonly bare?: string;
}

/** Every way to add some items to a list, the likest to what is there first; the field and the front matter come with them. */
export function additions(text: string, field: string, items: readonly NewItem[]): readonly TextChange[] {
  const bodyStart = bodyStartOf(text);
  const newline = /\r?\n/.exec(text)?.[0] ?? "\n";
  const quoted = items.map(({ value }) => JSON.stringify(value)).join(", ");
  if (bodyStart === 0) return [newBlock(text, [`${field}: [${quoted}]`], newline)];
  const front = parseFrontMatter(text);
  if (!front.keys.includes(field)) return [newField(text, `${field}: [${quoted}]`)];
  const last = front.items(field).at(-1);
  return last
    ? behind({ text, field, newline }, items, last, front.items(field).length)
    : inEmpty(text.slice(0, bodyStart), field, quoted, front);
}

const insertion = (at: number, text: string): TextChange => ({ range: { start: at, end: at }, text });

/** A line of the front matter, behind those there are. */
export function newField(text: string, line: string): TextChange {
  const newline = /\r?\n/.exec(text)?.[0] ?? "\n";
  return insertion(text.slice(0, bodyStartOf(text)).lastIndexOf("---"), line + newline);
}

/** Front matter for a text that has none. Some editors hand on a file's byte order mark: the block begins behind it. */
export function newBlock(text: string, lines: readonly string[], newline: string): TextChange {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const gap = /^[\r\n]|^$/.test(text.slice(start)) ? "" : newline;
  return insertion(start, ["---", ...lines, "---", gap].join(newline));
}

/** In `related:` and `related: []`. */
function inEmpty(block: string, field: string, quoted: string, { list }: FrontMatter): readonly TextChange[] {
  const found = new RegExp(`^${field}[ \\t]*:`, "m").exec(block);
  if (!found || list(field).length > 0) return [];
  const colon = found.index + found[0].length;
  const brackets = /^[ \t]*\[[ \t]*(?=\])/.exec(block.slice(colon));
  return [brackets ? insertion(colon + brackets[0].length, quoted) : insertion(colon, ` [${quoted}]`)];
}

interface Field {
  readonly text: string;
  readonly field: string;
  readonly newline: string;
}

function behind({ text, field, newline }: Field, items: readonly NewItem[], last: FrontMatterItem, count: number): readonly TextChange[] {
  const source = text.slice(last.range.start, last.range.end).trimEnd();
  const end = last.range.start + source.length;
  const forms = formsLike(source, last, items);
  const lineStart = text.lastIndexOf("\n", last.range.start - 1) + 1;
  const before = text.slice(lineStart, last.range.start);
  const dash = /^[ \t]*-[ \t]+$/.exec(before);
  if (dash) return forms.map((form) => insertion(lineEnd(text, end), form.map((it) => `${newline}${dash[0]}${it}`).join("")));
  if (count === 1 && new RegExp(`^${field}[ \\t]*:[ \\t]+$`).test(before)) {
    const isUnquoted = source.startsWith("[[");
    const only = isUnquoted ? JSON.stringify(source) : source;
    const all = isUnquoted ? [items.map(({ value }) => JSON.stringify(value))] : forms;
    return all.map((form) => ({ range: { start: last.range.start, end }, text: `[${[only, ...form].join(", ")}]` }));
  }
  // Items on lines of their own go on so.
  const gap = /^[ \t]+$/.test(before) ? `,${newline}${before}` : ", ";
  return forms.map((form) => insertion(end, form.map((it) => gap + it).join("")));
}

function lineEnd(text: string, at: number): number {
  const end = /\r?\n/.exec(text.slice(at));
  return end ? at + end.index : text.length;
}

/** With the quotes of another item, and without brackets where that has none; then in double quotes. */
function formsLike(source: string, { quote }: FrontMatterItem, items: readonly NewItem[]): readonly (readonly string[])[] {
  const mark = quote === "single" ? "'" : quote === "double" ? '"' : "";
  const written = items.map(({ value, bare = value }) => (source.includes("[[") || bare.includes("|") ? value : bare));
  const like = mark === "" ? [written, written.map((it) => itemText(it, ""))] : [written.map((it) => mark + itemText(it, mark) + mark)];
  return [...like, items.map(({ value }) => JSON.stringify(value))];
}

/** Takes an item out of a list: with its line, or with the comma beside it. `items` are all of the list. */
export function removal(text: string, items: readonly { readonly range: Range }[], index: number): TextChange | undefined {
  const item = items[index];
  if (!item) return undefined;
  const end = item.range.start + text.slice(item.range.start, item.range.end).trimEnd().length;
  const lineStart = text.lastIndexOf("\n", item.range.start - 1) + 1;
  if (/^[ \t]*-[ \t]+$/.test(text.slice(lineStart, item.range.start))) {
    const next = text.indexOf("\n", end);
    return { range: { start: lineStart, end: next < 0 ? text.length : next + 1 }, text: "" };
  }
  const before = /,\s*$/.exec(text.slice(0, item.range.start))?.[0].length ?? 0;
  const behind = before > 0 ? 0 : (/^\s*,[ \t]*/.exec(text.slice(end))?.[0].length ?? 0);
  return { range: { start: item.range.start - before, end: end + behind }, text: "" };
}
