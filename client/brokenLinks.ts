// Colours links that lead nowhere, and those that ask a question no note answers yet, by the problems that are published anyway.
import { type Diagnostic, type Disposable, languages, type TextEditor, ThemeColor, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

const code = "broken-reference";

/** Draws in every editor in view; the editor itself moves the colours along while one types. */
export function brokenLinks(client: BaseLanguageClient): Disposable {
  const broken = window.createTextEditorDecorationType({ color: new ThemeColor("quaestio.brokenLinkForeground") });
  const open = window.createTextEditorDecorationType({ color: new ThemeColor("quaestio.openQuestionForeground"), fontStyle: "italic" });
  const draw = (editor: TextEditor) => {
    const ours = (client.diagnostics?.get(editor.document.uri) ?? []).filter(isBroken);
    editor.setDecorations(
      broken,
      ours.filter((problem) => !asksQuestion(problem)).map(({ range }) => range),
    );
    editor.setDecorations(
      open,
      ours.filter(asksQuestion).map(({ range }) => range),
    );
  };
  const drawAll = (editors: readonly TextEditor[]) => editors.filter(({ document }) => document.languageId === "markdown").forEach(draw);
  const listeners = [
    languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = new Set(uris.map(String));
      drawAll(window.visibleTextEditors.filter(({ document }) => changed.has(document.uri.toString())));
    }),
    window.onDidChangeVisibleTextEditors(drawAll),
  ];
  return { dispose: () => [broken, open, ...listeners].forEach((it) => void it.dispose()) };
}

/** The code comes with a link to its explanation. */
const isBroken = (problem: Diagnostic) => (typeof problem.code === "object" ? problem.code.value : problem.code) === code;

/** The language client keeps what the server added to a problem, though the editor's own type does not have it. */
const asksQuestion = (problem: Diagnostic & { readonly data?: { readonly openQuestion?: boolean } }) => problem.data?.openQuestion === true;
