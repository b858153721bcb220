// Fixes as the editor gets them: with their edit only once they are chosen, and with none when the text has changed since they were offered.
import { type CodeAction, type Command, l10n, type WorkspaceEdit, window } from "vscode";
import type { CodeActionMiddleware } from "vscode-languageclient";
import { saveOthers, unsavedNotes } from "./saveOthers";
import { isOvertaken, type Versions, versionsNow } from "./versions";

/** Saves the notes that the fix chosen last has changed; the editor runs it behind the fix. It takes no arguments, which editors may forget. */
export const saveFixed = "quaestio.saveFixed";

interface Offered {
  readonly edit: WorkspaceEdit;
  /** What the edit is for. */
  readonly asked: Versions;
}

/** The edits that wait for their fix to be chosen. */
const offered = new WeakMap<CodeAction, Offered>();

interface Chosen {
  readonly edit: WorkspaceEdit;
  /** Documents that were not saved before. */
  readonly unsaved: ReadonlySet<string>;
}

let chosen: Chosen | undefined;

/**
 * The editor applies the edit of a fix at the places it was made for, whatever stands there by then: a menu stays open while another program
 * writes the file. What it has no edit of it asks about when somebody chooses it, and that answer is looked at here.
 */
export const fixes: Required<CodeActionMiddleware> = {
  async provideCodeActions(document, range, context, token, next) {
    const asked = versionsNow();
    const actions = await next(document, range, context, token);
    for (const action of actions ?? []) if (!isCommand(action)) withhold(action, asked);
    return actions;
  },

  async resolveCodeAction(action, token, next) {
    const known = offered.get(action);
    if (known) return isStale(known) ? action : { ...action, edit: known.edit };
    const asked = versionsNow();
    const resolved: CodeAction | null | undefined = await next(action, token);
    if (!resolved?.edit) return resolved;
    if (isStale({ edit: resolved.edit, asked })) return action;
    return resolved.command ? resolved : saved(resolved, resolved.edit);
  },
};

const isCommand = (action: Command | CodeAction): action is Command => typeof action.command === "string";

function withhold(action: CodeAction, asked: Versions): void {
  const { edit } = action;
  if (!edit) return;
  offered.set(action, { edit, asked });
  delete action.edit;
}

/** Whether it is too late for an edit, which is told. */
function isStale({ edit, asked }: Offered): boolean {
  if (!isOvertaken(edit, asked)) return false;
  void window.showWarningMessage(l10n.t("Nothing was changed: a note was edited meanwhile. Ask once more."));
  return true;
}

/** Saves the other notes that the editor would leave unsaved in tabs of their own. */
function saved(action: CodeAction, edit: WorkspaceEdit): CodeAction {
  const here = window.activeTextEditor?.document.uri.toString();
  chosen = { edit, unsaved: new Set([...unsavedNotes(), ...(here === undefined ? [] : [here])]) };
  return Object.assign(action, { command: { title: l10n.t("Save Notes"), command: saveFixed } });
}

/** Called by the editor when a fix is done. */
export async function saveNotesFixed(): Promise<void> {
  const last = chosen;
  chosen = undefined;
  if (last) await saveOthers(last.edit, last.unsaved);
}
