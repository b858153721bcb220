// What a `.gitignore` says of a path, as git reads it (https://git-scm.com/docs/gitignore).
import { Minimatch } from "minimatch";
import { baseName } from "../core/key";
import { hasOpenBracket } from "./globs";

/** What the last rule that means a path makes of it; undefined where none means it. */
export type Verdict = "ignored" | "kept";

/** The rules of one file. */
export interface Gitignore {
  /** `path` is relative to the file's folder, with `/`. Whether a folder above it is ignored is another question, which takes precedence. */
  verdictOn(path: string, kind: "file" | "folder"): Verdict | undefined;
  /** How many rules count. */
  readonly count: number;
  /** Which rules do not count because there are too many, as a sentence for people. */
  readonly fault: string | undefined;
}

interface Rule {
  readonly verdict: Verdict;
  readonly isForFolders: boolean;
  /** Whether it is held against the whole path, not against a name at any depth. */
  readonly isForPaths: boolean;
  matches(text: string): boolean;
}

/** Several times more than the longest that are handed round: each path is held against all of them. */
export const mostRules = 5000;
/** No path is longer, in characters. */
const longestPath = 4096;

/** The globs of git know no braces, no groups and no negation of a whole glob. */
const options = {
  ...{ dot: true, nobrace: true, noext: true, nonegate: true, nocomment: true, preserveMultipleSlashes: true },
  platform: "linux",
} as const;

/** Reads the text of a `.gitignore`, of which so many rules may count. */
export function gitignoreOf(text: string, most = mostRules): Gitignore {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const written = lines.filter((line) => line !== "" && !line.startsWith("#"));
  // The last that means a path decides.
  const rules = written.slice(0, most).flatMap((line) => ruleOf(line) ?? []);
  rules.reverse();
  return {
    count: rules.length,
    fault: written.length > most ? `Of its ${written.length} rules the first ${most} count.` : undefined,
    verdictOn(path, kind) {
      const name = baseName(path);
      return rules.find((it) => (kind === "folder" || !it.isForFolders) && it.matches(it.isForPaths ? path : name))?.verdict;
    },
  };
}

function ruleOf(line: string): Rule | undefined {
  const written = withoutEnd(line);
  const isTakenBack = written.startsWith("!");
  const glob = isTakenBack ? written.slice(1) : written;
  const isForFolders = glob.endsWith("/");
  const named = isForFolders ? glob.slice(0, -1) : glob;
  const pattern = named.startsWith("/") ? named.slice(1) : named;
  if (pattern === "" || pattern.endsWith("/") || pattern.length > longestPath || hasOpenBracket(pattern)) return undefined;
  return { verdict: isTakenBack ? "kept" : "ignored", isForFolders, isForPaths: named.includes("/"), matches: matcherOf(pattern) };
}

/** Blanks at the end count only behind a backslash. */
function withoutEnd(line: string): string {
  let end = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "\\") at++;
    else if (line[at] === " ") continue;
    end = at + 1;
  }
  return line.slice(0, end);
}

/** Most rules are names. */
function matcherOf(pattern: string): (text: string) => boolean {
  if (!/[*?[\\]/.test(pattern)) return (text) => text === pattern;
  const glob = new Minimatch(pattern.replace(/(?<=^|\/)\*{2,}(?=\/|$)/g, "**"), options);
  return (text) => glob.match(text);
}
