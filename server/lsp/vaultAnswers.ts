// The answers to our own messages: topics, lists of notes, related notes.
import type { Note } from "../core/note";
import { noteUri } from "../core/noteUri";
import { cardOf } from "../features/noteCard";
import { type Relation, relatedTo, relatedToText } from "../features/related/relations";
import { byTitle, notesOf, topics } from "../features/topics";
import { rulesOf } from "../host/rules";
import type { NoteCard, RelatedNote, RelatedParams, Requests, TopicNode, TopicNotes, TopicNotesParams } from "../protocol";
import { noteOf, type Session, settingsOf } from "./session";
import { toNoteCard, toOffset, toRelatedNote, toTopicNode } from "./toLsp";

const cardIn =
  (session: Session) =>
  (note: Note): NoteCard => {
    const { index, problems } = session.store;
    const incoming = session.related.incomingOf(note);
    return toNoteCard(cardOf(index, note, problems.of(note, rulesOf(settingsOf(session, note))), incoming), session.clientUri);
  };

/** All topics with their counts, without notes. */
export function topicTree({ store }: Session): TopicNode[] {
  return topics(store.index).map(toTopicNode);
}

/** One page of a topic's notes. Sorting by sources or incoming links looks at all of them. */
export function topicNotes(
  session: Session,
  { id, offset = 0, limit = Number.MAX_SAFE_INTEGER, sort = "title", depth = "all" }: TopicNotesParams,
): TopicNotes {
  const notes = [...notesOf(session.store.index, id, depth)];
  const card = cardIn(session);
  if (sort === "title" || sort === "modified") {
    notes.sort(sort === "title" ? byTitle : (a, b) => b.modified - a.modified || byTitle(a, b));
    return { total: notes.length, notes: notes.slice(offset, offset + limit).map(card) };
  }
  const count = sort === "sources" ? "sourceCount" : "incoming";
  const cards = notes.sort(byTitle).map(card);
  return { total: notes.length, notes: cards.sort((a, b) => b[count] - a[count]).slice(offset, offset + limit) };
}

/** The card of one note; null for a topic note or a document of no vault. */
export function noteCard(session: Session, { uri }: Requests["quaestio/note"]["params"]): NoteCard | null {
  const note = session.store.index.note(noteUri(uri));
  return note?.kind === "note" ? cardIn(session)(note) : null;
}

/** How many related notes are named where the client does not say. */
const usualRelated = 20;

/** The notes related to one, to what stands at a place in it, or to a text, strongest first. */
export async function related(session: Session, { uri, text, position, limit = usualRelated }: RelatedParams): Promise<RelatedNote[]> {
  const { relatedness } = session.related;
  await session.related.caughtUp();
  const card = cardIn(session);
  const note = uri === undefined ? undefined : noteOf(session, uri);
  const told = (found: readonly Relation[]) => found.map((relation) => toRelatedNote(relation, card(relation.note), note));
  if (!note) return text === undefined ? [] : told(relatedToText(relatedness, text, limit));
  const caret = position && toOffset(note, position);
  return told(relatedTo(relatedness, { note, caret, text: await session.related.textOf(note) }, limit));
}
