// The trail of questions: remembers which notes were visited, lists them, and steps back and forth among them.
import {
  commands,
  type Disposable,
  Disposable as Disposables,
  l10n,
  type Memento,
  type QuickInputButton,
  type QuickPickItem,
  TabInputText,
  ThemeIcon,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { NoteCard } from "../server/protocol";
import { command, noteOf } from "./command";
import { ago } from "./language";
import { withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";
import { noAnswer } from "./restingInput";
import { withBelow } from "./topicNodes";
import { followed, type Moved, stepTo, type Trail, trailOf, type Visit, visited } from "./trailModel";

const memoryKey = "quaestio.recentQuestions";

/** Follows the active note. `memory` keeps what was visited for the next start. */
export function questionTrail(notes: NotesClient, memory: Memento): Disposable {
  let trail = trailOf(memory.get(memoryKey));
  const become = (next: Trail) => {
    trail = next;
    void memory.update(memoryKey, trail.recent);
    tellMenus();
  };
  const told = { back: false, forward: false };
  const tellMenus = () => {
    const active = activeNote();
    for (const direction of ["back", "forward"] as const) {
      const isThere = stepTo(trail, direction, active) !== undefined;
      if (isThere !== told[direction]) void commands.executeCommand("setContext", contextOf[direction], isThere);
      told[direction] = isThere;
    }
  };
  const look = () => {
    const uri = activeNote();
    if (uri !== undefined && uri !== trail.recent[0]?.uri) become(visited(trail, { uri, when: Date.now() }));
    else tellMenus();
  };
  const follow = (moves: readonly Moved[]) => become(followed(trail, moves));
  const step = async (direction: "back" | "forward") => {
    const { steps } = trail;
    let active = activeNote();
    for (let to = stepTo(trail, direction, active); to !== undefined; to = stepTo({ ...trail, at: to }, direction, active)) {
      const uri = steps[to] as string;
      const card = await notes.request("quaestio/note", { uri });
      // Somebody went elsewhere in the meantime.
      if (trail.steps !== steps) return;
      if (card) {
        // Before the note is active: then it is no new visit, and the way forward stays.
        become({ ...trail, at: to });
        await window.showTextDocument(Uri.parse(uri));
        return;
      }
      // What is gone, or is no question, is passed over.
      active = uri;
    }
  };
  look();
  return Disposables.from(
    window.onDidChangeActiveTextEditor(look),
    window.tabGroups.onDidChangeTabs(look),
    workspace.onDidRenameFiles(({ files }) => follow(files.map(({ oldUri, newUri }) => ({ from: `${oldUri}`, to: `${newUri}` })))),
    workspace.onDidDeleteFiles(({ files }) => follow(files.map((uri) => ({ from: `${uri}`, to: undefined })))),
    command("quaestio.recentQuestions", () => pickRecent(notes, () => trail.recent)),
    command("quaestio.previousQuestion", () => step("back").catch(() => window.showErrorMessage(noAnswer))),
    command("quaestio.nextQuestion", () => step("forward").catch(() => window.showErrorMessage(noAnswer))),
  );
}

const contextOf = { back: "quaestio.hasPreviousQuestion", forward: "quaestio.hasNextQuestion" } as const;

/** The URI of the note that somebody reads or writes; undefined for what lies in no open folder, as the other side of a comparison. */
function activeNote(): string | undefined {
  // By the tab: what is peeked at is no visit, and neither is a comparison.
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof TabInputText ? input.uri : window.activeTextEditor ? undefined : noteOf(undefined);
  const isNote = uri && /\.(?:md|markdown)$/i.test(uri.path) && workspace.getWorkspaceFolder(uri)?.uri.scheme === uri.scheme;
  return isNote ? uri.toString() : undefined;
}

interface RecentItem extends QuickPickItem {
  readonly uri?: Uri;
}

const sideButton: QuickInputButton = { iconPath: new ThemeIcon("split-horizontal"), tooltip: l10n.t("Open to the Side") };

/** Lists the notes visited last. The one before the active one is chosen at once, so that Enter goes back and forth between two. */
async function pickRecent(notes: NotesClient, recent: () => readonly Visit[]): Promise<void> {
  const pick = window.createQuickPick<RecentItem>();
  let isClosed = false;
  pick.title = l10n.t("Recent Questions");
  pick.placeholder = l10n.t("Type words of a question that you were in, or choose one and press Enter");
  pick.matchOnDescription = true;
  pick.busy = true;
  pick.onDidHide(() => {
    isClosed = true;
    pick.dispose();
  });
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    pick.hide();
    if (chosen?.uri) void window.showTextDocument(chosen.uri);
  });
  pick.onDidTriggerItemButton(({ item }) => {
    if (item.uri) void window.showTextDocument(item.uri, { viewColumn: ViewColumn.Beside });
  });
  const active = activeNote();
  pick.show();
  const items = await rowsOf(notes, recent()).catch((): readonly RecentItem[] => [{ label: noAnswer, alwaysShow: true }]);
  if (isClosed) return;
  pick.items = items;
  const first = items.find(({ uri }) => uri?.toString() !== active);
  if (first) pick.activeItems = [first];
  pick.busy = false;
}

async function rowsOf(notes: NotesClient, recent: readonly Visit[]): Promise<readonly RecentItem[]> {
  const [topics, ...cards] = await Promise.all([
    notes.request("quaestio/topics", {}),
    ...recent.map(({ uri }) => notes.request("quaestio/note", { uri })),
  ]);
  const labels = new Map(topics.flatMap(withBelow).map(({ id, label }) => [id, label]));
  const now = Date.now();
  // What is gone, or is no question, is left out without a word.
  const items = recent.flatMap(({ when }, at) => {
    const card = cards[at];
    return card ? [itemOf(card, labels, ago(when, now))] : [];
  });
  return items.length > 0 ? items : [{ label: l10n.t("No question was open in this folder yet."), alwaysShow: true }];
}

function itemOf({ uri, title, topics }: NoteCard, labels: ReadonlyMap<string, string>, when: string): RecentItem {
  const named = topics.map((id) => labels.get(id) ?? id);
  return {
    label: withoutIcons(title),
    // The time first: beside a long title there is no room for more.
    description: withoutIcons([when, ...named].join(" · ")),
    buttons: [sideButton],
    uri: Uri.parse(uri),
  };
}
