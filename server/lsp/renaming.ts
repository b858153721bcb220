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
import { Refused, textEdit, type VaultEdit } from "../features/rename/plan";
import { type RenamableAt, renamableAt } from "../features/rename/renamable";
import { move, rename as renamed } from "../features/rename/rename";
import { textsOf } from "./noteTexts";
import { noteOf, type Session, settingsOf } from "./session";
import { toLspRange, toOffset, toPlainEdit, toWorkspaceEdit } from "./toLsp";

/** What stands at a place and can be renamed, with its name. */
export function prepareRename(session: Session, params: PrepareRenameParams): PrepareRenameResult | null {
  const found = foundAt(session, params);
  return found ? { range: toLspRange(found.file, found.at.range), placeholder: found.at.name } : null;
}

/** The edit that gives what stands at a place another name, or an error whose message says why there is none. */
export async function rename(session: Session, params: RenameParams): Promise<WorkspaceEdit | ResponseError<void> | null> {
  const found = foundAt(session, params);
  if (!found) return null;
  const file = takesFile(session, found.at) ? "follows" : "stays";
  try {
    const edit = await renamed(session.store.index, textsOf(session.store), found.at.what, params.newName, { file });
    session.proposed.remember(edit.moves.map(({ folder, from, to }) => [uriBelow(folder, from), uriBelow(folder, to)]));
    return toEdit(session, edit);
  } catch (error) {
    if (error instanceof Refused) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
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

const takesFile = (session: Session, { what }: RenamableAt): boolean =>
  session.renamesFiles && what.kind === "title" && settingsOf(session, what.note).links.renameFiles;

/** What changes in texts when files or folders move. Where that is refused, a sentence tells the user: the files move all the same. */
export async function willRenameFiles(session: Session, { files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
  const renames = files.map(({ oldUri, newUri }) => ({ from: noteUri(oldUri), to: noteUri(newUri) }));
  // Editors ask about the moves in our own edits as well: the links have been led on by then.
  if (session.proposed.recall(renames.map(({ from, to }) => [from, to]))) return null;
  try {
    const { files: changes } = await move(session.store.index, textsOf(session.store), renames);
    return changes.length === 0 ? null : toEdit(session, textEdit(changes));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    session.warn(`No link was changed by this move. ${error.message}`);
    return null;
  }
}

function toEdit({ store, clientUri, renamesFiles }: Session, edit: VaultEdit): WorkspaceEdit {
  if (!renamesFiles) return toPlainEdit(edit, clientUri);
  return toWorkspaceEdit(edit, clientUri, (uri) => store.documentOf(uri)?.version ?? null);
}
