// The tree of topics with its counts, and the notes of one topic.
import { baseName, folderOf, topicId, topicLabel } from "../core/key";
import type { Note } from "../core/note";
import { byPlace, byText } from "../core/order";
import type { Vault } from "../index/vault";

export interface Topic {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Distinct notes in it and below it; topic notes are not counted. */
  readonly noteCount: number;
  /** Distinct papers that those notes and its topic notes cite. */
  readonly paperCount: number;
  readonly children: readonly Topic[];
}

interface Forest {
  readonly version: number;
  readonly roots: readonly Topic[];
  readonly byId: ReadonlyMap<string, Topic>;
}

const forests = new WeakMap<Vault, Forest>();

/** All topics, by label; worked out anew only when a note's topics or sources or a topic note changed. */
export function topics(vault: Vault): readonly Topic[] {
  return forestOf(vault).roots;
}

const noteCounts = new WeakMap<Vault, { readonly version: number; readonly count: number }>();

/** How many notes there are, those that describe topics left out; counted anew only when the tree of topics can have changed. */
export function noteCount(vault: Vault): number {
  const known = noteCounts.get(vault);
  if (known?.version === vault.topicsVersion) return known.count;
  let count = 0;
  for (const { kind } of vault.notes()) if (kind === "note") count++;
  noteCounts.set(vault, { version: vault.topicsVersion, count });
  return count;
}

/** The topic of an id; undefined where no note names it or one below it. */
export function topicOf(vault: Vault, id: string): Topic | undefined {
  return forestOf(vault).byId.get(id);
}

/** All topics, each before those below it. */
export function allTopics(vault: Vault): readonly Topic[] {
  const withBelow = (topic: Topic): readonly Topic[] => [topic, ...topic.children.flatMap(withBelow)];
  return topics(vault).flatMap(withBelow);
}

/** The topic of an id or, where that is clear, of a label or of the end of an id. */
export function topicNamed(vault: Vault, name: string): Topic | undefined {
  const id = topicId(name);
  const all = allTopics(vault);
  const only = (isMeant: (topic: Topic) => boolean) => ((found) => (found.length === 1 ? found[0] : undefined))(all.filter(isMeant));
  return (
    topicOf(vault, name) ??
    topicOf(vault, id) ??
    only(({ label }) => label.toLowerCase() === name.trim().toLowerCase()) ??
    (id === "" ? undefined : only((topic) => topic.id.endsWith(`/${id}`)))
  );
}

/** The topics that one lies in, outermost first. */
export function enclosingTopics(vault: Vault, id: string): readonly { readonly id: string; readonly label: string }[] {
  const parent = folderOf(id);
  return parent === "" ? [] : [...enclosingTopics(vault, parent), { id: parent, label: topicLabelOf(vault, parent) }];
}

/** The label of a topic id, whether or not a note describes it. */
export const topicLabelOf = (vault: Vault, id: string): string => topicOf(vault, id)?.label ?? topicLabel(id);

/** The same without the tree, which is worked out anew while a topic is being typed. */
export const labelAlone = (vault: Vault, id: string): string => described(vault, id).label;

/** The labels of a note's topics, the innermost name only. */
export function topicLabels(vault: Vault, note: Note): readonly string[] {
  return note.topics.map(({ id }) => topicLabelOf(vault, id));
}

function forestOf(vault: Vault): Forest {
  const known = forests.get(vault);
  if (known?.version === vault.topicsVersion) return known;
  const childIds = childrenById(vault);
  const counted = countsOf(vault, [...childIds.values()].flat());
  const byId = new Map<string, Topic>();
  const build = (id: string): Topic => {
    const children = (childIds.get(id) ?? []).map(build).sort(byLabel);
    const topic = { id, ...described(vault, id), ...counted(id), children };
    byId.set(id, topic);
    return topic;
  };
  const roots = (childIds.get("") ?? []).map(build).sort(byLabel);
  const forest = { version: vault.topicsVersion, roots, byId };
  forests.set(vault, forest);
  return forest;
}

