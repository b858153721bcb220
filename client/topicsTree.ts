// The Topics view: topics, their sub-topics, their notes. A projection of the server's index that follows edits before they are saved.
import {
  commands,
  type Disposable,
  Disposable as Disposables,
  EventEmitter,
  MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
  workspace,
} from "vscode";
import type { NoteCard, TopicNode } from "../server/protocol";
import { badge } from "./badge";
import { plainText } from "./markdown";
import type { NotesClient } from "./notesClient";
import type { Editing } from "./refactor";
import { topicsDragAndDrop } from "./topics/drag";
import { problemRows } from "./topics/problemRows";
import { rowCommands } from "./topics/rowCommands";
import type { CountsFeed } from "./vaultCounts";

interface TopicElement {
  readonly kind: "topic";
  readonly topic: TopicNode;
}

interface NoteElement {
  readonly kind: "note";
  readonly card: NoteCard;
  readonly uri: Uri;
  /** The topic it is listed under: a note may be in several. */
  readonly topicId: string;
}

type Element = TopicElement | NoteElement;

/** Makes the view and keeps it up to date. */
export function topicsTree(editing: Editing, counts: CountsFeed): Disposable {
  const { notes } = editing;
  const changes = new EventEmitter<Element[] | undefined>();
  const listed = new EventEmitter<void>();
  const topics = new Map<string, TopicNode>();
  const explained = new Set<Element>();
  const problems = problemRows();
  const provider: TreeDataProvider<Element> = {
    onDidChangeTreeData: changes.event,
    getTreeItem: (element) => (element.kind === "topic" ? topicItem(element.topic) : noteItem(element, problems.countOf(element))),
    async getChildren(element) {
      if (element) return childrenOf(notes, element);
      const roots = await rootsOf(notes, topics);
      // The editor must have the rows before one of them can be revealed.
      setTimeout(() => listed.fire(), 0);
      return roots;
    },
    getParent: (element) => parentOf(topics, element),
    async resolveTreeItem(item, element) {
      if (element.kind === "topic") return item;
      explained.add(element);
      const card = await notes.request("quaestio/note", { uri: element.card.uri }).catch(() => null);
      item.tooltip = tooltipOf(card ?? element.card);
      return item;
    },
  };
  const view = window.createTreeView("quaestio.topics", {
    treeDataProvider: provider,
    dragAndDropController: topicsDragAndDrop(editing),
    canSelectMany: true,
    showCollapseAll: true,
  });
  announce(notes, view);
  const reveal = () => void revealActive(notes, topics, view);
  // The editor keeps a tooltip until its row is refreshed, and any note may change what another's says: those that were shown go.
  const refresh = (topicsChanged: boolean) => {
    if (topicsChanged) {
      problems.clear();
      changes.fire(undefined);
    } else if (explained.size > 0) changes.fire([...explained]);
    explained.clear();
  };
  return Disposables.from(
    view,
    changes,
    listed,
    problems,
    badge(view, counts),
    rowCommands(editing, view),
    problems.onStale((rows) => changes.fire(rows)),
    notes.onChanged(({ topicsChanged }) => refresh(topicsChanged)),
    window.onDidChangeActiveTextEditor(reveal),
    view.onDidChangeVisibility(({ visible }) => visible && reveal()),
    // A topic that somebody chose stays chosen when the tree is read again.
    listed.event(() => view.selection[0]?.kind !== "topic" && reveal()),
  );
}

/** Says above the tree what it waits for. */
function announce({ loaded }: NotesClient, view: TreeView<Element>): void {
  const say = (message: string) => {
    view.message = message;
  };
  say("Reading notes…");
  loaded.then(
    () => say(""),
    () => say("The Quaestio language server did not start. The log says why."),
  );
}

async function rootsOf(notes: NotesClient, topics: Map<string, TopicNode>): Promise<Element[]> {
  const isRunning = await notes.loaded.then(
    () => true,
    () => false,
  );
  if (!isRunning) return [];
  const roots = await notes.request("quaestio/topics", {});
  topics.clear();
  remember(topics, roots);
  await commands.executeCommand("setContext", "quaestio.state", roots.length > 0 ? "ready" : "empty");
  return roots.map(topicElement);
}

