// Actions that change many notes: what they are about is said when they are offered, and their edit is made when one is chosen.
import { type CancellationToken, type CodeAction, CodeActionKind } from "vscode-languageserver";
import type { Note, Problem, ProblemCode } from "../core/note";
import { counted } from "../core/order";
import { diagnosticsOf } from "../features/diagnostics";
import { type Mended, mendedByFixes, mendedIn } from "../features/fixes/everywhere";
import { rulesOf } from "../host/rules";
import { textsOf } from "./noteTexts";
import { isReported } from "./publisher";
import { noteOf, type Session, settingsOf } from "./session";
import { toDiagnostic } from "./toLsp";
import { toWideEdit } from "./toLspActions";

/** What an action carries from its offer to its choice. A client may send anything back. */
interface Everywhere {
  readonly kind: "everywhere";
  /** The note it was offered in. */
  readonly uri: string;
  readonly code: string;
}

/** For each kind of problem at a place that can be mended: to mend it in all notes of the vault, where another note is known to have it. */
export function everywhereActions(
  session: Session,
  note: Note,
  codes: ReadonlySet<ProblemCode>,
  here: readonly Problem[],
): readonly CodeAction[] {
  if (!session.resolvesActions) return [];
  return [...codes].flatMap((code): readonly CodeAction[] => {
    const notes = knownWith(session, note, code);
    if (!notes.some(({ uri }) => uri !== note.uri)) return [];
    const counts = session.store.problems.countsOf(code);
    const number = notes.reduce((sum, { uri }) => sum + (counts.get(uri) ?? 0), 0);
    const data: Everywhere = { kind: "everywhere", uri: session.clientUri(note.uri), code };
    return [
      {
        title: `Fix problems of this kind in the whole vault (${number} in ${counted(notes.length, "note")})`,
        kind: CodeActionKind.QuickFix,
        diagnostics: here.filter((it) => it.code === code).map((it) => toDiagnostic(note, it, session.clientUri)),
        data,
      },
    ];
  });
}

/** The notes of a note's folder that are known to have a problem of a code, and of which that is told: a look at these alone. */
function knownWith({ store }: Session, { folder: uri }: Note, code: ProblemCode): readonly Note[] {
  const folder = store.folders.find((it) => it.uri === uri);
  if (!folder) return [];
  return [...store.problems.countsOf(code).keys()].flatMap((it): readonly Note[] => {
    const note = store.index.note(it);
    return note && note.folder === uri && isReported(store, folder, it) ? [note] : [];
  });
}

/** An action with its edit; as it was where it has one, or where there is nothing to change: then a sentence tells the user why. */
export async function resolvedAction(session: Session, action: CodeAction, token: CancellationToken): Promise<CodeAction> {
  const data = action.data as Partial<Everywhere> | undefined;
  if (data?.kind !== "everywhere" || typeof data.uri !== "string" || typeof data.code !== "string") return action;
  const note = noteOf(session, data.uri);
  if (!note) return action;
  const code = data.code as ProblemCode;
  const mended = await undisturbed(session, () => everywhere(session, note, code, token));
  if (token.isCancellationRequested) return action;
  return mended ? withEdit(session, action, mended) : action;
}

/** Reads the notes with a problem anew and mends what can be mended. */
function everywhere(session: Session, note: Note, code: ProblemCode, token: CancellationToken): Promise<Mended | undefined> {
  const { store } = session;
  const rules = rulesOf(settingsOf(session, note));
  const isMeant = (problem: Problem) => problem.code === code && !problem.data?.openQuestion;
  const problemsIn = (it: Note) => diagnosticsOf(store.index, it, rules).filter(isMeant);
  const folder = store.folders.find(({ uri }) => uri === note.folder);
  // What was edited a moment ago is not known yet, and is looked at now.
  const isAbout = (it: Note) =>
    folder !== undefined && folder.uri === it.folder && isReported(store, folder, it.uri) && store.problems.of(it, rules).some(isMeant);
  return mendedIn([...store.index.notes()].filter(isAbout), {
    texts: textsOf(store),
    isCancelled: () => token.isCancellationRequested,
    mend: (open) => mendedByFixes(store.index, open, problemsIn),
  });
}

/** Does what takes a while, once more where notes changed meanwhile; undefined where they did again, which the user is told. */
async function undisturbed<T>({ store, warn }: Session, work: () => Promise<T>): Promise<T | undefined> {
  for (let tries = 0; tries < 2; tries++) {
    store.flush();
    const { version } = store.index;
    const made = await work();
    store.flush();
    if (store.index.version === version) return made;
  }
  warn("Nothing was changed: notes were edited while their problems were being mended. Try again when they rest.");
  return undefined;
}

function withEdit(session: Session, action: CodeAction, { files, mended, found, unread }: Mended): CodeAction {
  const { store, clientUri, inform, warn } = session;
  if (files.length === 0) {
    warn("Nothing was changed: none of these problems has a fix that could be shown to be right.");
    return action;
  }
  const stay = found > mended ? [`${counted(found - mended, "problem")} of this kind stayed: no fix could be shown to be right.`] : [];
  const closed = unread.length > 0 ? [`${counted(unread.length, "note")} could not be read.`] : [];
  if (stay.length + closed.length > 0)
    inform([`${counted(mended, "problem")} mended in ${counted(files.length, "note")}.`, ...stay, ...closed].join(" "));
  const label = `Fixes ${counted(mended, "problem")} in ${counted(files.length, "note")}`;
  const versionOf = (uri: Note["uri"]) => store.documentOf(uri)?.version ?? null;
  return { ...action, edit: toWideEdit({ files, moves: [] }, { ...session, label, toUri: clientUri, versionOf }) };
}
