// The Topics view: topics, or what else notes are grouped by, and their notes. A projection of the server's index that follows edits before they are saved.
import {
  type Disposable,
  EventEmitter,
  l10n,
  type Memento,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
  workspace,
} from "vscode";
import type { VaultChanged } from "../server/protocol";
import { badge } from "./badge";
import { command } from "./command";
import type { NotesClient } from "./notesClient";
import type { Editing } from "./refactor";
import { noAnswer } from "./restingInput";
import { topicsDragAndDrop } from "./topics/drag";
import { groupItem, moreItem, noteItem, noteTooltip, topicItem, type Unfolded } from "./topics/items";
import { Listing } from "./topics/listing";
import { type Look, type LookFeed, lookDescription, lookMessage, topicsLook } from "./topics/look";
import { problemRows } from "./topics/problemRows";
import { rowCommands } from "./topics/rowCommands";
import type { MoreRow, Row } from "./topics/rows";
import type { CountsFeed } from "./vaultCounts";

/** Makes the view and keeps it up to date. `kept`: where it is remembered what notes are grouped by. */
export function topicsTree(editing: Editing, counts: CountsFeed, kept: Memento): readonly Disposable[] {
  const look = topicsLook(kept);
  const tree = new TopicsTree(editing.notes, look);
  const view = window.createTreeView("quaestio.topics", {
    treeDataProvider: tree,
    dragAndDropController: topicsDragAndDrop(editing),
    canSelectMany: true,
    showCollapseAll: true,
  });
  const following = tree.follow(view);
  return [look, view, tree, badge(view, counts), rowCommands(editing, view), ...following];
}

/** Where a filter leaves more notes, its groups stay folded. */
const mostUnfolded = 50;
/** Milliseconds after an edit in a note that is not being typed in. */
const rest = 300;
const showMore = "quaestio.showMoreNotes";

class TopicsTree implements TreeDataProvider<Row>, Disposable {
  readonly #changes = new EventEmitter<Row[] | undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #problems = problemRows();
  readonly #explained = new Set<Row>();
  #listing: Listing;
  #unfolded: Unfolded = "usual";
  #view: TreeView<Row> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    readonly notes: NotesClient,
    readonly look: LookFeed,
  ) {
    this.#listing = new Listing(notes, look.current);
  }

  getTreeItem(row: Row): TreeItem {
    const { by } = this.#listing.look;
    if (row.kind === "topic") return topicItem(row.topic, this.#unfolded);
    if (row.kind === "group") return groupItem(row, by === "paper" || by === "year" ? by : "letter", this.#unfolded);
    return row.kind === "more" ? moreItem(row, showMore) : noteItem(row, this.#problems.countOf(row));
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return [...(await this.#listing.childrenOf(row))];
    const listing = this.#listing;
    const isRunning = await this.notes.loaded.then(
      () => true,
      () => false,
    );
    if (!isRunning) return [];
    const roots = await listing.roots().catch(() => undefined);
    if (!roots) {
      if (this.#view) this.#view.message = noAnswer;
      return [];
    }
    if (listing === this.#listing) this.#announce(listing.look, roots.noteCount);
    // The editor must have the rows before one of them can be revealed. A topic that somebody chose stays chosen when the tree is read again.
    setTimeout(() => this.#view?.selection[0]?.kind !== "topic" && this.#revealActive(), 0);
    return [...roots.rows];
  }

  getParent(row: Row): Row | undefined {
    return this.#listing.parentOf(row);
  }

  async resolveTreeItem(item: TreeItem, row: Row): Promise<TreeItem> {
    if (row.kind !== "note") return item;
    this.#explained.add(row);
    const card = await this.notes.request("quaestio/note", { uri: row.card.uri }).catch(() => null);
    item.tooltip = noteTooltip(card ?? row.card);
    return item;
  }

  /** Has the tree follow the index, the look and the active editor. */
  follow(view: TreeView<Row>): readonly Disposable[] {
    this.#view = view;
    view.message = l10n.t("Reading notes…");
    this.notes.loaded.catch(() => {
      view.message = l10n.t("The Quaestio language server did not start. The log says why.");
    });
    const reveal = () => this.#revealActive();
    return [
      this.look.onChanged(() => this.#lookAnew()),
      this.notes.onChanged((change) => this.#refresh(change)),
      this.#problems.onStale((rows) => this.#changes.fire(rows)),
      command(showMore, (row) => this.#showMore(row as MoreRow)),
      window.onDidChangeActiveTextEditor(reveal),
      view.onDidChangeVisibility(({ visible }) => visible && reveal()),
      workspace.onDidSaveTextDocument(({ languageId }) => languageId === "markdown" && !this.#isWholeTree && this.#readSoon()),
    ];
  }

  /** Says above the tree and beside its name what is shown. */
  #announce(look: Look, noteCount: number): void {
    this.#unfolded = look.filter.trim() !== "" && noteCount <= mostUnfolded ? "all" : "usual";
    if (this.#view) {
      this.#view.message = lookMessage(look, noteCount);
      this.#view.description = lookDescription(look);
    }
  }

  #lookAnew(): void {
    this.#listing = new Listing(this.notes, this.look.current);
    this.#readAnew();
  }

  #readAnew(): void {
    clearTimeout(this.#timer);
    this.#problems.clear();
    this.#explained.clear();
    this.#changes.fire(undefined);
  }

  #readSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#readAnew(), rest);
  }

  get #isWholeTree(): boolean {
    const { by, filter } = this.#listing.look;
    return by === "topic" && filter.trim() === "";
  }

  #refresh({ topicsChanged, notes }: VaultChanged): void {
    // While somebody types, what else changes is what the note says: its row waits until it is saved.
    const isTyped = (uri: string) => workspace.textDocuments.some((it) => it.isDirty && it.uri.toString() === uri);
    if (topicsChanged) this.#readAnew();
    else if (!this.#isWholeTree && (notes === "all" || notes.some((uri) => !isTyped(uri)))) this.#readSoon();
    else {
      // The editor keeps a tooltip until its row is refreshed, and any note may change what another's says: those that were shown go.
      if (this.#explained.size > 0) this.#changes.fire([...this.#explained]);
      this.#explained.clear();
    }
  }

  #showMore(row: MoreRow): void {
    const list = this.#listing.lengthen(row);
    this.#changes.fire(list && [list]);
  }

  /** Shows the active note in the tree, without taking the focus. */
  async #revealActive(): Promise<void> {
    const view = this.#view;
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== "markdown" || !view?.visible) return;
    if (!workspace.getConfiguration("quaestio").get("topics.autoReveal", true)) return;
    if (view.selection.some((row) => row.kind === "note" && row.uri.toString() === document.uri.toString())) return;
    const listing = this.#listing;
    const card = await this.notes.request("quaestio/note", { uri: document.uri.toString() }).catch(() => null);
    const row = card ? listing.rowOf(card) : undefined;
    if (!row || window.activeTextEditor?.document !== document || listing !== this.#listing) return;
    const list = listing.lacks(row) ? listing.parentOf(row) : undefined;
    if (list) this.#changes.fire([list]);
    // One that a filter leaves out has no row.
    await view.reveal(row, { select: true, focus: false, expand: false }).then(undefined, () => undefined);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#problems.dispose();
    this.#changes.dispose();
  }
}
