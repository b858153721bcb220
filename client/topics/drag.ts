// Dragging in the Topics view: a note onto a topic is filed there, into a text it becomes a link, and whatever takes files gets it as one.
import { type DataTransfer, DataTransferItem, l10n, type TreeDragAndDropController, window, workspace } from "vscode";
import { withoutIcons } from "../markdown";
import type { Editing } from "../refactor";
import { type How, refileNotes } from "../refile";
import { unfiled } from "../topicNodes";
import { isRow, type NoteRow, notesIn, type Row } from "./rows";

/** The editor gives rows this type that are dragged inside a view of that name. */
const ownRows = "application/vnd.code.tree.quaestio.topics";
const uriList = "text/uri-list";

/** What of the view can be dragged, and what a drop does. */
export function topicsDragAndDrop(editing: Editing): TreeDragAndDropController<Row> {
  return {
    dragMimeTypes: [uriList],
    dropMimeTypes: [ownRows],
    handleDrag(rows, data) {
      const notes = notesIn(rows);
      if (notes.length === 0) return;
      data.set(ownRows, new DataTransferItem(notes));
      data.set(uriList, new DataTransferItem([...new Set(notes.map(({ uri }) => uri.toString()))].join("\r\n")));
    },
    async handleDrop(target, data) {
      const topic = target && topicOf(target);
      const notes = droppedNotes(data);
      if (!topic || notes.length === 0) return;
      const how = await howToFile(notes, topic);
      if (how) await refileNotes(editing, notes, topic.id, how);
    },
  };
}

interface Topic {
  readonly id: string;
  readonly label: string;
}

/** A note stands for the topic it is listed under, as a file does for its folder; none where it is listed under something else. */
function topicOf(row: Row): Topic | undefined {
  if (row.kind === "topic") return row.topic;
  if (row.kind !== "note") return undefined;
  return row.card.topics.includes(row.topicId) ? { id: row.topicId, label: row.topicId } : undefined;
}

function droppedNotes(data: DataTransfer): readonly NoteRow[] {
  const rows: unknown = data.get(ownRows)?.value;
  return Array.isArray(rows) ? notesIn(rows.filter(isRow)) : [];
}

/** Move or add, as the setting says or somebody chooses; undefined when they left. Nothing is asked where both come to the same. */
async function howToFile(notes: readonly NoteRow[], topic: Topic): Promise<How | undefined> {
  const stay = notes.every(({ topicId }) => topicId === topic.id);
  const haveNone = notes.every(({ card }) => card.topics.every((id) => id === unfiled));
  if (stay || haveNone || topic.id === unfiled) return "move";
  const action = workspace.getConfiguration("quaestio").get<How | "ask">("topics.dropAction", "ask");
  if (action === "move" || action === "add") return action;
  const [first] = notes;
  const what = notes.length === 1 && first ? `“${withoutIcons(first.card.title)}”` : l10n.t("{0} notes", notes.length);
  const choices = [
    { label: l10n.t("Move Here"), detail: l10n.t("Out of the topic it was dragged from. Its other topics stay."), how: "move" as const },
    { label: l10n.t("Add This Topic Too"), detail: l10n.t("It stays in all of its topics."), how: "add" as const },
  ];
  const chosen = await window.showQuickPick(choices, {
    title: l10n.t("File {0} Under “{1}”", what, withoutIcons(topic.label)),
    placeHolder: l10n.t("Choose what becomes of the topic it was dragged from"),
  });
  return chosen?.how;
}
