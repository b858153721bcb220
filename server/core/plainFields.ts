// The front matter that most notes have, read without a YAML parser: fields of one line, and lists of such. Of anything else it is not sure.
import type { FrontMatter, FrontMatterItem } from "./frontMatter";
import type { Range, Written } from "./note";

export type PlainFields = Omit<FrontMatter, "bodyStart" | "problems">;

/**
 * The fields of a block that can mean only one thing in YAML, given the range of its lines without the dashes; undefined where
 * there is any doubt. What it accepts has no problems: a list in one of the `single` fields would be one, and is a doubt.
 * The YAML parser takes a hundred microseconds or more for a block, which a vault of thousands of notes pays at every start.
 */
export function plainFields(text: string, lines: Range, single: readonly string[]): PlainFields | undefined {
  const fields = isUsual(text.slice(lines.start, lines.end)) ? fieldsIn(text, lines) : undefined;
  if (!fields || single.some((field) => fields.get(field)?.isList)) return undefined;
  const valuesOf = (field: string): readonly Value[] => fields.get(field)?.values ?? [];
  return {
    keys: [...fields.keys()],
    text: (field) => (fields.get(field)?.isList ? undefined : valuesOf(field).map(toWritten)[0]),
    list: (field) => valuesOf(field).map(toWritten),
    items: (field) =>
      valuesOf(field)
        .filter(({ isTruth }) => !isTruth)
        .map(({ range, quote }) => ({ range, quote, folded: undefined })),
  };
}

/** A text or number, or a truth value, which names nothing. What is null has no value. */
interface Value extends Written {
  readonly quote: FrontMatterItem["quote"];
  readonly isTruth: boolean;
}

interface Field {
  readonly values: Value[];
  isList: boolean;
}

const toWritten = ({ text, range }: Value): Written => ({ text, range });

/** Control characters, tabs, and line breaks that are some reader's and not another's. */
const unusual = /[^\n\r -~\u00a0-\u2027\u202a-\ufefe\uff00-\uffff]/;

/** A return without a new line ends a line for some and not for others. */
const loneReturn = /\r(?!\n)/;

/** What could be lists in lists in lists. */
const listMarks = /[-?:] +[-?:] +[-?:] /;

/** So many brackets cannot be too deep, whichever of them are closed. */
const mostBrackets = 100;

/** Three patterns, because one for all of them takes twice the time. */
function isUsual(lines: string): boolean {
  if (lines !== "" && !lines.endsWith("\n")) return false;
  if (unusual.test(lines) || loneReturn.test(lines) || listMarks.test(lines)) return false;
  return count(lines, "[") + count(lines, "{") <= mostBrackets;
}

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0 && found <= mostBrackets; at = text.indexOf(mark, at + 1)) found++;
  return found;
}

const [blank, hash, dash, comma, doubleQuote, singleQuote, opening, closing, openBrace, closeBrace, carriageReturn] = [
  ...` #-,"'[]{}\r`,
].map((mark) => mark.charCodeAt(0));

/** A key that is a word, and what separates its value. `null`, `true` and `false` are no words to YAML. */
const keyAt = /(?!(?:null|true|false):)[a-z_][\w-]{0,99}:(?: +|(?=[\r\n]))/iy;

/** What stands behind the dash of an item. */
const dashAt = /( *)- +/y;

function fieldsIn(text: string, { start, end }: Range): ReadonlyMap<string, Field> | undefined {
  const fields = new Map<string, Field>();
  // The field whose value may still come, as a list.
  let open: Field | undefined;
  let indent: number | undefined;
  for (let at = start, next = at; at < end; at = next) {
    next = text.indexOf("\n", at) + 1;
    const lineEnd = trimmedEnd(text, at, next - 1);
    if (lineEnd === at) continue;
    const first = text.charCodeAt(at);
    if (first === hash) {
      open = undefined;
    } else if (first === blank || first === dash) {
      const found = matchAt(dashAt, text, at)?.[1]?.length;
      if (!open || found === undefined || found !== (indent ?? found)) return undefined;
      indent = found;
      const values = valuesAt(text, dashAt.lastIndex, lineEnd);
      if (!values) return undefined;
      open.values.push(...values);
      open.isList = true;
    } else {
      if (!matchAt(keyAt, text, at)) return undefined;
      const key = text.slice(at, text.indexOf(":", at));
      const field = fieldAt(text, keyAt.lastIndex, lineEnd);
      if (!field || fields.has(key)) return undefined;
      fields.set(key, field);
      open = keyAt.lastIndex >= lineEnd ? field : undefined;
      indent = undefined;
    }
  }
  return fields;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  for (; at > start; at--) {
    const code = text.charCodeAt(at - 1);
    if (code !== blank && code !== carriageReturn) break;
  }
  return at;
}

