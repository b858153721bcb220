// The list of suggestions that we have the editor open, and that it must not open when somebody was quicker.
import { type CompletionContext, CompletionItem, CompletionTriggerKind, commands, Position, Range, type TextDocument } from "vscode";
import type { CompletionMiddleware } from "vscode-languageclient";
import { mayBeTarget } from "./targetLook";

export interface AskedList {
  /** Answers the editor when it asks for the rows of a list. */
  readonly middleware: CompletionMiddleware;
  /** Has the editor open the list at a place of the active document, as it is now; where a list is open already this does nothing. */
  open(document: TextDocument, caret: Position): Promise<void>;
  /** Somebody types on, and the caret is there now: a list that opens a letter later is as welcome. */
  follow(document: TextDocument, caret: Position): void;
}

/** How long the editor may ask for rows, in milliseconds: once more where somebody typed on behind the link while it waited for the first. */
const slowestQuestion = 500;

/** To be called once: knows of the list that was asked for last. */
export function askedList(): AskedList {
  let asked: { readonly document: TextDocument; version: number; caret: Position } | undefined;
  /**
   * Until the editor hears of it, the suggestion may have been taken from a list that was open. It would open another one where the caret
   * is by then, with any words of the file, and the next Enter would take one of them.
   */
  const isLate = (document: TextDocument, position: Position, { triggerKind }: CompletionContext): boolean =>
    triggerKind === CompletionTriggerKind.Invoke &&
    asked?.document === document &&
    (document.version !== asked.version || !position.isEqual(asked.caret));
  return {
    async open(document, caret) {
      const mine = { document, version: document.version, caret };
      asked = mine;
      await commands.executeCommand("editor.action.triggerSuggest", { auto: true });
      setTimeout(() => {
        if (asked === mine) asked = undefined;
      }, slowestQuestion);
    },
    follow(document, caret) {
      if (asked?.document === document) Object.assign(asked, { version: document.version, caret });
    },
    middleware: {
      provideCompletionItem(document, position, context: CompletionContext, token, next) {
        if (isLate(document, position, context)) return noList(document, position);
        const isByCharacter = context.triggerKind === CompletionTriggerKind.TriggerCharacter;
        // The editor asks after every blank, and when the answer comes later than the next letter it begins a list of its own: any words of
        // the file, in the middle of a sentence. So it is answered at once where nothing can be completed.
        return isByCharacter && !mayBeTarget(document, position) ? [] : next(document, position, context, token);
      },
    },
  };
}

/**
 * What makes the editor open no list: a row that fits nothing. With no rows at all it would go on to its own words, and a list that is not
 * shown yet cannot be closed.
 */
function noList(document: TextDocument, { line, character }: Position): CompletionItem[] {
  const before = document.lineAt(line).text.slice(0, character);
  const start = before.search(/\S+\s*$/);
  // Everything fits where nothing is written.
  if (start < 0) return [];
  const row = new CompletionItem(" ");
  row.filterText = "\u0000";
  row.range = new Range(new Position(line, start), new Position(line, character));
  row.insertText = before.slice(start);
  return [row];
}
