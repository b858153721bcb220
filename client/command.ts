// Commands that can be called on a note in a tree, or on the note in the active editor.
import { commands, type Disposable, Uri, window } from "vscode";

/** What a tree hands to a command: an element that knows its note. */
interface NoteElement {
  readonly uri: Uri;
}

/** The note a command is about: the tree's element, a URI, or else the active editor's document. */
export function noteOf(target: unknown): Uri | undefined {
  if (target instanceof Uri) return target;
  const element = target as Partial<NoteElement> | undefined;
  return element?.uri instanceof Uri ? element.uri : window.activeTextEditor?.document.uri;
}

/** Registers a command; what it is called on is handed on as it comes. */
export function command(id: string, run: (target: unknown) => unknown): Disposable {
  return commands.registerCommand(id, run);
}
