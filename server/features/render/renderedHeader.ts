// What a page shows in place of a note's front matter: its title where no heading says it, its summary, topics, sources and related notes.
import { titleKey } from "../../core/key";
import type { Note, Source } from "../../core/note";
import type { Vault } from "../../index/vault";
import { topicLabelOf } from "../topics";
import { hrefOfNote, hrefOfPaper } from "./hrefs";
import { paperLabel, type RenderedLink, wikiLink } from "./renderedText";

export interface RenderedHeader {
  /** Empty where a heading of the note says it. */
  readonly title: string;
  readonly summary: string;
  readonly topics: readonly RenderedLink[];
  readonly sources: readonly RenderedLink[];
  readonly related: readonly RenderedLink[];
}

/** The header of a note; undefined where its front matter has nothing of ours. */
export function renderedHeader(vault: Vault, note: Note): RenderedHeader | undefined {
  if (!note.hasOwnFields) return undefined;
  const { title, summary, topics, sources, headings, references } = note;
  const isSaid = headings.some(({ level, text }) => level === 1 && titleKey(text) === titleKey(title.text));
  return {
    title: title.from !== "frontMatter" || isSaid ? "" : title.text,
    summary,
    topics: topics.filter(({ range }) => range !== undefined).map(({ id }) => topicLink(vault, note, id)),
    sources: sources.map((source) => sourceLink(vault, note, source)),
    related: references.flatMap((reference) =>
      reference.kind === "wiki" && reference.place === "related"
        ? [wikiLink(vault, note, { from: note, reference }, vault.resolve(note, reference))]
        : [],
    ),
  };
}

/** A topic leads to the note that describes it, where there is one. */
function topicLink(vault: Vault, note: Note, id: string): RenderedLink {
  const described = [...vault.inTopic(id)].find(({ kind, uri }) => kind === "topic" && uri !== note.uri);
  const href = described && hrefOfNote(note, described, undefined);
  return { text: topicLabelOf(vault, id), tip: id, state: "found", ...(href === undefined ? {} : { href }) };
}

/** `Fu et al., 2025 — AReaL`, with the paper's page. */
function sourceLink(vault: Vault, note: Note, { paper, text }: Source): RenderedLink {
  const { papers } = vault;
  if (!papers.isKnown(paper) && papers.hasBibliography) return { text, tip: `No bibliography has the key “${text}”.`, state: "broken" };
  const { text: label, tip: title = "" } = paperLabel(vault, paper);
  const href = hrefOfPaper(vault, note, paper);
  return { text: label === title ? label : `${label} — ${title}`, state: "found", ...(href === undefined ? {} : { href }) };
}
