// Actions that change many notes, as they are offered: only with what they are about. Their edit is made when one is chosen (`wideEdits`).
import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import type { Note, Problem, ProblemCode } from "../core/note";
import { counted } from "../core/order";
import { mostChoices, type OpenText } from "../features/fixes/fix";
import { referenceOf } from "../features/fixes/fixes";
import { pathOf } from "../features/fixes/links";
import { type LostPath, lostPath, type MovedFile, movedFile } from "../features/fixes/movedFile";
import { relatedTo } from "../features/related/relations";
import { rulesOf } from "../host/rules";
import { isReported } from "./publisher";
import { type Session, settingsOf } from "./session";
import { toDiagnostic } from "./toLsp";
import type { WideAction } from "./wideEdits";

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
    const data: WideAction = { kind: "everywhere", uri: session.clientUri(note.uri), code };
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

/** For a broken link at a place that was led to a file which lies elsewhere now: to lead all such links there, where there are others. */
export function movedActions(session: Session, note: Note, here: readonly Problem[]): readonly CodeAction[] {
  const { clientUri } = session;
  if (!session.resolvesActions) return [];
  return here.flatMap((problem): readonly CodeAction[] => {
    const reference = problem.code === "broken-reference" ? referenceOf({ note }, problem) : undefined;
    const lost = reference && lostPath(note, reference);
    const moved = lost && movedFrom(session, note, lost);
    const number = [...(moved?.links.values() ?? [])].reduce((sum, it) => sum + it, 0);
    if (!moved || number < 2) return [];
    const title = `Moved to “${pathOf(moved.to)}”: update ${number} links`;
    const data: WideAction = { kind: "moved", uri: clientUri(note.uri), lost };
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(note, problem, clientUri)], data }];
  });
}

interface Remembered {
  readonly version: number;
  readonly about: string;
  readonly moved: MovedFile | undefined;
}

/** By the rules of the folder. */
const remembered = new WeakMap<object, Remembered>();

/** The editor asks whenever the caret moves: the last answer is kept while no note changes, for hundreds of links may lead to one lost file. */
function movedFrom(session: Session, note: Note, lost: LostPath): MovedFile | undefined {
  const { index, problems } = session.store;
  const rules = rulesOf(settingsOf(session, note));
  const about = `${note.folder} ${lost.isWhole} ${lost.path}`;
  const last = remembered.get(rules);
  if (last?.version === index.version && last.about === about) return last.moved;
  const moved = movedFile(index, note, lost, (it) => problems.of(it, rules));
  remembered.set(rules, { version: index.version, about, moved });
  return moved;
}

/** For a note at whose title the problem is that nobody links to it: to link it from the notes it is related to most. */
export function linkedActions(session: Session, { note, text }: OpenText, here: readonly Problem[]): readonly CodeAction[] {
  const problem = here.find(({ code }) => code === "orphan-note");
  if (!problem || !session.resolvesActions) return [];
  const isBroken = (it: Note) => it.problems.some(({ code, severity }) => code === "front-matter" && severity === "error");
  const others = relatedTo(session.related.relatedness, { note, text }, 2 * mostChoices).map((it) => it.note);
  const able = others.filter((it) => it.folder === note.folder && !isBroken(it)).slice(0, mostChoices);
  const { clientUri } = session;
  return able.map((other): CodeAction => {
    const data: WideAction = { kind: "linked", uri: clientUri(note.uri), from: clientUri(other.uri) };
    const title = `Link to this note from “${other.title.text}”`;
    return { title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(note, problem, clientUri)], data };
  });
}
