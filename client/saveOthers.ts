// Saves what an edit of several notes leaves unsaved, unless it was unsaved before.
import { type TextDocument, type WorkspaceEdit, workspace } from "vscode";

/** The addresses of the documents with changes that are not saved. */
export const unsavedNotes = (): ReadonlySet<string> => new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(addressOf));

const addressOf = ({ uri }: Pick<TextDocument, "uri">) => uri.toString();

/** The editor itself saves what a refactoring or a fix changed only where it changed several files. */
export async function saveOthers(edit: WorkspaceEdit, unsaved: ReadonlySet<string>): Promise<void> {
  if (!workspace.getConfiguration("files").get("refactoring.autoSave", true)) return;
  const edited = new Set(edit.entries().map(([uri]) => uri.toString()));
  const left = workspace.textDocuments.filter((it) => it.isDirty && edited.has(addressOf(it)) && !unsaved.has(addressOf(it)));
  await Promise.all(left.map((document) => document.save()));
}
