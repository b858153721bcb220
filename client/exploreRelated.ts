// Explore Related: a quick pick of the notes related to one, each with its reasons; a trail of them can be followed and gone back.
import {
  commands,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  Uri,
  ViewColumn,
  window,
} from "vscode";
import type { RelatedNote } from "../server/protocol";
import { noteOf } from "./command";
import { withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";

interface RelatedItem extends QuickPickItem {
  readonly related?: RelatedNote;
}

const readButton: QuickInputButton = { iconPath: new ThemeIcon("open-preview"), tooltip: "Read" };
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
  /** The notes whose related were shown, the one shown now at the end. */
  const trail = [uri];
  const act = async (button: QuickInputButton, related: RelatedNote | undefined) => {
    if (!related) return;
    const note = Uri.parse(related.card.uri);
    if (button === sideButton) await window.showTextDocument(note, { viewColumn: ViewColumn.Beside });
    else if (button === readButton) await commands.executeCommand("markdown.showPreview", note);
    else {
      trail.push(note);
      await showLast(notes, pick, trail);
    }
  };
  pick.matchOnDetail = true;
  pick.onDidHide(() => pick.dispose());
  pick.onDidAccept(() => void open(pick.selectedItems[0]?.related));
  pick.onDidTriggerItemButton(({ button, item }) => void act(button, item.related));
  pick.onDidTriggerButton(() => {
    trail.pop();
    void showLast(notes, pick, trail);
  });
  pick.show();
  await showLast(notes, pick, trail);
}

/** Fills the list with what is related to the last note of the trail. */
async function showLast(notes: NotesClient, pick: QuickPick<RelatedItem>, trail: readonly Uri[]): Promise<void> {
  const from = trail.at(-1);
  if (!from) return;
  const uri = from.toString();
  pick.value = "";
  pick.title = "Explore Related";
  pick.placeholder = "Finding related notes…";
  pick.buttons = trail.length > 1 ? [QuickInputButtons.Back] : [];
  pick.items = [];
  pick.busy = true;
  try {
    const [card, related] = await Promise.all([notes.request("quaestio/note", { uri }), notes.request("quaestio/related", { uri })]);
    // Somebody may have gone on, or back, before the answer.
    if (trail.at(-1) !== from) return;
    if (card) pick.title = withoutIcons(`Related to “${card.title}”`);
    pick.items = itemsOf(related);
    pick.placeholder =
      related.length > 0 ? "Type to filter, Enter to open" : "Nothing is related yet: no links, no papers in common, no rare words either.";
  } catch {
    pick.placeholder = "The Quaestio language server gives no answer. The log says why.";
  }
  pick.busy = false;
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
    label: withoutIcons(card.title),
    detail: withoutIcons(card.summary ? `${why} — ${card.summary}` : why),
    buttons: [exploreButton, readButton, sideButton],
    related,
  };
}
