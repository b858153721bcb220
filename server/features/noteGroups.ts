// The notes of a vault in groups to look through: by topic, by paper, by year, by letter; or as one list, where there is nothing to group by.
import type { Note, PaperId } from "../core/note";
import { byText } from "../core/order";
import type { Papers } from "../index/papers";
import type { Vault } from "../index/vault";
import { linkedFrom, linkingTo } from "./navigation";
import { filteredNotes } from "./noteFilter";
import { paperText } from "./paperText";
import { type Topic, topics } from "./topics";

/** `year`: of the newest source. `recent`: all, the last changed first. `unlinked`: those that no note links to and that link to none. */
export type NotesBy = "topic" | "paper" | "year" | "letter" | "recent" | "unlinked";

/** `incoming`: how many notes link to it. */
export type NoteSort = "title" | "modified" | "sources" | "incoming";

/** Looks like a topic, and is one where notes are grouped by topic: distinct notes and papers, in it and below it. */
export type NoteGroup = Topic;

export interface GroupedNotes {
  readonly groups: readonly NoteGroup[];
  /** All that are shown, each once. */
  readonly notes: readonly Note[];
  /** The notes that stand right below a group; all of them for the empty id where there are no groups. */
  readonly below: (id: string) => readonly Note[];
}

interface Known {
  readonly version: number;
  readonly filter: string;
  readonly grouped: GroupedNotes;
}

const known = new WeakMap<Vault, Map<NotesBy, Known>>();

/** Groups the notes that a filter leaves. Worked out once for a state of the vault; gives way at each note. */
export function* groupedNotes(vault: Vault, by: NotesBy, filter = ""): Generator<void, GroupedNotes> {
  const views = known.get(vault) ?? new Map<NotesBy, Known>();
  known.set(vault, views);
  const { version } = vault;
  const last = views.get(by);
  if (last?.version === version && last.filter === filter) return last.grouped;
  const notes = yield* filteredNotes(vault, filter);
  const grouped = yield* groupers[by](vault, notes);
  views.set(by, { version, filter, grouped });
  return grouped;
}

type Grouper = (vault: Vault, notes: readonly Note[]) => Generator<void, GroupedNotes>;

const groupers: Readonly<Record<NotesBy, Grouper>> = {
  topic: byTopic,
  paper: byPaper,
  year: byYear,
  letter: byLetter,
  *recent(_, notes) {
    return { groups: [], notes, below: () => notes };
  },
  *unlinked(vault, all) {
    const notes: Note[] = [];
    for (const note of all) {
      yield;
      if (linkedFrom(vault, note).size === 0 && linkingTo(vault, note).size === 0) notes.push(note);
    }
    return { groups: [], notes, below: () => notes };
  },
};

/** The tree of topics, without those that no note is left in. */
function* byTopic(vault: Vault, notes: readonly Note[]): Generator<void, GroupedNotes> {
  const direct = new Map<string, Note[]>();
  for (const note of notes) {
    yield;
    for (const id of new Set(note.topics.map((topic) => topic.id))) add(direct, id, note);
  }
  const below = (id: string) => direct.get(id) ?? [];
  const groupOf = (topic: Topic): readonly [NoteGroup, ReadonlySet<Note>][] => {
    const children = topic.children.flatMap(groupOf);
    const its = new Set([...below(topic.id), ...children.flatMap(([, inside]) => [...inside])]);
    if (its.size === 0) return [];
    return [[{ ...groupWith(vault, topic, its), children: children.map(([group]) => group) }, its]];
  };
  return {
    groups: topics(vault)
      .flatMap(groupOf)
      .map(([group]) => group),
    notes,
    below,
  };
}

const uncited = "none";