async function childrenOf(notes: NotesClient, element: Element): Promise<Element[]> {
  if (element.kind === "note") return [];
  const { topic } = element;
  const own = await notes.request("quaestio/topicNotes", { id: topic.id, depth: "direct" });
  return [...topic.children.map(topicElement), ...own.notes.map((card) => noteElement(card, topic.id))];
}

function remember(topics: Map<string, TopicNode>, nodes: readonly TopicNode[]): void {
  for (const node of nodes) {
    topics.set(node.id, node);
    remember(topics, node.children);
  }
}

const topicElement = (topic: TopicNode): TopicElement => ({ kind: "topic", topic });

const noteElement = (card: NoteCard, topicId: string): NoteElement => ({ kind: "note", card, uri: Uri.parse(card.uri), topicId });

function parentOf(topics: ReadonlyMap<string, TopicNode>, element: Element): Element | undefined {
  const id = element.kind === "note" ? element.topicId : element.topic.id.slice(0, Math.max(0, element.topic.id.lastIndexOf("/")));
  const parent = topics.get(id);
  return parent && topicElement(parent);
}

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? "" : "s"}`;

/** Nothing is said of what there is none of. */
const countedIfAny = (count: number, thing: string) => (count > 0 ? [counted(count, thing)] : []);

function topicItem({ id, label, description = "", noteCount, sourceCount, children }: TopicNode): TreeItem {
  // Topics of the first level open by themselves where there are sub-topics to see; notes wait for a click.
  const isOpen = children.length > 0 && !id.includes("/");
  const item = new TreeItem(label, isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
  const counts = [counted(noteCount, "note"), ...countedIfAny(sourceCount, "paper")];
  item.id = id;
  item.description = counts.join(" · ");
  item.tooltip = tooltip(label, description, counts);
  item.contextValue = "topic";
  item.accessibilityInformation = { label: [label, ...counts].join(", ") };
  return item;
}

/** Has no tooltip yet: what it counts changes more often than the tree, so it is fetched when it is asked for. */
function noteItem({ card, uri, topicId }: NoteElement, problems: number): TreeItem {
  const item = new TreeItem(card.title, TreeItemCollapsibleState.None);
  item.id = `${topicId}\n${card.uri}`;
  item.iconPath = new ThemeIcon("note");
  // By it the editor colours the row and counts its problems, as in the Explorer; title and icon stay.
  item.resourceUri = uri;
  item.contextValue = "note";
  item.command = { command: "vscode.open", title: "Open Note", arguments: [uri] };
  const counts = [...countedIfAny(card.sourceCount, "paper"), ...countedIfAny(problems, "problem")];
  item.accessibilityInformation = { label: [card.title, ...counts].join(", ") };
  return item;
}

function tooltipOf({ title, summary, sourceCount, incoming, problems }: NoteCard): MarkdownString {
  const links = countedIfAny(incoming, "note").map((count) => `${count} ${incoming === 1 ? "links" : "link"} here`);
  return tooltip(title, summary, [...countedIfAny(sourceCount, "paper"), ...links, ...countedIfAny(problems, "problem")]);
}

/** The title in bold, the summary, the counts. A note's text goes in as text: nothing in it is a link or an image. */
function tooltip(title: string, summary: string, counts: readonly string[]): MarkdownString {
  return new MarkdownString([`**${plainText(title)}**`, plainText(summary), counts.join(" · ")].filter(Boolean).join("\n\n"));
}

/** Shows the active note in the tree, without taking the focus. */
async function revealActive(notes: NotesClient, topics: ReadonlyMap<string, TopicNode>, view: TreeView<Element>): Promise<void> {
  const document = window.activeTextEditor?.document;
  // Before the topics are known there is nothing to find it in; they ask again when they are listed.
  if (document?.languageId !== "markdown" || !view.visible || topics.size === 0) return;
  if (!workspace.getConfiguration("quaestio").get("topics.autoReveal", true)) return;
  if (view.selection.some((element) => element.kind === "note" && element.uri.toString() === document.uri.toString())) return;
  const card = await notes.request("quaestio/note", { uri: document.uri.toString() });
  const topicId = card?.topics.find((id) => topics.has(id));
  if (!card || topicId === undefined || window.activeTextEditor?.document !== document) return;
  await view.reveal(noteElement(card, topicId), { select: true, focus: false, expand: false });
}
