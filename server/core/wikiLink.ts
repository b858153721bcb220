// Takes one `[[target|label]]` apart, and puts one together.
import type { WikiReference } from "./note";

const newline = 10;
const opening = 91;
const closing = 93;

/**
 * Where the link whose brackets open at `start` ends (behind its brackets), or -1. A link stays on one line; of nested
 * brackets the inner pair is the link and a single `]` does not end it (both as Obsidian); and `[[1]](address)` is an
 * ordinary Markdown link with the text `[1]`.
 */
export function wikiLinkEnd(text: string, start: number): number {
  const opens = text.charCodeAt(start) === opening && text.charCodeAt(start + 1) === opening;
  if (!opens || text.charCodeAt(start + 2) === opening) return -1;
  for (let at = start + 2; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === newline || (char === opening && text.charCodeAt(at + 1) === opening)) return -1;
    if (char !== closing || text.charCodeAt(at + 1) !== closing) continue;
    return at === start + 2 || text.charAt(at + 2) === "(" ? -1 : at + 2;
  }
  return -1;
}

/** Whether a target can mean a note at all: an address elsewhere or the mark of a template cannot. */
export function isNoteTarget(target: string): boolean {
  return target !== "" && !/^[a-z][a-z0-9+.-]*:\/\//i.test(target) && !/^(?:mailto|obsidian):/i.test(target) && !/\{\{|\{%|<%/.test(target);
}

interface Place {
  /** Added to every offset: where the text begins in its note. */
  readonly shift: number;
  readonly place: WikiReference["place"];
  /** Undoes the escapes of the surrounding YAML string. */
  readonly plain?: (text: string) => string;
}

/** The reference that stands from `from` to `to` in `text`, brackets and a leading `!` included. */
export function wikiReference(text: string, from: number, to: number, { shift, place, plain = (it) => it }: Place): WikiReference {
  const embed = text.charAt(from) === "!";
  const inner = { start: from + (embed ? 3 : 2), end: to - 2 };
  const bar = barOf(text, inner.start, inner.end);
  // Inside a table the separator is `\|`; the backslash belongs to neither side.
  const targetEnd = bar > inner.start && text.charAt(bar - 1) === "\\" ? bar - 1 : bar;
  const written = text.slice(inner.start, targetEnd);
  const blanks = written.length - written.trimStart().length;
  const start = shift + inner.start + Math.min(blanks, written.length);
  return {
    kind: "wiki",
    place,
    embed,
    target: plain(written.trim()),
    label: bar < inner.end ? plain(text.slice(bar + 1, inner.end).trim()) : undefined,
    range: { start: shift + from, end: shift + to },
    targetRange: { start, end: start + written.trim().length },
  };
}

/** The first `|`, or the end of the target. */
function barOf(text: string, start: number, end: number): number {
  const bar = text.slice(start, end).indexOf("|");
  return bar < 0 ? end : start + bar;
}

/** A target cut at its `#` signs: `Note#A#B` gives `Note` and `["A", "B"]`. */
export interface SplitTarget {
  readonly base: string;
  readonly parts: readonly string[];
}

/** At most this many `#` are taken for part of a title. */
const mostHashes = 4;

/**
 * Every way to read a target, most whole first: only the vault knows whether `C# tips#Setup` names a part of `C# tips`.
 * The whole text comes first, then the cut at the first `#`, then at later ones.
 */
export function readingsOf(target: string): readonly SplitTarget[] {
  const pieces = target.split("#");
  const cuts = pieces.slice(1, mostHashes).map((_, index) => index + 1);
  const split = cuts.map((cut) => ({ base: pieces.slice(0, cut).join("#").trim(), parts: pieces.slice(cut).map((part) => part.trim()) }));
  return [{ base: target, parts: [] }, ...split.map(({ base, parts }) => ({ base, parts: parts.filter((part) => part !== "") }))];
}
