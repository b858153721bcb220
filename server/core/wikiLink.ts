// Takes one `[[target|label]]` apart, and puts one together.
import type { WikiReference } from "./note";
import { owned } from "./text";

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

/**
 * How wiki links are written: `[[target|label]]` as in Obsidian, or as in Dendron `[[label|target]]` and embeds of a part of a note as
 * `![[target#first heading,1:#last heading]]` (https://wiki.dendron.so: links, note references).
 */
export type Dialect = "usual" | "dendron";

/** Whether a target can mean one note at all: an address elsewhere, the mark of a template and, in Dendron, a pattern cannot. */
export function isNoteTarget(target: string, dialect: Dialect = "usual"): boolean {
  if (dialect === "dendron" && target.includes("*")) return false;
  return (
    target !== "" && !/^[a-z][a-z0-9+.-]*:\/\//i.test(target) && !/^(?:mailto|obsidian):\S/i.test(target) && !/\{\{|\{%|<%/.test(target)
  );
}

/** Where a link stands, and how it is to be read there. */
export interface LinkPlace {
  /** Added to every offset: where the text begins in its note. */
  readonly shift: number;
  readonly place: WikiReference["place"];
  readonly dialect?: Dialect;
  /** Undoes the escapes of the surrounding YAML string. */
  readonly plain?: (text: string) => string;
}

/** The reference that stands from `from` to `to` in `text`, brackets and a leading `!` included. */
export function wikiReference(text: string, from: number, to: number, where: LinkPlace): WikiReference {
  const { shift, place, dialect = "usual", plain = (it: string) => it } = where;
  const embed = text.charAt(from) === "!";
  const inner = { start: from + (embed ? 3 : 2), end: to - 2 };
  const bar = barOf(text, inner.start, inner.end);
  // Inside a table the separator is `\|`; the backslash belongs to neither side. Without a separator it belongs to the target.
  const left = trimmed(text, inner.start, bar < inner.end && text.charAt(bar - 1) === "\\" ? bar - 1 : bar);
  const right = bar < inner.end ? trimmed(text, bar + 1, inner.end) : undefined;
  const [target, label] = dialect === "dendron" ? inDendron(left, right, embed) : [left, right];
  return {
    kind: "wiki",
    place,
    embed,
    target: owned(plain(target.text)),
    label: label && owned(plain(label.text)),
    range: { start: shift + from, end: shift + to },
    targetRange: { start: shift + target.start, end: shift + target.start + target.text.length },
  };
}

interface Half {
  readonly text: string;
  readonly start: number;
}

function inDendron(left: Half, right: Half | undefined, embed: boolean): readonly [Half, Half | undefined] {
  const target = withoutVault(right ?? left);
  return [embed ? { ...target, text: partOfEmbed(target.text) } : target, right && left];
}

/** `dendron://vault/note` says in which vault of the workspace a note lies; its name says it already. */
function withoutVault({ text, start }: Half): Half {
  const prefix = /^dendron:\/\/[^/]*\//i.exec(text)?.[0] ?? "";
  return { text: text.slice(prefix.length), start: start + prefix.length };
}

/** Of `note#first,1:#last` what names a heading: the first one; `^begin` is no block. */
function partOfEmbed(target: string): string {
  return target.replace(/(#[^#]*?)(?:,\d+)?(?::#.*)?$/, "$1").replace(/#\^begin$/, "");
}

function trimmed(text: string, start: number, end: number): Half {
  const written = text.slice(start, end);
  return { text: written.trim(), start: start + Math.min(written.length - written.trimStart().length, written.length) };
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
  if (!target.includes("#")) return [{ base: target, parts: [] }];
  const pieces = target.split("#");
  const cuts = pieces.slice(1, mostHashes).map((_, index) => index + 1);
  const split = cuts.map((cut) => ({ base: pieces.slice(0, cut).join("#").trim(), parts: pieces.slice(cut).map((part) => part.trim()) }));
  return [{ base: target, parts: [] }, ...split.map(({ base, parts }) => ({ base, parts: parts.filter((part) => part !== "") }))];
}
