// The Open Questions view: what links ask and no note answers yet, those first that most notes ask, each with the notes that ask it.
import {
  commands,
  type Disposable,
  Disposable as Disposables,
  EventEmitter,
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from "vscode";
import type { OpenQuestion, OpenQuestions, TopicNode } from "../server/protocol";
import { chooseTopic } from "./chooseTopic";
import { command } from "./command";
import { notesCounted, topicsCounted } from "./counts";
import { plainText } from "./markdown";
import type { NotesClient } from "./notesClient";
import { noAnswer } from "./restingInput";
import { textTooltip } from "./tooltip";

/** A question with the notes that ask it. */
interface QuestionElement {
  readonly kind: "question";
  readonly question: OpenQuestion;
  readonly asks: Asking;
}

/** What *Write This Note* takes from a row. */
export interface Asking {
  readonly title: string;
  /** The URIs of notes that ask it. */
  readonly askers: readonly string[];
}

/** A note that asks, with the place. */
interface NoteElement {
  readonly kind: "note";
  readonly id: string;
  readonly title: string;
  readonly uri: Uri;
  readonly opens: { readonly uri: Uri; readonly range: Range };
}

interface RestElement {
  readonly kind: "rest";
  readonly id: string;
  readonly count: number;
}

type Element = QuestionElement | NoteElement | RestElement;

/** Milliseconds. */
const rest = 300;

/** The topic whose notes are looked at; without it those of the whole vault. */
type Within = Pick<TopicNode, "id" | "label"> | undefined;

/** Makes the view and keeps it up to date while somebody can see it. */
export function openQuestionsView(notes: NotesClient): Disposable {
  const changes = new EventEmitter<Element | undefined>();
  let rows: readonly Element[] = [];
  let shown = "";
  let within: Within;
  let isStale = true;
  let asked = 0;
  let timer: NodeJS.Timeout | undefined;
  const provider: TreeDataProvider<Element> = {
    onDidChangeTreeData: changes.event,
    getTreeItem: itemOf,
    getChildren: (element) => [...(element === undefined ? rows : element.kind === "question" ? notesAsking(element.question) : [])],
  };
  const view = window.createTreeView("quaestio.openQuestions", { treeDataProvider: provider, showCollapseAll: true });
  view.message = l10n.t("Reading notes…");
  const follow = async () => {
    const turn = ++asked;
    isStale = false;
    const topic = within;
    const found = await notes.request("quaestio/openQuestions", topic ? { topic: topic.id } : {}).catch(() => undefined);
    if (turn !== asked) return;
    announce(view, found, topic);
    const drawn = JSON.stringify(found);
    if (drawn === shown) return;
    shown = drawn;
    rows = found ? rowsOf(found) : [];
    changes.fire(undefined);
  };
  const schedule = () => {
    clearTimeout(timer);
    if (view.visible && isStale) timer = setTimeout(() => void follow(), rest);
  };
  const changed = () => {
    isStale = true;
    schedule();
  };
  const look = (topic: Within) => {
    within = topic;
    void commands.executeCommand("setContext", "quaestio.openQuestionsFiltered", topic !== undefined);
    isStale = true;
    void follow();
  };
  schedule();
  return Disposables.from(
    view,
    changes,
    notes.onChanged(changed),
    view.onDidChangeVisibility(schedule),
    command("quaestio.filterOpenQuestions", async () => {
      const chosen = await chooseTopic(notes, l10n.t("Open Questions of a Topic"));
      if (chosen) look(chosen);
    }),
    command("quaestio.clearOpenQuestionsFilter", () => look(undefined)),
    { dispose: () => clearTimeout(timer) },
  );
}

/** Says whose there are and how many, or in a sentence why there are none. */
function announce(view: TreeView<Element>, found: OpenQuestions | undefined, within: Within): void {
  const count = found && found.total > 0 ? [String(found.total)] : [];
  view.description = [...(within ? [within.label] : []), ...count].join(" · ");
  if (!found) view.message = noAnswer;
  else if (found.total > 0) view.message = "";
  else if (within)
    view.message = l10n.t(
      "No note in “{0}” asks a question that has no note yet. “All Topics” in the title of the view shows those of all others.",
      within.label,
    );
  else
    view.message = l10n.t(
      "Every question that a link asks has its note. A link such as [[Why do glaciers sing?]] asks one that waits here until it is written.",
    );
}

function rowsOf({ questions, total }: OpenQuestions): readonly Element[] {
  const rows = questions.map((question): QuestionElement => {
    const askers = [...new Set(question.notes.map(({ uri }) => uri))];
    return { kind: "question", question, asks: { title: question.title, askers } };
  });
  return total > rows.length ? [...rows, { kind: "rest", id: "rest", count: total - rows.length }] : rows;
}

function notesAsking({ title: question, notes, noteCount }: OpenQuestion): readonly Element[] {
  const rows = notes.map(({ uri, title, range: { start, end } }): NoteElement => {
    const note = Uri.parse(uri);
    const range = new Range(start.line, start.character, end.line, end.character);
    return { kind: "note", id: `${question}\n${uri}`, title, uri: note, opens: { uri: note, range } };
  });
  return noteCount > rows.length ? [...rows, { kind: "rest", id: `${question}\nrest`, count: noteCount - rows.length }] : rows;
}

function itemOf(element: Element): TreeItem {
  switch (element.kind) {
    case "question":
      return questionItem(element.question);
    case "note":
      return noteItem(element);
    case "rest": {
      const item = new TreeItem(l10n.t("and {0} more", element.count));
      item.id = element.id;
      return item;
    }
  }
}

function questionItem({ title, noteCount, topicCount }: OpenQuestion): TreeItem {
  const counts = [notesCounted(noteCount), ...(topicCount > 1 ? [topicsCounted(topicCount)] : [])];
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
  item.id = title;
  item.iconPath = new ThemeIcon("question", new ThemeColor("quaestio.openQuestionForeground"));
  item.description = counts.join(" · ");
  const asked =
    topicCount > 0
      ? l10n.t("Asked in {0} of {1}, and no note answers it yet.", notesCounted(noteCount), topicsCounted(topicCount))
      : l10n.t("Asked in {0}, and no note answers it yet.", notesCounted(noteCount));
  item.tooltip = textTooltip(`**${plainText(title)}**`, asked);
  item.contextValue = "openQuestion";
  item.accessibilityInformation = { label: [title, ...counts].join(", ") };
  return item;
}

function noteItem({ id, title, opens }: NoteElement): TreeItem {
  const { start } = opens.range;
  const item = new TreeItem(title);
  item.id = id;
  item.iconPath = new ThemeIcon("note");
  item.description = l10n.t("line {0}", start.line + 1);
  item.contextValue = "asker";
  item.command = { command: "vscode.open", title: l10n.t("Open"), arguments: [opens.uri, { selection: opens.range }] };
  item.accessibilityInformation = { label: l10n.t("{0}, line {1}", title, start.line + 1) };
  return item;
}
