// The trail of questions: those visited last, and a way back and forth among them as in a browser. Nothing here needs the editor.

/** A note that somebody was in. */
export interface Visit {
  readonly uri: string;
  /** Milliseconds since 1970. */
  readonly when: number;
}

export interface Trail {
  /** Each note once, the one visited last first. */
  readonly recent: readonly Visit[];
  /** The notes in the order of the visits, and the place where one is; −1 where there are none. */
  readonly steps: readonly string[];
  readonly at: number;
}

/** No more visits, and no more steps, are remembered. */
export const mostVisits = 100;

/** The trail that begins with what was remembered: one can go back to what was visited before. Whatever was kept, nothing but visits counts. */
export function trailOf(kept: unknown): Trail {
  const recent = (Array.isArray(kept) ? kept : []).filter(isVisit).slice(0, mostVisits);
  return { recent, steps: recent.map(({ uri }) => uri).reverse(), at: recent.length - 1 };
}

const isVisit = (kept: Partial<Visit> | null): kept is Visit => typeof kept?.uri === "string" && typeof kept.when === "number";

/** Someone is in a note now. Going somewhere new drops the way forward; being where a step has led changes no way. */
export function visited({ recent, steps, at }: Trail, visit: Visit): Trail {
  const seen = [visit, ...recent.filter(({ uri }) => uri !== visit.uri)].slice(0, mostVisits);
  if (steps[at] === visit.uri) return { recent: seen, steps, at };
  const longer = [...steps.slice(0, at + 1), visit.uri].slice(-mostVisits);
  return { recent: seen, steps: longer, at: longer.length - 1 };
}

/** The place of the next note in a direction that is not the one where somebody is; undefined where there is none. */
export function stepTo({ steps, at }: Trail, direction: "back" | "forward", active: string | undefined): number | undefined {
  // Who is elsewhere, in settings or in a terminal, goes back to the note that was last.
  const isAway = active !== steps[at];
  const next = direction === "back" ? (isAway ? at : at - 1) : at + 1;
  return steps[next] === undefined ? undefined : next;
}

/** Files and folders with other names: `to` of a name that was, undefined for what was deleted. */
export interface Moved {
  readonly from: string;
  readonly to: string | undefined;
}

/** Follows files and folders that were renamed, moved or deleted. */
export function followed(trail: Trail, moves: readonly Moved[]): Trail {
  const now = (uri: string) => moves.reduce<string | undefined>((it, move) => (it === undefined ? it : movedBy(it, move)), uri);
  const recent = new Map<string, Visit>();
  for (const { uri, when } of trail.recent) {
    const known = now(uri);
    if (known !== undefined && !recent.has(known)) recent.set(known, { uri: known, when });
  }
  const steps: string[] = [];
  let at = -1;
  trail.steps.forEach((uri, place) => {
    const known = now(uri);
    // What became one with the step before it is no step of its own.
    if (known !== undefined && known !== steps.at(-1)) steps.push(known);
    if (place === trail.at) at = steps.length - 1;
  });
  return { recent: [...recent.values()], steps, at: Math.max(at, Math.min(0, steps.length - 1)) };
}

function movedBy(uri: string, { from, to }: Moved): string | undefined {
  if (uri === from) return to;
  if (!uri.startsWith(`${from}/`)) return uri;
  return to === undefined ? undefined : to + uri.slice(from.length);
}
