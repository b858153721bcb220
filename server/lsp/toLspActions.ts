// What can be done about a place in a note, as actions of the protocol: fixes, new notes, links and refactorings, each with its edit.
import { type CodeAction, CodeActionKind, type TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import type { Note, NoteUri, Problem } from "../core/note";
import type { Fix } from "../features/fixes/fix";
import type { Refactoring } from "../features/refactorings/refactoring";
import type { RefactoringKind } from "../features/refactorings/refactorings";
import type { UnlinkedMention } from "../features/related/mentions";
import type { VaultEdit } from "../features/rename/plan";
import { type ToClientUri, toDiagnostic, toLspRange, toPlainEdit, toTextEdits, toWorkspaceEdit } from "./toLsp";

/** The document that an action changes, and the version it was made for; none for a client that knows none. */
export interface ChangedDocument {
  readonly uri: string;
  readonly version: number | undefined;
}

const editOf = ({ uri, version }: ChangedDocument, edits: TextEdit[]): WorkspaceEdit =>
  version === undefined ? { changes: { [uri]: edits } } : { documentChanges: [{ textDocument: { uri, version }, edits }] };

/** Mends what a problem is about. */
export function toFixAction(
  from: Note,
  { title, problem, range, text, isPreferred }: Fix,
  document: ChangedDocument,
  toUri: ToClientUri,
): CodeAction {
  const edit = editOf(document, [{ range: toLspRange(from, range), newText: text }]);
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(from, problem, toUri)], isPreferred, edit };
}

/** Mends all problems of one kind in a note, each in the likeliest way. */
export function toFixAllAction(from: Note, fixes: readonly Fix[], document: ChangedDocument, toUri: ToClientUri): CodeAction {
  const edits = fixes.map(({ range, text }) => ({ range: toLspRange(from, range), newText: text }));
  return {
    title: `Fix all ${fixes.length} problems of this kind in this note`,
    kind: CodeActionKind.QuickFix,
    diagnostics: fixes.map(({ problem }) => toDiagnostic(from, problem, toUri)),
    edit: editOf(document, edits),
  };
}

/** What an edit of many notes may say to a client besides its changes, and how the client knows the notes. */
interface WideEdit {
  readonly versionsEdits: boolean;
  readonly annotatesEdits: boolean;
  /** What the edit does, for those who look at it before or afterwards. */
  readonly label: string;
  readonly toUri: ToClientUri;
  /** The version of a document that is open; null for a file. */
  versionOf(uri: NoteUri): number | null;
}

/** Changes many notes in one step, which can be taken back in one. */
export function toWideEdit(edit: VaultEdit, { versionsEdits, annotatesEdits, label, toUri, versionOf }: WideEdit): WorkspaceEdit {
  if (!versionsEdits) return toPlainEdit(edit, toUri);
  const made = toWorkspaceEdit(edit, toUri, versionOf);
  if (!annotatesEdits) return made;
  const annotationId = "all";
  const changes = (made.documentChanges ?? []).map((it) =>
    "edits" in it ? { ...it, edits: it.edits.map((change) => ({ ...change, annotationId })) } : it,
  );
  return { documentChanges: changes, changeAnnotations: { [annotationId]: { label, needsConfirmation: false } } };
}

/** Writes the note that a link asks for; how is said by one of the two below. */
export function toNewNoteAction(from: Note, problem: Problem, title: string, toUri: ToClientUri): CodeAction {
  return { title: `Write “${title}”`, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(from, problem, toUri)] };
}

interface WrittenFile {
  readonly uri: string;
  readonly text: string;
  /** What the user is told of it, in a sentence. */
  readonly fault?: string;
}

/** Writes a file by the extension's own command. */
export const toWriteCommand = ({ uri, text, fault }: WrittenFile): Pick<CodeAction, "command"> => ({
  command: { title: "Write Note", command: "quaestio.writeNote", arguments: [uri, text, ...(fault === undefined ? [] : [fault])] },
});

/** Writes a file by an edit. */
export const toWriteEdit = (file: WrittenFile): Pick<CodeAction, "edit"> => ({ edit: { documentChanges: written(file) } });

function written({ uri, text }: WrittenFile): NonNullable<WorkspaceEdit["documentChanges"]> {
  const start = { line: 0, character: 0 };
  return [
    { kind: "create", uri },
    { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}

/** Puts a link in place of a name. */
export function toLinkAction(from: Note, { note, range }: UnlinkedMention, link: string, document: ChangedDocument): CodeAction {
  const edit = editOf(document, [{ range: toLspRange(from, range), newText: link }]);
  return { title: `Link to “${note.title.text}”`, kind: CodeActionKind.RefactorRewrite, edit };
}

/** The kind under which an editor lists a refactoring. */
export const kindOf: Readonly<Record<RefactoringKind, CodeActionKind>> = {
  rewrite: CodeActionKind.RefactorRewrite,
  extract: CodeActionKind.RefactorExtract,
  inline: CodeActionKind.RefactorInline,
};

/** Writes a note in another way, together with the new note that may belong to it: one edit, so that one step takes both back. */
export function toRefactoringAction(
  from: Note,
  { title, changes }: Refactoring,
  kind: RefactoringKind,
  document: ChangedDocument,
  created: WrittenFile | undefined,
): CodeAction {
  const { uri, version = null } = document;
  const edits = toTextEdits({ file: from, changes });
  const edit = created ? { documentChanges: [...written(created), { textDocument: { uri, version }, edits }] } : editOf(document, edits);
  return { title, kind: kindOf[kind], edit };
}
