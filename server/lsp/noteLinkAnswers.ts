// The links of one note as a view shows them: asks the features, and reads the texts that the lines around each place come from.
import type { Note, Range } from "../core/note";
import { noteUri } from "../core/noteUri";
import { byPlace } from "../core/order";
import { readAhead } from "../core/readAhead";
import { contextOf } from "../features/context";
import { incomingLinks, outgoingLinks } from "../features/noteLinks";
import { linkedMention, mentionsIn, notesNaming } from "../features/related/mentions";
import { type ReadText, readText } from "../features/rename/plan";
import { breather } from "../host/breather";
import type { MentionParams, NoteLinks, OutgoingLink, PlaceInNote, PlacesInNote, Requests } from "../protocol";
import { textOf, textsOf } from "./noteTexts";
import { noteOf, type Session, settingsOf } from "./session";
import { toLocation, toLspRange, toOffset } from "./toLsp";

/** More places are counted, but not told: nobody reads such a list to its end. */
const mostPlaces = 200;

/** Who links to a note, where its links lead, and who names it. */
export async function links(session: Session, { uri }: Requests["quaestio/links"]["params"]): Promise<NoteLinks | null> {
  const note = session.store.index.note(noteUri(uri));
  if (!note) return null;
  const outgoing = await linksOf(session, note);
  const incoming = await linksTo(session, note);
  return { title: note.title.text, incoming, outgoing, mentions: await mentionsOf(session, note) };
}

async function linksOf({ store, clientUri }: Session, note: Note): Promise<NoteLinks["outgoing"]> {
  const all = outgoingLinks(store.index, note);
  const text = all.length > 0 ? ((await textOf(store, note)) ?? "") : "";
  const told = all.slice(0, mostPlaces).map(
    ({ reference, state, title, place, why }): OutgoingLink => ({
      ...toPlace(note, text, reference.range),
      ...{ state, title },
      ...(place ? { target: toLocation(place, clientUri) } : {}),
      ...(why === undefined ? {} : { why }),
    }),
  );
  return { total: all.length, links: told };
}

async function linksTo({ store, clientUri }: Session, note: Note): Promise<NoteLinks["incoming"]> {
  const all = incomingLinks(store.index, note);
  const ranges = new Map<Note, Range[]>();
  for (const { from, reference } of all.slice(0, mostPlaces)) ranges.set(from, [...(ranges.get(from) ?? []), reference.range]);
  const notes: PlacesInNote[] = [];
  const read = async ([from, places]: [Note, Range[]]) => ({ from, places, text: (await textOf(store, from)) ?? "" });
  for await (const { from, places, text } of readAhead(ranges, read))
    notes.push({ uri: clientUri(from.uri), title: from.title.text, places: places.map((range) => toPlace(from, text, range)) });
  return { total: all.length, notes };
}

/** Reads only notes that have the words of one of its names; in between, other work has its turn. */
async function mentionsOf(session: Session, note: Note): Promise<NoteLinks["mentions"]> {
  const { store, related, clientUri } = session;
  await related.caughtUp();
  const { relatedness } = related;
  const texts = textsOf(store);
  const breathe = breather();
  const notes: PlacesInNote[] = [];
  let total = 0;
  const candidates = [...notesNaming(relatedness, note, ({ uri }) => store.documentOf(uri) !== undefined)].sort(byPlace);
  const read = async (from: Note) => ({ from, text: await texts.read(from) });
  for await (const { from, text } of readAhead(candidates, read)) {
    await breathe();
    if (text === undefined) continue;
    const found: ReadText = { note: from, text };
    const ranges = mentionsIn(relatedness, texts, found, note);
    const told = ranges.slice(0, Math.max(0, mostPlaces - total));
    total += ranges.length;
    if (told.length === 0) continue;
    notes.push({ uri: clientUri(from.uri), title: from.title.text, places: told.map((range) => toPlace(from, text, range)) });
  }
  return { total, notes };
}

function toPlace(note: Note, text: string, place: Range): PlaceInNote {
  const { range, sentence, mark, headings } = contextOf(note, text, place);
  return { range: toLspRange(note, range), sentence, mark: [mark.start, mark.end], headings };
}

/** The link that takes the place of a mention. */
export async function linkMention(session: Session, { uri, range, named }: MentionParams): Promise<string | null> {
  const { store, related } = session;
  const [from, to] = [noteOf(session, uri), store.index.note(noteUri(named))];
  if (!from || !to) return null;
  await related.caughtUp();
  const texts = textsOf(store);
  const read = await readText(texts, from).catch(() => undefined);
  if (!read) return null;
  const place = { start: toOffset(read.note, range.start), end: toOffset(read.note, range.end) };
  const { style } = settingsOf(session, from).links;
  return linkedMention(related.relatedness, texts, read, { note: to, range: place }, style)?.text ?? null;
}
