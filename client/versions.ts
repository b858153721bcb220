// The versions of the documents that are open, by which one sees that somebody typed on while an edit was being worked out.
import { type WorkspaceEdit, workspace } from "vscode";

/** By the documents' addresses. */
export type Versions = ReadonlyMap<string, number>;

/** As they are now: to be taken before an edit is asked for. */
export const versionsNow = (): Versions => new Map(workspace.textDocuments.map(({ uri, version }) => [uri.toString(), version]));

/** Whether a document that an edit changes was open when it was asked for, and has been edited or closed since. */
export function isOvertaken(edit: WorkspaceEdit, asked: Versions): boolean {
  const now = versionsNow();
  return edit.entries().some(([uri]) => {
    const version = asked.get(uri.toString());
    return version !== undefined && now.get(uri.toString()) !== version;
  });
}
