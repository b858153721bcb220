// The Related view: what is related to the paragraph being written and to its note, found anew whenever the writer rests.
import {
  commands,
  type Disposable,
  Disposable as Disposables,
  EventEmitter,
  l10n,
  MarkdownString,
  type Memento,
  type TextEditor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  ViewColumn,
  window,
} from "vscode";
import type { RelatedNote } from "../server/protocol";
import { plainText } from "./markdown";
import type { NotesClient } from "./notesClient";
import { noAnswer } from "./restingInput";

/** A row; it knows its note, as every row that commands can be called on. */
interface RelatedElement {
  readonly kind: "note";
  readonly related: RelatedNote;
  readonly uri: Uri;
}

/** What its rows are related to. */
interface Group {
  readonly kind: "group";
  readonly label: string;
  readonly related: readonly RelatedNote[];
}

type Element = Group | RelatedElement;

/** What can be done with the view. */
export interface RelatedView extends Disposable {
  /** Keeps the list while one moves on, or has it follow the caret again. */
  pin(how: "kept" | "following"): Promise<void>;
  /** Puts a link to a row's note at the caret of the note being written. */
  insertLink(target: unknown): Promise<void>;
  openToSide(target: unknown): Promise<void>;
  /** Leaves a row out for this note from now on. */
  hide(target: unknown): Promise<void>;
  /** Shows again what was left out for this note. */
  showHidden(): Promise<void>;
}

/** Milliseconds of rest: a writer who pauses is answered before a third of a second is over. */
const rest = 250;
/** Of a paragraph the closest are enough: what stands below them is close to its note. */
const most = { ofParagraph: 8, ofNote: 25 };
const viewId = "quaestio.related";

/** Makes the view. `memory` keeps what is left out. */
export function relatedView(notes: NotesClient, memory: Memento): RelatedView {
  const list = new RelatedList(notes, memory);
  const view = window.createTreeView(viewId, { treeDataProvider: list });
  list.say = (message) => {
    view.message = message;
  };
  const schedule = () => list.schedule(view.visible);
  const following = [
    window.onDidChangeActiveTextEditor(schedule),
    window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === window.activeTextEditor && schedule()),
    view.onDidChangeVisibility(schedule),
    notes.onChanged(schedule),
  ];
  schedule();
  return {
    async pin(how) {
      list.isPinned = how === "kept";
      await commands.executeCommand("setContext", "quaestio.relatedPinned", list.isPinned);
      schedule();
    },
    insertLink: (target) => insertLink(notes, target),
    openToSide: async (target) => {
      if (isElement(target)) await window.showTextDocument(target.uri, { viewColumn: ViewColumn.Beside });
    },
    hide: async (target) => {
      if (isElement(target)) await list.hide(target.uri);
    },
    showHidden: () => list.showHidden(),
    dispose: () => Disposables.from(view, list, ...following).dispose(),
  };
}

const isElement = (target: unknown): target is RelatedElement => (target as Partial<RelatedElement> | undefined)?.uri instanceof Uri;

class RelatedList implements TreeDataProvider<Element>, Disposable {
  isPinned = false;
  /** Says something above the rows. */
  say: (message: string) => void = () => undefined;
  readonly #changes = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The note that the rows are about, and the rows. */
  #about: Uri | undefined;
  #found: readonly Group[] = [];
  /** The number of the last question: an answer to an earlier one is for nobody. */
  #asked = 0;

  constructor(
    readonly notes: NotesClient,
    readonly memory: Memento,
  ) {}

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changes.dispose();
  }

  getTreeItem = (element: Element): TreeItem => (element.kind === "note" ? itemOf(element) : groupItem(element));

  getChildren(element?: Element): Element[] {
    const hidden = this.#hidden();
    const left = this.#found.map((group) => ({ ...group, related: group.related.filter(({ card }) => !hidden.has(card.uri)) }));
    if (!element) return left.filter(({ related }) => related.length > 0);
    return element.kind === "note" ? [] : element.related.map((related) => ({ kind: "note", related, uri: Uri.parse(related.card.uri) }));
  }

  /** Looks again when the caret and the keys have rested; not for a view that nobody sees. */
  schedule(isVisible: boolean): void {
    clearTimeout(this.#timer);
    if (isVisible && !this.isPinned) this.#timer = setTimeout(() => void this.#look(), rest);
  }

  async #look(): Promise<void> {
    const editor = window.activeTextEditor;
    // Whoever looks at a list or a preview is still at the note of before.
    if (!editor && this.#about) return;
    const asked = ++this.#asked;
    const found = editor?.document.languageId === "markdown" ? await this.#ask(editor).catch(() => "failed" as const) : undefined;
    if (asked !== this.#asked) return;
    const before = this.#face();
    this.#about = found === undefined ? undefined : editor?.document.uri;
    this.#found = found === "failed" ? [] : (found ?? []);
    this.say(messageFor(found));
    // Rows that stay as they are keep the place of whoever is among them.
    if (this.#face() !== before) this.#changes.fire(undefined);
  }

  #face(): string {
    return JSON.stringify([this.#about?.toString(), this.#found]);
  }

  /** What is close to the paragraph comes first, and is not said twice. */
  async #ask(editor: TextEditor): Promise<readonly Group[]> {
    const uri = editor.document.uri.toString();
    const text = paragraphAt(editor);
    const [toParagraph, toNote] = await Promise.all([
      text === "" ? [] : this.notes.request("quaestio/related", { text, limit: most.ofParagraph + 1 }),
      this.notes.request("quaestio/related", { uri, limit: most.ofNote }),
    ]);
    const linked = new Set(toNote.filter((it) => it.linked).map(({ card }) => card.uri));
    const paragraph = toParagraph
      .filter(({ card }) => card.uri !== uri)
      .slice(0, most.ofParagraph)
      .map((it) => ({ ...it, linked: linked.has(it.card.uri) }));
    const said = new Set(paragraph.map(({ card }) => card.uri));
    return [
      { kind: "group", label: l10n.t("This Paragraph"), related: paragraph },
      { kind: "group", label: l10n.t("This Note"), related: toNote.filter(({ card }) => !said.has(card.uri)) },
    ];
  }

  #hidden(): ReadonlySet<string> {
    return new Set(this.#about && this.memory.get<readonly string[]>(keyOf(this.#about), []));
  }

  async hide(uri: Uri): Promise<void> {
    if (!this.#about) return;
    await this.memory.update(keyOf(this.#about), [...this.#hidden(), uri.toString()]);
    this.#changes.fire(undefined);
  }

  async showHidden(): Promise<void> {
    if (!this.#about) return;
    await this.memory.update(keyOf(this.#about), undefined);
    this.#changes.fire(undefined);
  }
}

/** Fewer words say nothing of their own. */
const fewestWords = 4;

/** The lines around the caret up to blank ones; nothing where that is no prose: the front matter, a heading, a few words. */
function paragraphAt({ document, selection: { active } }: TextEditor): string {
  const isBlank = (line: number) => document.lineAt(line).isEmptyOrWhitespace;
  if (isBlank(active.line)) return "";
  let [first, last] = [active.line, active.line];
  while (first > 0 && !isBlank(first - 1)) first--;
  while (last < document.lineCount - 1 && !isBlank(last + 1)) last++;
  const lines = Array.from({ length: last - first + 1 }, (_, at) => document.lineAt(first + at).text);
  const text = lines.join("\n");
  return lines.includes("---") || /^#{1,6}\s/.test(text) || text.trim().split(/\s+/).length < fewestWords ? "" : text;
}

const keyOf = (uri: Uri) => `quaestio.notRelated ${uri.toString()}`;

function messageFor(found: readonly Group[] | "failed" | undefined): string {
  if (found === undefined) return l10n.t("Open a note to see what is related to what you write.");
  if (found === "failed") return noAnswer;
  return found.every(({ related }) => related.length === 0) ? l10n.t("Nothing in the vault comes close to this note yet.") : "";
}

function groupItem({ label, related }: Group): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = label;
  item.contextValue = "group";
  item.accessibilityInformation = { label: l10n.t("{0}, {1} related", label, related.length) };
  return item;
}

function itemOf({ related: { card, reasons, linked }, uri }: RelatedElement): TreeItem {
  const item = new TreeItem(card.title);
  const why = reasons.map(({ text }) => text);
  item.id = card.uri;
  item.description = why.join(" · ");
  item.tooltip = new MarkdownString(
    [`**${plainText(card.title)}**`, plainText(card.summary), why.map((it) => `- ${plainText(it)}`).join("\n")]
      .filter(Boolean)
      .join("\n\n"),
  );
  item.iconPath = new ThemeIcon(linked ? "link" : "note");
  item.contextValue = linked ? "relatedLinked" : "related";
  item.command = { command: "vscode.open", title: l10n.t("Open Note"), arguments: [uri] };
  item.accessibilityInformation = { label: [card.title, ...(linked ? [l10n.t("linked")] : []), ...why].join(", ") };
  return item;
}

/** The note being written is the one in the active editor, or the one in sight where a view has the focus. */
async function insertLink(notes: NotesClient, target: unknown): Promise<void> {
  const editor = window.activeTextEditor ?? window.visibleTextEditors.find(({ document }) => document.languageId === "markdown");
  if (!isElement(target) || !editor) return;
  const { version } = editor.document;
  const link = await notes.request("quaestio/linkTo", { uri: target.uri.toString() });
  if (link === null) return void window.showInformationMessage(l10n.t("No link can name this note."));
  const isDone = editor.document.version === version && (await editor.edit((edit) => edit.replace(editor.selection, link)));
  if (isDone) await window.showTextDocument(editor.document, editor.viewColumn);
  else void window.showWarningMessage(l10n.t("The link was not inserted: the note was changed meanwhile, or cannot be edited."));
}
