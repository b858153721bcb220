// What one note teaches about a vault: whom its author linked, among all that might have been, as things stood before.
import { Candidates } from "./candidates";
import type { Engine } from "./engine";
import type { Example } from "./fit";
import { type Passage, readProfileOf } from "./profile";
import { Asked, type Query } from "./query";
import type { Terms } from "./terms";
import { partNames, usualWeights } from "./weights";

/** Candidates that are compared. */
const mostCompared = 150;

/**
 * The example that a note is, from the query it makes; undefined where it links to none of its candidates. Notes that link to it are left
 * out: their texts have its name for that very reason.
 */
export function exampleOf(engine: Engine, reader: Terms, query: Query): Example | undefined {
  const { self } = query;
  if (self === undefined) return undefined;
  const candidates = new Candidates(new Asked(engine, beforeLinking(engine, reader, query)));
  const compared = candidates.ranked(usualWeights).filter(({ note }) => !engine.links.hasLink(note, self));
  const rows = compared.slice(0, mostCompared);
  const isLinked = rows.map(({ note }) => engine.links.hasLink(self, note));
  if (!isLinked.includes(true)) return undefined;
  return { isLinked, amounts: Float64Array.from(rows.flatMap(({ amounts }) => partNames.map((part) => amounts[part]))) };
}

/** A note without its links and without the names of what they lead to. */
function beforeLinking(engine: Engine, reader: Terms, query: Query): Query {
  const { names, titlePairs, titleWords, passages } = query.profile;
  const shown = passages.map((passage, at) => ({ ...passage, text: withoutLinks(engine, query, passage, at) }));
  const profile = { ...readProfileOf(reader, shown, []), names, titlePairs, titleWords };
  return { ...query, profile, linked: new Set(), linkRanges: [] };
}

function withoutLinks(engine: Engine, { profile, linkRanges, linked }: Query, { text, start }: Passage, at: number): string {
  const hidden = start === undefined ? [] : linkRanges.map((range) => ({ start: range.start - start, end: range.end - start }));
  engine.names.eachPhrase(profile.tokens[at] ?? [], (note, _terms, first, last) => {
    if (linked.has(note)) hidden.push({ start: first.start, end: last.end });
  });
  return hidden.reduce((left, range) => {
    const [from, to] = [Math.max(0, range.start), Math.min(left.length, range.end)];
    return from < to ? left.slice(0, from) + " ".repeat(to - from) + left.slice(to) : left;
  }, text);
}
