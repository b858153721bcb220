// The graph by keyboard: a table of keys, and the walk from note to note.
import * as l10n from "@vscode/l10n";
import { type Neighbours, nextOf } from "./neighbours";

/** What keys do to the graph. */
export interface KeyActs {
  neighbours(): Neighbours;
  /** Notes that one can step on. */
  isBright(uri: string): boolean;
  current(): string | undefined;
  /** Steps on a note; `way` says how one came there. */
  step(uri: string, way: string): void;
  open(uri: string): void;
  /** Keeps the neighbourhood of a note, or no longer. */
  keep(uri: string): void;
  /** Takes back the last thing that was asked for; false when there is none left. */
  leave(): boolean;
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
}

/** In the status line while no note is stepped on. */
export const keyHints = (): string =>
  l10n.t(
    "Up and Down walk through the notes by title, Right and Left through those tied to the note, Space stays with one of these, Enter opens, F keeps the neighbourhood, Escape leaves it, + − 0 zoom.",
  );

/** Listens for keys on the stage. */
export function listenForKeys(stage: HTMLElement, acts: KeyActs): void {
  /** The note whose neighbours Right and Left go through. */
  let origin: string | undefined;

  const byTitle = (from: string | undefined, step: 1 | -1) => {
    const uri = nextOf(acts.neighbours().byTitle, from, step, acts.isBright);
    if (uri === undefined) return;
    origin = uri;
    acts.step(uri, "");
  };
  const along = (step: 1 | -1) => {
    const neighbours = acts.neighbours();
    const current = acts.current();
    if (current === undefined) return byTitle(undefined, step);
    // A note that was stepped on in some other way, and a neighbourhood that is left, begin anew here.
    if (origin === undefined || (origin !== current && !neighbours.of(origin).includes(current))) origin = current;
    const tied = neighbours.of(origin).filter(acts.isBright);
    const uri = nextOf(tied, current === origin ? undefined : current, step, () => true);
    if (uri === undefined) return acts.step(origin, l10n.t("tied to no other note that is shown"));
    acts.step(uri, l10n.t("{0} of {1} tied to “{2}”", tied.indexOf(uri) + 1, tied.length, neighbours.nodeOf(origin)?.title ?? ""));
  };
  const stay = () => {
    origin = acts.current();
    if (origin !== undefined) acts.step(origin, l10n.t("Right and Left go through its neighbours"));
  };
  const onCurrent = (act: (uri: string) => void) => {
    const current = acts.current();
    if (current !== undefined) act(current);
  };
  const table: Readonly<Record<string, () => void>> = {
    ArrowDown: () => byTitle(acts.current(), 1),
    ArrowUp: () => byTitle(acts.current(), -1),
    ArrowRight: () => along(1),
    ArrowLeft: () => along(-1),
    Home: () => byTitle(undefined, 1),
    End: () => byTitle(undefined, -1),
    " ": stay,
    Enter: () => onCurrent(acts.open),
    f: () => onCurrent(acts.keep),
    F: () => onCurrent(acts.keep),
    "+": acts.zoomIn,
    "=": acts.zoomIn,
    "-": acts.zoomOut,
    "0": acts.fit,
  };
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Escape goes on to the page where the graph has no use for it.
    const isOurs = event.key === "Escape" ? acts.leave() : table[event.key] !== undefined;
    if (!isOurs) return;
    event.preventDefault();
    event.stopPropagation();
    table[event.key]?.();
  });
}
