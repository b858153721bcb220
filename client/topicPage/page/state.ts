// What a page shows, and what of it is left after sorting and filtering.
import type { Graph, NoteCard, PaperCard, RelatedNote } from "../../../server/protocol";
import type { ShownTopic, ToPage, View } from "../messages";
import { byText, matcher } from "./words";

export type ListOrder = "question" | "sources" | "incoming" | "changed";
export type PaperOrder = "title" | "year" | "cited";

/** By what rows are sorted. Numbers begin with the greatest, texts with A, unless it is turned round. */
export interface Sorting<T> {
  readonly by: T;
  readonly isTurned: boolean;
}

export interface PageState {
  readonly status: "loading" | "shown" | "gone" | "failed";
  readonly shown: ShownTopic | undefined;
  readonly view: View;
  readonly filter: string;
  readonly list: Sorting<ListOrder>;
  readonly papers: Sorting<PaperOrder>;
  /** By the note of a card: whose related notes are shown in it, the last one now. */
  readonly trails: ReadonlyMap<string, readonly string[]>;
  readonly related: ReadonlyMap<string, readonly RelatedNote[] | "failed">;
  readonly graph: Graph | "failed" | undefined;
}

/** Before anything was told. */
export const initialState: PageState = {
  status: "loading",
  shown: undefined,
  view: "cards",
  filter: "",
  list: { by: "question", isTurned: false },
  papers: { by: "title", isTurned: false },
  trails: new Map(),
  related: new Map(),
  graph: undefined,
};

/** The state after the extension told something. */
export function told(state: PageState, message: ToPage): PageState {
  switch (message.kind) {
    case "topic":
      return { ...state, status: "shown", shown: message.shown, view: message.view, related: explored(state) };
    case "cards":
      return { ...state, shown: state.shown && withCards(state.shown, message.cards) };
    case "related":
      return { ...state, related: new Map(state.related).set(message.uri, message.related) };
    case "failedRelated":
      return { ...state, related: new Map(state.related).set(message.uri, "failed") };
    case "graph":
      return { ...state, graph: message.graph };
    case "gone":
      return { ...state, status: "gone" };
    case "failed":
      return message.what === "graph" ? { ...state, graph: "failed" } : { ...state, status: "failed" };
  }
}

/** What is related may have changed with the notes: of what nobody sees it is asked for anew. */
function explored({ trails, related }: PageState): PageState["related"] {
  const seen = new Set([...trails.values()].flat());
  return new Map([...related].filter(([uri]) => seen.has(uri)));
}

function withCards({ topic, labels }: ShownTopic, cards: readonly NoteCard[]): ShownTopic {
  const changed = new Map(cards.map((card) => [card.uri, card]));
  return { labels, topic: { ...topic, notes: topic.notes.map((card) => changed.get(card.uri) ?? card) } };
}

/** Turns an order round where it is chosen again. */
export const sorted = <T>({ by, isTurned }: Sorting<T>, chosen: T): Sorting<T> => ({ by: chosen, isTurned: chosen === by && !isTurned });

/** The notes that have what is typed in their question or summary. */
export function notesShown({ shown, filter }: PageState): readonly NoteCard[] {
  const isMatch = matcher(filter);
  const notes = shown?.topic.notes ?? [];
  return isMatch ? notes.filter(({ title, summary }) => isMatch(title, summary)) : notes;
}

/** The same in the order of the list. */
export function notesSorted(state: PageState): readonly NoteCard[] {
  const { by, isTurned } = state.list;
  const key = { sources: "sourceCount", incoming: "incoming", changed: "modified" } as const;
  const order = (a: NoteCard, b: NoteCard) => (by === "question" ? 0 : b[key[by]] - a[key[by]]) || byText(a.title, b.title);
  return inOrder(notesShown(state), order, isTurned);
}

/** The papers that have what is typed in their title, authors or year, in their order. */
export function papersSorted({ shown, filter, papers: { by, isTurned } }: PageState): readonly PaperCard[] {
  const isMatch = matcher(filter);
  const all = shown?.topic.papers ?? [];
  const found = isMatch ? all.filter(({ title, authors, year, id }) => isMatch(title, ...authors, `${year ?? ""}`, id)) : all;
  const number = ({ year, notes }: PaperCard) => (by === "year" ? (year ?? 0) : by === "cited" ? notes.length : 0);
  return inOrder(found, (a, b) => number(b) - number(a) || byText(a.title, b.title), isTurned);
}

function inOrder<T>(all: readonly T[], order: (a: T, b: T) => number, isTurned: boolean): readonly T[] {
  return [...all].sort(isTurned ? (a, b) => order(b, a) : order);
}
