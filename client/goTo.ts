// Go to Question, by remembered words of its title; and Random Question, by chance.
import { l10n, type QuickInputButton, type QuickPickItem, ThemeIcon, Uri, ViewColumn, window } from "vscode";
import type { FoundQuestion } from "../server/protocol";
import { noteOf } from "./command";
import { exploreQuestion } from "./exploreQuestion";
import { inGivenOrder, withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";
import { noAnswer, RestingInput } from "./restingInput";

interface QuestionItem extends QuickPickItem {
  readonly question?: FoundQuestion;
  /** Looks in the texts of the notes for words that no title has. */
  readonly goesOn?: true;
}

const sideButton: QuickInputButton = { iconPath: new ThemeIcon("split-horizontal"), tooltip: l10n.t("Open to the Side") };

/** Lists the notes whose titles hold the typed words, at first those changed last; Enter opens one. */
export function goToQuestion(notes: NotesClient): void {
  const pick = window.createQuickPick<QuestionItem>();
  const input = new RestingInput<QuestionItem, readonly FoundQuestion[]>(pick, {
    ask: (typed) => notes.request("quaestio/questions", { typed }),
    show: rowsOf,
    failed: () => [{ label: noAnswer, alwaysShow: true }],
  });
  const close = () => pick.hide();
  pick.title = l10n.t("Go to Question");
  pick.placeholder = l10n.t("Type words of a question that you remember, in any order");
  pick.onDidChangeValue(() => input.schedule());
  pick.onDidAccept(async () => {
    const [chosen] = pick.selectedItems;
    if (chosen?.goesOn) exploreQuestion(notes, pick.value);
    else if (chosen?.question) {
      close();
      await window.showTextDocument(Uri.parse(chosen.question.uri));
    }
  });
  pick.onDidTriggerItemButton(({ item }) => {
    if (item.question) void window.showTextDocument(Uri.parse(item.question.uri), { viewColumn: ViewColumn.Beside });
  });
  input.schedule("now");
  pick.show();
}

function rowsOf(found: readonly FoundQuestion[], typed: string): readonly QuestionItem[] {
  if (found.length > 0) return found.map(itemOf);
  if (typed.trim() === "") return [{ label: l10n.t("This vault has no notes yet: “New Question...” writes the first."), alwaysShow: true }];
  const label = withoutIcons(l10n.t("No title has all of these words. Look in the texts of the notes for “{0}”", typed.trim()));
  return [{ label, alwaysShow: true, goesOn: true }];
}

function itemOf(question: FoundQuestion): QuestionItem {
  const { title, alias, summary, topics } = question;
  const about = [...(alias === undefined ? [] : [`also “${alias}”`]), ...topics].join(" · ");
  return {
    label: inGivenOrder(withoutIcons(title)),
    description: withoutIcons(about),
    detail: withoutIcons(summary),
    buttons: [sideButton],
    alwaysShow: true,
    question,
  };
}

/** Opens any note but the active one. */
export async function randomQuestion(notes: NotesClient): Promise<void> {
  const active = noteOf(undefined);
  const uri = await notes.request("quaestio/randomNote", active ? { except: active.toString() } : {});
  if (uri !== null) await window.showTextDocument(Uri.parse(uri));
  else void window.showInformationMessage(l10n.t("There is no question to choose from yet: “New Question...” writes the first."));
}
