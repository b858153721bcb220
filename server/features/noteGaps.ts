// What a note could have and does not: reported only to those who ask for it.
import type { Note, Problem, ProblemCode } from "../core/note";
import type { Settings } from "../core/settings";
import type { Vault } from "../index/vault";
import { linkingTo } from "./navigation";

interface Gap {
  readonly code: ProblemCode;
  readonly message: string;
  isIn(vault: Vault, note: Note): boolean;
}

const gaps: readonly Gap[] = [
  {
    code: "missing-title",
    message: "This note has no title of its own, neither a `title:` nor a first-level heading.",
    isIn: (_, { title }) => title.from === "stem",
  },
  { code: "missing-summary", message: "This note has no `summary:`.", isIn: (_, { summary }) => summary === "" },
  { code: "no-source", message: "This note names no `sources:`.", isIn: (_, { sources }) => sources.length === 0 },
  { code: "not-a-question", message: "The title of this note is no question.", isIn: (_, { title }) => !/[?？]\s*$/.test(title.text) },
  { code: "orphan-note", message: "No other note links to this one.", isIn: (vault, note) => linkingTo(vault, note).size === 0 },
];

/** The gaps of a note that somebody wants to hear of; topic notes have none. */
export function gapsIn(vault: Vault, note: Note, { severity }: Pick<Settings["diagnostics"], "severity">): readonly Problem[] {
  if (note.kind === "topic" || note.problems.some(({ code }) => code === "unreadable-note")) return [];
  const found = gaps.filter(({ code, isIn }) => severity[code] !== "off" && isIn(vault, note));
  return found.map(({ code, message }) => ({ code, message, severity: "information", range: note.title.range }));
}