/** Parents that no note names are topics all the same: `a/b/c` makes `a` and `a/b`. */
function childrenById(vault: Vault): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, Set<string>>();
  for (const named of vault.topicIds()) {
    for (let id = named; id !== ""; id = folderOf(id)) {
      const siblings = children.get(folderOf(id)) ?? new Set();
      children.set(folderOf(id), siblings.add(id));
    }
  }
  return new Map([...children].map(([id, ids]) => [id, [...ids]]));
}

/** The counts of every topic. Of a hundred thousand notes sets would be ten times slower than marks, and larger than the notes. */
function countsOf(vault: Vault, ids: readonly string[]): (id: string) => Pick<Topic, "noteCount" | "paperCount"> {
  const places = new Map(ids.map((id, place) => [id, place]));
  const enclosing = new Map(ids.map((id) => [id, withParents(id).map((it) => places.get(it) as number)]));
  const notes = tally(enclosing, eachNote(vault));
  const papers = tally(enclosing, citingNotes(vault));
  return (id) => {
    const place = places.get(id) as number;
    return { noteCount: notes[place] as number, paperCount: papers[place] as number };
  };
}

/** A topic and those it lies in. */
const withParents = (id: string): readonly string[] => (id === "" ? [] : [id, ...withParents(folderOf(id))]);

function* eachNote(vault: Vault): Iterable<Iterable<Note>> {
  for (const note of vault.notes()) if (note.kind === "note") yield [note];
}

function* citingNotes({ papers }: Vault): Iterable<Iterable<Note>> {
  for (const [, notes] of papers.citations()) yield notes;
}

/** In how many of the groups of notes each place occurs; `enclosing` names the places of each topic. */
function tally(enclosing: ReadonlyMap<string, readonly number[]>, groups: Iterable<Iterable<Note>>): Uint32Array {
  const counts = new Uint32Array(enclosing.size);
  const lastGroup = new Uint32Array(enclosing.size);
  let group = 0;
  for (const notes of groups) {
    group++;
    for (const { topics } of notes) {
      for (const { id } of topics) {
        for (const place of enclosing.get(id) ?? []) {
          if (lastGroup[place] === group) continue;
          lastGroup[place] = group;
          counts[place] = (counts[place] as number) + 1;
        }
      }
    }
  }
  return counts;
}

function described(vault: Vault, id: string): Pick<Topic, "label" | "description"> {
  const note = describing(vault, id);
  return { label: note?.title.text ?? topicLabel(id), description: note?.summary ?? "" };
}

/** The topic note of a topic; the one whose file comes first where there are several. */
function describing(vault: Vault, id: string): Note | undefined {
  const describers: Note[] = [];
  for (const note of vault.inTopic(id)) if (note.kind === "topic") describers.push(note);
  return describers.sort(byPlace)[0];
}

/** “Unfiled” comes last: it is what is left over. */
function byLabel(a: Topic, b: Topic): number {
  return Number(isUnfiled(a)) - Number(isUnfiled(b)) || byText(a.label, b.label) || (a.id < b.id ? -1 : 1);
}

const isUnfiled = ({ id }: Topic) => baseName(id) === "unfiled";

/** By title as a reader would sort them, without regard to case, numbers by their value. */
export const byTitle = (a: Note, b: Note): number => byText(a.title.text, b.title.text) || byPlace(a, b);

/** The notes of a topic: those that name it, or with `all` those below it too. */
export const notesOf = (vault: Vault, id: string, depth: "direct" | "all"): readonly Note[] =>
  withTopicNotes(vault, id, depth).filter(({ kind }) => kind === "note");

/** The same with the notes that describe topics: what those cite counts as the topic's. */
export function withTopicNotes(vault: Vault, id: string, depth: "direct" | "all"): readonly Note[] {
  const notes = new Set<Note>();
  const gather = (topic: string) => {
    for (const note of vault.inTopic(topic)) notes.add(note);
    if (depth === "all") for (const child of topicOf(vault, topic)?.children ?? []) gather(child.id);
  };
  gather(id);
  return [...notes];
}
