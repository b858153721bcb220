// The item of the status bar: how many notes there are and what is wrong with them. A click shows the problems, or the notes where there are none.
import { type Disposable, Disposable as Disposables, l10n, StatusBarAlignment, window, workspace } from "vscode";
import type { VaultCounts } from "../server/protocol";
import { notesCounted, problemsCounted } from "./counts";
import type { CountsFeed } from "./vaultCounts";

/** Shown once the notes have been read and as long as there are some. */
export function statusBar(counts: CountsFeed): Disposable {
  const item = window.createStatusBarItem("quaestio.notes", StatusBarAlignment.Left);
  item.name = l10n.t("Quaestio: Notes and Problems");
  const show = (now: VaultCounts) => {
    const problems = now.errors + now.warnings;
    item.text = problems === 0 ? `$(question) ${now.notes}` : `$(question) ${now.notes} · $(warning) ${problems}`;
    item.tooltip = [notesCounted(now.notes), problems === 0 ? l10n.t("no problems") : problemsCounted(problems), clickOf(problems)].join(
      " · ",
    );
    item.accessibilityInformation = { label: l10n.t("Quaestio: {0}, {1}", notesCounted(now.notes), problemsCounted(problems)) };
    item.command = problems === 0 ? "quaestio.topics.focus" : "workbench.actions.view.problems";
    if (now.notes > 0 && workspace.getConfiguration("quaestio").get("statusBar.visible", true)) item.show();
    else item.hide();
  };
  const again = () => counts.current && show(counts.current);
  again();
  return Disposables.from(
    item,
    counts.onChanged(show),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("quaestio.statusBar.visible") && again()),
  );
}

const clickOf = (problems: number) => (problems === 0 ? l10n.t("click to see the topics") : l10n.t("click to see the problems"));
