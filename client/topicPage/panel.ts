// One topic page: a panel that shows a topic as the server tells it, follows edits, and does what is asked for on it.
import { commands, type Disposable, Uri, ViewColumn, type Webview, type WebviewPanel, window } from "vscode";
import type { NoteCard, TopicNode, VaultChanged } from "../../server/protocol";
import type { NotesClient } from "../notesClient";
import { type FromPage, fromPage, type ToPage, type View } from "./messages";

/** What a page asks of its surroundings. */
export interface PageSurroundings {
  readonly notes: NotesClient;
  /** The view that a topic was shown in last. */
  viewOf(id: string): View;
  keepView(id: string, view: View): void;
  openTopic(id: string): void;
  exportTopic(id: string): void;
}

/** How many related notes are told of one. */
const mostRelated = 12;
/** Milliseconds: the graph looks at all notes of the topic, so it follows when a writer has come to rest. */
const graphRest = 2000;
/** Of more changed notes the whole topic is asked for. */
const mostAsked = 20;

export class TopicPanel implements Disposable {
  /** The notes that are shown. */
  #shown: ReadonlySet<string> = new Set();
  /** The notes that the page has been told of: it may ask for no others. */
  readonly #told = new Set<string>();
  #showsGraph = false;
  /** Whether something changed while nobody could see it. */
  #isStale = false;
  #graphDue: ReturnType<typeof setTimeout> | undefined;
  readonly #listening: Disposable[];

  constructor(
    readonly panel: WebviewPanel,
    readonly id: string,
    readonly around: PageSurroundings,
  ) {
    panel.title = id;
    this.#listening = [
      panel.webview.onDidReceiveMessage((message) => void this.#answer(fromPage(message))),
      panel.onDidChangeViewState(() => panel.visible && this.#isStale && this.#refresh()),
      around.notes.onChanged((change) => void this.#follow(change)),
    ];
  }

  dispose(): void {
    clearTimeout(this.#graphDue);
    for (const it of this.#listening) it.dispose();
  }

  #tell(message: ToPage): void {
    void (this.panel.webview as Webview).postMessage(message);
  }

  async #answer(message: FromPage | undefined): Promise<void> {
    switch (message?.kind) {
      case "ready":
        return this.#refresh();
      case "show":
        this.#showsGraph = message.view === "graph";
        return this.around.keepView(this.id, message.view);
      case "open":
        if (!this.#told.has(message.uri)) return;
        await window.showTextDocument(Uri.parse(message.uri), {
          viewColumn: message.where === "beside" ? ViewColumn.Beside : (this.panel.viewColumn ?? ViewColumn.Active),
        });
        return;
      case "read":
        if (!this.#told.has(message.uri)) return;
        await commands.executeCommand("quaestio.read", Uri.parse(message.uri));
        return;
      case "explore":
        return this.#told.has(message.uri) ? this.#explore(message.uri) : undefined;
      case "graph":
        this.#showsGraph = true;
        return this.#showGraph();
      case "topic":
        return this.around.openTopic(message.id);
      case "newQuestion":
        await commands.executeCommand("quaestio.newQuestionInTopic", { topic: { id: this.id } });
        return;
      case "export":
        return this.around.exportTopic(this.id);
      case undefined:
        return;
    }
  }

  /** Tells the page all of its topic anew. */
  #refresh(): void {
    this.#isStale = false;
    this.#showTopic().catch(() => this.#tell({ kind: "failed", what: "topic" }));
    if (this.#showsGraph) void this.#showGraph();
  }

  async #showTopic(): Promise<void> {
    const { notes, viewOf } = this.around;
    const [topic, topics] = await Promise.all([notes.request("quaestio/topic", { id: this.id }), notes.request("quaestio/topics", {})]);
    if (!topic) return this.#tell({ kind: "gone", id: this.id });
    this.panel.title = topic.label;
    this.#shown = new Set(topic.notes.map(({ uri }) => uri));
    for (const uri of [...this.#shown, ...topic.papers.flatMap(({ notes: citing }) => citing)]) this.#told.add(uri);
    this.#tell({ kind: "topic", shown: { topic, labels: labelsFor(topic.notes, topics) }, view: viewOf(this.id) });
  }

  async #showGraph(): Promise<void> {
    try {
      this.#tell({ kind: "graph", graph: await this.around.notes.request("quaestio/graph", { topic: this.id }) });
    } catch {
      this.#tell({ kind: "failed", what: "graph" });
    }
  }

  async #explore(uri: string): Promise<void> {
    try {
      const related = await this.around.notes.request("quaestio/related", { uri, limit: mostRelated });
      for (const { card } of related) this.#told.add(card.uri);
      this.#tell({ kind: "related", uri, related });
    } catch {
      this.#tell({ kind: "failedRelated", uri });
    }
  }

  /** Asks for as little as a change takes; for nothing while nobody looks. */
  async #follow({ topicsChanged, notes: changed }: VaultChanged): Promise<void> {
    const { notes } = this.around;
    const concerned = changed === "all" ? changed : changed.filter((uri) => this.#shown.has(uri));
    if (!topicsChanged && concerned.length === 0) return;
    if (!this.panel.visible) {
      this.#isStale = true;
      return;
    }
    if (topicsChanged || concerned === "all" || concerned.length > mostAsked) return this.#refresh();
    const cards = await Promise.all(concerned.map((uri) => notes.request("quaestio/note", { uri }).catch(() => null)));
    if (cards.some((card) => card === null)) return this.#refresh();
    this.#tell({ kind: "cards", cards: cards.filter((card) => card !== null) });
    clearTimeout(this.#graphDue);
    if (this.#showsGraph) this.#graphDue = setTimeout(() => void this.#showGraph(), graphRest);
  }
}

/** The labels of all topics that some notes are filed under. */
function labelsFor(cards: readonly NoteCard[], topics: readonly TopicNode[]): Readonly<Record<string, string>> {
  const wanted = new Set(cards.flatMap((card) => card.topics));
  const all = (nodes: readonly TopicNode[]): readonly TopicNode[] => nodes.flatMap((node) => [node, ...all(node.children)]);
  return Object.fromEntries(all(topics).flatMap(({ id, label }) => (wanted.has(id) ? [[id, label]] : [])));
}
