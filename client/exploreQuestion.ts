// Explore Related to a Question: a quick pick of the notes that come close to what is being typed, found anew as typing rests.
import { l10n, window } from "vscode";
import type { RelatedNote } from "../server/protocol";
import { explore } from "./exploreRelated";
import { inGivenOrder, withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";
import { itemOf, open, press, type RelatedItem } from "./relatedItems";
import { noAnswer, RestingInput } from "./restingInput";

const mostListed = 30;

const invitation = l10n.t("Type a question, or a few words of one: here is what the vault says about it");

/** Asks for a question and shows the notes close to it, those first that ask the same; Enter opens one. */
export function exploreQuestion(notes: NotesClient, question = ""): void {
  const pick = window.createQuickPick<RelatedItem>();
  const input = new RestingInput<RelatedItem, readonly RelatedNote[]>(pick, {
    ask: (text) => askAbout(notes, text, mostListed),
    show: (related, text) =>
      related.length > 0 ? closeRows(related) : [sentence(l10n.t("Nothing in the vault comes close to “{0}” yet.", text.trim()))],
    failed: () => [sentence(noAnswer)],
  });
  pick.title = l10n.t("Explore Related to a Question");
  pick.placeholder = invitation;
  pick.onDidChangeValue((text) => {
    if (text.trim() !== "") return input.schedule();
    input.stop();
    pick.items = [];
  });
  pick.onDidAccept(() => void open(pick.selectedItems[0]?.related));
  pick.onDidTriggerItemButton(({ button, item }) => void press(button, item, (uri) => explore(notes, { uri })));
  pick.value = question;
  if (question !== "") input.schedule("now");
  pick.show();
}

/** The notes close to a text. */
export const askAbout = (notes: NotesClient, text: string, limit: number): Promise<readonly RelatedNote[]> =>
  notes.request("quaestio/related", { text, limit });

/** Rows that stay whatever is typed, those first that ask the same: the editor would hide those that do not have what is typed in their titles. */
export function closeRows(related: readonly RelatedNote[]): readonly RelatedItem[] {
  const asksTheSame = ({ reasons }: RelatedNote) => reasons.some(({ kind }) => kind === "asked-before");
  const rows = (wanted: boolean) => related.filter((it) => asksTheSame(it) === wanted).map(itemOf);
  return [...rows(true), ...rows(false)].map((item) => ({ ...item, label: inGivenOrder(item.label), alwaysShow: true }));
}

/** A row that only says something. */
export const sentence = (text: string): RelatedItem => ({ label: withoutIcons(text), alwaysShow: true });
