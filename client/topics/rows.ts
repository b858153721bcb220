// The rows of the Topics view as commands and drags get them, and which of them a person means.
import { commands, type Event, type TreeView, Uri } from "vscode";
import type { NoteCard, TopicNode } from "../../server/protocol";

export interface TopicRow {
  readonly kind: "topic";
  readonly topic: TopicNode;
}

export interface NoteRow {
  readonly kind: "note";
  readonly card: NoteCard;
  readonly uri: Uri;
  /** The topic it is listed under, or what else the view groups notes by. */
  readonly topicId: string;
}

/** A paper, a year or a letter, with the notes that belong to it. */
export interface GroupRow {
  readonly kind: "group";
  readonly group: TopicNode;
}

/** Stands for the notes that a long list does not show yet. */
export interface MoreRow {
  readonly kind: "more";
  /** The id of the list. */
  readonly listId: string;
  readonly count: number;
}

export type Row = TopicRow | NoteRow | GroupRow | MoreRow;

/** What a key of the view hands to a command: the editor names no row then. */
export interface KeyTarget {
  readonly row: "focused";
}

/** Milliseconds that the editor may take to tell of a selection. */
const patience = 500;

/**
 * The rows that a command of the view is about: those selected where it was called on one of them, else the one it was called on; called by a
 * key, likewise with the row that has the focus. None where it was called from elsewhere.
 */
export async function chosenRows(view: TreeView<Row>, target: unknown, selected: unknown): Promise<readonly Row[]> {
  if ((target as Partial<KeyTarget> | undefined)?.row === "focused") return focusedRows(view);
  if (Array.isArray(selected) && selected.length > 0) return selected.filter(isRow);
  return isRow(target) ? [target] : [];
}

/** The notes among some rows. */
export const notesIn = (rows: readonly Row[]): readonly NoteRow[] => rows.filter((it) => it.kind === "note");

/** Whether something is a row of the view that commands and drags are for: a note or a topic. */
export function isRow(it: unknown): it is NoteRow | TopicRow {
  const { kind, uri, topic } = (it ?? {}) as { readonly kind?: string; readonly uri?: unknown; readonly topic?: unknown };
  return (kind === "note" && uri instanceof Uri) || (kind === "topic" && topic !== undefined);
}

/**
 * Extensions are told of the selection and not of the focus, which arrow keys move alone. The editor's own command puts the focused row into the
 * selection or takes it out, and opens nothing: what differs is that row. It is done twice, so that all is as it was.
 */
async function focusedRows(view: TreeView<Row>): Promise<readonly Row[]> {
  const before = view.selection;
  const told = once(view.onDidChangeSelection);
  await commands.executeCommand("list.toggleSelection");
  await told;
  const now = view.selection;
  const focused = now.find((it) => !before.includes(it)) ?? before.find((it) => !now.includes(it));
  await commands.executeCommand("list.toggleSelection");
  return focused === undefined ? [] : before.includes(focused) ? before : [focused];
}

function once(event: Event<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const listener = event(done);
    const timer = setTimeout(done, patience);
  });
}
