// All problems of a note: what parsing found, what its references lack, and what it shares with other notes.
import { isFileName, titleKey } from "../core/key";
import type { Note, Problem, ProblemCode, Reference, RelatedPlace, SeverityKey, WikiReference } from "../core/note";
import type { Settings } from "../core/settings";
import { readingsOf } from "../core/wikiLink";
import { titleIn } from "../index/keys";
import type { Resolution, Vault } from "../index/vault";
import { closestNames } from "./closest";

/** No problem names more other places. */
const mostPlaces = 10;

/** The problems of a note in the order of its text, at the severities that are set; those set to `off` are left out. */
export function diagnosticsOf(vault: Vault, note: Note, settings: Settings["diagnostics"]): readonly Problem[] {
  const found = [
    ...note.problems,
    ...note.references.flatMap((reference) => problemOf(vault, note, reference) ?? []),
    ...duplicateTitle(vault, note),
  ];
  return found.flatMap((problem) => withSeverity(problem, settings)).sort((a, b) => a.range.start - b.range.start);
}

/** A problem with a severity of its own (a warning among errors) keeps it unless the code's level was set otherwise. */
function withSeverity(problem: Problem, { severity }: Settings["diagnostics"]): readonly Problem[] {
  const key: SeverityKey = problem.data?.openQuestion ? "open-question" : problem.code;
  const level = severity[key];
  if (level === "off") return [];
  return [{ ...problem, severity: key === "front-matter" && level === "error" ? problem.severity : level }];
}

function problemOf(vault: Vault, note: Note, reference: Reference): Problem | undefined {
  const meaning = vault.resolve(note, reference);
  switch (meaning.kind) {
    case "missing":
      return reference.kind === "wiki"
        ? brokenWiki(vault, reference)
        : problem("broken-reference", reference, `No file answers “${reference.path}”.`);
    case "missingPart":
      return brokenPart(reference, meaning);
    case "note":
      return meaning.rivals.length > 0 ? ambiguous(reference, meaning) : undefined;
    case "file":
    case "outside":
      return undefined;
  }
}

const problem = (code: ProblemCode, { targetRange }: Reference, message: string): Problem => ({
  code,
  severity: "error",
  range: targetRange,
  message,
});

function brokenWiki(vault: Vault, reference: WikiReference): Problem {
  const { target } = reference;
  const close = closestNames(vault, readingsOf(target)[1]?.base ?? target, 1)[0];
  if (close) return problem("broken-reference", reference, `No note, file or image answers “${target}”. Did you mean “${close.name}”?`);
  if (!asksQuestion(target)) return problem("broken-reference", reference, `No note, file or image answers “${target}”.`);
  return { ...problem("broken-reference", reference, `“${target}” is a question no note answers yet.`), data: { openQuestion: true } };
}

/** A target that is a question, not a path, a file or a part; whether a title comes close is asked before. */
const asksQuestion = (target: string) => target.endsWith("?") && !/[/#]/.test(target) && !isFileName(target.slice(0, -1));

function brokenPart(reference: Reference, { note, wanted }: Extract<Resolution, { kind: "missingPart" }>): Problem {
  const isBlock = wanted.startsWith("^");
  const what = isBlock ? `block “${wanted}”` : `heading “${wanted}”`;
  return {
    ...problem(isBlock ? "broken-block" : "broken-heading", reference, `“${note.title.text}” has no ${what}.`),
    related: [{ note, range: note.title.range, message: `“${note.title.text}” is here.` }],
  };
}

function ambiguous(reference: Reference, { note, rivals }: Extract<Resolution, { kind: "note" }>): Problem {
  const target = reference.kind === "wiki" ? reference.target : reference.path;
  return {
    ...problem("ambiguous-reference", reference, `“${target}” could be any of ${rivals.length + 1} notes; ${note.path} is used.`),
    severity: "warning",
    related: [note, ...rivals]
      .slice(0, mostPlaces)
      .map((holder) => placeOf(holder, holder === note ? `${holder.path} is used.` : `${holder.path} answers as well.`)),
  };
}

const placeOf = (note: Note, message: string): RelatedPlace => ({ note, range: note.title.range, message });

/** Two notes declare one title, or someone links by a title that two notes have. */
function duplicateTitle(vault: Vault, note: Note): readonly Problem[] {
  const key = titleKey(note.title.text);
  if (note.title.from === "stem" || key === "" || note.kind === "topic") return [];
  const namesakes = [...vault.holders(titleIn(note.title.text))].filter(
    (other) =>
      other.uri !== note.uri &&
      other.folder === note.folder &&
      other.kind === "note" &&
      other.title.from !== "stem" &&
      titleKey(other.title.text) === key,
  );
  const counted = namesakes.filter((other) => (declares(note) && declares(other)) || isLinkedByTitle(vault, note)).sort(byPath);
  const first = counted[0];
  if (!first) return [];
  return [
    {
      code: "duplicate-title",
      severity: "warning",
      range: note.title.range,
      message:
        counted.length === 1
          ? `${first.path} has the same title.`
          : `${counted.length} other notes have the same title, ${first.path} among them.`,
      related: counted.slice(0, mostPlaces).map((other) => placeOf(other, `${other.path} has the title “${other.title.text}”.`)),
    },
  ];
}

const byPath = (a: Note, b: Note) => (a.path < b.path ? -1 : 1);

const declares = (note: Note) => note.title.from === "frontMatter";

/** Whether someone links by the title and could mean this note or another. */
function isLinkedByTitle(vault: Vault, note: Note): boolean {
  const mayMean = (meaning: Resolution) =>
    (meaning.kind === "note" || meaning.kind === "missingPart") &&
    meaning.rule === "title" &&
    meaning.rivals.length > 0 &&
    [meaning.note, ...meaning.rivals].some(({ uri }) => uri === note.uri);
  const seekers = [...vault.seekers(titleIn(note.title.text))];
  return seekers.some((seeker) =>
    seeker.references.some((reference) => reference.kind === "wiki" && mayMean(vault.resolve(seeker, reference))),
  );
}
