// Merges of notes: asks the feature, which reads the texts it needs, and translates the edit or the reason why there is none.
import { type CodeAction, CodeActionKind, type Command } from "vscode-languageserver";
import type { Note, Problem } from "../core/note";
import { noteUri } from "../core/noteUri";
import { merge as merged } from "../features/merge/merge";
import { Refused } from "../features/rename/plan";
import type { MergeAnswer, MergeParams } from "../protocol";
import { versionedTextsOf } from "./noteTexts";
import type { Session } from "./session";
import { toDiagnostic, toWorkspaceEdit } from "./toLsp";

/** The edit that makes a note a section of another. */
export async function merge({ store, clientUri }: Session, { uri, into }: MergeParams): Promise<MergeAnswer> {
  const [gone, other] = [store.index.note(noteUri(uri)), store.index.note(noteUri(into))];
  if (!gone || !other) return { kind: "impossible", why: "Only notes of the workspace can be merged." };
  const texts = versionedTextsOf(store);
  try {
    const edit = await merged(store.index, texts, gone, other);
    const notes = edit.files.filter(({ file }) => file.uri !== other.uri).length;
    return { kind: "edit", edit: toWorkspaceEdit(edit, clientUri, texts.versionOf), notes };
  } catch (error) {
    if (error instanceof Refused) return { kind: "impossible", why: error.message };
    throw error;
  }
}

/** What such an action carries to its choice where the editor has no command of ours. */
interface MergeAction extends MergeParams {
  readonly kind: "merge";
}

/** For a question that was asked before: to make its note a section of one that asks it, too. */
export function mergeActions(session: Session, note: Note, here: readonly Problem[]): readonly CodeAction[] {
  const { clientUri, deletesFiles, resolvesActions, isBesideBuiltIn } = session;
  if (!deletesFiles || !(resolvesActions || isBesideBuiltIn)) return [];
  return here.flatMap((problem) => {
    const others = problem.code === "asked-before" ? (problem.related ?? []).map((it) => it.note) : [];
    return others
      .filter(({ folder }) => folder === note.folder)
      .map((other): CodeAction => {
        const title = `Merge this note into “${other.title.text}”`;
        const params: MergeParams = { uri: clientUri(note.uri), into: clientUri(other.uri) };
        const how: { readonly command: Command } | { readonly data: MergeAction } = isBesideBuiltIn
          ? { command: { title, command: "quaestio.mergeQuestion", arguments: [params.uri, params.into] } }
          : { data: { kind: "merge", ...params } };
        return { title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(note, problem, clientUri)], ...how };
      });
  });
}

/** What an action of ours is to merge; undefined for any other. */
export function mergeIn(data: Partial<MergeAction> | undefined | null): MergeParams | undefined {
  if (typeof data !== "object" || data?.kind !== "merge") return undefined;
  return typeof data.uri === "string" && typeof data.into === "string" ? { uri: data.uri, into: data.into } : undefined;
}

/** An action with its edit; as it was where there is none, and a sentence tells the user why. */
export async function mergedAction(session: Session, action: CodeAction, params: MergeParams): Promise<CodeAction> {
  const answer = await merge(session, params);
  if (answer.kind === "edit") return { ...action, edit: answer.edit };
  session.warn(answer.why);
  return action;
}
