// The number of broken references at the icon of the views.
import { type Disposable, l10n, type TreeView } from "vscode";
import type { VaultCounts } from "../server/protocol";
import type { CountsFeed } from "./vaultCounts";

/** Keeps the badge of a view up to date; there is none where nothing is broken. */
export function badge<T>(view: TreeView<T>, counts: CountsFeed): Disposable {
  const show = ({ broken }: VaultCounts) => {
    view.badge =
      broken === 0
        ? undefined
        : { value: broken, tooltip: broken === 1 ? l10n.t("1 broken reference") : l10n.t("{0} broken references", broken) };
  };
  if (counts.current) show(counts.current);
  return counts.onChanged(show);
}
