// The tree of topics with its counts, and the notes of one topic.
import { baseName, folderOf, topicLabel } from "../core/key";
import type { Note, NoteUri, PaperId } from "../core/note";
import { byPlace } from "../core/order";
import type { Vault } from "../index/vault";

export interface Topic {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Distinct notes in it and below it; topic notes are not counted. */
  readonly notes: ReadonlySet<NoteUri>;
  /** Distinct papers that those notes and its topic notes cite. */
  readonly papers: ReadonlySet<PaperId>;
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

/** The topic of an id; undefined where no note names it or one below it. */
export function topicOf(vault: Vault, id: string): Topic | undefined {
  return forestOf(vault).byId.get(id);
}

/** The labels of a note's topics, the innermost name only. */
export function topicLabels(vault: Vault, note: Note): readonly string[] {
  return note.topics.map(({ id }) => topicOf(vault, id)?.label ?? topicLabel(id));
}

function forestOf(vault: Vault): Forest {
  const known = forests.get(vault);
  if (known?.version === vault.topicsVersion) return known;
  const childIds = childrenById(vault);
  const byId = new Map<string, Topic>();
  const build = (id: string): Topic => {
    const topic = topicFrom(vault, id, (childIds.get(id) ?? []).map(build));
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

function topicFrom(vault: Vault, id: string, children: readonly Topic[]): Topic {
  const members = [...vault.inTopic(id)];
  const notes = new Set(members.filter(({ kind }) => kind === "note").map(({ uri }) => uri));
  const papers = new Set(members.flatMap((note) => [...vault.papers.citedBy(note)]));
  for (const child of children) {
    for (const note of child.notes) notes.add(note);
    for (const paper of child.papers) papers.add(paper);
  }
  const described = describing(vault, id);
  return {
    id,
    label: described?.title.text ?? topicLabel(id),
    description: described?.summary ?? "",
    notes,
    papers,
    children: [...children].sort(byLabel),
  };
}

/** The topic note of a topic; the one whose file comes first where there are several. */
function describing(vault: Vault, id: string): Note | undefined {
  const describers = [...vault.inTopic(id)].filter(({ kind }) => kind === "topic");
  return describers.sort(byPlace)[0];
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** “Unfiled” comes last: it is what is left over. */
function byLabel(a: Topic, b: Topic): number {
  return Number(isUnfiled(a)) - Number(isUnfiled(b)) || collator.compare(a.label, b.label) || (a.id < b.id ? -1 : 1);
}

const isUnfiled = ({ id }: Topic) => baseName(id) === "unfiled";

/** By title as a reader would sort them, without regard to case, numbers by their value. */
export const byTitle = (a: Note, b: Note): number => collator.compare(a.title.text, b.title.text) || byPlace(a, b);

/** The notes of a topic: those that name it, or with `all` those below it too. */
export function notesOf(vault: Vault, id: string, depth: "direct" | "all"): readonly Note[] {
  if (depth === "direct") return [...vault.inTopic(id)].filter(({ kind }) => kind === "note");
  return [...(topicOf(vault, id)?.notes ?? [])].flatMap((uri) => vault.note(uri) ?? []);
}
