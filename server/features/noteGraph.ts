// Notes as a graph: which of them refer to each other, and which cite the same papers.
import { folderOf } from "../core/key";
import type { Note } from "../core/note";
import type { Vault } from "../index/vault";
import { citedPapers } from "./citedPapers";
import { notesOf, type Topic, topicOf, topics } from "./topics";

export interface NoteGraph {
  /** The topics right below the one asked about. */
  readonly groups: readonly Topic[];
  /** The place of each note's group; −1 for a note of the topic itself. */
  readonly groupOf: readonly number[];
  readonly notes: readonly Note[];
  readonly edges: readonly Edge[];
}

/** Two notes by their places. `papers`: both cite as many papers as `weight` says. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly kind: "link" | "papers";
  readonly weight: number;
}

/** A paper that more notes cite ties none of them: lines between all would hide the rest. */
const mostCiting = 20;

/** The graph of the notes in a topic and below it or, without one, of the whole vault. */
export function noteGraph(vault: Vault, topic: string | undefined): NoteGraph {
  const notes = topic === undefined ? [...vault.notes()].filter(({ kind }) => kind === "note") : notesOf(vault, topic, "all");
  const groups = topic === undefined ? topics(vault) : (topicOf(vault, topic)?.children ?? []);
  const places = new Map(groups.map(({ id }, place) => [id, place]));
  return {
    groups,
    groupOf: notes.map((note) => groupOf(note, topic ?? "", places)),
    notes,
    edges: [...links(vault, notes), ...sharedPapers(vault, notes)],
  };
}

function groupOf({ topics: named }: Note, topic: string, places: ReadonlyMap<string, number>): number {
  for (const { id } of named)
    for (let at = id; at !== ""; at = folderOf(at)) if (folderOf(at) === topic && places.has(at)) return places.get(at) as number;
  return -1;
}

/** Each pair of notes once, however often and in whichever direction they refer to each other. */
function links(vault: Vault, notes: readonly Note[]): readonly Edge[] {
  const places = new Map(notes.map(({ uri }, place) => [uri, place]));
  const pairs = new Map<number, Edge>();
  for (const [from, note] of notes.entries()) {
    for (const reference of note.references) {
      const meaning = reference.kind === "citation" ? undefined : vault.resolve(note, reference);
      const to = meaning?.kind === "note" || meaning?.kind === "missingPart" ? places.get(meaning.note.uri) : undefined;
      if (to === undefined || to === from) continue;
      pairs.set(pairOf(from, to, notes.length), { from, to, kind: "link", weight: 1 });
    }
  }
  return [...pairs.values()];
}

function sharedPapers(vault: Vault, notes: readonly Note[]): readonly Edge[] {
  const places = new Map(notes.map(({ uri }, place) => [uri, place]));
  const pairs = new Map<number, { readonly from: number; readonly to: number; weight: number }>();
  for (const { notes: citing } of citedPapers(vault, notes)) {
    if (citing.length > mostCiting) continue;
    const all = citing.map(({ uri }) => places.get(uri) as number);
    for (const [at, from] of all.entries()) {
      for (const to of all.slice(at + 1)) {
        const key = pairOf(from, to, notes.length);
        const known = pairs.get(key);
        if (known) known.weight++;
        else pairs.set(key, { from, to, weight: 1 });
      }
    }
  }
  return [...pairs.values()].map((it) => ({ ...it, kind: "papers" }));
}

/** One number for two notes, whichever comes first. */
const pairOf = (a: number, b: number, size: number) => Math.min(a, b) * size + Math.max(a, b);
