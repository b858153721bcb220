// The number of broken references at the icon of the views.
import type { Disposable, TreeView } from "vscode";
import type { VaultCounts } from "../server/protocol";
import type { CountsFeed } from "./vaultCounts";

/** Keeps the badge of a view up to date; there is none where nothing is broken. */
export function badge<T>(view: TreeView<T>, counts: CountsFeed): Disposable {
  const show = ({ broken }: VaultCounts) => {
    view.badge = broken === 0 ? undefined : { value: broken, tooltip: `${broken} broken ${broken === 1 ? "reference" : "references"}` };
  };
  if (counts.current) show(counts.current);
  return counts.onChanged(show);
}
