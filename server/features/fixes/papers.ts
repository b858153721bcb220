// Fixes of citations and sources: a key that no bibliography holds, a paper that is listed twice.
import type { Problem, Range } from "../../core/note";
import type { Vault } from "../../index/vault";
import { closestKey } from "../unknownCitation";
import type { Fix, OpenText } from "./fix";

/** The key that comes closest to one that no bibliography holds. */
export function knownKey({ papers }: Vault, { text, reread }: OpenText, problem: Problem): readonly Fix[] {
  const { range } = problem;
  const key = closestKey(papers, text.slice(range.start, range.end));
  if (key === undefined) return [];
  const changed = reread(text.slice(0, range.start) + key + text.slice(range.end));
  const isCited = changed.references.some((it) => it.kind === "citation" && it.targetRange.start === range.start && it.key === key);
  const isSource = changed.sources.some((it) => it.range.start === range.start && papers.isKnown(it.paper));
  return isCited || isSource ? [{ title: `Change to “${key}”`, problem, range, text: key, isPreferred: true }] : [];
}

/** Takes a source out of its list: with its line or with the comma before it. */
export function withoutSource({ note, text, reread }: OpenText, problem: Problem): readonly Fix[] {
  const left = note.sources.filter(({ range }) => range.start !== problem.range.start).map((it) => it.text);
  const range = itemAround(text, problem.range);
  const changed = reread(text.slice(0, range.start) + text.slice(range.end));
  const isRight = changed.sources.length === left.length && changed.sources.every((it, at) => it.text === left[at]);
  return isRight ? [{ title: "Remove this source", problem, range, text: "", isPreferred: true }] : [];
}

function itemAround(text: string, { start, end }: Range): Range {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const line = /^[ \t]*-[ \t]+["']?$/.exec(text.slice(lineStart, start));
  if (line) {
    const lineEnd = text.indexOf("\n", end);
    return { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd + 1 };
  }
  const before = /,\s*["']?$/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
  const behind = /^["']?/.exec(text.slice(end))?.[0].length ?? 0;
  return { start: start - before, end: end + behind };
}
