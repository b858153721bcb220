// Merges of notes: asks the feature, which reads the texts it needs, and translates the edit or the reason why there is none.
import { noteUri } from "../core/noteUri";
import { merge as merged } from "../features/merge/merge";
import { Refused } from "../features/rename/plan";
import type { MergeAnswer, MergeParams } from "../protocol";
import { textsOf } from "./noteTexts";
import type { Session } from "./session";
import { toWorkspaceEdit } from "./toLsp";

/** The edit that makes a note a section of another. */
export async function merge({ store, clientUri }: Session, { uri, into }: MergeParams): Promise<MergeAnswer> {
  const [gone, other] = [store.index.note(noteUri(uri)), store.index.note(noteUri(into))];
  if (!gone || !other) return { kind: "impossible", why: "Only notes of the workspace can be merged." };
  try {
    const edit = await merged(store.index, textsOf(store), gone, other);
    const notes = edit.files.filter(({ file }) => file.uri !== other.uri).length;
    return { kind: "edit", edit: toWorkspaceEdit(edit, clientUri, (it) => store.documentOf(it)?.version ?? null), notes };
  } catch (error) {
    if (error instanceof Refused) return { kind: "impossible", why: error.message };
    throw error;
  }
}
