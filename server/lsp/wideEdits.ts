// The edits of actions that change other notes than the one they were offered in, made when somebody chooses such an action: texts of
// closed notes are read, and each change is tried.
import type { CancellationToken, CodeAction } from "vscode-languageserver";
import type { Note, Problem } from "../core/note";
import { noteUri } from "../core/noteUri";
import { counted } from "../core/order";
import { diagnosticsOf } from "../features/diagnostics";
import { type Mended, type Mending, mendedByFixes, mendedIn } from "../features/fixes/everywhere";
import { likeliestFixes } from "../features/fixes/fixes";
import { type LostPath, ledToMoved, movedFile } from "../features/fixes/movedFile";
import { withRelated } from "../features/refactorings/relatedField";
import { textEdit } from "../features/rename/plan";
import { rulesOf } from "../host/rules";
import { mergedAction, mergeIn } from "./merging";
import { textsOf } from "./noteTexts";
import { isReported } from "./publisher";
import { noteOf, type Session, settingsOf } from "./session";
import { toWideEdit } from "./toLspActions";

/** What an action carries from its offer to its choice; `uri` is the note it was offered in. */
export type WideAction =
  /** Mends all problems of a code. */
  | { readonly kind: "everywhere"; readonly uri: string; readonly code: string }
  /** Leads all links to a lost file to where it lies now. */
  | { readonly kind: "moved"; readonly uri: string; readonly lost: LostPath }
  /** Has another note list this one among the related ones. */
  | { readonly kind: "linked"; readonly uri: string; readonly from: string };

/** An action with its edit; as it was where it is none of these, or where there is nothing to change: then a sentence tells the user why. */
export async function resolvedAction(session: Session, action: CodeAction, token: CancellationToken): Promise<CodeAction> {
  const merging = mergeIn(action.data);
  if (merging) return mergedAction(session, action, merging);
  const data = wideActionIn(action.data);
  const note = data && noteOf(session, data.uri);
  if (!data || !note) return action;
  const mended = await undisturbed(session, async () => {
    const work = workOf(session, note, data);
    const isCancelled = () => token.isCancellationRequested;
    return work && (await mendedIn(work.notes, { texts: textsOf(session.store), isCancelled, mend: work.mend }));
  });
  return mended && !token.isCancellationRequested ? withEdit(session, action, mended, wordsFor[data.kind]) : action;
}

/** A client may send anything back. */
function wideActionIn(data: Partial<WideAction> | undefined | null): WideAction | undefined {
  if (typeof data !== "object" || data === null || typeof data.uri !== "string") return undefined;
  const { uri } = data;
  switch (data.kind) {
    case "everywhere":
      return typeof data.code === "string" ? { kind: data.kind, uri, code: data.code } : undefined;
    case "moved": {
      const { path, isWhole } = data.lost ?? {};
      return typeof path === "string" && typeof isWhole === "boolean" ? { kind: data.kind, uri, lost: { path, isWhole } } : undefined;
    }
    case "linked":
      return typeof data.from === "string" ? { kind: data.kind, uri, from: data.from } : undefined;
    default:
      return undefined;
  }
}

/** The notes to go through, and what is to be done in each. */
interface Work extends Pick<Mending, "mend"> {
  readonly notes: Iterable<Note>;
}

function workOf(session: Session, note: Note, data: WideAction): Work | undefined {
  switch (data.kind) {
    case "everywhere":
      return everywhere(session, note, data.code);
    case "moved":
      return moved(session, note, data.lost);
    case "linked":
      return linked(session, note, data.from);
  }
}

function everywhere(session: Session, note: Note, code: string): Work | undefined {
  const { store } = session;
  const { index, problems } = store;
  const rules = rulesOf(settingsOf(session, note));
  const folder = store.folders.find(({ uri }) => uri === note.folder);
  const isMeant = (problem: Problem) => problem.code === code && !problem.data?.openQuestion;
  const problemsIn = (it: Note) => diagnosticsOf(index, it, rules).filter(isMeant);
  // What was edited a moment ago is not known yet, and is looked at now.
  const isAbout = (it: Note) => folder?.uri === it.folder && problems.of(it, rules).some(isMeant);
  return (
    folder && {
      notes: [...index.notes()].filter((it) => isAbout(it) && isReported(store, folder, it.uri)),
      mend: (open) => mendedByFixes(open, { problemsIn, fixesOf: (it, found) => likeliestFixes(index, it, found) }),
    }
  );
}

function moved(session: Session, note: Note, lost: LostPath): Work | undefined {
  const { index, problems } = session.store;
  const rules = rulesOf(settingsOf(session, note));
  const file = movedFile(index, note, lost, (it) => problems.of(it, rules));
  const fixing = file && ledToMoved(index, file, (it) => diagnosticsOf(index, it, rules));
  return file && fixing && { notes: file.links.keys(), mend: (open) => mendedByFixes(open, fixing) };
}

function linked({ store }: Session, note: Note, from: string): Work | undefined {
  const vault = store.index;
  const other = vault.note(noteUri(from));
  if (!other || other.folder !== note.folder) return undefined;
  const mend: Work["mend"] = (open) => {
    const { changes } = withRelated({ vault, open }, note) ?? { changes: [] };
    return { changes, mended: changes.length, found: 1 };
  };
  return { notes: [other], mend };
}

/** Does what takes a while, once more where notes changed meanwhile; undefined where they did again, which the user is told. */
async function undisturbed({ store, warn }: Session, work: () => Promise<Mended | undefined>): Promise<Mended | undefined> {
  for (let tries = 0; tries < 2; tries++) {
    store.flush();
    const { version } = store.index;
    const made = await work();
    store.flush();
    if (store.index.version === version) return made;
  }
  warn("Nothing was changed: notes were edited while this was being worked out. Try again when they rest.");
  return undefined;
}

/** What is changed, in words. */
interface Words {
  readonly thing: string;
  readonly done: string;
  /** As a title: what the edit does. */
  readonly does: string;
}

const wordsFor: Readonly<Record<WideAction["kind"], Words>> = {
  everywhere: { thing: "problem", done: "mended", does: "Fixes" },
  moved: { thing: "link", done: "updated", does: "Updates" },
  linked: { thing: "link", done: "written", does: "Writes" },
};

function withEdit(
  session: Session,
  action: CodeAction,
  { files, mended, found, unread }: Mended,
  { thing, done, does }: Words,
): CodeAction {
  const { store, clientUri, inform, warn } = session;
  if (files.length === 0) {
    warn(`Nothing was changed: no ${thing} is left for which a change could be shown to be right.`);
    return action;
  }
  const stay = found > mended ? [`${counted(found - mended, thing)} stayed: no change could be shown to be right.`] : [];
  const closed = unread.length > 0 ? [`${counted(unread.length, "note")} could not be read.`] : [];
  const extent = `${counted(mended, thing)} ${done} in ${counted(files.length, "note")}.`;
  if (stay.length + closed.length > 0) inform([extent, ...stay, ...closed].join(" "));
  const label = `${does} ${counted(mended, thing)} in ${counted(files.length, "note")}`;
  const versionOf = (uri: Note["uri"]) => store.documentOf(uri)?.version ?? null;
  return { ...action, edit: toWideEdit(textEdit(files), { ...session, label, toUri: clientUri, versionOf }) };
}
