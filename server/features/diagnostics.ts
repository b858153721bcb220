// All problems of a note: what parsing found, what its references lack, and what it shares with other notes.
import { fold, folderOf, joinPath } from "../core/key";
import {
  type Note,
  type Problem,
  type ProblemCode,
  type Reference,
  type RelatedPlace,
  type SeverityKey,
  targetText,
  type WikiReference,
} from "../core/note";
import type { Settings } from "../core/settings";
import { touches } from "../core/text";
import { readingsOf } from "../core/wikiLink";
import { pathCandidates } from "../index/keys";
import type { Resolution, Vault } from "../index/vault";
import { askedBefore } from "./askedBefore";
import { closestName } from "./closest";
import { duplicateAliases } from "./duplicateAlias";
import { duplicateTitle } from "./duplicateTitle";
import { gapsIn } from "./noteGaps";
import { isOpenQuestion } from "./openQuestion";
import { sourceProblems } from "./sourceProblems";
import { unknownKey } from "./unknownCitation";

/** No problem names more other places. */
const mostPlaces = 10;

/** What is reported and how gravely: the severities set, and the codes that settings silence in a file. */
export interface Rules {
  readonly severity: Settings["diagnostics"]["severity"];
  isIgnored?(word: SeverityKey, path: string): boolean;
}

/** The problems of a note in the order of its text, at the severities that are set; those set to `off` are left out. */
export function diagnosticsOf(vault: Vault, note: Note, rules: Rules): readonly Problem[] {
  const found = [
    ...note.problems,
    ...note.references.flatMap((reference) => problemOf(vault, note, reference) ?? []),
    ...duplicateTitle(vault, note),
    ...duplicateAliases(vault, note),
    ...askedBefore(vault, note),
    ...sourceProblems(vault, note),
    ...gapsIn(vault, note, rules),
  ];
  const heard = found.filter((problem) => !isSilenced(note, problem));
  return heard.flatMap((problem) => withSeverity(note, problem, rules)).sort((a, b) => a.range.start - b.range.start);
}

/** Whether a comment in the note asks not to hear of a problem, by its code or, for an open question, by that word. */
function isSilenced({ silences }: Note, { code, range, data }: Problem): boolean {
  const words: readonly string[] = data?.openQuestion ? [code, "open-question"] : [code];
  return silences.some(
    ({ codes, range: silent }) => touches(silent, range.start) && (codes.length === 0 || words.some((word) => codes.includes(word))),
  );
}

/** A problem with a severity of its own (a warning among errors) keeps it unless the code's level was set otherwise. */
function withSeverity({ path }: Note, problem: Problem, { severity, isIgnored }: Rules): readonly Problem[] {
  const key: SeverityKey = problem.data?.openQuestion ? "open-question" : problem.code;
  const level = severity[key];
  if (level === "off" || isIgnored?.(key, path) || isIgnored?.(problem.code, path)) return [];
  return [{ ...problem, severity: key === "front-matter" && level === "error" ? problem.severity : level }];
}

/** What is wrong with one reference, if anything, at the severity its code has by itself. */
export function problemOf(vault: Vault, note: Note, reference: Reference): Problem | undefined {
  const meaning = vault.resolve(note, reference);
  switch (meaning.kind) {
    case "missing":
      return unanswered(vault, reference);
    case "missingPart":
      return brokenPart(reference, meaning);
    case "note":
      return meaning.rivals.length > 0 ? ambiguous(reference, meaning) : otherCase(note, reference, meaning.note.path);
    case "file":
      return otherCase(note, reference, meaning.path);
    case "paper":
    case "unchecked":
      return undefined;
  }
}

function unanswered(vault: Vault, reference: Reference): Problem {
  if (reference.kind === "citation") return unknownKey(vault, reference);
  return reference.kind === "wiki"
    ? brokenWiki(vault, reference)
    : problem("broken-reference", reference, `No file answers “${reference.path}”.`);
}

const problem = (code: ProblemCode, { targetRange }: Reference, message: string): Problem => ({
  code,
  severity: "error",
  range: targetRange,
  message,
});

function brokenWiki(vault: Vault, reference: WikiReference): Problem {
  const { target } = reference;
  const close = closestName(vault, readingsOf(target)[1]?.base ?? target);
  if (close) return problem("broken-reference", reference, `Did you mean “${close.name}”? No note, file or image answers “${target}”.`);
  if (!isOpenQuestion(vault, reference)) return problem("broken-reference", reference, `No note, file or image answers “${target}”.`);
  return { ...problem("broken-reference", reference, `“${target}” is a question no note answers yet.`), data: { openQuestion: true } };
}

/** A Markdown path that is found only because case is disregarded breaks on a disk that regards it. */
function otherCase(note: Note, reference: Reference, found: string): Problem | undefined {
  if (reference.kind !== "markdown" || reference.path === "") return undefined;
  const wanted = joinPath(folderOf(note.path), reference.path);
  const spelled = pathCandidates(wanted ?? "").find((path) => path.length === found.length && fold(path) === fold(found));
  if (spelled === undefined || spelled.normalize("NFC") === found.normalize("NFC")) return undefined;
  return { ...problem("path-case", reference, `On the disk this path is spelled “${found}”.`), severity: "hint" };
}

function brokenPart(reference: Reference, { note, wanted }: Extract<Resolution, { kind: "missingPart" }>): Problem {
  const isBlock = wanted.startsWith("^");
  const what = isBlock ? `block “${wanted}”` : `heading “${wanted}”`;
  return {
    ...problem(isBlock ? "broken-block" : "broken-heading", reference, `“${note.title.text}” has no ${what}.`),
    related: [{ note, range: note.title.range, message: `“${note.title.text}” is here.` }],
  };
}

function ambiguous(reference: Reference, { note, rivals }: Extract<Resolution, { kind: "note" }>): Problem {
  const target = targetText(reference);
  return {
    ...problem("ambiguous-reference", reference, `“${target}” could be any of ${rivals.length + 1} notes; ${note.path} is used.`),
    severity: "warning",
    related: [note, ...rivals]
      .slice(0, mostPlaces)
      .map((holder) => placeOf(holder, holder === note ? `${holder.path} is used.` : `${holder.path} answers as well.`)),
  };
}

const placeOf = (note: Note, message: string): RelatedPlace => ({ note, range: note.title.range, message });
