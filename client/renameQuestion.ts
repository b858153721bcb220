// Rename Question and Rename Topic: another title or path, asked for in an input box, and everything that names it follows as after F2 in a text.
import { l10n, window } from "vscode";
import type { RenameParams } from "../server/protocol";
import { noteOf } from "./command";
import { withoutIcons } from "./markdown";
import { type Editing, refactorAnswered } from "./refactor";
import { noAnswer } from "./restingInput";
import type { Row, TopicRow } from "./topics/rows";

/** Asks for another title of the note of a row, or of the active one, or for another path of the topic of a row. */
export async function renameQuestion(editing: Editing, row: Row | undefined): Promise<void> {
  if (row?.kind === "topic") return renameTopic(editing, row);
  const uri = noteOf(row)?.toString();
  const card = uri === undefined ? null : await editing.notes.request("quaestio/note", { uri }).catch(() => null);
  if (uri === undefined || !card) {
    void window.showInformationMessage(l10n.t("Open a note to rename its question, or choose one in the Topics view."));
    return;
  }
  const name = await window.showInputBox({
    title: l10n.t("Rename “{0}”", withoutIcons(card.title)),
    prompt: l10n.t("Its heading, its file and every link to it follow."),
    value: card.title,
    validateInput: (typed) => (typed.trim() === "" ? l10n.t("A question needs a word in it.") : undefined),
  });
  if (name !== undefined && name.trim() !== card.title) await rename(editing, { uri, name });
}

async function renameTopic(editing: Editing, { topic: { id, label } }: TopicRow): Promise<void> {
  const segment = id.slice(id.lastIndexOf("/") + 1);
  const name = await window.showInputBox({
    title: l10n.t("Rename the Topic “{0}”", withoutIcons(label)),
    prompt: l10n.t("The last name of its path, or with a slash the whole of it. Every note that names it, or a topic below it, follows."),
    value: segment,
    validateInput: (typed) => (typed.trim() === "" ? l10n.t("A topic needs a name.") : undefined),
  });
  if (name !== undefined && name.trim() !== segment) await rename(editing, { topic: id, name });
}

async function rename(editing: Editing, params: RenameParams): Promise<void> {
  try {
    const answer = await editing.notes.request("quaestio/rename", params);
    if (answer.kind === "impossible") return void window.showWarningMessage(answer.why);
    if (!(await refactorAnswered(editing, answer.edit)))
      void window.showWarningMessage(l10n.t("Nothing was renamed: it was called off, or notes were edited meanwhile."));
  } catch {
    void window.showErrorMessage(noAnswer);
  }
}
