// Headings, references and anchors of a note's body, each with its exact place. The only reader of Markdown in the product:
// the index and the features at the caret see the same spans.
import type { SyntaxNode, Tree } from "@lezer/common";
import { decodeString } from "micromark-util-decode-string";
import { blockIdsIn, htmlIdsIn } from "./anchors";
import { paperOf } from "./citations";
import { isLocal, splitDestination } from "./destination";
import { noteParser } from "./grammar";
import type { Anchor, Heading, Range, Reference, Silence } from "./note";
import { type Dialect, isNoteTarget, wikiReference } from "./wikiLink";

export interface Body {
  readonly headings: readonly Heading[];
  readonly references: readonly Reference[];
  readonly anchors: readonly Anchor[];
  readonly silences: readonly Silence[];
}

/** Reads the body of `text`, which begins at `start` (behind the front matter). All ranges count from the start of `text`. */
export function parseBody(text: string, start: number, dialect: Dialect = "usual"): Body {
  const body = start === 0 ? text : text.slice(start);
  const reading: Reading = {
    text: body,
    shift: start,
    headings: [],
    references: [],
    anchors: [],
    silences: [],
    defined: new Set(),
    dialect,
  };
  read(noteParser.parse(body), reading);
  const { references, defined } = reading;
  return { ...reading, references: defined.size === 0 ? references : references.filter((it) => !isDefined(it, reading)) };
}

interface Reading {
  readonly text: string;
  readonly shift: number;
  readonly headings: Heading[];
  readonly references: Reference[];
  readonly anchors: Anchor[];
  readonly silences: Silence[];
  readonly dialect: Dialect;
  /** The labels of the note's link definitions. */
  readonly defined: Set<string>;
}

function read(tree: Tree, reading: Reading): void {
  tree.iterate({
    enter(node) {
      const name = node.name;
      if (name === "WikiLink") readWikiLink(node.node, reading);
      else if (name === "Citation") readCitation(node.node, reading);
      else if (name === "Link" || name === "Image" || name === "LinkReference") readLink(node.node, reading);
      else if (name.startsWith("ATXHeading") || name.startsWith("SetextHeading")) readHeading(node.node, reading);
      else if (name === "Comment" || name === "CommentBlock") readSilence(node.from, node.to, reading);
      else if (name === "HTMLTag" || name === "HTMLBlock") readHtmlIds(node.from, node.to, reading);
      else if (name === "FencedCode" || name === "CodeBlock") return false;
      if (endsBlock.has(name)) readBlockId(node.from, node.to, reading);
      else if (name.startsWith("SetextHeading")) readBlockId(node.from, underlineOf(node.node), reading);
      return undefined;
    },
  });
}

function readWikiLink(node: SyntaxNode, { text, shift, references, dialect }: Reading): void {
  const reference = wikiReference(text, node.from, node.to, { shift, place: isInCell(node) ? "cell" : "body", dialect });
  if (isNoteTarget(reference.target, dialect)) references.push(reference);
}

function isInCell(node: SyntaxNode): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) if (parent.name === "TableCell") return true;
  return false;
}

/** A citation in the text of a link belongs to the link. */
function readCitation(node: SyntaxNode, { text, shift, references }: Reading): void {
  for (let parent = node.parent; parent; parent = parent.parent) if (parent.name === "Link" || parent.name === "Image") return;
  const braces = text.charAt(node.from + 1) === "{" ? 1 : 0;
  const inside = { start: node.from + 1 + braces, end: node.to - braces };
  const key = text.slice(inside.start, inside.end);
  const paper = paperOf(key);
  if (paper === undefined) return;
  const range = moved({ start: node.from, end: node.to }, shift);
  references.push({
    kind: "citation",
    key,
    paper,
    isBracketed: node.parent?.name === "Citations",
    range,
    targetRange: moved(inside, shift),
  });
}

/** Whether a citation alone in its brackets is a link after all: `[@types/node]` with a definition `[@types/node]: address`. */
function isDefined(reference: Reference, { text, shift, defined }: Reading): boolean {
  if (reference.kind !== "citation" || !reference.isBracketed) return false;
  const { start, end } = moved(reference.range, -shift);
  return text.charAt(start - 1) === "[" && text.charAt(end) === "]" && defined.has(text.slice(start, end).toLowerCase());
}

/** Blocks whose last characters may be a block id. */
const endsBlock = new Set([
  "Paragraph",
  "Task",
  "Table",
  "ATXHeading1",
  "ATXHeading2",
  "ATXHeading3",
  "ATXHeading4",
  "ATXHeading5",
  "ATXHeading6",
]);

/** Where the line below an underlined heading begins. */
const underlineOf = (heading: SyntaxNode): number => heading.getChild("HeaderMark")?.from ?? heading.to;

