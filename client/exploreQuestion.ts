// Explore Related to a Question: a quick pick of the notes that come close to what is being typed, found anew as typing rests.
import { type QuickPick, window } from "vscode";
import type { RelatedNote } from "../server/protocol";
import { explore } from "./exploreRelated";
import { withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";
import { itemOf, open, press, type RelatedItem } from "./relatedItems";

/** Milliseconds. */
const rest = 150;
const mostListed = 30;

const invitation = "Type a question, or a few words of one: here is what the vault says about it";

/** Asks for a question and shows the notes close to it, those first that ask the same; Enter opens one. */
export function exploreQuestion(notes: NotesClient): void {
  const pick = window.createQuickPick<RelatedItem>();
  const found = new FoundNotes(notes, pick);
  pick.title = "Explore Related to a Question";
  pick.placeholder = invitation;
  pick.onDidChangeValue(() => found.schedule());
  pick.onDidAccept(() => void open(pick.selectedItems[0]?.related));
  pick.onDidTriggerItemButton(({ button, item }) => void press(button, item, (uri) => explore(notes, { uri })));
  pick.onDidHide(() => {
    found.end();
    pick.dispose();
  });
  pick.show();
}

/** The rows: what the vault has about the words in the box. */
class FoundNotes {
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(
    readonly notes: NotesClient,
    readonly pick: QuickPick<RelatedItem>,
  ) {}

  /** Looks once typing rests. */
  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), rest);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#ended = true;
  }

  async #look(): Promise<void> {
    const { pick, notes } = this;
    const text = pick.value;
    // An answer to what stands there no more is for nobody; whoever asked last ends the progress.
    const isPast = () => this.#ended || pick.value !== text;
    pick.busy = text.trim() !== "";
    if (!pick.busy) return this.#show([], invitation);
    try {
      const related = await notes.request("quaestio/related", { text, limit: mostListed });
      if (isPast()) return;
      this.#show(related, `Nothing in the vault comes close to “${text.trim()}” yet.`);
    } catch {
      if (isPast()) return;
      this.#show([], "The Quaestio language server gives no answer. The log says why.");
    }
    pick.busy = false;
  }

  #show(related: readonly RelatedNote[], emptiness: string): void {
    const asksTheSame = ({ reasons }: RelatedNote) => reasons.some(({ kind }) => kind === "asked-before");
    // The editor would hide rows that do not have what is typed in their titles.
    const rows = (wanted: boolean) => related.filter((it) => asksTheSame(it) === wanted).map((it) => ({ ...itemOf(it), alwaysShow: true }));
    const items = [...rows(true), ...rows(false)];
    this.pick.items = items.length > 0 || this.pick.value === "" ? items : [{ label: withoutIcons(emptiness), alwaysShow: true }];
  }
}
