// Related notes as rows of a quick pick: the title, why it is related, and what can be done with it.
import { commands, l10n, type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon, Uri, ViewColumn, window } from "vscode";
import type { RelatedNote } from "../server/protocol";
import { withoutIcons } from "./markdown";

export interface RelatedItem extends QuickPickItem {
  readonly related?: RelatedNote;
}

const readButton: QuickInputButton = { iconPath: new ThemeIcon("open-preview"), tooltip: l10n.t("Read") };
const sideButton: QuickInputButton = { iconPath: new ThemeIcon("split-horizontal"), tooltip: l10n.t("Open to the Side") };
const exploreButton: QuickInputButton = { iconPath: new ThemeIcon("compass"), tooltip: l10n.t("Explore Related of This One") };

/** A row. The reasons come first: they are what a person decides by. */
export function itemOf(related: RelatedNote): RelatedItem {
  const { card, reasons } = related;
  const why = reasons.map(({ text }) => text).join(" · ");
  return {
    label: withoutIcons(card.title),
    detail: withoutIcons(card.summary ? `${why} — ${card.summary}` : why),
    buttons: [exploreButton, readButton, sideButton],
    related,
  };
}

/** Rows under a heading of their own; nothing where there are none. */
export function group(label: string, items: readonly RelatedItem[]): readonly RelatedItem[] {
  return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}

/** Opens the note of a row. */
export async function open(related: RelatedNote | undefined): Promise<void> {
  if (related) await window.showTextDocument(Uri.parse(related.card.uri));
}

/** Does what a row's button says; `explore` goes on from its note. */
export async function press(button: QuickInputButton, { related }: RelatedItem, explore: (note: Uri) => Promise<void>): Promise<void> {
  if (!related) return;
  const note = Uri.parse(related.card.uri);
  if (button === sideButton) await window.showTextDocument(note, { viewColumn: ViewColumn.Beside });
  else if (button === readButton) await commands.executeCommand("markdown.showPreview", note);
  else await explore(note);
}
