// The answers to our own messages: topics, lists of notes, related notes, notes to be written.
import { exactKey, folderOf } from "../core/key";
import type { Note } from "../core/note";
import { noteUri, uriBelow } from "../core/noteUri";
import { randomNote as anyNote, questionsFor } from "../features/goTo";
import { draftedNote, type NotePlace, noteTitled, placeOfTopic } from "../features/newNote";
import { cardOf } from "../features/noteCard";
import { type Relation, relatedTo, relatedToText } from "../features/related/relations";
import { byTitle, noteCount, notesOf, topicLabels, topics } from "../features/topics";
import { rulesOf } from "../host/rules";
import type {
  FoundQuestion,
  NewNoteAnswer,
  NewNoteParams,
  NoteCard,
  RelatedNote,
  RelatedParams,
  Requests,
  TopicNode,
  TopicNotes,
  TopicNotesParams,
  VaultCounts,
} from "../protocol";
import { noteOf, type Session, settingsOf } from "./session";
import { templateFor } from "./templates";
import { toNoteCard, toOffset, toRelatedNote, toTopicNode } from "./toLsp";

/** Makes the card of a note of a vault. */
export const cardIn =
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

/** How many notes there are, and what was last reported of them. */
export const counts = ({ store, reported }: Session): VaultCounts => ({ notes: noteCount(store.index), ...reported.counts() });

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

/** How many notes are found by their titles where the client does not say. */
const usualQuestions = 50;

/** Notes by words of their titles. Rows of a list that follows the keys: what is counted of a note stays out. */
export function questions({ store, clientUri }: Session, { typed, limit = usualQuestions }: Requests["quaestio/questions"]["params"]) {
  return questionsFor(store.index, typed, limit).map(
    ({ note, name }): FoundQuestion => ({
      uri: clientUri(note.uri),
      title: note.title.text,
      ...(name === note.title.text ? {} : { alias: name }),
      summary: note.summary,
      topics: note.kind === "topic" ? ["Topic"] : topicLabels(store.index, note),
    }),
  );
}

/** Any note of the vault. */
export function randomNote({ store, clientUri }: Session, { except }: Requests["quaestio/randomNote"]["params"]): string | null {
  const note = anyNote(store.index, except === undefined ? undefined : noteUri(except), Math.random);
  return note ? clientUri(note.uri) : null;
}

/** The file of a note that somebody wants to write, unless its question is asked already. */
export function newNote(
  session: Session,
  { title: typed, beside, topics: ids = [], sources = [], related: links = [] }: NewNoteParams,
): NewNoteAnswer {
  const { index } = session.store;
  const title = exactKey(typed);
  const existing = noteTitled(index, title);
  if (existing) return { kind: "exists", uri: session.clientUri(existing.uri), title: existing.title.text, path: existing.path };
  const place = placeFor(session, beside, ids);
  if (!place) return { kind: "impossible", why: "Open a folder first: a note needs one to lie in." };
  const notes = links.flatMap((uri) => index.note(noteUri(uri)) ?? []);
  const template = templateFor(session.store, place.folder);
  const made = draftedNote(index, { title, place, topics: ids, sources, related: notes, template });
  if (!made) return { kind: "impossible", why: "A question needs a word in it: its note is named after it." };
  const uri = session.clientUri(uriBelow(place.folder, made.path));
  return { kind: "new", uri, text: made.text, ...(made.fault === undefined ? {} : { fault: made.fault }) };
}

function placeFor(session: Session, beside: string | undefined, topicIds: readonly string[]): NotePlace | undefined {
  const { store } = session;
  const neighbour = beside === undefined ? undefined : noteOf(session, beside);
  if (neighbour?.folder) return { folder: neighbour.folder, path: folderOf(neighbour.path) };
  const [inTopic] = topicIds.flatMap((id) => placeOfTopic(store.index, id) ?? []);
  const first = store.folders.find(({ settings }) => settings.enable);
  return inTopic ?? (first && { folder: first.uri, path: "" });
}
