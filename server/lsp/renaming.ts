// Renames and moves of files: asks the feature, which reads the texts it needs, and translates the edit or the reason why there is none.
import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameFilesParams,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { noteUri, uriBelow } from "../core/noteUri";
import { entryAt } from "../features/cursor";
import { notesWithWordsOf } from "../features/related/mentions";
import { type MentioningNote, type MentionSearch, mentionsOf } from "../features/rename/mentions";
import { Refused, type Texts, textEdit, type VaultEdit } from "../features/rename/plan";
import { readOnce } from "../features/rename/reading";
import { type Renamable, type RenamableAt, renamableAt } from "../features/rename/renamable";
import { move, rename as renamed } from "../features/rename/rename";
import type { RenameAnswer, RenameParams as RenamedParams } from "../protocol";
import { type VersionedTexts, versionedTextsOf } from "./noteTexts";
import { noteOf, type Session, settingsOf } from "./session";
import { toLspRange, toOffset, toPlainEdit, toWorkspaceEdit } from "./toLsp";
import { type ToAddress, toAskingEdit } from "./toLspMentions";

/** What stands at a place and can be renamed, with its name. */
export function prepareRename(session: Session, params: PrepareRenameParams): PrepareRenameResult | null {
  const found = foundAt(session, params);
  return found ? { range: toLspRange(found.file, found.at.range), placeholder: found.at.name } : null;
}

/** The edit that gives what stands at a place another name, or an error whose message says why there is none. */
export async function rename(session: Session, params: RenameParams): Promise<WorkspaceEdit | ResponseError<void> | null> {
  const found = foundAt(session, params);
  if (!found) return null;
  try {
    return await renamedEdit(session, found.at.what, params.newName);
  } catch (error) {
    if (error instanceof Refused) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}

/** The same for a note or a topic that is chosen from a list. */
export async function renameOf(session: Session, params: RenamedParams): Promise<RenameAnswer> {
  const note = "uri" in params ? session.store.index.note(noteUri(params.uri)) : undefined;
  const what: Renamable | undefined = "topic" in params ? { kind: "topic", id: params.topic } : note && { kind: "title", note };
  if (!what) return { kind: "impossible", why: "Only notes of the workspace can be renamed." };
  try {
    return { kind: "edit", edit: await renamedEdit(session, what, params.name) };
  } catch (error) {
    if (error instanceof Refused) return { kind: "impossible", why: error.message };
    throw error;
  }
}

async function renamedEdit(session: Session, what: Renamable, name: string): Promise<WorkspaceEdit> {
  const file = takesFile(session, what) ? "follows" : "stays";
  const versioned = versionedTextsOf(session.store);
  const texts = readOnce(versioned);
  const edit = await renamed(session.store.index, texts, what, name, { file });
  const mentions = await mentionsBeside(session, texts, what, { title: name, edit });
  session.proposed.remember(edit.moves.map(({ folder, from, to }) => [uriBelow(folder, from), uriBelow(folder, to)]));
  const made = toEdit(session, edit, versioned);
  return mentions.length === 0 ? made : toAskingEdit(made, mentions, toAddress(session, versioned));
}

interface TitleEdit {
  readonly title: string;
  readonly edit: VaultEdit;
}

/** The plain mentions of a title that gets another one, for editors that ask about each before they change it. */
async function mentionsBeside(
  session: Session,
  texts: Texts,
  what: Renamable,
  { title, edit }: TitleEdit,
): Promise<readonly MentioningNote[]> {
  if (what.kind !== "title" || !session.annotatesEdits || !session.renamesFiles) return [];
  const { store, related } = session;
  await related.caughtUp();
  const { relatedness } = related;
  const candidates: MentionSearch["candidates"] = (name, isAtHand) => notesWithWordsOf(relatedness, name, isAtHand);
  return mentionsOf({ vault: store.index, texts, terms: relatedness.terms, candidates }, { note: what.note, title }, edit);
}

function foundAt({ store, ...session }: Session, { textDocument, position }: PrepareRenameParams) {
  const bibliography = store.index.papers.bibliography(noteUri(textDocument.uri));
  const entry = bibliography && entryAt(bibliography, toOffset(bibliography, position));
  if (entry) {
    const at: RenamableAt = { what: { kind: "key", key: entry.key }, range: entry.range, name: entry.key };
    return { file: bibliography, at };
  }
  const note = noteOf({ store, ...session }, textDocument.uri);
  const at = note?.folder && renamableAt(store.index, note, toOffset(note, position));
  return note && at ? { file: note, at } : undefined;
}

const takesFile = (session: Session, what: Renamable): boolean =>
  session.renamesFiles && what.kind === "title" && settingsOf(session, what.note).links.renameFiles;

/** What changes in texts when files or folders move. Where that is refused, a sentence tells the user: the files move all the same. */
export async function willRenameFiles(session: Session, { files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
  const renames = files.map(({ oldUri, newUri }) => ({ from: noteUri(oldUri), to: noteUri(newUri) }));
  // Editors ask about the moves in our own edits as well: the links have been led on by then.
  if (session.proposed.recall(renames.map(({ from, to }) => [from, to]))) return null;
  try {
    const texts = versionedTextsOf(session.store);
    const { files: changes } = await move(session.store.index, texts, renames);
    return changes.length === 0 ? null : toEdit(session, textEdit(changes), texts);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    session.warn(`No link was changed by this move. ${error.message}`);
    return null;
  }
}

/** Whoever cannot rename files gets the changes of texts alone. */
function toEdit({ renamesFiles, versionsEdits, clientUri }: Session, edit: VaultEdit, { versionOf }: VersionedTexts): WorkspaceEdit {
  if (renamesFiles) return toWorkspaceEdit(edit, clientUri, versionOf);
  return versionsEdits ? toWorkspaceEdit(textEdit(edit.files), clientUri, versionOf) : toPlainEdit(edit, clientUri);
}

const toAddress =
  ({ clientUri }: Session, { versionOf }: VersionedTexts): ToAddress =>
  (uri) => ({ uri: clientUri(uri), version: versionOf(uri) });
