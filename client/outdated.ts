// Whether an edit that the server answered is for texts that are no longer there. The client's library does not look at the versions it names.
import type { WorkspaceEdit } from "vscode-languageclient";

/** `versionOf` is asked about documents that are open, by their addresses; what is not open has no version. */
export function isOutdated({ documentChanges = [] }: WorkspaceEdit, versionOf: (uri: string) => number | undefined): boolean {
  return documentChanges.some((change) => {
    if (!("edits" in change)) return false;
    const { uri, version } = change.textDocument;
    return typeof version === "number" && versionOf(uri) !== version;
  });
}
