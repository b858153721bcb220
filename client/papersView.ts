// The Papers view: all papers that notes cite or bibliographies hold, each with the notes that cite it. The server filters and sorts.
import {
  commands,
  type Disposable,
  Disposable as Disposables,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from "vscode";
import type { PaperList } from "../server/protocol";
import { command } from "./command";
import { askFilter } from "./filterBox";
import type { NotesClient } from "./notesClient";
import { citingRows, type Element, itemOf, morePapers, paperRows } from "./paperRows";
import { changed, type Shown, viewDescription, viewMessage } from "./paperWords";
import { noAnswer } from "./restingInput";

/** Milliseconds after an edit. */
const rest = 300;
/** So many papers are shown at first, and more with each click on the last row. */
const pageSize = 500;

/** Makes the view with the commands of its title, and keeps it up to date while somebody can see it. */
export function papersView(notes: NotesClient): Disposable {
  const list = new PapersList(notes);
  const view = window.createTreeView("quaestio.papers", { treeDataProvider: list, showCollapseAll: true });
  list.follow(view);
  const showing = (change: Partial<Shown>) => () => list.show(change);
  return Disposables.from(
    view,
    list,
    notes.onChanged(() => list.refresh()),
    view.onDidChangeVisibility(() => list.schedule(rest)),
    command("quaestio.filterPapers", () => askPapersFilter(list)),
    command("quaestio.clearPapersFilter", showing({ filter: "" })),
    command("quaestio.showAllPapers", showing({ show: "all" })),
    command("quaestio.showPapersCitedOnce", showing({ show: "once" })),
    command("quaestio.showPapersNeverCited", showing({ show: "never" })),
    command("quaestio.sortPapersByTitle", showing({ sort: "title" })),
    command("quaestio.sortPapersByYear", showing({ sort: "year" })),
    command("quaestio.sortPapersByNotes", showing({ sort: "cited" })),
    command(morePapers, () => list.more()),
  );
}

class PapersList implements TreeDataProvider<Element>, Disposable {
  readonly #changes = new EventEmitter<Element | undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  #view: TreeView<Element> | undefined;
  #shown: Shown = { show: "all", sort: "title", filter: "" };
  #rows: readonly Element[] = [];
  /** What the rows were made of: they are drawn anew only where it says something else. */
  #drawn = "";
  /** Whether notes below a paper were shown: these may change while the papers do not. */
  #showsNotes = false;
  #limit = pageSize;
  #isStale = true;
  #asked = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(readonly notes: NotesClient) {
    void this.#tellMenus();
  }

  get filter(): string {
    return this.#shown.filter;
  }

  getTreeItem(element: Element): TreeItem {
    return itemOf(element);
  }

  async getChildren(element?: Element): Promise<Element[]> {
    if (!element) return [...this.#rows];
    if (element.kind !== "paper") return [];
    this.#showsNotes = true;
    const citing = await this.notes.request("quaestio/citing", { id: element.row.id }).catch(() => ({ total: 0, notes: [] }));
    return [...citingRows(element.row, citing)];
  }

  /** The view that the list is told to. */
  follow(view: TreeView<Element>): void {
    this.#view = view;
    view.message = l10n.t("Reading notes…");
    this.schedule(rest);
  }

  /** Shows other papers, or the same in another way; from the first one on. */
  show(change: Partial<Shown>): void {
    const next = changed(this.#shown, change);
    if (next.filter === this.#shown.filter && next.show === this.#shown.show && next.sort === this.#shown.sort) return;
    this.#shown = next;
    this.#limit = pageSize;
    this.#isStale = true;
    void this.#tellMenus();
    this.schedule(0);
  }

  more(): void {
    this.#limit += pageSize;
    this.#isStale = true;
    this.schedule(0);
  }

  refresh(): void {
    this.#isStale = true;
    this.schedule(rest);
  }

  schedule(delay: number): void {
    clearTimeout(this.#timer);
    if (this.#view?.visible && this.#isStale) this.#timer = setTimeout(() => void this.#ask(), delay);
  }

  async #ask(): Promise<void> {
    const turn = ++this.#asked;
    const shown = this.#shown;
    this.#isStale = false;
    const found = await this.notes.request("quaestio/paperList", { ...shown, limit: this.#limit }).catch(() => undefined);
    if (turn === this.#asked) this.#draw(shown, found);
  }

  #draw(shown: Shown, found: PaperList | undefined): void {
    if (this.#view) {
      this.#view.description = found ? viewDescription(shown, found) : "";
      this.#view.message = found ? viewMessage(shown, found) : noAnswer;
    }
    const drawn = JSON.stringify(found);
    if (drawn === this.#drawn && !this.#showsNotes) return;
    this.#drawn = drawn;
    this.#showsNotes = false;
    this.#rows = found ? paperRows(found.papers, found.total) : [];
    this.#changes.fire(undefined);
  }

  /** Which buttons there are depends on what is shown. */
  async #tellMenus(): Promise<void> {
    const { show, sort, filter } = this.#shown;
    await Promise.all([
      commands.executeCommand("setContext", "quaestio.papersShow", show),
      commands.executeCommand("setContext", "quaestio.papersSort", sort),
      commands.executeCommand("setContext", "quaestio.papersFiltered", filter.trim() !== ""),
    ]);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changes.dispose();
  }
}

const askPapersFilter = (list: PapersList): void =>
  askFilter({
    title: l10n.t("Filter Papers"),
    placeholder: l10n.t("Words of the title, authors, year, key or id, in any order"),
    prompt: l10n.t("The list follows what you type. “Clear Filter” in the title of the view shows all papers again."),
    value: list.filter,
    apply: (filter) => list.show({ filter }),
  });
