// Makes an edit of many notes as the editor makes its own refactorings: no tab is left open, nothing unsaved that was saved.
import { type TextDocument, type WorkspaceEdit, workspace } from "vscode";

/** Whether the edit was made: not where a note was edited meanwhile. Notes that were saved are saved again and those that were closed stay closed. */
export async function refactor(edit: WorkspaceEdit): Promise<boolean> {
  const unsaved = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(addressOf));
  const isDone = await workspace.applyEdit(edit, { isRefactoring: true });
  if (isDone) await saveOthers(edit, unsaved);
  return isDone;
}

const addressOf = ({ uri }: Pick<TextDocument, "uri">) => uri.toString();

/** The editor itself saves what a refactoring changed only where it changed several files. */
async function saveOthers(edit: WorkspaceEdit, unsaved: ReadonlySet<string>): Promise<void> {
  if (!workspace.getConfiguration("files").get("refactoring.autoSave", true)) return;
  const edited = new Set(edit.entries().map(([uri]) => uri.toString()));
  const left = workspace.textDocuments.filter((it) => it.isDirty && edited.has(addressOf(it)) && !unsaved.has(addressOf(it)));
  await Promise.all(left.map((document) => document.save()));
}
