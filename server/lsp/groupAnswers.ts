// The answers to the Topics view: notes in groups, and the notes of one group in pages.
import type { Note } from "../core/note";
import { linkingTo } from "../features/navigation";
import { groupedNotes, type NoteSort } from "../features/noteGroups";
import { byTitle } from "../features/topics";
import { inSlices } from "../host/breather";
import type { GroupNotesParams, NoteGroups, NoteGroupsParams, TopicNotes } from "../protocol";
import type { Session } from "./session";
import { toTopicNode } from "./toLsp";
import { cardIn } from "./vaultAnswers";

/** As many groups, and notes of a group, are told where the client does not say. */
const usualNotes = 500;

/** The groups of the notes that a filter leaves, without the notes. */
export async function noteGroups(session: Session, { by, filter, limit = usualNotes }: NoteGroupsParams): Promise<NoteGroups> {
  const { groups, notes } = await inSlices(groupedNotes(session.store.index, by, filter));
  return { groups: groups.slice(0, limit).map(toTopicNode), groupCount: groups.length, noteCount: notes.length };
}

/** One page of the notes right below a group. */
export async function groupNotes(
  session: Session,
  { by, group = "", filter, sort = "title", offset = 0, limit = usualNotes }: GroupNotesParams,
): Promise<TopicNotes> {
  const { below } = await inSlices(groupedNotes(session.store.index, by, filter));
  const notes = sorted(session, below(group), by === "recent" ? "modified" : sort);
  return { total: notes.length, notes: notes.slice(offset, offset + limit).map(cardIn(session)) };
}

/** What was sorted stays sorted for the pages that follow: a group is the same list while the vault does not change. */
const sortedLists = new WeakMap<readonly Note[], Map<NoteSort, readonly Note[]>>();

function sorted(session: Session, notes: readonly Note[], sort: NoteSort): readonly Note[] {
  const lists = sortedLists.get(notes) ?? new Map<NoteSort, readonly Note[]>();
  sortedLists.set(notes, lists);
  const list = lists.get(sort) ?? [...notes].sort(order(session, notes, sort));
  lists.set(sort, list);
  return list;
}

function order(session: Session, notes: readonly Note[], sort: NoteSort): (a: Note, b: Note) => number {
  if (sort === "title") return byTitle;
  if (sort === "modified") return (a, b) => b.modified - a.modified || byTitle(a, b);
  const { store, related } = session;
  const countOf = (note: Note) =>
    sort === "sources" ? store.index.papers.citedBy(note).size : (related.incomingOf(note) ?? linkingTo(store.index, note).size);
  const counts = new Map(notes.map((note) => [note, countOf(note)]));
  return (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || byTitle(a, b);
}
