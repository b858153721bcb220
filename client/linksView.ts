// The Links view: who links to the active note, where its own links lead, and who names it without a link. Follows the editor and edits.
import {
  commands,
  type Disposable,
  Disposable as Disposables,
  EventEmitter,
  l10n,
  type Range,
  type TreeDataProvider,
  type TreeView,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { NoteLinks } from "../server/protocol";
import { command, noteOf } from "./command";
import { type LinkElement, linkItem, type PlaceElement, sectionsOf } from "./linkRows";
import type { NotesClient } from "./notesClient";
import { refactor } from "./refactor";
import { noAnswer } from "./restingInput";

/** Milliseconds: who walks through editors does not wait for each. */
const rest = 150;

const invitation = l10n.t("Open a note to see which notes link to it, where its own links lead, and who names it without a link.");

/** Makes the view, with its commands, and keeps it up to date while somebody can see it. */
export function linksView(notes: NotesClient): Disposable {
  const changes = new EventEmitter<LinkElement | undefined>();
  let sections: readonly LinkElement[] = [];
  const provider: TreeDataProvider<LinkElement> = {
    onDidChangeTreeData: changes.event,
    getTreeItem: linkItem,
    getChildren: (element) => [...(element ? ("children" in element ? element.children : []) : sections)],
  };
  const view = window.createTreeView("quaestio.links", { treeDataProvider: provider, showCollapseAll: true });
  const follower = new Follower(notes, view, (links, uri) => {
    sections = links ? sectionsOf(links, uri) : [];
    changes.fire(undefined);
  });
  return Disposables.from(
    view,
    changes,
    follower,
    notes.onChanged(() => follower.schedule()),
    window.onDidChangeActiveTextEditor(() => follower.schedule()),
    window.tabGroups.onDidChangeTabs(() => follower.schedule()),
    view.onDidChangeVisibility(() => follower.schedule()),
    command("quaestio.openPlaceToSide", (element) => openToSide(element as Partial<PlaceElement> | undefined)),
    command("quaestio.linkMention", (element) => linkMention(notes, element as Partial<PlaceElement> | undefined)),
  );
}

/** Asks for the links of the active note once things rest, and only while the view is seen. */
class Follower implements Disposable {
  #timer: NodeJS.Timeout | undefined;
  /** What is shown, as it came: the tree is drawn anew only where it says something else. */
  #shown = "";
  #asked = 0;
  #uri: Uri | undefined;

  constructor(
    readonly notes: NotesClient,
    readonly view: TreeView<LinkElement>,
    readonly show: (links: NoteLinks | undefined, uri: string) => void,
  ) {
    view.message = l10n.t("Reading notes…");
    this.schedule();
  }

  schedule(): void {
    clearTimeout(this.#timer);
    if (this.view.visible) this.#timer = setTimeout(() => void this.#follow(), rest);
  }

  async #follow(): Promise<void> {
    const asked = ++this.#asked;
    // Settings, a page or the sidebar itself may be active, or the output: the note that was last goes on being shown.
    const active = noteOf(undefined);
    const isOpen = window.tabGroups.all.some(({ tabs }) => tabs.length > 0);
    const uri = active && active.scheme !== "output" ? active : isOpen ? this.#uri : undefined;
    this.#uri = uri;
    if (!uri) return this.#say(invitation);
    try {
      const links = await this.notes.request("quaestio/links", { uri: uri.toString() });
      if (asked !== this.#asked) return;
      if (!links)
        return this.#say(l10n.t("“{0}” is no note of an open folder, so it has no links to show.", uri.path.split("/").at(-1) ?? ""));
      this.#fill(links, uri);
    } catch {
      if (asked === this.#asked) this.#say(noAnswer);
    }
  }

  #fill(links: NoteLinks, uri: Uri): void {
    this.view.description = links.title;
    const { incoming, outgoing, mentions } = links;
    const isEmpty = incoming.total + outgoing.total + mentions.total === 0;
    this.view.message = isEmpty
      ? l10n.t("No note links to this one or names it yet, and it links to none. Type [[ in its text to link a question.")
      : "";
    this.#draw(JSON.stringify([uri.toString(), links]), isEmpty ? undefined : links, uri.toString());
  }

  #say(sentence: string): void {
    this.view.description = "";
    this.view.message = sentence;
    this.#draw(sentence, undefined, "");
  }

  #draw(shown: string, links: NoteLinks | undefined, uri: string): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.show(links, uri);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}

async function openToSide(element: Partial<PlaceElement> | undefined): Promise<void> {
  if (!element?.opens) return;
  const { uri, range } = element.opens;
  await commands.executeCommand("vscode.open", uri, { viewColumn: ViewColumn.Beside, ...(range ? { selection: range } : {}) });
}

/** A range of the editor is sent as a list. */
const plain = ({ start, end }: Range) => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});

/** Puts the link in place of a mention. A note that is closed is saved with it and stays closed. */
async function linkMention(notes: NotesClient, element: Partial<PlaceElement> | undefined): Promise<void> {
  if (!element?.opens?.range || element.named === undefined) return;
  const { uri, range } = element.opens;
  try {
    const document = await workspace.openTextDocument(uri);
    const { version } = document;
    const link = await notes.request("quaestio/linkMention", { uri: uri.toString(), range: plain(range), named: element.named });
    const edit = new WorkspaceEdit();
    if (link !== null) edit.replace(Uri.parse(uri.toString()), range, link);
    const isDone = link !== null && document.version === version && (await refactor(edit));
    if (!isDone)
      void window.showInformationMessage(
        l10n.t("Nothing was linked: the note was edited meanwhile, or a link there would change what it says."),
      );
  } catch {
    void window.showErrorMessage(noAnswer);
  }
}
