// What rows of notes say of problems to those who hear them: the editor colours such rows by itself, and tells nobody else.
import { DiagnosticSeverity, type Disposable, Disposable as Disposables, type Event, EventEmitter, languages, type Uri } from "vscode";
import type { NoteRow } from "./rows";

export interface ProblemRows extends Disposable {
  /** How many errors and warnings a note has now; its row is remembered as one that says so. */
  countOf(row: NoteRow): number;
  /** Forgets all rows: they are listed anew. */
  clear(): void;
  /** Fires with rows that say another number than is true. */
  readonly onStale: Event<NoteRow[]>;
}

/** Follows the problems of rows that were drawn. */
export function problemRows(): ProblemRows {
  const stale = new EventEmitter<NoteRow[]>();
  const drawn = new Map<string, Map<NoteRow, number>>();
  const listening = languages.onDidChangeDiagnostics(({ uris }) => {
    const rows = uris.flatMap((uri) => {
      const count = problemsOf(uri);
      return [...(drawn.get(uri.toString()) ?? [])].filter(([, told]) => told !== count).map(([row]) => row);
    });
    if (rows.length > 0) stale.fire(rows);
  });
  return {
    countOf(row) {
      const count = problemsOf(row.uri);
      const key = row.uri.toString();
      drawn.set(key, (drawn.get(key) ?? new Map<NoteRow, number>()).set(row, count));
      return count;
    },
    clear: () => drawn.clear(),
    onStale: stale.event,
    dispose: () => Disposables.from(stale, listening).dispose(),
  };
}

const problemsOf = (uri: Uri): number =>
  languages.getDiagnostics(uri).filter(({ source, severity }) => source === "quaestio" && severity <= DiagnosticSeverity.Warning).length;
