// A note that the text links becomes an item of `related:`, written as the items there are.
import { bodyStartOf, type FrontMatter, type FrontMatterItem, parseFrontMatter } from "../../core/frontMatter";
import type { Note, Reference } from "../../core/note";
import { linkText } from "../links";
import type { TextChange } from "../rename/plan";
import { itemText } from "../yamlText";
import { type Asked, isSameBesides, linkAt, type Refactoring, tried } from "./refactoring";

/** Lists the note that the link at the caret leads to among the related ones; the field and the front matter come with it. */
export function addToRelated(asked: Asked): Refactoring | undefined {
  const to = linkAt(asked)?.meaning.note;
  return to && withRelated(asked, to);
}

/** Lists a note among the related ones of another that does not list it yet. */
export function withRelated(asked: Pick<Asked, "vault" | "open">, to: Note): Refactoring | undefined {
  const { vault, open } = asked;
  const isBroken = open.note.problems.some(({ code, severity }) => code === "front-matter" && severity === "error");
  if (to.uri === open.note.uri || isBroken) return undefined;
  const isListed = (it: Reference, meaning = vault.resolve(open.note, it)) =>
    isRelated(it) && (meaning.kind === "note" || meaning.kind === "missingPart") && meaning.note.uri === to.uri;
  const written = linkText(vault, open.note, to, "title");
  if (!written.startsWith("[[") || open.note.references.some((it) => isListed(it))) return undefined;
  for (const change of changesFor(open.text, written)) {
    const trial = tried(asked, [change]);
    const now = trial.note.references.filter(isRelated);
    const added = now.filter((it) => isListed(it, trial.resolve(trial.note, it)));
    const isNew = (it: Reference) => added.includes(it);
    const at = { start: change.range.start, end: change.range.start };
    if (added.length === 1 && isSameBesides(asked, trial, { gone: at, isNew }))
      return { title: `Add “${to.title.text}” to related`, changes: [change] };
  }
  return undefined;
}

const isRelated = (reference: Reference) => reference.kind === "wiki" && reference.place === "related";

/** Every way to write the item, the likest to what is there first. */
function changesFor(text: string, link: string): readonly TextChange[] {
  const bodyStart = bodyStartOf(text);
  const newline = /\r?\n/.exec(text)?.[0] ?? "\n";
  if (bodyStart === 0) return [newBlock(text, link, newline)];
  const front = parseFrontMatter(text);
  if (!front.keys.includes("related")) {
    const close = text.slice(0, bodyStart).lastIndexOf("---");
    return [insertion(close, `related: [${JSON.stringify(link)}]${newline}`)];
  }
  const items = front.items("related");
  const last = items.at(-1);
  return last ? behind(text, link, items, last, newline) : inEmpty(text.slice(0, bodyStart), link, front);
}

const insertion = (at: number, text: string): TextChange => ({ range: { start: at, end: at }, text });

/** Some editors hand on a file's byte order mark: the block begins behind it. */
function newBlock(text: string, link: string, newline: string): TextChange {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const gap = /^[\r\n]|^$/.test(text.slice(start)) ? "" : newline;
  return insertion(start, ["---", `related: [${JSON.stringify(link)}]`, "---", gap].join(newline));
}

/** In `related:` and `related: []`. */
function inEmpty(block: string, link: string, { list }: FrontMatter): readonly TextChange[] {
  const field = /^related[ \t]*:/m.exec(block);
  if (!field || list("related").length > 0) return [];
  const colon = field.index + field[0].length;
  const brackets = /^[ \t]*\[[ \t]*(?=\])/.exec(block.slice(colon));
  const item = JSON.stringify(link);
  return [brackets ? insertion(colon + brackets[0].length, item) : insertion(colon, ` [${item}]`)];
}

function behind(
  text: string,
  link: string,
  items: readonly FrontMatterItem[],
  last: FrontMatterItem,
  newline: string,
): readonly TextChange[] {
  const source = text.slice(last.range.start, last.range.end).trimEnd();
  const end = last.range.start + source.length;
  const forms = formsLike(source, last, link);
  const lineStart = text.lastIndexOf("\n", last.range.start - 1) + 1;
  const before = text.slice(lineStart, last.range.start);
  const dash = /^[ \t]*-[ \t]+$/.exec(before);
  if (dash) return forms.map((form) => insertion(lineEnd(text, end), `${newline}${dash[0]}${form}`));
  if (items.length === 1 && /^related[ \t]*:[ \t]+$/.test(before)) {
    const isUnquoted = source.startsWith("[[");
    const only = isUnquoted ? JSON.stringify(source) : source;
    return (isUnquoted ? [JSON.stringify(link)] : forms).map((form) => ({
      range: { start: last.range.start, end },
      text: `[${only}, ${form}]`,
    }));
  }
  // Items on lines of their own go on so.
  const gap = /^[ \t]+$/.test(before) ? `,${newline}${before}` : ", ";
  return forms.map((form) => insertion(end, gap + form));
}

function lineEnd(text: string, at: number): number {
  const end = /\r?\n/.exec(text.slice(at));
  return end ? at + end.index : text.length;
}

/** With the quotes of another item, and without brackets where that has none. */
function formsLike(source: string, { quote }: FrontMatterItem, link: string): readonly string[] {
  const mark = quote === "single" ? "'" : quote === "double" ? '"' : "";
  const target = link.slice(2, -2);
  const isBare = !source.includes("[[") && !target.includes("|");
  const written = isBare ? target : link;
  const like = mark === "" ? [written, itemText(written, "")] : [mark + itemText(written, mark) + mark];
  return [...new Set([...like, JSON.stringify(link)])];
}