function readBlockId(from: number, to: number, { text, shift, anchors, dialect }: Reading): void {
  for (const { at, id } of blockIdsIn(text.slice(from, to), dialect)) {
    const start = shift + from + at;
    anchors.push({ kind: "block", id, range: { start, end: start + 1 + id.length } });
  }
}

function readHtmlIds(from: number, to: number, { text, shift, anchors }: Reading): void {
  for (const { at, id, length } of htmlIdsIn(text.slice(from, to))) {
    const start = shift + from + at;
    anchors.push({ kind: "html", id, range: { start, end: start + length } });
  }
}

/** `<!-- quaestio-ignore code … -->` is for the line below it, `quaestio-ignore-file` for the whole note. */
function readSilence(from: number, to: number, { text, shift, silences }: Reading): void {
  const comment = /^<!--\s*quaestio-ignore(-file)?((?:[\s,]+[a-z-]+)*)\s*-->/.exec(text.slice(from, to));
  if (!comment) return;
  const codes = (comment[2] ?? "").split(/[\s,]+/).filter((code) => code !== "");
  const below = text.indexOf("\n", from + comment[0].length) + 1;
  const end = below === 0 ? -1 : text.indexOf("\n", below);
  const line = below === 0 ? { start: text.length, end: text.length } : { start: below, end: end < 0 ? text.length : end };
  silences.push({ codes, range: comment[1] ? { start: 0, end: shift + text.length } : moved(line, shift) });
}

function readHeading(node: SyntaxNode, reading: Reading): void {
  const { shift, headings } = reading;
  const level = Number(node.name.at(-1));
  const range = { start: shift + node.from, end: shift + node.to };
  headings.push({
    level,
    text: plainText(node, reading)
      .replace(/\s\^[A-Za-z0-9-]+\s*$/, "")
      .trim(),
    range,
  });
}

/** Marks that are not text: `#`, `*`, backticks, brackets, addresses and tags. */
const unread = new Set([
  "HeaderMark",
  "EmphasisMark",
  "CodeMark",
  "LinkMark",
  "StrikethroughMark",
  "URL",
  "LinkTitle",
  "LinkLabel",
  "HTMLTag",
  "Comment",
  "Hidden",
  "QuoteMark",
]);

/** What a reader of the rendered node sees. */
function plainText(node: SyntaxNode, reading: Pick<Reading, "text" | "dialect">): string {
  const { text } = reading;
  let out = "";
  let at = node.from;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    out += text.slice(at, child.from) + childText(child, reading);
    at = child.to;
  }
  return (out + text.slice(at, node.to)).replace(/\s+/g, " ");
}

/** `<T>` in `plant(options: Options<T>)`: no HTML element is written in capitals there, and editors make it part of the heading's slug. */
const isTypeParameter = /^<[A-Z]\w*>$/;

function childText(node: SyntaxNode, reading: Pick<Reading, "text" | "dialect">): string {
  const { text, dialect } = reading;
  if (node.name === "HTMLTag" && isTypeParameter.test(text.slice(node.from, node.to))) return text.slice(node.from, node.to);
  if (unread.has(node.name) && !(node.name === "URL" && node.parent?.name !== "Link" && node.parent?.name !== "Image")) return "";
  if (node.name === "Escape") return text.slice(node.from + 1, node.to);
  if (node.name === "Entity") return decodeString(text.slice(node.from, node.to));
  if (node.name !== "WikiLink") return plainText(node, reading);
  const { target, label } = wikiReference(text, node.from, node.to, { shift: 0, place: "body", dialect });
  return label ?? target;
}

/** Links with a destination of their own, and definitions. `[text][ref]` is checked once, at its definition. */
function readLink(node: SyntaxNode, { text, shift, references, defined }: Reading): void {
  const url = destinationOf(node);
  if (!url) return;
  const label = node.name === "LinkReference" ? node.getChild("LinkLabel") : null;
  if (label) defined.add(text.slice(label.from + 1, label.to - 1).toLowerCase());
  const angled = text.charAt(url.from) === "<";
  const inside = { start: url.from + (angled ? 1 : 0), end: url.to - (angled ? 1 : 0) };
  const written = text.slice(inside.start, inside.end);
  if (!isLocal(written)) return;
  const target = moved(inside, shift);
  references.push({
    kind: "markdown",
    image: node.name === "Image",
    ...splitDestination(written),
    range: { start: shift + node.from, end: shift + node.to },
    targetRange: target,
  });
}

/** The text of a link may hold an address too: `[www.a.org](a.md)`. The destination stands behind the third mark, `(`. */
function destinationOf(node: SyntaxNode): SyntaxNode | undefined {
  const urls = node.getChildren("URL");
  if (node.name === "LinkReference") return urls[0];
  const opening = node.getChildren("LinkMark")[2];
  return opening && urls.find(({ from }) => from >= opening.to);
}

const moved = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });
