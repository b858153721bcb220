// Pages and lists of papers as our own messages have them.
import type { BibEntry } from "../core/bibliography";
import type { Note, NoteUri } from "../core/note";
import { byText } from "../core/order";
import { type CitedPaper, citedPapers } from "../features/citedPapers";
import { cardOf } from "../features/noteCard";
import type { NoteGraph } from "../features/noteGraph";
import { paperText } from "../features/paperText";
import { byTitle, enclosingTopics, notesOf, type Topic, topicLabelOf, topicOf, withTopicNotes } from "../features/topics";
import type { Vault } from "../index/vault";
import type { Graph, NoteCard, PaperCard, TopicAlone, TopicNode, TopicPage } from "../protocol";
import { type ToClientUri, toNoteCard } from "./toLsp";

/** What a page says of its notes. */
interface PageWords {
  cardOf(note: Note): NoteCard;
  toUri: ToClientUri;
}

/** The page of a topic; null where no note names it. */
export function toTopicPage(vault: Vault, id: string, { cardOf: card, toUri }: PageWords): TopicPage | null {
  const topic = topicOf(vault, id);
  if (!topic) return null;
  return {
    ...toTopicHead(topic),
    parents: enclosingTopics(vault, id),
    children: topic.children.map(toTopicHead),
    notes: [...notesOf(vault, id, "all")].sort(byTitle).map(card),
    // What describes a topic may cite as well.
    papers: toPaperCards(vault, withTopicNotes(vault, id, "all"), toUri),
  };
}

/** The page of a topic to be taken along: notes go by their paths, and their problems are nobody else's. */
export function toTopicAlone(vault: Vault, id: string): TopicAlone | null {
  const toPath = (uri: NoteUri) => vault.note(uri)?.path ?? "";
  const topic = toTopicPage(vault, id, { cardOf: (note) => toNoteCard(cardOf(vault, note, []), toPath), toUri: toPath });
  if (!topic) return null;
  const ids = new Set(topic.notes.flatMap(({ topics }) => topics));
  return { topic, labels: Object.fromEntries([...ids].map((it) => [it, topicLabelOf(vault, it)])) };
}

/** The distinct papers that some notes cite, by title. */
export function toPaperCards(vault: Vault, notes: Iterable<Note>, toUri: ToClientUri): readonly PaperCard[] {
  const cards = citedPapers(vault, notes).map((it) => toPaperCard(vault, it, toUri));
  return cards.sort((a, b) => byText(a.title, b.title));
}

function toPaperCard({ papers }: Vault, { paper, notes }: CitedPaper, toUri: ToClientUri): PaperCard {
  const { title, year, address } = paperText(papers, paper);
  const entries = papers.describing(paper).map(({ entry }) => entry);
  const authors = entries.find((entry) => entry.title !== "") ?? entries[0];
  const number = Number.parseInt(year, 10);
  return {
    ...{ id: paper, title, authors: authors ? namesIn(authors) : [] },
    ...(Number.isNaN(number) ? {} : { year: number }),
    ...(address === undefined ? {} : { url: address }),
    notes: [...notes].sort(byTitle).map(({ uri }) => toUri(uri)),
  };
}

const namesIn = ({ authors }: BibEntry) => authors.flatMap(({ name }) => (name === "others" ? [] : [name]));

/** A topic without those below it. */
function toTopicHead({ id, label, description, noteCount, paperCount }: Topic): Omit<TopicNode, "children"> {
  return { id, label, ...(description ? { description } : {}), noteCount, sourceCount: paperCount };
}

/** A graph, each node with how many notes link to it. */
export function toGraph({ groups, groupOf, notes, edges }: NoteGraph, incomingOf: (place: number) => number, toUri: ToClientUri): Graph {
  return {
    groups: groups.map(({ id, label }) => ({ id, label })),
    nodes: notes.map(({ uri, title }, place) => ({
      ...{ uri: toUri(uri), title: title.text, group: groupOf[place] ?? -1, incoming: incomingOf(place) },
    })),
    edges,
  };
}
