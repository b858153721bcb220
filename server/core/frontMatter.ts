// The YAML block at the top of a note: where it is, and what its fields say. `plainFields` reads what is plain; for the rest
// `gray-matter` cuts the block out and `yaml` reads it.
import matter from "gray-matter";
import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type Node as YamlNode } from "yaml";
import type { Problem, Range, Written } from "./note";
import { plainFields } from "./plainFields";
import { explained, faultIn, whyUnread } from "./yamlProblem";

export interface FrontMatter {
  /** Offset of the first character behind the block; 0 where there is none. */
  readonly bodyStart: number;
  readonly problems: readonly Problem[];
  /** The keys it holds, as written. */
  readonly keys: readonly string[];
  /** The text of a field that is one value; undefined when it is absent, empty or a list. */
  text(field: string): Written | undefined;
  /** The values of a list; one value counts as a list of one, whatever is no plain value is left out. */
  list(field: string): readonly Written[];
  /** The source of the items of a list, quotes and all, for values whose YAML form is not what their author meant. */
  items(field: string): readonly FrontMatterItem[];
}

/** One item of a list as it stands in the note. */
export interface FrontMatterItem {
  readonly range: Range;
  readonly quote: "single" | "double" | "none";
  /** The text of a value that goes over several lines, whose source is not its text. */
  readonly folded: string | undefined;
}

const nothing: FrontMatter = { bodyStart: 0, problems: [], keys: [], text: () => undefined, list: () => [], items: () => [] };

/**
 * Reads the front matter of a note. It is front matter only if the first line is `---` (and blanks), a line that is exactly
 * `---` closes it, and the inside is a YAML mapping or empty; anything else is body from offset 0. A mapping that YAML cannot
 * read is a `front-matter` problem at the place where it breaks, and what could be read counts.
 */
export function parseFrontMatter(text: string): FrontMatter {
  const block = blockOf(text);
  if (!block) return nothing;
  const plain = plainFields(text, block.lines, textFields);
  return plain ? { bodyStart: block.bodyStart, problems: [], ...plain } : readWithYaml(text, block);
}

/** Where the body begins if what looks like front matter is some: enough for those who only pass over it. */
export const bodyStartOf = (text: string): number => blockOf(text)?.bodyStart ?? 0;

/** The same answers, always from the YAML parser: what the reader of plain fields is held against. */
export function parseWithYaml(text: string): FrontMatter {
  const block = blockOf(text);
  return block ? readWithYaml(text, block) : nothing;
}

/** Whether a note's front matter is read without the YAML parser. */
export function isPlain(text: string): boolean {
  const block = blockOf(text);
  return block !== undefined && plainFields(text, block.lines, textFields) !== undefined;
}

function readWithYaml(text: string, block: Block): FrontMatter {
  const why = whyUnread(text.slice(0, block.end));
  if (why !== undefined) return beginsMap(text, block) ? unread(block, why) : nothing;
  const document = documentIn(text.slice(block.start - 3, block.end), block.newline);
  if (document === undefined || document.contents === null)
    return document?.errors.length ? nothing : { ...nothing, bodyStart: block.bodyStart };
  if (!isMap(document.contents)) return nothing;
  return fieldsOf(text, document, block);
}

interface Block {
  /** Where YAML's own offsets begin: right behind the opening dashes. */
  readonly start: number;
  /** Behind the closing dashes and their line break, if any. */
  readonly end: number;
  readonly bodyStart: number;
  /** What stands between the two lines of dashes. */
  readonly lines: Range;
  readonly newline: string;
}

function blockOf(text: string): Block | undefined {
  // Some editors hand on a file's byte order mark.
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith("---", mark)) return undefined;
  const opening = /^\ufeff?---[ \t]*(\r?\n)/.exec(text);
  const newline = opening?.[1];
  if (newline === undefined) return undefined;
  const closing = /^---\r?$/gm;
  const inside = opening?.[0].length ?? 0;
  closing.lastIndex = inside;
  const close = closing.exec(text);
  if (!close) return undefined;
  const end = close.index + 3;
  const bodyStart = end + (/^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
  return { start: mark + 3, end, bodyStart, lines: { start: inside, end: close.index }, newline };
}

