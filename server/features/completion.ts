// Titles of questions for the link being typed: a few remembered words in any order find them.
import { exactKey } from "../core/key";
import type { Note, NoteUri, Range } from "../core/note";
import type { LinkStyle } from "../core/settings";
import { wordsOf } from "../index/titleWords";
import type { Vault } from "../index/vault";
import { linkText } from "./links";
import { byScore, type Match, matchesOf } from "./matching";
import { topicLabels } from "./topics";
import type { TypedLink } from "./typedLink";
import { itemText } from "./yamlText";

export interface Candidate {
  /** `question`: one that no note answers yet, that is what was typed, offered where nothing else is. */
  readonly kind: "note" | "question" | "paper" | "heading" | "block" | "topic";
  /** The question or the alias that matched; a paper's title. */
  readonly label: string;
  /** Stands at the end of the row: a paper's first author and year. */
  readonly aside?: string;
  /** The labels of its topics; a paper's first author, year and key. */
  readonly detail: string;
  readonly summary: string;
  /** The note that is offered, or the heading of it that begins at an offset: of which more can be told. */
  readonly about?: { readonly uri: NoteUri; readonly heading?: number };
  /** What replaces `range`. */
  readonly text: string;
  readonly range: Range;
  /** What the editor must filter by so that its own list agrees with ours: begins with what was typed. */
  readonly filterText: string;
}

/** No list a person reads is longer. */
export const mostCandidates = 100;

export interface LinkOptions {
  readonly style: LinkStyle;
  /** How close notes are to what is being written: of names that match equally well the closer one comes first. */
  readonly closeness?: ReadonlyMap<NoteUri, number>;
  /** Whether slips of the pen are forgiven; they are where nothing is said. */
  readonly slips?: "forgiven" | "not forgiven";
  /** Notes that ask what was typed in other words: asked for, and offered, where nothing matches. */
  alike?(): readonly Note[];
}

/** The notes whose title or alias holds all typed words, as beginnings of words and in any order, best first. */
export function linkCandidates(vault: Vault, from: Note, typed: TypedLink, options: LinkOptions): readonly Candidate[] {
  const { style, alike = () => [] } = options;
  const matches = namedNotes(vault, from, typed.query, options);
  const items = matches.map((match) => ({
    ...noteCandidate(vault, match),
    ...{ text: written(vault, from, match.note, typed, style), range: typed.range, filterText: `${typed.typed} ${match.name}` },
  }));
  if (wordsOf(typed.query).length === 0 || matches.some(({ edits }) => edits === 0)) return items;
  return [
    ...items,
    ...alike()
      .filter(({ uri }) => uri !== from.uri && !matches.some(({ note }) => note.uri === uri))
      .map((note) => askedBefore(vault, from, note, typed, style)),
    newQuestion(typed),
  ];
}

/** The notes that are offered for some words, as many as a list holds, best first; never the note in which they are typed. */
export function namedNotes(
  vault: Vault,
  from: Note,
  query: string,
  { closeness = new Map(), slips = "forgiven" }: Omit<LinkOptions, "style">,
): readonly Match[] {
  const words = wordsOf(query);
  const found = words.length === 0 ? recent(vault, from, closeness) : matchesOf(vault, words, { first: closest(vault, closeness), slips });
  const others = found.filter(({ note }) => note.uri !== from.uri);
  return others.sort(byScore(closeness)).slice(0, mostCandidates);
}

/** How a note is shown in a list. */
export function noteCandidate(vault: Vault, { note, name }: Match): Pick<Candidate, "kind" | "label" | "detail" | "summary" | "about"> {
  const detail = note.kind === "topic" ? "Topic" : topicLabels(vault, note).join(" · ");
  return { kind: "note", label: name, detail, summary: note.summary, about: { uri: note.uri } };
}

/** A note that asks in other words what was typed. */
function askedBefore(vault: Vault, from: Note, note: Note, typed: TypedLink, style: LinkStyle): Candidate {
  return {
    ...{ kind: "note", label: note.title.text, detail: "Asks the same in other words", summary: note.summary, about: { uri: note.uri } },
    ...{ text: written(vault, from, note, typed, style), range: typed.range, filterText: `${typed.typed} ${note.title.text}` },
  };
}

/**
 * An editor ends its list when nothing is left in it and, with suggestions while typing switched off as they are for Markdown, does
 * not begin again. So a typing error would cost the whole list; with what was typed as its last row it goes on.
 */
function newQuestion(link: TypedLink): Candidate {
  const { query, range, typed } = link;
  const title = exactKey(query);
  const text = inPlace(`[[${title}]]`, link);
  return { kind: "question", label: title, detail: "No note answers to this yet", summary: "", text, range, filterText: typed };
}

/** `related:` holds wiki links only, and an embed is one by its nature. */
function written(vault: Vault, from: Note, to: Note, link: TypedLink, style: LinkStyle): string {
  return inPlace(linkText(vault, from, to, style === "markdown" && (link.embed || link.place === "related") ? "title" : style), link);
}

/** A link as its surroundings want it: with its bar escaped in a table, in quotes in the front matter. */
function inPlace(link: string, { embed, place, quote }: TypedLink): string {
  if (place === "related") return quote === undefined ? link : itemText(link, quote);
  const cell = place === "cell" ? link.replaceAll("|", "\\|") : link;
  return embed ? `!${cell}` : cell;
}

const closest = (vault: Vault, closeness: ReadonlyMap<NoteUri, number>): readonly Note[] =>
  [...closeness.keys()].flatMap((uri) => vault.note(uri) ?? []).slice(0, mostCandidates);

/** Before anything is typed: the closest notes, those of the same topics, then others, as many as a list holds. */
function recent(vault: Vault, from: Note, closeness: ReadonlyMap<NoteUri, number>): readonly Match[] {
  const close = new Set(from.topics.flatMap(({ id }) => [...vault.inTopic(id)]));
  const found = new Set([...closest(vault, closeness), ...close]);
  for (const note of vault.notes()) {
    if (found.size > mostCandidates) break;
    found.add(note);
  }
  return [...found].map((note) => ({
    note,
    name: note.title.text,
    edits: 0,
    score: closeness.has(note.uri) ? 2 : close.has(note) ? 1 : 0,
  }));
}
