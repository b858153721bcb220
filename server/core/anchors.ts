// The ids in a stretch of text that a link can name behind `#`: those of blocks and those of HTML elements.
import type { Dialect } from "./wikiLink";

interface BlockId {
  /** Where its `^` stands. */
  readonly at: number;
  readonly id: string;
}

/**
 * `text ^id` at the end of a block, or `^id` on a line of its own behind one (https://help.obsidian.md/links#Link+to+a+block+in+a+note);
 * Dendron takes an id at the end of any line, and with an underscore in it (https://wiki.dendron.so: block references).
 */
export function blockIdsIn(block: string, dialect: Dialect): readonly BlockId[] {
  return dialect === "dendron" ? idsOfLines(block) : lastId(block);
}

function lastId(block: string): readonly BlockId[] {
  // A search from the beginning would try every mark that stands there.
  const at = block.lastIndexOf("^");
  if (at < 0 || (at > 0 && !/\s/.test(block.charAt(at - 1)))) return [];
  const id = block.slice(at + 1).trimEnd();
  return /^[A-Za-z0-9-]+$/.test(id) ? [{ at, id }] : [];
}

function idsOfLines(block: string): readonly BlockId[] {
  return [...block.matchAll(/(?<=^|\s)\^([\w-]+)[ \t]*$/gm)].map(({ index, 1: id = "" }) => ({ at: index, id }));
}

interface HtmlId {
  /** Where the attribute stands, and how long it is. */
  readonly at: number;
  readonly length: number;
  readonly id: string;
}

/** `id="x"` and `name="x"` of HTML elements: GitHub and browsers accept them as the part of a link behind `#`. */
export function htmlIdsIn(html: string): readonly HtmlId[] {
  const attributes = html.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'<>]+)["']?/gi);
  return [...attributes].map((match) => ({ at: match.index + 1, length: match[0].length - 1, id: match[1] ?? "" }));
}
