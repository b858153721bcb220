// Export Topic as HTML: a topic as one page that can be given to somebody who has neither the notes nor an editor for them.
import { type ExtensionContext, env, l10n, Uri, window, workspace } from "vscode";
import { base64Of } from "../base64";
import { editorTexts } from "../editorTexts";
import type { NotesClient } from "../notesClient";
import { filledPage } from "./document";
import { pageFolder } from "./html";

/** Asks where to, and writes the page of a topic there. */
export async function exportTopic({ extensionUri }: ExtensionContext, notes: NotesClient, id: string): Promise<void> {
  const shown = await notes.request("quaestio/topicAlone", { id });
  if (!shown) return void window.showWarningMessage(l10n.t("No note is filed under this topic any more, so there is nothing to export."));
  const name = `${id.replaceAll("/", "-")}.html`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const file = await window.showSaveDialog({
    title: l10n.t("Export “{0}” as HTML", shown.topic.label),
    filters: { [l10n.t("Web page")]: ["html"] },
    ...(folder ? { defaultUri: Uri.joinPath(folder, name) } : {}),
  });
  if (!file) return;
  const built = (name: string) => workspace.fs.readFile(Uri.joinPath(pageFolder(extensionUri), name));
  const page = new TextDecoder().decode(await built("topic.html"));
  const filled = filledPage(page, shown, editorTexts(), base64Of(await built("codicon.ttf")));
  await workspace.fs.writeFile(file, new TextEncoder().encode(filled));
  const choice = await window.showInformationMessage(
    l10n.t("“{0}” was written to {1}.", shown.topic.label, workspace.asRelativePath(file)),
    l10n.t("Open"),
  );
  if (choice) await env.openExternal(file);
}
