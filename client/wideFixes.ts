// Fixes that change other notes than the one they are chosen in: saves what the editor would leave unsaved in tabs of their own.
import { type CodeAction, l10n, type WorkspaceEdit, window } from "vscode";
import type { Middleware } from "vscode-languageclient";
import { saveOthers, unsavedNotes } from "./saveOthers";

/** Saves the notes that the fix chosen last has changed; the editor runs it behind the fix. It takes no arguments, which editors may forget. */
export const saveFixed = "quaestio.saveFixed";

interface Chosen {
  readonly edit: WorkspaceEdit;
  /** Documents that were not saved before. */
  readonly unsaved: ReadonlySet<string>;
}

let chosen: Chosen | undefined;

/** Has the fix saved whose edit the server makes when it is chosen. */
export const savedFixes: Pick<Middleware, "resolveCodeAction"> = {
  async resolveCodeAction(action, token, next) {
    const resolved: CodeAction | null | undefined = await next(action, token);
    if (!resolved?.edit || resolved.command) return resolved;
    const here = window.activeTextEditor?.document.uri.toString();
    chosen = { edit: resolved.edit, unsaved: new Set([...unsavedNotes(), ...(here === undefined ? [] : [here])]) };
    return Object.assign(resolved, { command: { title: l10n.t("Save Notes"), command: saveFixed } });
  },
};

/** Called by the editor when a fix is done. */
export async function saveNotesFixed(): Promise<void> {
  const last = chosen;
  chosen = undefined;
  if (last) await saveOthers(last.edit, last.unsaved);
}
