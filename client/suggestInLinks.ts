// Goes on suggesting inside `[[`: the editor does not suggest while typing in Markdown, and a list that was left (a word taken back,
// a click elsewhere) would stay away until Ctrl+Space.
import { commands, type Disposable, type TextDocumentChangeEvent, window, workspace } from "vscode";

/** Asks for suggestions when a letter is typed in a link's target; where a list is open already this does nothing. */
export function suggestInLinks(): Disposable {
  return workspace.onDidChangeTextDocument((change) => {
    if (isLetterInLink(change)) void commands.executeCommand("editor.action.triggerSuggest", { auto: true });
  });
}

function isLetterInLink({ document, contentChanges }: TextDocumentChangeEvent): boolean {
  const change = contentChanges[0];
  if (!change || contentChanges.length > 1 || change.rangeLength > 0 || !/^[\p{L}\p{N}]$/u.test(change.text)) return false;
  if (document.languageId !== "markdown" || window.activeTextEditor?.document !== document) return false;
  const before = document.lineAt(change.range.start.line).text.slice(0, change.range.start.character);
  return before.lastIndexOf("[[") > before.lastIndexOf("]]");
}
