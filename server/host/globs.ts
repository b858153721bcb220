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
const longestGlob = 1000;
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
    const fault = faultOf(glob);
    if (fault === undefined) return [new Minimatch(glob.replace(/^(?:\.\/)+/, ""), options)];
    faults.push(`The glob “${glob.length > 40 ? `${glob.slice(0, 40)}…` : glob}” is not used: it ${fault}.`);
    return [];
  });
  return { matches: (path) => ready.some((glob) => glob.match(path)), faults };
}

function faultOf(glob: string): string | undefined {
  if (glob.length > longestGlob) return `has more than ${longestGlob} characters`;
  const { globSet } = new Minimatch(glob, options);
  // A range of too many numbers is left as it is written.
  const isCut = globSet.length > mostAlternatives || (glob.includes("{") && globSet.some((it) => /\d\.\.-?\d/.test(it)));
  return isCut ? `stands for more than ${mostAlternatives} others` : undefined;
}
