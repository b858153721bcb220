// Goes on suggesting inside `[[` and `](`, behind `@` and among the items of the front matter: the editor does not suggest while typing in Markdown, and a list that
// was left (a word taken back, a click elsewhere) would stay away until Ctrl+Space.
import { commands, type Disposable, type Position, type TextDocument, type TextDocumentChangeEvent, window, workspace } from "vscode";
import type { AskedList } from "./askedList";
import type { NotesClient } from "./notesClient";
import { isBehindBrackets, mayBeTarget } from "./targetLook";

/** Asks for suggestions when a letter is typed in a link's target, a citation or the front matter; where a list is open already this does nothing. */
export function suggestInLinks(notes: NotesClient, list: AskedList): Disposable {
  return workspace.onDidChangeTextDocument((change) => {
    const caret = caretBehindLetter(change);
    const follows = caret ?? caretBehindDeletion(change);
    if (follows) list.follow(change.document, follows);
    if (caret) void suggestAt(notes, list, change.document, caret);
  });
}

/** How long typing must rest, in milliseconds: shorter than a person waits for a list, longer than between two letters of a word. */
const rest = 120;

/** Only the server knows code from text. Without its word the editor would offer any word of the file, and Enter would take it. */
async function suggestAt(notes: NotesClient, list: AskedList, document: TextDocument, caret: Position): Promise<void> {
  const { version } = document;
  const isUnchanged = () => document.version === version && caretIn(document)?.isEqual(caret) === true;
  await pause(rest);
  // A person who typed on meanwhile is asked about again at the next letter.
  if (!isUnchanged()) return;
  const wanted = await isTarget(notes, document, caret);
  if (wanted && isUnchanged()) await list.open(document, caret);
  // Brackets of code made the editor ask, too.
  const mayBeStray = wanted ? !isUnchanged() : isBehindBrackets(document, caret);
  if (mayBeStray) await closeStray(notes, document);
}

/** How long a list that was asked for may take to open, in milliseconds. */
const slowestList = 1000;

/** The editor opens the list where the caret is by then, which may be behind the link or in code: there it offers any word of the file. */
async function closeStray(notes: NotesClient, document: TextDocument): Promise<void> {
  for (const end = Date.now() + slowestList; Date.now() < end; await pause(rest)) {
    const caret = caretIn(document);
    if (!caret || (await isTarget(notes, document, caret))) return;
    await commands.executeCommand("hideSuggestWidget");
  }
}

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

const caretIn = (document: TextDocument): Position | undefined =>
  window.activeTextEditor?.document === document ? window.activeTextEditor.selection.active : undefined;

function isTarget(notes: NotesClient, document: TextDocument, { line, character }: Position): Promise<boolean> {
  return notes.request("quaestio/inLinkTarget", { uri: document.uri.toString(), position: { line, character } }).catch(() => false);
}

/** Where the caret is after a letter that may belong to a link's target, a citation or the front matter: a cheap look at the line, before the server is asked. */
function caretBehindLetter({ document, contentChanges }: TextDocumentChangeEvent): Position | undefined {
  const change = contentChanges[0];
  if (!change || contentChanges.length > 1 || change.rangeLength > 0 || !/^[\p{L}\p{N}]$/u.test(change.text)) return undefined;
  if (document.languageId !== "markdown" || window.activeTextEditor?.document !== document) return undefined;
  return mayBeTarget(document, change.range.start) ? change.range.start.translate(0, change.text.length) : undefined;
}

function caretBehindDeletion({ contentChanges }: TextDocumentChangeEvent): Position | undefined {
  const [change, another] = contentChanges;
  return change && !another && change.text === "" ? change.range.start : undefined;
}
