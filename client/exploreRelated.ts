// Explore Related: a quick pick of the notes related to one, each with its reasons; a trail of them can be followed.
import { commands, type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon, Uri, ViewColumn, window } from "vscode";
import type { RelatedNote } from "../server/protocol";
import { noteOf } from "./command";
import type { NotesClient } from "./notesClient";

interface RelatedItem extends QuickPickItem {
  readonly related?: RelatedNote;
}

const readButton: QuickInputButton = { iconPath: new ThemeIcon("book"), tooltip: "Read" };
const sideButton: QuickInputButton = { iconPath: new ThemeIcon("split-horizontal"), tooltip: "Open to the Side" };
const exploreButton: QuickInputButton = { iconPath: new ThemeIcon("compass"), tooltip: "Explore Related of This One" };

/** Shows the notes related to the one a command was called on; Enter opens one. */
export async function exploreRelated(notes: NotesClient, target: unknown): Promise<void> {
  const uri = noteOf(target);
  if (!uri) {
    void window.showInformationMessage("Open a note to explore what is related to it, or choose one in the Topics view.");
    return;
  }
  const pick = window.createQuickPick<RelatedItem>();
  pick.title = "Explore Related";
  pick.matchOnDetail = true;
  pick.onDidHide(() => pick.dispose());
  pick.onDidAccept(() => void open(pick.selectedItems[0]?.related));
  pick.onDidTriggerItemButton(({ button, item }) => void act(button, item.related));
  pick.show();

  /** Fills the list with what is related to a note. */
  const explore = async (from: Uri) => {
    pick.busy = true;
    pick.placeholder = "Finding related notes…";
    const related = await notes.request("quaestio/related", { uri: from.toString() });
    pick.items = related.length > 0 ? itemsOf(related) : [];
    pick.placeholder =
      related.length > 0 ? "Type to filter, Enter to open" : "Nothing is related yet: no links, no shared papers, no shared topic.";
    pick.busy = false;
  };

  const act = async (button: QuickInputButton, related: RelatedNote | undefined) => {
    if (!related) return;
    if (button === sideButton) await window.showTextDocument(Uri.parse(related.card.uri), { viewColumn: ViewColumn.Beside });
    else if (button === readButton) await commands.executeCommand("markdown.showPreview", Uri.parse(related.card.uri));
    else {
      pick.value = "";
      pick.title = `Explore Related › ${related.card.title}`;
      await explore(Uri.parse(related.card.uri));
    }
  };

  await explore(uri);
}

async function open(related: RelatedNote | undefined): Promise<void> {
  if (related) await window.showTextDocument(Uri.parse(related.card.uri));
}

/** Notes that are linked already come first, under a heading of their own. */
function itemsOf(related: readonly RelatedNote[]): readonly RelatedItem[] {
  const group = (label: string, members: readonly RelatedNote[]): readonly RelatedItem[] =>
    members.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...members.map(itemOf)];
  return [
    ...group(
      "linked",
      related.filter(({ linked }) => linked),
    ),
    ...group(
      "not linked yet",
      related.filter(({ linked }) => !linked),
    ),
  ];
}

/** The reasons first: they are what a person decides by. */
function itemOf(related: RelatedNote): RelatedItem {
  const { card, reasons } = related;
  const why = reasons.map(({ text }) => text).join(" · ");
  return {
    label: card.title,
    detail: card.summary ? `${why} — ${card.summary}` : why,
    buttons: [exploreButton, readButton, sideButton],
    related,
  };
}
