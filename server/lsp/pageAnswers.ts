// The answers that fill pages and lists: a topic with its notes and papers, papers, the graph of notes, and open questions.
import type { Note } from "../core/note";
import { linkingTo } from "../features/navigation";
import { noteGraph } from "../features/noteGraph";
import { type Asked, openQuestions as asked, isOpenAmong } from "../features/openQuestions";
import { withTopicNotes } from "../features/topics";
import { breather } from "../host/breather";
import { rulesOf } from "../host/rules";
import type { Graph, OpenQuestions, PaperCard, Requests, TopicAlone, TopicPage } from "../protocol";
import { type Session, settingsOf } from "./session";
import { toLocation } from "./toLsp";
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

/** As many notes that ask a question are told: the others are counted. */
const mostAsking = 50;

/** The open questions of a topic or of the whole vault; other requests have their turn in between. */
export async function openQuestions(session: Session, { topic }: Requests["quaestio/openQuestions"]["params"]): Promise<OpenQuestions> {
  const { store, clientUri } = session;
  const { index, problems } = store;
  const breathe = breather();
  // Gathered after a load anyway; who asks before that waits for it.
  for (const _ of index.gatherWanted()) await breathe();
  // Whether a title comes close is known of every note that was checked, and costs a look at many titles anew.
  const isOpen = (it: Asked) => isOpenAmong(index, problems.of(it.from, rulesOf(settingsOf(session, it.from))), it);
  const steps = asked(index, { topic, isOpen });
  let step = steps.next();
  for (; !step.done; step = steps.next()) await breathe();
  const questions = step.value.questions.map(({ title, asked: places, topics }) => ({
    ...{ title, noteCount: places.length, topicCount: topics.length },
    notes: places.slice(0, mostAsking).map(({ from, reference }) => ({
      ...toLocation({ file: from, range: reference.range }, clientUri),
      title: from.title.text,
    })),
  }));
  return { total: step.value.total, questions };
}
