// Files notes under other topics: asks the feature about each text as it is now, and answers one edit of all notes that change.
import { topicId } from "../core/key";
import type { Note } from "../core/note";
import { noteUri } from "../core/noteUri";
import { type Refiled, type Refiling, refiled } from "../features/refile";
import { type ChangedFile, textEdit } from "../features/rename/plan";
import { labelAlone } from "../features/topics";
import type { RefileAnswer, RefileParams } from "../protocol";
import { type VersionedTexts, versionedTextsOf } from "./noteTexts";
import type { Session } from "./session";
import { toWorkspaceEdit } from "./toLsp";

/** The edit that files notes under a topic, and what is to be said of those that do not change. */
export async function refile(session: Session, { notes, to, how }: RefileParams): Promise<RefileAnswer> {
  const { store, clientUri } = session;
  const id = topicId(to);
  if (id === "") return { kind: "impossible", why: "A topic needs a name." };
  const indexed = notes.map(({ uri, leaves }) => ({ note: store.index.note(noteUri(uri)), leaves }));
  const texts = versionedTextsOf(store);
  const filed: FiledNote[] = [];
  for (const { note, leaves } of indexed) {
    if (!note?.folder) return { kind: "impossible", why: "Only notes of the workspace can be filed under a topic." };
    filed.push(await filedNote(session, texts, note, { to, how: how === "add" ? { kind: how } : { kind: how, leaves } }));
  }
  const files = filed.flatMap(({ note, done }): ChangedFile[] => (done.kind === "changed" ? [{ file: note, changes: [done.change] }] : []));
  const edit = toWorkspaceEdit(textEdit(files), clientUri, texts.versionOf);
  const titles = (kind: Refiled["kind"]) => filed.filter(({ done }) => done.kind === kind).map(({ note }) => note.title.text);
  return {
    kind: "filed",
    topic: labelAlone(store.index, id),
    ...(files.length === 0 ? {} : { edit }),
    changed: titles("changed"),
    there: titles("there"),
    left: filed.flatMap(({ note, done }) => (done.kind === "left" ? [`“${note.title.text}” stays as it is: ${done.why}`] : [])),
  };
}

/** A note as it was read, and what becomes of it. */
interface FiledNote {
  readonly note: Note;
  readonly done: Refiled;
}

/** Where a note is to be filed. */
interface Goal {
  readonly to: string;
  readonly how: Refiling;
}

async function filedNote({ store }: Session, texts: VersionedTexts, indexed: Note, { to, how }: Goal): Promise<FiledNote> {
  const left = (why: string): FiledNote => ({ note: indexed, done: { kind: "left", why } });
  const folder = store.folders.find(({ uri }) => uri === indexed.folder);
  if (await folder?.files.isReadOnly(indexed.uri)) return left("its file may not be written.");
  const text = await texts.read(indexed);
  if (text === undefined) return left("its file could not be read.");
  const note = texts.reread(indexed, text);
  return { note, done: refiled({ note, text, reread: (other) => texts.reread(note, other) }, to, how) };
}
