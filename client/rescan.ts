// Has the server look for changes that nobody told of: when the window is come back to, and when somebody asks.
import { type Disposable, Disposable as Disposables, l10n, ProgressLocation, window } from "vscode";
import { command } from "./command";
import { changesCounted } from "./counts";
import type { NotesClient } from "./notesClient";

/** Milliseconds between two looks that nobody asked for. */
const pause = 30_000;

/** The command, and the looks at each return to the window. */
export function rescan(notes: NotesClient): Disposable {
  let last = Date.now();
  return Disposables.from(
    command("quaestio.rescan", () => rescanNow(notes)),
    window.onDidChangeWindowState(({ focused }) => {
      if (!focused || Date.now() - last < pause) return;
      last = Date.now();
      // It is nobody's wish that fails here.
      notes.request("quaestio/rescan", { reach: "near" }).catch(() => undefined);
    }),
  );
}

async function rescanNow(notes: NotesClient): Promise<void> {
  const title = l10n.t("Looking for changed files…");
  const found = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
    notes.request("quaestio/rescan", { reach: "all" }),
  );
  void window.showInformationMessage(
    found === 0 ? l10n.t("Nothing has changed on the disk that Quaestio did not know of.") : l10n.t("{0} taken in.", changesCounted(found)),
  );
}
