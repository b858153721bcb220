// How the Topics view is looked at: what notes are grouped by, how they are sorted, and the words they are filtered by.
import { commands, type Disposable, Disposable as Disposables, type Event, EventEmitter, l10n, type Memento } from "vscode";
import type { GroupNotesParams, NotesBy } from "../../server/protocol";
import { command } from "../command";
import { askFilter } from "../filterBox";

export interface Look {
  readonly by: NotesBy;
  readonly sort: NonNullable<GroupNotesParams["sort"]>;
  readonly filter: string;
}

export interface LookFeed extends Disposable {
  readonly current: Look;
  readonly onChanged: Event<Look>;
}

const ways: Readonly<Record<string, Partial<Look>>> = {
  "quaestio.viewByTopic": { by: "topic" },
  "quaestio.viewByPaper": { by: "paper" },
  "quaestio.viewByYear": { by: "year" },
  "quaestio.viewByLetter": { by: "letter" },
  "quaestio.viewRecent": { by: "recent" },
  "quaestio.viewUnlinked": { by: "unlinked" },
  "quaestio.sortByTitle": { sort: "title" },
  "quaestio.sortByChange": { sort: "modified" },
  "quaestio.sortByPapers": { sort: "sources" },
  "quaestio.sortByLinks": { sort: "incoming" },
  "quaestio.clearQuestionsFilter": { filter: "" },
};

const usual: Look = { by: "topic", sort: "title", filter: "" };
const memory = "quaestio.topicsLook";

/** Registers the commands of the view's title. All but the filter is remembered for the workspace. */
export function topicsLook(kept: Memento): LookFeed {
  const changes = new EventEmitter<Look>();
  let current: Look = { ...usual, ...kept.get<Partial<Look>>(memory) };
  const change = (wanted: Partial<Look>) => {
    const next = { ...current, ...wanted };
    if (next.by === current.by && next.sort === current.sort && next.filter.trim() === current.filter.trim()) return;
    current = next;
    void kept.update(memory, { by: next.by, sort: next.sort });
    void tellMenus(next);
    changes.fire(next);
  };
  void tellMenus(current);
  const asking = command("quaestio.filterQuestions", () =>
    askFilter({
      title: l10n.t("Filter Questions"),
      placeholder: l10n.t("Words of the title or the summary, in any order"),
      prompt: l10n.t("The tree follows what you type. “Clear Filter” in the title of the view shows all notes again."),
      value: current.filter,
      apply: (filter) => change({ filter }),
    }),
  );
  const registered = Object.entries(ways).map(([id, way]) => command(id, () => change(way)));
  return {
    get current() {
      return current;
    },
    onChanged: changes.event,
    dispose: () => Disposables.from(changes, ...registered, asking).dispose(),
  };
}

/** Which commands there are depends on how the view is looked at. */
async function tellMenus({ by, sort, filter }: Look): Promise<void> {
  await Promise.all([
    commands.executeCommand("setContext", "quaestio.topicsBy", by),
    commands.executeCommand("setContext", "quaestio.topicsSort", sort),
    commands.executeCommand("setContext", "quaestio.topicsFiltered", filter.trim() !== ""),
  ]);
}

/** What stands beside the name of the view. */
export function lookDescription({ by, sort }: Look): string {
  const ways: Readonly<Record<NotesBy, string>> = {
    topic: "",
    paper: l10n.t("by paper"),
    year: l10n.t("by year"),
    letter: l10n.t("A–Z"),
    recent: l10n.t("recently changed"),
    unlinked: l10n.t("unlinked notes"),
  };
  const sorts: Readonly<Record<Look["sort"], string>> = {
    title: "",
    modified: l10n.t("last changed first"),
    sources: l10n.t("most papers first"),
    incoming: l10n.t("most linked first"),
  };
  return [ways[by], by === "recent" ? "" : sorts[sort]].filter(Boolean).join(" · ");
}

/** What stands above the tree: what a filter leaves, or why there is nothing. Empty where the rows say it all. */
export function lookMessage({ by, filter }: Look, noteCount: number): string {
  const words = filter.trim();
  if (words !== "") {
    if (noteCount === 0) return l10n.t("No question has “{0}” in its title or summary.", words);
    return noteCount === 1 ? l10n.t("One note has “{0}”.", words) : l10n.t("{0} notes have “{1}”.", noteCount, words);
  }
  if (noteCount > 0) return "";
  if (by === "unlinked") return l10n.t("Every note links to another or is linked.");
  return by === "paper" ? l10n.t("No note cites a paper yet.") : "";
}
