// Keys that no bibliography holds, in the text and among a note's sources, with the closest key that one does hold.
import { citationKeyEnd } from "../core/citations";
import type { CitationReference, Note, Problem, Range } from "../core/note";
import type { Papers } from "../index/papers";
import type { Vault } from "../index/vault";
import { distance } from "./closest";

/** The problem of a bracketed citation that means no paper. */
export function unknownKey({ papers }: Vault, { key, targetRange }: CitationReference): Problem {
  return unknown(papers, key, targetRange);
}

/** The keys among a note's sources that no bibliography holds; nothing is said where there is no bibliography. */
export function unknownSources({ papers }: Vault, { sources }: Note): readonly Problem[] {
  if (!papers.hasBibliography) return [];
  return sources.flatMap(({ paper, range }) => {
    const key = paper.slice("key:".length);
    return papers.isKnown(paper) || !looksLikeKey(key) ? [] : [unknown(papers, key, range)];
  });
}

/** Prose, links and the ids of other registers name a paper as well, and no bibliography would have them for keys. */
const looksLikeKey = (text: string) => citationKeyEnd(text, 0) === text.length && !/^(?:isbn|issn|pmid|pmcid|hdl|urn|www)[:.]/i.test(text);

function unknown(papers: Papers, key: string, range: Range): Problem {
  const close = closestKey(papers, key);
  const fact = `No bibliography holds the key “${key}”.`;
  const message = close === undefined ? fact : `Did you mean “${close}”? ${fact}`;
  return { code: "unknown-citation", severity: "error", range, message };
}

/** As a share of the key: keys are short and built alike (`fu2024a`, `fu2025a`), so that more would find strangers. */
const mostEdits = 0.25;

interface KnownKeys {
  readonly version: number;
  readonly keys: readonly string[];
  readonly closest: Map<string, string | undefined>;
}

const knownKeys = new WeakMap<Papers, KnownKeys>();

/** The key with the fewest letters to change, worked out once for each unknown key while the bibliographies stay the same. */
export function closestKey(papers: Papers, key: string): string | undefined {
  const { keys, closest } = keysOf(papers);
  if (!closest.has(key)) closest.set(key, nearest(keys, key));
  return closest.get(key);
}

function keysOf(papers: Papers): KnownKeys {
  const known = knownKeys.get(papers);
  if (known?.version === papers.version) return known;
  const keys = papers.described().flatMap(({ entry }) => [entry.key, ...entry.otherKeys]);
  const fresh = { version: papers.version, keys: [...new Set(keys)].sort(), closest: new Map() };
  knownKeys.set(papers, fresh);
  return fresh;
}

function nearest(keys: readonly string[], wanted: string): string | undefined {
  const folded = wanted.toLowerCase();
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(wanted.length * mostEdits)) + 1;
  for (const key of keys) {
    const edits = distance(key.toLowerCase(), folded, fewest - 1);
    if (edits !== undefined && edits < fewest) [best, fewest] = [key, edits];
  }
  return best;
}