function behindBlanks(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === blank) at++;
  return at;
}

function fieldAt(text: string, start: number, end: number): Field | undefined {
  if (start >= end) return { values: [], isList: false };
  const isList = text.charCodeAt(start) === opening;
  const values = isList ? flowValues(text, start, end) : valuesAt(text, start, end);
  return values && { values, isList };
}

/** The items of a list in brackets, which has to end where its line ends. */
function flowValues(text: string, start: number, end: number): Value[] | undefined {
  const items: Value[] = [];
  let at = behindBlanks(text, start + 1);
  if (at === end - 1 && text.charCodeAt(at) === closing) return items;
  while (at < end) {
    const itemEnd = flowItemEnd(text, at, end);
    const values = itemEnd === undefined ? undefined : valuesAt(text, at, trimmedEnd(text, at, itemEnd));
    if (itemEnd === undefined || !values) return undefined;
    items.push(...values);
    const behind = behindBlanks(text, itemEnd);
    if (text.charCodeAt(behind) === closing) return behind === end - 1 ? items : undefined;
    if (text.charCodeAt(behind) !== comma) return undefined;
    at = behindBlanks(text, behind + 1);
  }
  return undefined;
}

/** Behind the closing quote of an item, or at what ends one without quotes. */
function flowItemEnd(text: string, start: number, end: number): number | undefined {
  const first = text.charCodeAt(start);
  if (first === doubleQuote || first === singleQuote) {
    const mark = first === doubleQuote ? '"' : "'";
    let close = text.indexOf(mark, start + 1);
    while (first === singleQuote && close > 0 && text.charCodeAt(close + 1) === singleQuote) close = text.indexOf(mark, close + 2);
    return close > 0 && close < end ? close + 1 : undefined;
  }
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === comma || code === closing) return at;
    if (code === opening || code === openBrace || code === closeBrace) return undefined;
  }
  return undefined;
}

/** One value, or none where it is null; undefined where it might be more than it seems. */
function valuesAt(text: string, start: number, end: number): Value[] | undefined {
  if (start >= end) return undefined;
  const first = text.charCodeAt(start);
  const range = { start, end };
  if (first === doubleQuote) {
    const inner = text.slice(start + 1, end - 1);
    const isWhole = text.indexOf('"', start + 1) === end - 1 && !inner.includes("\\");
    return isWhole ? [{ text: inner, range, quote: "double", isTruth: false }] : undefined;
  }
  if (first === singleQuote) {
    const inner = text.slice(start + 1, end - 1);
    const isWhole = end - start > 1 && text.charCodeAt(end - 1) === singleQuote && !inner.replaceAll("''", "").includes("'");
    return isWhole ? [{ text: inner.replaceAll("''", "'"), range, quote: "single", isTruth: false }] : undefined;
  }
  const written = text.slice(start, end);
  if (!isOneText(written)) return undefined;
  if (nulls.has(written)) return [];
  return [{ text: written, range, quote: "none", isTruth: truths.has(written) }];
}

/** What begins something else than a text, at least with some character behind it. */
const indicators = "-?:,[]{}#&*!|>'\"%@`";

/** Whether words without quotes are one text to YAML: no key, no comment. */
function isOneText(written: string): boolean {
  return !indicators.includes(written.charAt(0)) && !written.includes(": ") && !written.includes(" #") && !written.endsWith(":");
}

const nulls: ReadonlySet<string> = new Set(["~", "null", "Null", "NULL"]);
const truths: ReadonlySet<string> = new Set(["true", "True", "TRUE", "false", "False", "FALSE"]);
