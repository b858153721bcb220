// Makes an edit of many notes as the editor makes its own refactorings: no tab is left open, nothing unsaved that was saved.
import { type WorkspaceEdit, workspace } from "vscode";
import type { WorkspaceEdit as AnsweredEdit, BaseLanguageClient } from "vscode-languageclient";
import type { NotesClient } from "./notesClient";
import { isOutdated } from "./outdated";
import { saveOthers, unsavedNotes } from "./saveOthers";
import { closeShown, textTabs } from "./shownTabs";
import { versionsNow } from "./versions";

/** Whether the edit was made: not where a note was edited meanwhile. Notes that were saved are saved again and those that were closed stay closed. */
export async function refactor(edit: WorkspaceEdit): Promise<boolean> {
  const unsaved = unsavedNotes();
  const shown = textTabs();
  const isDone = await workspace.applyEdit(edit, { isRefactoring: true });
  if (!isDone) return false;
  await saveOthers(edit, unsaved);
  await closeShown(edit, shown);
  return true;
}

/** What it takes to ask the server for an edit and to read it. */
export interface Editing {
  readonly notes: NotesClient;
  readonly client: Pick<BaseLanguageClient, "protocol2CodeConverter">;
}

/** The same with an edit as the server answers it, which is for certain versions of what is open. */
export async function refactorAnswered({ client }: Editing, edit: object): Promise<boolean> {
  const { asUri, asWorkspaceEdit } = client.protocol2CodeConverter;
  const made = await asWorkspaceEdit(edit as AnsweredEdit);
  const now = versionsNow();
  return !isOutdated(edit as AnsweredEdit, (uri) => now.get(asUri(uri).toString())) && refactor(made);
}
