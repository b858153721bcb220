// The id by which a link names the paragraph, item or table at the caret: the one it has, or a new one and where it goes.
import { blockAt } from "../core/blockAt";
import type { OpenText } from "./fixes/fix";

export interface BlockId {
  readonly id: string;
  /** What makes the id, where the block has none yet: a text and the place it goes to. */
  readonly insert?: { readonly offset: number; readonly text: string };
}

/** The id of the block at a place; undefined where there is no block, or none that an id could name. `random` gives numbers from 0 up to 1. */
export function blockIdAt({ note, text, reread }: OpenText, offset: number, random: () => number): BlockId | undefined {
  const block = blockAt(text, offset);
  if (!block) return undefined;
  const { range, idPlace } = block;
  const ids = note.anchors.filter(({ kind }) => kind === "block");
  const below = /^(?:[ \t]*\r?\n)*[ \t]*\^([A-Za-z0-9-]+)[ \t]*(?:\r?\n|$)/.exec(text.slice(range.end));
  const known =
    ids.find((it) => it.range.end === range.end && it.range.start >= range.start) ??
    ids.find((it) => below?.[1] === it.id && it.range.start > range.end && it.range.end <= range.end + below[0].length);
  // The first of its name counts: an id that stands twice does not name the second block.
  if (known) return ids.find((it) => it.id.toLowerCase() === known.id.toLowerCase()) === known ? { id: known.id } : undefined;
  const id = freshId(new Set(ids.map((it) => it.id.toLowerCase())), random);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const insert = {
    offset: range.end,
    text: idPlace === "behind" ? ` ^${id}` : `${lineEnd}${lineEnd}^${id}${blankBefore(text, range.end, lineEnd)}`,
  };
  const changed = reread(text.slice(0, insert.offset) + insert.text + text.slice(insert.offset));
  const isNamed = changed.anchors.some((it) => it.kind === "block" && it.id === id);
  const isElseTheSame = changed.references.length === note.references.length && changed.headings.length === note.headings.length;
  return isNamed && isElseTheSame ? { id, insert } : undefined;
}

/** A blank line between an id and the text that follows at once. */
function blankBefore(text: string, offset: number, lineEnd: string): string {
  return /^[ \t]*\r?\n[ \t]*\S/.test(text.slice(offset)) ? lineEnd : "";
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
const idLength = 6;

function freshId(taken: ReadonlySet<string>, random: () => number): string {
  for (;;) {
    const id = Array.from({ length: idLength }, () => letters[Math.floor(random() * letters.length)]).join("");
    if (!taken.has(id)) return id;
  }
}