/** The papers that notes cite, by title, each with those that do; last those that cite none. */
function* byPaper(vault: Vault, notes: readonly Note[]): Generator<void, GroupedNotes> {
  const citing = new Map<string, Note[]>();
  const bare = new Map<string, Note[]>();
  for (const note of notes) {
    yield;
    const papers = vault.papers.citedBy(note);
    for (const paper of papers) add(citing, paper, note);
    if (papers.size === 0) add(bare, uncited, note);
  }
  const groups: NoteGroup[] = [];
  for (const [id, its] of citing) {
    yield;
    const { title, authors, year } = paperText(vault.papers, id as PaperId);
    const description = [authors, year].filter(Boolean).join(", ");
    groups.push({ id, label: title, description, noteCount: its.length, paperCount: 1, children: [] });
  }
  const without = plainGroups(vault, notes, bare, [...bare.keys()], () => "No Paper");
  return { groups: [...groups.sort(byLabel), ...without.groups], notes, below: (id) => citing.get(id) ?? without.below(id) };
}

const undated = "none";

/** By the year of the newest paper that a note cites, the newest first. */
function* byYear(vault: Vault, notes: readonly Note[]): Generator<void, GroupedNotes> {
  const years = new Map<string, Note[]>();
  const known = new Map<PaperId, number>();
  for (const note of notes) {
    yield;
    let newest = 0;
    for (const paper of vault.papers.citedBy(note)) {
      const year = known.get(paper) ?? yearOf(vault.papers, paper);
      known.set(paper, year);
      newest = Math.max(newest, year);
    }
    add(years, newest === 0 ? undated : String(newest), note);
  }
  const labels = (id: string) => (id === undated ? "No Dated Source" : id);
  const ids = [...years.keys()].sort((a, b) => Number(a === undated) - Number(b === undated) || Number(b) - Number(a));
  return plainGroups(vault, notes, years, ids, labels);
}

/** What an entry says, else what an arXiv id does: `2505.24298` and `hep-th/9901001` begin with the year. 0 where nobody knows. */
function yearOf(papers: Papers, paper: PaperId): number {
  const described = Number.parseInt(paperText(papers, paper).year, 10);
  if (described > 0) return described;
  const digits = /^arxiv:(?:[a-z.-]+\/)?(\d\d)\d\d/i.exec(paper)?.[1];
  // arXiv began in 1991.
  return digits === undefined ? 0 : Number(digits) + (Number(digits) > 90 ? 1900 : 2000);
}

/** By the first letter or digit of the title, without its accent. */
function* byLetter(vault: Vault, notes: readonly Note[]): Generator<void, GroupedNotes> {
  const letters = new Map<string, Note[]>();
  for (const note of notes) {
    yield;
    add(letters, initialOf(note.title.text), note);
  }
  return plainGroups(vault, notes, letters, [...letters.keys()].sort(byText), (id) => id);
}

function initialOf(title: string): string {
  const first = /[\p{L}\p{N}]/u.exec(title)?.[0]?.normalize("NFD").replace(/\p{M}/gu, "") ?? "";
  return first === "" ? "#" : /\p{N}/u.test(first) ? "0–9" : first.toUpperCase();
}

function plainGroups(
  vault: Vault,
  notes: readonly Note[],
  members: ReadonlyMap<string, readonly Note[]>,
  ids: readonly string[],
  labelOf: (id: string) => string,
): GroupedNotes {
  const below = (id: string) => members.get(id) ?? [];
  const groups = ids.map((id) => ({ ...groupWith(vault, { id, label: labelOf(id), description: "" }, below(id)), children: [] }));
  return { groups, notes, below };
}

/** A group with the counts of its notes. */
function groupWith(vault: Vault, { id, label, description }: Pick<NoteGroup, "id" | "label" | "description">, notes: Iterable<Note>) {
  const papers = new Set<PaperId>();
  let noteCount = 0;
  for (const note of notes) {
    noteCount++;
    for (const paper of vault.papers.citedBy(note)) papers.add(paper);
  }
  return { id, label, description, noteCount, paperCount: papers.size };
}

const byLabel = (a: NoteGroup, b: NoteGroup) => byText(a.label, b.label) || (a.id < b.id ? -1 : 1);

function add(groups: Map<string, Note[]>, id: string, note: Note): void {
  const its = groups.get(id);
  if (its) its.push(note);
  else groups.set(id, [note]);
}
