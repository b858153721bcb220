// Titles of questions for the link being typed: a few remembered words in any order find them.
import { exactKey } from "../core/key";
import type { Note, NoteUri, Range } from "../core/note";
import type { LinkStyle } from "../core/settings";
import { wordsOf } from "../index/titleWords";
import type { Vault } from "../index/vault";
import type { TypedLink } from "./cursor";
import { linkText } from "./links";
import { bestFirst, type TitleMatch, titleMatches } from "./titleMatches";
import { topicLabels } from "./topics";

export interface Candidate {
  /** `question`: one that no note answers yet, that is what was typed, offered where nothing else is. */
  readonly kind: "note" | "question" | "paper";
  /** The question or the alias that matched; a paper's title. */
  readonly label: string;
  /** Stands at the end of the row: a paper's first author and year. */
  readonly aside?: string;
  /** The labels of its topics; a paper's first author, year and key. */
  readonly detail: string;
  readonly summary: string;
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
  /** Notes that ask what was typed in other words: asked for, and offered, where nothing matches. */
  alike?(): readonly Note[];
}

/** The notes whose title or alias holds all typed words, as beginnings of words and in any order, best first. */
export function linkCandidates(
  vault: Vault,
  from: Note,
  typed: TypedLink,
  { style, closeness = new Map(), alike = () => [] }: LinkOptions,
): readonly Candidate[] {
  const query = wordsOf(typed.query);
  const found = query.length === 0 ? recent(vault, from, closeness) : titleMatches(vault, query);
  const matches = found.filter(({ note }) => note.uri !== from.uri).sort(bestFirst(({ uri }) => closeness.get(uri) ?? 0));
  const items = matches.slice(0, mostCandidates).map(({ note, name }) => ({
    kind: "note" as const,
    label: name,
    detail: note.kind === "topic" ? "Topic" : topicLabels(vault, note).join(" · "),
    summary: note.summary,
    text: written(vault, from, note, typed, style),
    range: typed.range,
    filterText: `${typed.typed} ${name}`,
  }));
  if (items.length > 0 || query.length === 0) return items;
  return [
    ...alike()
      .filter(({ uri }) => uri !== from.uri)
      .map((note) => askedBefore(vault, from, note, typed, style)),
    newQuestion(typed),
  ];
}

/** A note that asks in other words what was typed. */
function askedBefore(vault: Vault, from: Note, note: Note, typed: TypedLink, style: LinkStyle): Candidate {
  return {
    ...{ kind: "note", label: note.title.text, detail: "Asks the same in other words", summary: note.summary },
    ...{ text: written(vault, from, note, typed, style), range: typed.range, filterText: `${typed.typed} ${note.title.text}` },
  };
}

/**
 * An editor ends its list when nothing is left in it and, with suggestions while typing switched off as they are for Markdown, does
 * not begin again. So a typing error would cost the whole list; with what was typed as its last row it goes on.
 */
function newQuestion({ query, embed, range, typed }: TypedLink): Candidate {
  const title = exactKey(query);
  const text = `${embed ? "!" : ""}[[${title}]]`;
  return { kind: "question", label: title, detail: "No note answers to this yet", summary: "", text, range, filterText: typed };
}

/** `related:` holds wiki links only, and an embed is one by its nature. */
function written(vault: Vault, from: Note, to: Note, { embed, place }: TypedLink, style: LinkStyle): string {
  const link = linkText(vault, from, to, style === "markdown" && (embed || place === "related") ? "title" : style);
  const cell = place === "cell" ? link.replaceAll("|", "\\|") : link;
  return embed ? `!${cell}` : cell;
}

/** Before anything is typed: the closest notes, those of the same topics, then others, as many as a list holds. */
function recent(vault: Vault, from: Note, closeness: ReadonlyMap<NoteUri, number>): readonly TitleMatch[] {
  const closest = [...closeness.keys()].flatMap((uri) => vault.note(uri) ?? []).slice(0, mostCandidates);
  const close = new Set(from.topics.flatMap(({ id }) => [...vault.inTopic(id)]));
  const found = new Set([...closest, ...close]);
  for (const note of vault.notes()) {
    if (found.size > mostCandidates) break;
    found.add(note);
  }
  return [...found].map((note) => ({ note, name: note.title.text, score: closeness.has(note.uri) ? 2 : close.has(note) ? 1 : 0 }));
}
