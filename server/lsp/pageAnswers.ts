// The answers that fill pages: a topic with its notes and papers, papers, and the graph of notes.
import type { Note } from "../core/note";
import { citedPapers } from "../features/citedPapers";
import { linkingTo } from "../features/navigation";
import { noteGraph } from "../features/noteGraph";
import { byTitle, notesOf, topicOf, withTopicNotes } from "../features/topics";
import type { Graph, PaperCard, Requests, TopicPage } from "../protocol";
import type { Session } from "./session";
import { parentsOf, toGraph, toPaperCard, toTopicHead } from "./toLspPages";
import { cardIn } from "./vaultAnswers";

/** The page of a topic. */
export function topicPage(session: Session, { id }: Requests["quaestio/topic"]["params"]): TopicPage | null {
  const { index } = session.store;
  const topic = topicOf(index, id);
  if (!topic) return null;
  return {
    ...toTopicHead(topic),
    parents: parentsOf(index, id),
    children: topic.children.map(toTopicHead),
    notes: [...notesOf(index, id, "all")].sort(byTitle).map(cardIn(session)),
    papers: papers(session, { topic: id }),
  };
}

/** The papers of a topic or of the whole vault, by title. What describes a topic may cite as well. */
export function papers({ store, clientUri }: Session, { topic }: Requests["quaestio/papers"]["params"]): readonly PaperCard[] {
  const { index } = store;
  const cards = citedPapers(index, topic === undefined ? index.notes() : withTopicNotes(index, topic, "all")).map((it) =>
    toPaperCard(index, it, clientUri),
  );
  return cards.sort((a, b) => collator.compare(a.title, b.title));
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The graph of a topic or of the whole vault. */
export function graph({ store, related, clientUri }: Session, { topic }: Requests["quaestio/graph"]["params"]): Graph {
  const made = noteGraph(store.index, topic);
  const incomingOf = (note: Note | undefined) => (note ? (related.incomingOf(note) ?? linkingTo(store.index, note).size) : 0);
  return toGraph(made, (place) => incomingOf(made.notes[place]), clientUri);
}
