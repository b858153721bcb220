// Copies a link to the active note, to the section at the caret or to the paragraph there, which gets an id for it.
import { env, l10n, type Position, type TextEditor, type Uri, window } from "vscode";
import type { LinkParams } from "../server/protocol";
import { noteOf } from "./command";
import { withoutIcons } from "./markdown";
import type { NotesClient } from "./notesClient";

/** Copies a link to the note a command was called on. */
export async function copyLink(notes: NotesClient, target: unknown): Promise<void> {
  const uri = noteOf(target);
  if (uri) await copy(notes, { uri: uri.toString() }, l10n.t("There is no link to this document: it is no note of an open folder."));
  else void window.showInformationMessage(l10n.t("Open a note to copy a link to it, or choose one in the Topics view."));
}

/** Copies links to several notes, a line each; with one or none as above. */
export async function copyLinks(notes: NotesClient, uris: readonly Uri[], target: unknown): Promise<void> {
  const all = [...new Set(uris.map((uri) => uri.toString()))];
  if (all.length < 2) return copyLink(notes, target);
  const links = (await Promise.all(all.map((uri) => notes.request("quaestio/linkTo", { uri })))).filter((it) => it !== null);
  await env.clipboard.writeText(links.join("\n"));
  window.setStatusBarMessage(l10n.t("Copied {0} links", links.length), shownFor);
}

/** Copies a link to the heading at the caret, or to the one whose section the caret is in. */
export async function copyHeadingLink(notes: NotesClient): Promise<void> {
  const here = atCaret();
  if (!here) return;
  const heading = plain(here.position);
  await copy(notes, { uri: here.uri.toString(), heading }, l10n.t("No heading stands above the caret that a link could name."));
}

/** Copies a link to the paragraph at the caret. The id it gets is one edit, which Undo takes back. */
export async function copyBlockLink(notes: NotesClient): Promise<void> {
  const here = atCaret();
  if (!here) return;
  const uri = here.uri.toString();
  const { version } = here.editor.document;
  const block = await notes.request("quaestio/blockId", { uri, position: plain(here.position) });
  if (!block) {
    void window.showInformationMessage(
      l10n.t("Put the caret into a paragraph, an item of a list or a table: a link needs a block to lead to."),
    );
    return;
  }
  const { id, insert } = block;
  if (insert && (here.editor.document.version !== version || !(await insertAt(here.editor, insert)))) {
    void window.showWarningMessage(
      l10n.t("The paragraph has no id yet and got none: the note was changed meanwhile, or cannot be edited."),
    );
    return;
  }
  await copy(notes, { uri, block: id }, l10n.t("The paragraph has an id that no link can name."));
}

interface Here {
  readonly editor: TextEditor;
  readonly uri: Uri;
  readonly position: Position;
}

function atCaret(): Here | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === "markdown") return { editor, uri: editor.document.uri, position: editor.selection.active };
  void window.showInformationMessage(l10n.t("Open a note and put the caret where the link is to lead."));
  return undefined;
}

const plain = ({ line, character }: Position) => ({ line, character });

/** The caret stays where it was, even at the end of the paragraph. */
async function insertAt(
  editor: TextEditor,
  { position, text }: { readonly position: { line: number; character: number }; readonly text: string },
) {
  const { selections } = editor;
  const place = editor.document.validatePosition(editor.selection.active.with(position.line, position.character));
  const isDone = await editor.edit((edit) => edit.insert(place, text));
  if (isDone) editor.selections = [...selections];
  return isDone;
}

async function copy(notes: NotesClient, params: LinkParams, refusal: string): Promise<void> {
  const link = await notes.request("quaestio/linkTo", params);
  if (link === null) {
    void window.showInformationMessage(refusal);
    return;
  }
  await env.clipboard.writeText(link);
  window.setStatusBarMessage(l10n.t("Copied {0}", withoutIcons(link)), shownFor);
}

/** Milliseconds. */
const shownFor = 4000;
