// Globs that come with a vault: matched in time in proportion to path and glob, whatever they say, and bounded in number.
import { Minimatch } from "minimatch";

/** Globs made ready. */
export interface Globs {
  /** Whether a path, with `/` and relative to what the globs are relative to, is meant by one of them. */
  matches(path: string): boolean;
  /** Why some of them mean nothing, each as a sentence for people. */
  readonly faults: readonly string[];
}

/** Far more than anybody writes: a path is held against each of them. */
const mostGlobs = 200;
/** Nor does the matcher throw at so few groups. */
const longestGlob = 250;
/** Of the globs that one with braces stands for. */
const mostAlternatives = 100;

/**
 * The same on all systems: `\` escapes, names in dots are names, `#` and a `./` before the rest say nothing special. A `!` before a glob
 * means all other paths.
 */
const options = { dot: true, nocomment: true, platform: "linux", braceExpandMax: mostAlternatives + 1 } as const;

/** Makes globs of a setting ready; those that cannot be used are named and left out. */
export function globsOf(written: readonly string[]): Globs {
  const faults = written.length > mostGlobs ? [`Of ${written.length} globs in one list the first ${mostGlobs} are used.`] : [];
  const ready = written.slice(0, mostGlobs).flatMap((glob) => {
    const read = readGlob(glob);
    if (typeof read !== "string") return [read];
    faults.push(`The glob “${glob.length > 40 ? `${glob.slice(0, 40)}…` : glob}” is not used: it ${read}.`);
    return [];
  });
  return { matches: (path) => ready.some((glob) => glob.match(path)), faults };
}

/** The glob, or why it cannot be used. */
function readGlob(written: string): Minimatch | string {
  if (written.length > longestGlob) return `has more than ${longestGlob} characters`;
  if (hasOpenBracket(written)) return "has a “[” that no “]” closes";
  const glob = new Minimatch(written.replace(/^(?:\.\/)+/, ""), options);
  const { globSet } = glob;
  // A range of too many numbers is left as it is written.
  const isCut = globSet.length > mostAlternatives || (written.includes("{") && globSet.some((it) => /\d\.\.-?\d/.test(it)));
  return isCut ? `stands for more than ${mostAlternatives} others` : glob;
}

/** Whether a `[` is not closed before the next `/`. The matcher would look for its end from each anew, in time that grows with their square. */
export function hasOpenBracket(glob: string): boolean {
  // A `]` at the start of what is in brackets stands for itself.
  const segments = glob
    .replace(/\\./gs, "")
    .replace(/\[[!^]?\]/g, "[")
    .split("/");
  return segments.some((it) => it.includes("[", it.lastIndexOf("]") + 1));
}
