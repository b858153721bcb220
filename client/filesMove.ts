// Leads links on when files or folders move: at once and before they do, in closed notes as well as in open ones.
import { type FileWillRenameEvent, type TextDocument, type WorkspaceEdit, window, workspace } from "vscode";

type Next = (event: FileWillRenameEvent) => Thenable<WorkspaceEdit | null | undefined>;

/**
 * Applies the server's edit itself: one that is handed to the editor is applied as if somebody typed it, so that every changed note is left
 * unsaved in a tab of its own. Notes that were saved are saved again and those that were closed stay closed.
 */
export async function filesMove(event: FileWillRenameEvent, next: Next): Promise<null> {
  const edit = await next(event);
  if (!edit) return null;
  const unsaved = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(addressOf));
  if (await workspace.applyEdit(edit, { isRefactoring: true })) await saveOthers(edit, unsaved);
  else
    void window.showWarningMessage(
      "Links to what was moved could not be changed, because notes were edited meanwhile. Problems lists those that are broken now.",
    );
  return null;
}

const addressOf = ({ uri }: Pick<TextDocument, "uri">) => uri.toString();

/** The editor itself saves what a refactoring changed only where it changed several files. */
async function saveOthers(edit: WorkspaceEdit, unsaved: ReadonlySet<string>): Promise<void> {
  if (!workspace.getConfiguration("files").get("refactoring.autoSave", true)) return;
  const edited = new Set(edit.entries().map(([uri]) => uri.toString()));
  const left = workspace.textDocuments.filter((it) => it.isDirty && edited.has(addressOf(it)) && !unsaved.has(addressOf(it)));
  await Promise.all(left.map((document) => document.save()));
}
