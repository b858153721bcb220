// Merge Into Another Question: one note becomes a section of another that is chosen from a list, and all that led to it leads there.
import { l10n, type QuickPickItem, Uri, window, workspace } from "vscode";
import { noteOf } from "./command";
import { inGivenOrder, withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";
import { type Editing, refactorAnswered } from "./refactor";
import { noAnswer, RestingInput } from "./restingInput";

interface Choice extends QuickPickItem {
  readonly uri?: string;
}

const mostListed = 30;

/**
 * Asks which note is to take in the one called on or the active one: those that are most related come first, others by words of their titles.
 * Nothing is asked where the note is `chosen`, by its URI.
 */
export async function mergeQuestion(merging: Editing, target: unknown, chosen?: unknown): Promise<void> {
  const { notes } = merging;
  const uri = noteOf(target);
  if (uri && typeof chosen === "string") return mergeInto(merging, uri, Uri.parse(chosen, true));
  const card = uri && (await notes.request("quaestio/note", { uri: uri.toString() }));
  if (!uri || !card) return void window.showInformationMessage(l10n.t("Open the note that is to be merged into another first."));
  const pick = window.createQuickPick<Choice>();
  const input = new RestingInput<Choice, readonly Choice[]>(pick, {
    ask: (typed) => (typed.trim() === "" ? relatedTo(notes, uri) : titled(notes, typed, uri)),
    show: (found) =>
      found.length > 0 ? found : [{ label: l10n.t("No other note has all of these words in its title."), alwaysShow: true }],
    failed: () => [{ label: noAnswer, alwaysShow: true }],
  });
  pick.title = l10n.t("Merge “{0}” Into Another Question", withoutIcons(card.title));
  pick.placeholder = l10n.t("Choose the question that goes on, or type words of its title");
  pick.onDidChangeValue(() => input.schedule());
  pick.onDidAccept(() => {
    const [row] = pick.selectedItems;
    if (row?.uri === undefined) return;
    pick.hide();
    void mergeInto(merging, uri, Uri.parse(row.uri));
  });
  input.schedule("now");
  pick.show();
}

async function relatedTo(notes: NotesClient, uri: Uri): Promise<readonly Choice[]> {
  const related = await notes.request("quaestio/related", { uri: uri.toString(), limit: mostListed });
  return related.map(({ card, reasons }) => choice(card.uri, card.title, reasons.map(({ text }) => text).join(" · ")));
}

async function titled(notes: NotesClient, typed: string, uri: Uri): Promise<readonly Choice[]> {
  const found = await notes.request("quaestio/questions", { typed, limit: mostListed });
  return found.filter((it) => it.uri !== uri.toString()).map((it) => choice(it.uri, it.title, it.summary));
}

const choice = (uri: string, title: string, detail: string): Choice => ({
  label: inGivenOrder(withoutIcons(title)),
  detail: withoutIcons(detail),
  alwaysShow: true,
  uri,
});

async function mergeInto(merging: Editing, uri: Uri, into: Uri): Promise<void> {
  const { notes } = merging;
  try {
    // Taking a deletion back brings the file back as it was on the disk.
    const document = workspace.textDocuments.find((it) => it.uri.toString() === uri.toString());
    if (document?.isDirty && !(await document.save())) return;
    const answer = await notes.request("quaestio/merge", { uri: uri.toString(), into: into.toString() });
    if (answer.kind === "impossible") return void window.showWarningMessage(answer.why);
    if (await refactorAnswered(merging, answer.edit)) await show(notes, into, answer.notes);
    else void window.showWarningMessage(l10n.t("Nothing was merged, because notes were edited meanwhile. Try it once more."));
  } catch {
    void window.showErrorMessage(noAnswer);
  }
}

async function show(notes: NotesClient, into: Uri, others: number): Promise<void> {
  await window.showTextDocument(into);
  const title = (await notes.request("quaestio/note", { uri: into.toString() }))?.title ?? workspace.asRelativePath(into);
  void window.showInformationMessage(merged(title, others));
}

function merged(title: string, others: number): string {
  if (others === 0) return l10n.t("Merged into “{0}”. Undo takes all of it back.", title);
  if (others === 1) return l10n.t("Merged into “{0}”. Links in one other note lead there now. Undo takes all of it back.", title);
  return l10n.t("Merged into “{0}”. Links in {1} other notes lead there now. Undo takes all of it back.", title, others);
}