/** Whether the first line that says something could begin a mapping: of what is not read nothing else tells fields from prose between two rules. */
function beginsMap(text: string, { lines: { start, end } }: Block): boolean {
  const first = /^[ \t]*[^\s#].*$/m.exec(text.slice(start, end))?.[0] ?? "";
  return /^\s*[{?]|:(?:\s|$)/.test(first);
}

/** Front matter of which nothing is read but where it ends. */
function unread({ start, end, bodyStart }: Block, why: string): FrontMatter {
  const message = `The front matter is ${why} to be read.`;
  return { ...nothing, bodyStart, problems: [{ code: "front-matter", severity: "error", range: { start, end }, message }] };
}

/** No engine but ours may run: gray-matter's own would *execute* a `---js` block (and `json`, `coffee`, … are not YAML). */
const refuse = (): never => {
  throw new Error("Only YAML is read.");
};

/** With options given, gray-matter keeps no cache of the texts it has seen. */
function documentIn(block: string, newline: string): Document.Parsed | undefined {
  let document: Document.Parsed | undefined;
  const yaml = (inside: string) => {
    // Of the last line break gray-matter leaves the `\r`.
    document = parseDocument(inside.replace(/\r$/, ""), { logLevel: "silent", prettyErrors: false, uniqueKeys: false });
    return {};
  };
  const found = matter(block + newline, {
    delimiters: ["---", `---${newline}`],
    language: "yaml",
    engines: { yaml, javascript: refuse, js: refuse, json: refuse, coffee: refuse },
  });
  return document ?? (found.data ? parseDocument("", { logLevel: "silent" }) : undefined);
}

function fieldsOf(text: string, document: Document.Parsed, block: Block): FrontMatter {
  const pairs = isMap(document.contents) ? (document.contents.items as Pair<YamlNode, YamlNode | null>[]) : [];
  const fields = new Map(pairs.map((pair) => [keyOf(pair), pair.value] as const));
  const rangeOf = (node: YamlNode): Range => ({ start: block.start + (node.range?.[0] ?? 0), end: block.start + (node.range?.[1] ?? 0) });
  const written = (node: YamlNode | null | undefined): Written | undefined => {
    const value = isScalar(node) ? scalarText(node) : undefined;
    return value === undefined || !node ? undefined : { text: value, range: rangeOf(node) };
  };
  const nodes = (field: string): readonly YamlNode[] => {
    const value = fields.get(field);
    const list = isSeq(value) && !isWikiLink(value, text, block.start) ? (value.items as YamlNode[]) : value ? [value] : [];
    return list.filter((node) => node?.range);
  };
  return {
    bodyStart: block.bodyStart,
    problems: problemsOf(document, fields, block, rangeOf),
    keys: [...fields.keys()],
    text: (field) => written(fields.get(field)),
    list: (field) => nodes(field).flatMap((node) => written(node) ?? []),
    items: (field) =>
      nodes(field)
        .filter(
          (node) =>
            isPlainValue(node) ||
            isWikiLink(node, text, block.start) ||
            isTitleWithColon(node, text.slice(rangeOf(node).start, rangeOf(node).end)),
        )
        .map((node) => ({
          range: rangeOf(node),
          quote: quoteOf(node),
          folded: foldedIn(node, text.slice(rangeOf(node).start, rangeOf(node).end)),
        })),
  };
}

/** Text or a number, which an id may look like; a truth value, a date or a map names nothing. */
const isPlainValue = (node: YamlNode): boolean => isScalar(node) && (typeof node.value === "string" || typeof node.value === "number");

/** `- What is RL: a method or a field?` is a map to YAML; so is `- url: x`, which is meant as one. */
function isTitleWithColon(node: YamlNode, source: string): boolean {
  return isMap(node) && node.items.length === 1 && !/^\{|[\r\n]/.test(source.trimEnd()) && !/^[\w-]+:/.test(source);
}

function foldedIn(node: YamlNode, source: string): string | undefined {
  return isScalar(node) && typeof node.value === "string" && /[\r\n]/.test(source.trimEnd())
    ? node.value.replace(/(?<!\s)\s*\n\s*/g, " ").trim()
    : undefined;
}

/** `related: [[A question?]]` without quotes is a list in a list to YAML, and a link to everybody else. */
function isWikiLink(node: YamlNode, text: string, shift: number): boolean {
  const [start = 0, end = 0] = node.range ?? [];
  return text.startsWith("[[", shift + start) && text.slice(shift + start, shift + end).indexOf("]]") === end - start - 2;
}

const keyOf = (pair: Pair<YamlNode, YamlNode | null>): string => (isScalar(pair.key) ? String(pair.key.value) : "");

/** Text, number or truth value as the author wrote it: `2401.00010` keeps its zero, a date its form. */
function scalarText(node: Scalar): string | undefined {
  if (node.value === null || node.value === undefined) return undefined;
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}

function quoteOf(node: YamlNode): FrontMatterItem["quote"] {
  if (!isScalar(node)) return "none";
  return node.type === "QUOTE_DOUBLE" ? "double" : node.type === "QUOTE_SINGLE" ? "single" : "none";
}

/** Fields of ours that hold one text. */
const textFields = ["title", "summary"];
/** Fields of ours that hold a list of texts; one text will do. */
const listFields = ["topics", "sources", "related", "aliases"];

/** Whether a key is one of this product's own fields, which makes its folder a vault. */
export const isOwnField = (key: string): boolean => key === "topics" || key === "sources" || key === "related" || key === "summary";

function problemsOf(
  document: Document.Parsed,
  fields: ReadonlyMap<string, YamlNode | null>,
  block: Block,
  rangeOf: (node: YamlNode) => Range,
): Problem[] {
  const broken = faultIn(document);
  if (broken) {
    const start = Math.min(block.start + broken.pos[0], block.end);
    const end = Math.max(start, Math.min(block.start + broken.pos[1], block.end));
    return [
      {
        code: "front-matter",
        severity: "error",
        range: { start, end },
        message: `The front matter is no valid YAML: ${explained(broken)}`,
      },
    ];
  }
  const wrong = (field: string, wanted: string) => {
    const node = fields.get(field);
    return node
      ? [{ code: "front-matter", severity: "warning", range: rangeOf(node), message: `\`${field}\` should be ${wanted}.` } as const]
      : [];
  };
  return [
    ...textFields.flatMap((field) => (isText(fields.get(field)) ? [] : wrong(field, "one text"))),
    ...listFields.flatMap((field) => (isMap(fields.get(field)) ? wrong(field, "a list of texts") : [])),
  ];
}

const isText = (node: YamlNode | null | undefined): boolean => node === null || node === undefined || isScalar(node);
