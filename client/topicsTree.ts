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
import { plainText } from "./markdown";
import type { NotesClient } from "./notesClient";

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
export function topicsTree(notes: NotesClient): Disposable {
  const changes = new EventEmitter<undefined>();
  const topics = new Map<string, TopicNode>();
  const provider: TreeDataProvider<Element> = {
    onDidChangeTreeData: changes.event,
    getTreeItem: (element) => (element.kind === "topic" ? topicItem(element.topic) : noteItem(element)),
    getChildren: (element) => childrenOf(notes, topics, element),
    getParent: (element) => parentOf(topics, element),
  };
  const view = window.createTreeView("quaestio.topics", { treeDataProvider: provider, showCollapseAll: true });
  const reveal = () => revealActive(notes, view);
  return Disposables.from(
    view,
    changes,
    notes.onChanged(({ topicsChanged }) => topicsChanged && changes.fire(undefined)),
    window.onDidChangeActiveTextEditor(reveal),
    view.onDidChangeVisibility(({ visible }) => visible && reveal()),
  );
}

async function childrenOf(notes: NotesClient, topics: Map<string, TopicNode>, element: Element | undefined): Promise<Element[]> {
  if (element?.kind === "note") return [];
  if (element) {
    const { topic } = element;
    const own = await notes.request("quaestio/topicNotes", { id: topic.id, depth: "direct" });
    return [...topic.children.map(topicElement), ...own.notes.map((card) => noteElement(card, topic.id))];
  }
  const roots = await notes.request("quaestio/topics", {});
  topics.clear();
  remember(topics, roots);
  await commands.executeCommand("setContext", "quaestio.state", roots.length > 0 ? "ready" : "empty");
  return roots.map(topicElement);
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

function topicItem({ id, label, description, noteCount, sourceCount, children }: TopicNode): TreeItem {
  // A topic that is the only one of its level is what a person came for: it opens by itself.
  const item = new TreeItem(
    label,
    children.length > 0 && !id.includes("/") ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  const counts = [counted(noteCount, "note"), counted(sourceCount, "paper")];
  item.id = id;
  item.description = counts.join(" · ");
  item.tooltip = [label, description, counts.join(" · ")].filter(Boolean).join("\n\n");
  item.contextValue = "topic";
  item.accessibilityInformation = { label: `${label}, ${counts.join(", ")}` };
  return item;
}

function noteItem({ card, uri, topicId }: NoteElement): TreeItem {
  const item = new TreeItem(card.title, TreeItemCollapsibleState.None);
  item.id = `${topicId}\n${card.uri}`;
  item.iconPath = new ThemeIcon("note");
  item.tooltip = tooltipOf(card);
  item.contextValue = "note";
  item.command = { command: "vscode.open", title: "Open Note", arguments: [uri] };
  item.accessibilityInformation = {
    label: `${card.title}, ${counted(card.sourceCount, "paper")}${card.problems > 0 ? `, ${counted(card.problems, "problem")}` : ""}`,
  };
  return item;
}

/** The title in bold, the summary, the counts. A note's text goes in as text: nothing in it is a link or an image. */
function tooltipOf({ title, summary, sourceCount, incoming, problems }: NoteCard): MarkdownString {
  const counts = [counted(sourceCount, "paper"), `${counted(incoming, "note")} ${incoming === 1 ? "links" : "link"} here`];
  if (problems > 0) counts.push(counted(problems, "problem"));
  return new MarkdownString([`**${plainText(title)}**`, plainText(summary), counts.join(" · ")].filter(Boolean).join("\n\n"));
}

/** Shows the active note in the tree, without taking the focus. */
async function revealActive(notes: NotesClient, view: TreeView<Element>): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== "markdown" || !view.visible) return;
  if (!workspace.getConfiguration("quaestio").get("topics.autoReveal", true)) return;
  if (view.selection.some((element) => element.kind === "note" && element.uri.toString() === document.uri.toString())) return;
  const card = await notes.request("quaestio/note", { uri: document.uri.toString() });
  const topicId = card?.topics[0];
  if (!card || topicId === undefined || window.activeTextEditor?.document !== document) return;
  await view.reveal(noteElement(card, topicId), { select: true, focus: false, expand: false });
}
