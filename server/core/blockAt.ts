// The block of a note's body at a place, and where an id would stand that names it.
import type { SyntaxNode } from "@lezer/common";
import { parseFrontMatter } from "./frontMatter";
import { noteParser } from "./grammar";
import type { Range } from "./note";

export interface Block {
  readonly range: Range;
  /** Where an id goes: behind the last letter, or below a block in which it would be text. */
  readonly idPlace: "behind" | "below";
}

/** The block that a place stands in; undefined between blocks and in the front matter. */
export function blockAt(text: string, offset: number): Block | undefined {
  const { bodyStart } = parseFrontMatter(text);
  if (offset < bodyStart) return undefined;
  const tree = noteParser.parse(text.slice(bodyStart));
  const at = offset - bodyStart;
  const node = blockAround(tree.resolveInner(at, -1)) ?? blockAround(tree.resolveInner(at, 1));
  if (!node) return undefined;
  const isBehind = takesIdBehind(node);
  const { from, to } = isBehind ? node : outermost(node);
  const range = { start: bodyStart + from, end: bodyStart + to };
  return {
    range: { start: range.start, end: range.start + text.slice(range.start, range.end).trimEnd().length },
    idPlace: isBehind ? "behind" : "below",
  };
}

/** The block that a place stands in, with all that it lies in: a whole list for one of its items; undefined between blocks. */
export function outermostBlockAt(text: string, offset: number): Range | undefined {
  const { bodyStart } = parseFrontMatter(text);
  if (offset < bodyStart) return undefined;
  const inner = noteParser.parse(text.slice(bodyStart)).resolveInner(offset - bodyStart, -1);
  if (inner.name === "Document") return undefined;
  const { from, to } = outermost(inner);
  return { start: bodyStart + from, end: bodyStart + to };
}

const takesIdBehind = ({ name }: SyntaxNode) => name === "Paragraph" || name === "Task" || name.startsWith("ATXHeading");

/** Blocks whose every line is their own. */
const isClosed = ({ name }: SyntaxNode) =>
  /^(?:Table|FencedCode|CodeBlock|HTMLBlock|SetextHeading\d|Math(?:Block)?|CommentBlock)$/.test(name);

/** The innermost block; of an item whose mark the place stands at, its first paragraph. */
function blockAround(inner: SyntaxNode): SyntaxNode | undefined {
  for (let node: SyntaxNode | null = inner; node; node = node.parent) {
    if (takesIdBehind(node) || (isClosed(node) && isBlock(node))) return node;
    if (node.name === "ListItem") return node.getChild("Paragraph") ?? node.getChild("Task") ?? undefined;
  }
  return undefined;
}

const containers = new Set(["Document", "Blockquote", "ListItem"]);
const isBlock = (node: SyntaxNode) => containers.has(node.parent?.name ?? "Document");

/** The block around a block, lists and quotes included, that lies in nothing. */
function outermost(node: SyntaxNode): SyntaxNode {
  return node.parent && node.parent.name !== "Document" ? outermost(node.parent) : node;
}
