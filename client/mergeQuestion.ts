// Merge Into Another Question: one note becomes a section of another that is chosen from a list, and all that led to it leads there.
import { type QuickPickItem, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import { noteOf } from "./command";
import { inGivenOrder, withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";
import { refactor } from "./refactor";
import { noAnswer, RestingInput } from "./restingInput";

interface Choice extends QuickPickItem {
  readonly uri?: string;
  readonly question?: string;
}

const mostListed = 30;

/** What it takes to ask for an edit and to read it. */
export interface Merging {
  readonly notes: NotesClient;
  readonly client: Pick<BaseLanguageClient, "protocol2CodeConverter">;
}

/** Asks which note is to take in the one called on or the active one: those that are most related come first, others by words of their titles. */
export async function mergeQuestion(merging: Merging, target: unknown): Promise<void> {
  const { notes } = merging;
  const uri = noteOf(target);
  const card = uri && (await notes.request("quaestio/note", { uri: uri.toString() }));
  if (!uri || !card) return void window.showInformationMessage("Open the note that is to be merged into another first.");
  const pick = window.createQuickPick<Choice>();
  const input = new RestingInput<Choice, readonly Choice[]>(pick, {
    ask: (typed) => (typed.trim() === "" ? relatedTo(notes, uri) : titled(notes, typed, uri)),
    show: (found) => (found.length > 0 ? found : [{ label: "No other note has all of these words in its title.", alwaysShow: true }]),
    failed: () => [{ label: noAnswer, alwaysShow: true }],
  });
  pick.title = `Merge “${withoutIcons(card.title)}” Into Another Question`;
  pick.placeholder = "Choose the question that goes on, or type words of its title";
  pick.onDidChangeValue(() => input.schedule());
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    if (chosen?.uri === undefined) return;
    pick.hide();
    const into = { uri: Uri.parse(chosen.uri), question: chosen.question ?? "" };
    merge(merging, uri, into).catch(() => window.showErrorMessage(noAnswer));
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
  question: title,
});

interface Question {
  readonly uri: Uri;
  readonly question: string;
}

async function merge({ notes, client }: Merging, uri: Uri, into: Question): Promise<void> {
  // Taking a deletion back brings the file back as it was on the disk.
  const document = workspace.textDocuments.find((it) => it.uri.toString() === uri.toString());
  if (document?.isDirty && !(await document.save())) return;
  const answer = await notes.request("quaestio/merge", { uri: uri.toString(), into: into.uri.toString() });
  if (answer.kind === "impossible") return void window.showWarningMessage(answer.why);
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit as WorkspaceEdit);
  if (!(await refactor(edit))) {
    void window.showWarningMessage("Nothing was merged, because notes were edited meanwhile. Try it once more.");
    return;
  }
  await window.showTextDocument(into.uri);
  const others =
    answer.notes === 0
      ? ""
      : answer.notes === 1
        ? " Links in one other note lead there now."
        : ` Links in ${answer.notes} other notes lead there now.`;
  void window.showInformationMessage(`Merged into “${into.question}”.${others} Undo takes all of it back.`);
}
