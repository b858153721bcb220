// Read: the note in the editor's own Markdown preview.
import { commands, l10n, window } from "vscode";
import { noteOf } from "./command";
import type { PreviewPlugin } from "./preview/preview";

/** Opens the preview of the note a command was called on. */
export async function read(preview: PreviewPlugin, target: unknown): Promise<void> {
  const uri = noteOf(target);
  if (!uri) return void window.showInformationMessage(l10n.t("Open a note to read it, or choose one in the Topics view."));
  await preview.prepare(uri);
  await commands.executeCommand("markdown.showPreview", uri);
}
