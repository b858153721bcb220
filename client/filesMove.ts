// Leads links on when files or folders move: at once and before they do, in closed notes as well as in open ones.
import { type FileWillRenameEvent, l10n, type WorkspaceEdit, window } from "vscode";
import { refactor } from "./refactor";
import { isOvertaken, versionsNow } from "./versions";

/** Whoever types without a pause does not hold up the move for ever. */
const mostTimes = 3;

type Next = (event: FileWillRenameEvent) => Thenable<WorkspaceEdit | null | undefined>;

/**
 * Applies the server's edit itself: one that is handed to the editor is applied as if somebody typed it, so that every changed note is left
 * unsaved in a tab of its own. Notes that were saved are saved again and those that were closed stay closed.
 */
export async function filesMove(event: FileWillRenameEvent, next: Next): Promise<null> {
  // Asked anew when somebody typed on meanwhile: what is moved stays the same, and the move itself waits.
  for (let time = 0; time < mostTimes; time++) {
    const asked = versionsNow();
    const edit = await next(event);
    if (!edit) return null;
    if (isOvertaken(edit, asked)) continue;
    if (await refactor(edit)) return null;
    break;
  }
  void window.showWarningMessage(
    l10n.t("Links to what was moved could not be changed, because notes were edited meanwhile. Problems lists those that are broken now."),
  );
  return null;
}
