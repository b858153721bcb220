// Reads a stretch of Markdown with the full parser: whatever stands there, each link, heading and id with its exact place.
import type { SyntaxNode, Tree } from "@lezer/common";
import { decodeString } from "micromark-util-decode-string";
import { htmlIdsIn } from "./anchors";
import { noteParser } from "./grammar";
import type { Reference } from "./note";
import { type Reading, takeBlockIds, takeCitation, takeLink, takeWikiLink } from "./reading";
import { owned } from "./text";
import { wikiReference } from "./wikiLink";

/** A stretch of a note that is read on its own: its tree counts from `shift`. */
interface Stretch extends Reading {
  readonly shift: number;
}

/**
 * Reads the text from `from` to `to` as a document of its own. Returns the offset up to which a block runs on that blank lines do not
 * end (a fence, a comment) and that is still open: `to`, or less where all are closed.
 */
export function readMarkdown(reading: Reading, from: number, to: number): number {
  const tree = noteParser.parse(reading.text.slice(from, to));
  readTree(tree, { ...reading, shift: from });
  return from + (tree.topNode.lastChild?.to ?? 0);
}

function readTree(tree: Tree, stretch: Stretch): void {
  tree.iterate({
    enter(node) {
      const name = node.name;
      if (name === "WikiLink") takeWikiLink(stretch, placeOf(node.node, stretch), isInCell(node.node) ? "cell" : "body");
      else if (name === "Citation") readCitation(node.node, stretch);
      else if (name === "Link" || name === "Image" || name === "LinkReference") readLink(node.node, stretch);
      else if (name.startsWith("ATXHeading") || name.startsWith("SetextHeading")) readHeading(node.node, stretch);
      else if (name === "Comment" || name === "CommentBlock") readSilence(node.node, stretch);
      else if (name === "HTMLTag" || name === "HTMLBlock") readHtmlIds(node.node, stretch);
      else if (name === "Unread") stretch.unread.push(placeOf(node.node, stretch));
      else if (name === "FencedCode" || name === "CodeBlock") return false;
      if (endsBlock.has(name)) takeBlockIds(stretch, placeOf(node.node, stretch));
      else if (name.startsWith("SetextHeading")) takeBlockIds(stretch, placeOf({ from: node.from, to: underlineOf(node.node) }, stretch));
      return undefined;
    },
  });
}

/** Where a node stands in the note. */
const placeOf = ({ from, to }: Pick<SyntaxNode, "from" | "to">, { shift }: Stretch) => ({ start: shift + from, end: shift + to });

/** What stands in the note at a node. */
const textOf = ({ from, to }: Pick<SyntaxNode, "from" | "to">, { text, shift }: Stretch) => text.slice(shift + from, shift + to);

function isInCell(node: SyntaxNode): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) if (parent.name === "TableCell") return true;
  return false;
}

/** A citation in the text of a link belongs to the link. */
function readCitation(node: SyntaxNode, stretch: Stretch): void {
  for (let parent = node.parent; parent; parent = parent.parent) if (parent.name === "Link" || parent.name === "Image") return;
  takeCitation(stretch, placeOf(node, stretch), node.parent?.name === "Citations");
}

/** Whether a citation alone in its brackets is a link after all: `[@types/node]` with a definition `[@types/node]: address`. */
export function isDefined(reference: Reference, { text, defined }: Reading): boolean {
  if (reference.kind !== "citation" || !reference.isBracketed) return false;
  const { start, end } = reference.range;
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

function readHtmlIds(node: SyntaxNode, stretch: Stretch): void {
  for (const { at, id, length } of htmlIdsIn(textOf(node, stretch))) {
    const start = stretch.shift + node.from + at;
    stretch.anchors.push({ kind: "html", id, range: { start, end: start + length } });
  }
}

/** `<!-- quaestio-ignore code … -->` is for the line below it, `quaestio-ignore-file` for the whole note. */
function readSilence(node: SyntaxNode, stretch: Stretch): void {
  const comment = /^<!--\s*quaestio-ignore(-file)?((?:[\s,]+[a-z-]+)*)\s*-->/.exec(textOf(node, stretch));
  if (!comment) return;
  const { text, shift, silences } = stretch;
  const codes = (comment[2] ?? "").split(/[\s,]+/).filter((code) => code !== "");
  const below = text.indexOf("\n", shift + node.from + comment[0].length) + 1;
  const end = below === 0 ? -1 : text.indexOf("\n", below);
  const line = below === 0 ? { start: text.length, end: text.length } : { start: below, end: end < 0 ? text.length : end };
  silences.push({ codes, range: comment[1] ? { start: 0, end: text.length } : line });
}

function readHeading(node: SyntaxNode, stretch: Stretch): void {
  const text = plainText(node, stretch)
    .replace(/\s\^[A-Za-z0-9-]+\s*$/, "")
    .trim();
  stretch.headings.push({ level: Number(node.name.at(-1)), text: owned(text), range: placeOf(node, stretch) });
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
function plainText(node: SyntaxNode, stretch: Stretch): string {
  let out = "";
  let at = node.from;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    out += textOf({ from: at, to: child.from }, stretch) + childText(child, stretch);
    at = child.to;
  }
  return (out + textOf({ from: at, to: node.to }, stretch)).replace(/\s+/g, " ");
}

/** `<T>` in `plant(options: Options<T>)`: no HTML element is written in capitals there, and editors make it part of the heading's slug. */
const isTypeParameter = /^<[A-Z]\w*>$/;

function childText(node: SyntaxNode, stretch: Stretch): string {
  const written = textOf(node, stretch);
  if (node.name === "HTMLTag" && isTypeParameter.test(written)) return written;
  if (unread.has(node.name) && !(node.name === "URL" && node.parent?.name !== "Link" && node.parent?.name !== "Image")) return "";
  if (node.name === "Escape") return written.slice(1);
  if (node.name === "Entity") return decodeString(written);
  if (node.name !== "WikiLink") return plainText(node, stretch);
  const { target, label } = wikiReference(written, 0, written.length, { shift: 0, place: "body", dialect: stretch.dialect });
  return label ?? target;
}

/** Links with a destination of their own, and definitions. `[text][ref]` is checked once, at its definition. */
function readLink(node: SyntaxNode, stretch: Stretch): void {
  const url = destinationOf(node);
  if (!url) return;
  const label = node.name === "LinkReference" ? node.getChild("LinkLabel") : null;
  if (label) stretch.defined.add(textOf({ from: label.from + 1, to: label.to - 1 }, stretch).toLowerCase());
  takeLink(stretch, placeOf(node, stretch), placeOf(url, stretch), node.name === "Image");
}

/** The text of a link may hold an address too: `[www.a.org](a.md)`. The destination stands behind the third mark, `(`. */
function destinationOf(node: SyntaxNode): SyntaxNode | undefined {
  const urls = node.getChildren("URL");
  if (node.name === "LinkReference") return urls[0];
  const opening = node.getChildren("LinkMark")[2];
  return opening && urls.find(({ from }) => from >= opening.to);
}
