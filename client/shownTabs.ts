// The tabs of an edit's files: the editor shows what stays unsaved for most of a second, which many files do on a slow machine.
import { type Tab, TabInputText, type WorkspaceEdit, window } from "vscode";

/** The tabs that show texts now. */
export const textTabs = (): ReadonlySet<string> =>
  new Set(window.tabGroups.all.flatMap(({ tabs }) => tabs.map(addressIn)).filter((it) => it !== undefined));

const addressIn = ({ input }: Tab) => (input instanceof TabInputText ? input.uri.toString() : undefined);

/** Closes what shows a saved text of the edit that none of the tabs `before` showed. */
export async function closeShown(edit: WorkspaceEdit, before: ReadonlySet<string>): Promise<void> {
  const edited = new Set(edit.entries().map(([uri]) => uri.toString()));
  const isShownByEditor = (tab: Tab) => {
    const address = addressIn(tab);
    return address !== undefined && edited.has(address) && !before.has(address) && !tab.isDirty && !tab.isActive;
  };
  await window.tabGroups.close(
    window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isShownByEditor)),
    true,
  );
}
