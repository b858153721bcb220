// Questions, papers and headings of the whole vault by words in any order.
import { fold } from "../core/key";
import type { Heading, Note } from "../core/note";
import { packedText } from "../core/packedNote";
import { wordsOf } from "../index/titleWords";
import type { Vault } from "../index/vault";
import { hasWords, onePerKey } from "./citationCompletion";
import { mostCandidates } from "./completion";
import { isTitleHeading } from "./cursor";
import { byScore, type Match, matchesOf, scoreOfName } from "./matching";
import type { Place } from "./navigation";
import { shortByline } from "./paperText";
import { greatest } from "./related/greatest";
import { topicLabels } from "./topics";

export interface WorkspaceSymbol {
  readonly kind: "question" | "paper" | "heading";
  /** The title or the alias that fits; a paper's title with its key. */
  readonly name: string;
  /** The note an alias or a heading belongs to, the topics of a question, the first author and year of a paper. */
  readonly container: string;
  readonly place: Place;
  readonly score: number;
}

/** The questions and papers that have all the words of a query, best first; where nothing is asked for, the notes changed last. */
export function symbolsNamed(vault: Vault, query: string): readonly WorkspaceSymbol[] {
  const words = wordsOf(query);
  const questions = (words.length === 0 ? latest(vault) : [...matchesOf(vault, words, { slips: "not forgiven" })])
    .sort(byScore(new Map()))
    .slice(0, mostCandidates);
  return best([...questions.map((match) => ofQuestion(vault, match)), ...(words.length === 0 ? [] : papersNamed(vault, words))]);
}

/** The best of some symbols, as many as a list holds; of equals those that come first. */
export const best = (symbols: readonly WorkspaceSymbol[]): readonly WorkspaceSymbol[] =>
  [...symbols].sort((a, b) => b.score - a.score).slice(0, mostCandidates);

function latest(vault: Vault): Match[] {
  const notes = [...vault.notes()];
  const changed = Float64Array.from(notes, ({ modified }) => Math.max(modified, 0) + 1);
  return greatest(changed, mostCandidates).flatMap((at) =>
    ((note) => (note ? [{ note, name: note.title.text, edits: 0, score: 0 }] : []))(notes[at]),
  );
}

function ofQuestion(vault: Vault, { note, name, score }: Match): WorkspaceSymbol {
  const alias = name === note.title.text ? undefined : note.aliases.find(({ text }) => text === name);
  const container = alias ? note.title.text : note.kind === "topic" ? "Topic" : topicLabels(vault, note).join(" · ");
  return { kind: "question", name, container, place: { file: note, range: (alias ?? note.title).range }, score };
}

function papersNamed({ papers }: Vault, words: readonly string[]): readonly WorkspaceSymbol[] {
  return onePerKey(papers.described().filter(({ entry }) => hasWords(entry, words))).map(({ entry, bibliography }) => {
    const name = entry.title ? `${entry.title} [@${entry.key}]` : `@${entry.key}`;
    // A word that only an author or an id has counts for less than one of the title.
    const score = scoreOfName(name, words) ?? 0;
    return { kind: "paper", name, container: shortByline(entry), place: { file: bibliography, range: entry.range }, score };
  });
}

/**
 * The headings that have all the words of a query, note by note, until a list is full. Who asks may pause between the steps: the text of
 * every note is looked through, a microsecond or two each. Titles are none of them.
 */
export function* headingsNamed(vault: Vault, query: string): Generator<void, readonly WorkspaceSymbol[]> {
  const words = wordsOf(query);
  const found: WorkspaceSymbol[] = [];
  // An apostrophe is folded in words and not in texts.
  const sought = words.filter((word) => !word.includes("'"));
  for (const note of words.length === 0 ? [] : [...vault.notes()]) {
    if (found.length >= mostCandidates) break;
    yield;
    const text = fold(packedText(note).body);
    if (sought.every((word) => text.includes(word))) found.push(...headingsIn(note, words));
  }
  return found;
}

function headingsIn(note: Note, words: readonly string[]): readonly WorkspaceSymbol[] {
  return note.headings.flatMap((heading: Heading): readonly WorkspaceSymbol[] => {
    const score = scoreOfName(heading.text, words);
    if (score === undefined || isTitleHeading(note, heading)) return [];
    return [{ kind: "heading", name: heading.text, container: note.title.text, place: { file: note, range: heading.range }, score }];
  });
}

/**
 * VS Code looks at an answer again: a name has to have the letters of the query in their order, or those of its first word, and the
 * container or the path those of each further word. So the name stands in the container once more where words in another order would
 * hide it.
 */
export function containerShownFor({ name, container, place }: WorkspaceSymbol, query: string): string {
  const [, ...others] = fold(query).trim().split(/\s+/);
  const shown = fold(`${container} ${place.file.path}`);
  const isShown = hasLetters(fold(name), fold(query)) || others.every((word) => shown.includes(word));
  return isShown ? container : [container, name].filter(Boolean).join(" · ");
}

function hasLetters(text: string, query: string): boolean {
  let at = 0;
  for (const letter of query.replace(/\s+/g, "")) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
