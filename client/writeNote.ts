// Writes a note that a fix proposes and goes there. Called by fixes only: no menu has it.
import { l10n, Selection, Uri, WorkspaceEdit, window, workspace } from "vscode";

/**
 * Creates a file with a text and opens it with the caret at its end; a file that is there already stays as it is. The fix has no edit of
 * its own with this command after it: now and then the editor then said “Actual command not found”, as if it had dropped the arguments.
 * `fault` says what the user should know of the text.
 */
export async function writeNote(address: unknown, text: unknown, fault?: unknown): Promise<void> {
  if (typeof address !== "string" || typeof text !== "string") return;
  const uri = Uri.parse(address, true);
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(
      l10n.t("The note was not written: {0} cannot be created, or is there already.", workspace.asRelativePath(uri)),
    );
    return;
  }
  if (typeof fault === "string") void window.showWarningMessage(fault);
  const editor = await window.showTextDocument(uri);
  const { end } = editor.document.lineAt(editor.document.lineCount - 1).range;
  editor.selection = new Selection(end, end);
}
