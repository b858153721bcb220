// Read: the note in the editor's own Markdown preview.
import { commands, window } from "vscode";
import { noteOf } from "./command";

/** Opens the preview of the note a command was called on. */
export async function read(target: unknown): Promise<void> {
  const uri = noteOf(target);
  if (uri) await commands.executeCommand("markdown.showPreview", uri);
  else void window.showInformationMessage("Open a note to read it, or choose one in the Topics view.");
}
