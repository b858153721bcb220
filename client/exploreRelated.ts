// Explore Related: a quick pick of the notes related to one, each with its reasons; a trail of them can be followed and gone back.
import { l10n, type Position, type QuickInputButton, QuickInputButtons, type QuickPick, ThemeIcon, type Uri, window } from "vscode";
import type { NoteCard, RelatedNote } from "../server/protocol";
import { noteOf } from "./command";
import { withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";
import { group, itemOf, open, press, type RelatedItem } from "./relatedItems";
import { noAnswer } from "./restingInput";

const hideButton: QuickInputButton = { iconPath: new ThemeIcon("filter"), tooltip: l10n.t("Hide Notes That Are Linked Already") };
const showButton: QuickInputButton = { iconPath: new ThemeIcon("filter-filled"), tooltip: l10n.t("Show Notes That Are Linked Already") };

/** How many related notes are listed: enough to have some that are not linked yet. */
const mostListed = 30;

/** What relations are shown of: a note, or what stands at a place in it. */
export interface Place {
  readonly uri: Uri;
  readonly position?: Position;
}

/** Shows the notes related to the one a command was called on; Enter opens one. */
export async function exploreRelated(notes: NotesClient, target: unknown): Promise<void> {
  const uri = noteOf(target);
  if (uri) await explore(notes, { uri });
  else void window.showInformationMessage(l10n.t("Open a note to explore what is related to it, or choose one in the Topics view."));
}

/** Shows the notes related to the paragraph at the caret of the active editor. */
export async function exploreRelatedHere(notes: NotesClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === "markdown") await explore(notes, { uri: editor.document.uri, position: editor.selection.active });
  else void window.showInformationMessage(l10n.t("Put the caret into a paragraph of a note to explore what is related to it."));
}

/** Shows what is related to a note, or to a place in it; from there one can go on, and back. */
export async function explore(notes: NotesClient, start: Place): Promise<void> {
  const pick = window.createQuickPick<RelatedItem>();
  /** Of what the related were shown, what is shown now at the end. */
  const trail: Place[] = [start];
  const list = new RelatedList(notes, pick, trail);
  const goOn = async (uri: Uri) => {
    trail.push({ uri });
    await list.showLast();
  };
  pick.matchOnDetail = true;
  pick.onDidHide(() => pick.dispose());
  pick.onDidAccept(() => void open(pick.selectedItems[0]?.related));
  pick.onDidTriggerItemButton(({ button, item }) => void press(button, item, goOn));
  pick.onDidTriggerButton((button) => {
    if (button === QuickInputButtons.Back) {
      trail.pop();
      void list.showLast();
    } else list.toggleLinked();
  });
  pick.show();
  await list.showLast();
}

/** The rows of the quick pick: what is related to the last place of the trail, with or without what is linked already. */
class RelatedList {
  #related: readonly RelatedNote[] = [];
  #hidesLinked = false;

  constructor(
    readonly notes: NotesClient,
    readonly pick: QuickPick<RelatedItem>,
    readonly trail: readonly Place[],
  ) {}

  async showLast(): Promise<void> {
    const { notes, pick, trail } = this;
    const from = trail.at(-1);
    if (!from) return;
    const uri = from.uri.toString();
    pick.value = "";
    pick.title = l10n.t("Explore Related");
    pick.placeholder = l10n.t("Finding related notes…");
    this.#show([]);
    pick.busy = true;
    try {
      const { line = 0, character = 0 } = from.position ?? {};
      const place = from.position ? { position: { line, character } } : {};
      const asked = { uri, limit: mostListed, ...place };
      const [card, related] = await Promise.all([notes.request("quaestio/note", { uri }), notes.request("quaestio/related", asked)]);
      // Somebody may have gone on, or back, before the answer.
      if (trail.at(-1) !== from) return;
      if (card) pick.title = withoutIcons(titleOf(card, from.position !== undefined ? "paragraph" : "note"));
      this.#show(related);
      pick.placeholder =
        related.length > 0
          ? l10n.t("Type to filter, Enter to open")
          : l10n.t("Nothing is related yet: no links, no papers in common, no rare words either.");
    } catch {
      pick.placeholder = noAnswer;
    }
    pick.busy = false;
  }

  toggleLinked(): void {
    this.#hidesLinked = !this.#hidesLinked;
    this.#show(this.#related);
  }

  #show(related: readonly RelatedNote[]): void {
    this.#related = related;
    const toggle = related.some(({ linked }) => linked) ? [this.#hidesLinked ? showButton : hideButton] : [];
    this.pick.buttons = [...(this.trail.length > 1 ? [QuickInputButtons.Back] : []), ...toggle];
    this.pick.items = itemsOf(related.filter(({ linked }) => !(linked && this.#hidesLinked)));
  }
}

const titleOf = ({ title }: NoteCard, about: "paragraph" | "note") =>
  about === "note" ? l10n.t("Related to “{0}”", title) : l10n.t("Related to this paragraph of “{0}”", title);

/** What is not linked yet comes first: it is what one explores for. */
function itemsOf(related: readonly RelatedNote[]): readonly RelatedItem[] {
  const rows = (wanted: boolean) => related.filter(({ linked }) => linked === wanted).map(itemOf);
  return [...group(l10n.t("not linked yet"), rows(false)), ...group(l10n.t("linked"), rows(true))];
}
