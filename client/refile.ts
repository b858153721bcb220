// Move to Topic and Add to Topic: files notes under another topic or one more, by one edit that the server works out.
import { l10n, type QuickPickItem, type Uri, window } from "vscode";
import type { NoteCard, RefileAnswer, RefileParams, TopicNode } from "../server/protocol";
import { noteOf } from "./command";
import { withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";
import { type Editing, refactorAnswered } from "./refactor";
import { noAnswer } from "./restingInput";
import { unfiled, withBelow } from "./topicNodes";
import type { NoteRow } from "./topics/rows";

export type How = RefileParams["how"];

/** Asks for a topic, old or new, and files some rows of a view under it, or the active note where there are none. */
export async function refileChosen(editing: Editing, rows: readonly NoteRow[], how: How): Promise<void> {
  const notes = rows.length > 0 ? rows : await activeNote(editing.notes);
  if (notes.length === 0) {
    void window.showInformationMessage(l10n.t("Open a note to file it under a topic, or choose one in the Topics view."));
    return;
  }
  try {
    const roots = await editing.notes.request("quaestio/topics", {});
    const topics = roots.flatMap(withBelow);
    const leaving = how === "move" ? await withTopicToLeave(notes, topics) : notes;
    const to = leaving && (await chosenTopic(leaving, topics, how));
    if (leaving && to !== undefined) await refileNotes(editing, leaving, to, how);
  } catch {
    void window.showErrorMessage(noAnswer);
  }
}

/** Files notes under a topic, given by its id or a name, and says what came of it. */
export async function refileNotes(editing: Editing, rows: readonly NoteRow[], to: string, how: How): Promise<void> {
  const answer = await editing.notes.request("quaestio/refile", { to, how, notes: leavingNotes(rows) }).catch(() => undefined);
  if (!answer) return void window.showErrorMessage(noAnswer);
  if (answer.kind === "impossible") return void window.showWarningMessage(answer.why);
  if (answer.edit && !(await refactorAnswered(editing, answer.edit)))
    return void window.showWarningMessage(l10n.t("Nothing was filed elsewhere, because notes were edited meanwhile. Try it once more."));
  tell(answer, how);
}

/** One entry a note: what is selected twice, under two topics, leaves both. */
function leavingNotes(rows: readonly NoteRow[]): RefileParams["notes"] {
  const leaves = new Map<string, string[]>();
  for (const { card, topicId } of rows) {
    const known = leaves.get(card.uri) ?? [];
    leaves.set(card.uri, card.topics.includes(topicId) ? [...known, topicId] : known);
  }
  return [...leaves].map(([uri, ids]) => ({ uri, leaves: ids }));
}

/** More sentences than this nobody reads. */
const mostTold = 3;
/** Milliseconds. */
const shownFor = 5000;

function tell({ topic, changed, there, left }: Extract<RefileAnswer, { kind: "filed" }>, how: How): void {
  const named = (titles: readonly string[]) => (titles.length === 1 ? `“${titles[0]}”` : l10n.t("{0} notes", titles.length));
  if (changed.length > 0) {
    const done =
      how === "move"
        ? l10n.t("Moved {0} to “{1}”.", named(changed), topic)
        : l10n.t("Added “{0}” to the topics of {1}.", topic, named(changed));
    window.setStatusBarMessage(withoutIcons(done), shownFor);
  } else if (there.length > 0) {
    const already =
      there.length === 1
        ? l10n.t("{0} is in “{1}” already.", named(there), topic)
        : l10n.t("{0} are in “{1}” already.", named(there), topic);
    void window.showInformationMessage(already);
  }
  if (left.length === 0) return;
  const more = left.length > mostTold ? [l10n.t("{0} more stay as they are.", left.length - mostTold)] : [];
  void window.showWarningMessage([...left.slice(0, mostTold), ...more].join(" "));
}

async function activeNote(notes: NotesClient): Promise<readonly NoteRow[]> {
  const uri: Uri | undefined = noteOf(undefined);
  const card: NoteCard | null = uri ? await notes.request("quaestio/note", { uri: uri.toString() }).catch(() => null) : null;
  return uri && card ? [{ kind: "note", card, uri, topicId: "" }] : [];
}

interface TopicChoice extends QuickPickItem {
  readonly topic: string;
}

/** Asks which topic a single note of several topics leaves that was not chosen under one of them; undefined when somebody left. */
async function withTopicToLeave(rows: readonly NoteRow[], topics: readonly TopicNode[]): Promise<readonly NoteRow[] | undefined> {
  const [row, ...others] = rows;
  if (!row || others.length > 0 || row.card.topics.length < 2 || row.card.topics.includes(row.topicId)) return rows;
  const choices = row.card.topics.map((id): TopicChoice => {
    const label = topics.find((it) => it.id === id)?.label ?? id;
    return { label: withoutIcons(label), description: withoutIcons(id), topic: id };
  });
  const title = l10n.t("Move “{0}” to Topic", withoutIcons(row.card.title));
  const chosen = await window.showQuickPick(choices, { title, placeHolder: l10n.t("Choose the topic it is to leave") });
  return chosen && [{ ...row, topicId: chosen.topic }];
}

/** Asks for a topic by its name, or for the name of a new one; undefined when somebody left. */
function chosenTopic(rows: readonly NoteRow[], topics: readonly TopicNode[], how: How): Promise<string | undefined> {
  const isOffered = ({ id }: TopicNode) => !rows.every(({ card }) => card.topics.includes(id)) && !(how === "add" && id === unfiled);
  const choices = topics.filter(isOffered).map(({ id, label }): TopicChoice => {
    return { label: withoutIcons(label), description: withoutIcons(id), topic: id };
  });
  const pick = window.createQuickPick<TopicChoice>();
  const [first] = rows;
  const what = rows.length === 1 && first ? `“${withoutIcons(first.card.title)}”` : `${rows.length} Notes`;
  pick.title = how === "move" ? l10n.t("Move {0} to Topic", what) : l10n.t("Add {0} to Topic", what);
  pick.placeholder = l10n.t("Choose a topic, or type the name of a new one, such as learning/theory");
  pick.matchOnDescription = true;
  pick.items = choices;
  pick.onDidChangeValue((typed) => {
    const name = typed.trim();
    const isKnown = topics.some(({ id, label }) => [id, label.toLowerCase()].includes(name.toLowerCase()));
    const row: TopicChoice = { label: `$(add) New Topic “${withoutIcons(name)}”`, alwaysShow: true, topic: name };
    pick.items = name === "" || isKnown ? choices : [...choices, row];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.topic);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
