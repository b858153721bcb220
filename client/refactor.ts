// Makes an edit of many notes as the editor makes its own refactorings: no tab is left open, nothing unsaved that was saved.
import { type WorkspaceEdit, workspace } from "vscode";
import { saveOthers, unsavedNotes } from "./saveOthers";

/** Whether the edit was made: not where a note was edited meanwhile. Notes that were saved are saved again and those that were closed stay closed. */
export async function refactor(edit: WorkspaceEdit): Promise<boolean> {
  const unsaved = unsavedNotes();
  const isDone = await workspace.applyEdit(edit, { isRefactoring: true });
  if (isDone) await saveOthers(edit, unsaved);
  return isDone;
}
