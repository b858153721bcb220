// Commands that can be called on a note in a tree, or on the note in the active editor.
import { commands, type Disposable, TabInputCustom, Uri, window, workspace } from "vscode";

/** What a tree hands to a command: an element that knows its note. */
interface NoteElement {
  readonly uri: Uri;
}

/** The note a command is about: the tree's element, a URI (a text where the server names it), or else the note in the active editor or in the active preview. */
export function noteOf(target: unknown): Uri | undefined {
  if (target instanceof Uri) return target;
  if (typeof target === "string") return Uri.parse(target);
  const element = target as Partial<NoteElement> | undefined;
  return element?.uri instanceof Uri ? element.uri : (window.activeTextEditor?.document.uri ?? previewed());
}

/** Registers a command; what it is called on is handed on as it comes. */
export function command(id: string, run: (...targets: readonly unknown[]) => unknown): Disposable {
  return commands.registerCommand(id, run);
}

/** A preview that is an editor knows its file; one beside an editor has only its label, `Preview note.md`, which one open note must fit. */
function previewed(): Uri | undefined {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  if (!tab) return undefined;
  if (tab.input instanceof TabInputCustom) return tab.input.uri;
  const fitting = workspace.textDocuments.filter(
    ({ languageId, uri }) =>
      languageId === "markdown" && workspace.getWorkspaceFolder(uri) && tab.label.endsWith(` ${uri.path.split("/").at(-1)}`),
  );
  return fitting.length === 1 ? fitting[0]?.uri : undefined;
}
