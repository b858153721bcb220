// The list of suggestions that we have the editor open, and that it must not open when somebody was quicker.
import { type CompletionContext, CompletionTriggerKind, commands, type Position, type TextDocument } from "vscode";
import type { CompletionMiddleware } from "vscode-languageclient";
import { mayBeTarget } from "./targetLook";

export interface AskedList {
  /** Answers the editor when it asks for the rows of a list. */
  readonly middleware: CompletionMiddleware;
  /** Has the editor open the list at a place of the active document, as it is now; where a list is open already this does nothing. */
  open(document: TextDocument, caret: Position): Promise<void>;
}

/** To be called once: knows of the list that was asked for last. */
export function askedList(): AskedList {
  let asked: { readonly document: TextDocument; readonly version: number; readonly caret: Position } | undefined;
  /**
   * Until the editor hears of it, the suggestion may have been taken from a list that was open. It would open another one where the caret
   * is by then, with any words of the file, and the next Enter would take one of them.
   */
  const isLate = (document: TextDocument, position: Position): boolean =>
    asked?.document === document && (document.version !== asked.version || !position.isEqual(asked.caret));
  return {
    async open(document, caret) {
      asked = { document, version: document.version, caret };
      await commands.executeCommand("editor.action.triggerSuggest", { auto: true });
      asked = undefined;
    },
    middleware: {
      async provideCompletionItem(document, position, context: CompletionContext, token, next) {
        if (isLate(document, position)) {
          await commands.executeCommand("hideSuggestWidget");
          return [];
        }
        const isByCharacter = context.triggerKind === CompletionTriggerKind.TriggerCharacter;
        // The editor asks after every blank, and when the answer comes later than the next letter it begins a list of its own: any words of
        // the file, in the middle of a sentence. So it is answered at once where nothing can be completed.
        return isByCharacter && !mayBeTarget(document, position) ? [] : next(document, position, context, token);
      },
    },
  };
}
