// The answers that fill pages: a topic with its notes and papers, papers, and the graph of notes.
import type { Note } from "../core/note";
import { linkingTo } from "../features/navigation";
import { noteGraph } from "../features/noteGraph";
import { withTopicNotes } from "../features/topics";
import type { Graph, PaperCard, Requests, TopicAlone, TopicPage } from "../protocol";
import type { Session } from "./session";
import { toGraph, toPaperCards, toTopicAlone, toTopicPage } from "./toLspPages";
import { cardIn } from "./vaultAnswers";

/** The page of a topic. */
export function topicPage(session: Session, { id }: Requests["quaestio/topic"]["params"]): TopicPage | null {
  return toTopicPage(session.store.index, id, { cardOf: cardIn(session), toUri: session.clientUri });
}

/** The same to be taken along. */
export const topicAlone = ({ store }: Session, { id }: Requests["quaestio/topicAlone"]["params"]): TopicAlone | null =>
  toTopicAlone(store.index, id);

/** The papers of a topic or of the whole vault. */
export function papers({ store, clientUri }: Session, { topic }: Requests["quaestio/papers"]["params"]): readonly PaperCard[] {
  const { index } = store;
  return toPaperCards(index, topic === undefined ? index.notes() : withTopicNotes(index, topic, "all"), clientUri);
}

/** The graph of a topic or of the whole vault. */
export function graph({ store, related, clientUri }: Session, { topic }: Requests["quaestio/graph"]["params"]): Graph {
  const made = noteGraph(store.index, topic);
  const incomingOf = (note: Note | undefined) => (note ? (related.incomingOf(note) ?? linkingTo(store.index, note).size) : 0);
  return toGraph(made, (place) => incomingOf(made.notes[place]), clientUri);
}
