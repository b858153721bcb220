// Pages and lists of papers as our own messages have them.
import type { BibEntry } from "../core/bibliography";
import { folderOf } from "../core/key";
import type { CitedPaper } from "../features/citedPapers";
import type { NoteGraph } from "../features/noteGraph";
import { paperText } from "../features/paperText";
import { byTitle, type Topic, topicLabelOf } from "../features/topics";
import type { Vault } from "../index/vault";
import type { Graph, PaperCard, TopicName, TopicNode } from "../protocol";
import type { ToClientUri } from "./toLsp";

/** A paper with who cites it. */
export function toPaperCard({ papers }: Vault, { paper, notes }: CitedPaper, toUri: ToClientUri): PaperCard {
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
export function toTopicHead({ id, label, description, noteCount, paperCount }: Topic): Omit<TopicNode, "children"> {
  return { id, label, ...(description ? { description } : {}), noteCount, sourceCount: paperCount };
}

/** The topics that one lies in, outermost first. */
export function parentsOf(vault: Vault, id: string): readonly TopicName[] {
  const parent = folderOf(id);
  return parent === "" ? [] : [...parentsOf(vault, parent), { id: parent, label: topicLabelOf(vault, parent) }];
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
