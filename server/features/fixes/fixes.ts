// What can be done about a problem with one edit, by the problem's code.
import type { Problem, Range } from "../../core/note";
import type { Vault } from "../../index/vault";
import { withRelated } from "../refactorings/relatedField";
import { choices, type FaultyLink, type Fix, type OpenText } from "./fix";
import { missingField } from "./gaps";
import { closeNotes, eachMeant, movedFiles, ownCase } from "./links";
import { knownKey, withoutSource } from "./papers";
import { closeParts } from "./parts";
import { unlinked } from "./unlink";

/** The fixes of a problem of a note, the likeliest first; none where nothing comes close. */
export function fixesOf(vault: Vault, open: OpenText, problem: Problem): readonly Fix[] {
  if (problem.code === "unknown-citation") return knownKey(vault, open, problem);
  if (problem.code === "duplicate-source") return withoutSource(open, problem);
  if (problem.code === "asked-before") return linkedTo(vault, open, problem);
  const missing = missingField(vault, open, problem);
  if (missing) return missing;
  const reference = referenceOf(open, problem);
  return reference ? fixesOfLink({ vault, open, problem, reference }) : [];
}

/** What is left to do about a problem where no fix is wanted: to give the link up. */
export function lastFixesOf(vault: Vault, open: OpenText, problem: Problem): readonly Fix[] {
  const reference = problem.code === "broken-reference" ? referenceOf(open, problem) : undefined;
  return reference ? unlinked({ vault, open, problem, reference }) : [];
}

/** The reference that a problem is about. */
export const referenceOf = ({ note }: Pick<OpenText, "note">, { range }: Problem) =>
  note.references.find(({ targetRange }) => isSame(targetRange, range));

/** A question that another note asks in other words is linked to it: of notes that know of each other nothing is said. */
function linkedTo(vault: Vault, open: OpenText, problem: Problem): readonly Fix[] {
  return choices(
    (problem.related ?? []).map(({ note }) => {
      const { title, changes } = withRelated({ vault, open }, note) ?? { title: "", changes: [] };
      const [change] = changes;
      return change && { title, problem, range: change.range, text: change.text, isPreferred: false };
    }),
  );
}

/**
 * The likeliest fix of each problem of one code, in the order of the text; undefined where fewer than two have one. Every fix is tried on the
 * whole note: of very many problems in a very long note none is.
 */
export function fixAll(vault: Vault, open: OpenText, problems: readonly Problem[]): readonly Fix[] | undefined {
  if (problems.length < 2 || problems.length > mostTriedIn(open)) return undefined;
  const fixes = likeliestFixes(vault, open, problems);
  return fixes.length < 2 ? undefined : fixes;
}

/** The likeliest fix of each problem that has one, in the order of the text; of fixes that overlap the first, and of very many problems only the first ones. */
export function likeliestFixes(vault: Vault, open: OpenText, problems: readonly Problem[]): readonly Fix[] {
  const tried = problems.slice(0, mostTriedIn(open));
  const fixes = tried.flatMap((problem) => fixesOf(vault, open, problem).filter(({ isPreferred }) => isPreferred));
  return fixes.filter((fix, at) => fixes.slice(0, at).every(({ range }) => range.end <= fix.range.start));
}

/** How many problems of a note may be tried to be mended: each reads the whole note anew. */
export const mostTriedIn = ({ text }: OpenText) => Math.floor(mostTried / Math.max(1, text.length));

/** UTF-16 units read anew: about a second. */
const mostTried = 5_000_000;

const isSame = (a: Range, b: Range) => a.start === b.start && a.end === b.end;

function fixesOfLink(link: FaultyLink): readonly Fix[] {
  const { problem, reference } = link;
  if (reference.kind === "citation") return [];
  switch (problem.code) {
    case "broken-reference":
      return reference.kind === "wiki" ? closeNotes(link, reference) : movedFiles(link, reference);
    case "broken-heading":
    case "broken-block":
      return closeParts(link, reference);
    case "ambiguous-reference":
      return reference.kind === "wiki" ? eachMeant(link, reference) : [];
    case "path-case":
      return reference.kind === "markdown" ? ownCase(link, reference) : [];
    default:
      return [];
  }
}
