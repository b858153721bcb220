// Opens a note that was just made, with the caret where its text begins. Called by fixes only: no menu has it.
import { Selection, window } from "vscode";
import { noteOf } from "./command";

/** Opens a note and puts the caret at its end. */
export async function openAtEnd(target: unknown): Promise<void> {
  const uri = noteOf(target);
  if (!uri) return;
  const editor = await window.showTextDocument(uri);
  const { end } = editor.document.lineAt(editor.document.lineCount - 1).range;
  editor.selection = new Selection(end, end);
}
