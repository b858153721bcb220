// What can be done about a problem with one edit: a broken link is led to what its words come close to. A fix is offered only where the
// note, read anew with it, has a link that leads where the fix says.
import type { Note, Problem, Range, WikiReference } from "../core/note";
import { isNoteTarget, readingsOf } from "../core/wikiLink";
import type { Vault } from "../index/vault";
import { closestNames, distance } from "./closest";
import { namesOf } from "./links";
import { closestKey } from "./unknownCitation";

export interface Fix {
  /** What it does, for a menu. */
  readonly title: string;
  readonly problem: Problem;
  /** What takes the place of what stands at `range`. */
  readonly range: Range;
  readonly text: string;
  /** Whether it is what nearly everybody would do. */
  readonly isPreferred: boolean;
}

/** A note as it is, and how it is read. */
export interface OpenText {
  readonly note: Note;
  readonly text: string;
  /** The note that another text of its file would be. */
  reread(text: string): Note;
}

/** More names to choose from are no choice. */
const mostNames = 3;

/** The fixes of a problem of a note, the likeliest first; none where nothing comes close. */
export function fixesOf(vault: Vault, open: OpenText, problem: Problem): readonly Fix[] {
  if (problem.code === "unknown-citation") return knownKey(vault, open, problem);
  const reference = open.note.references.find(({ targetRange }) => isSame(targetRange, problem.range));
  if (reference?.kind !== "wiki") return [];
  if (problem.code === "broken-reference") return closeNotes(vault, open, problem, reference);
  return problem.code === "broken-heading" ? closeHeadings(vault, open, problem, reference) : [];
}

const isSame = (a: Range, b: Range) => a.start === b.start && a.end === b.end;

/** A link to each note whose name comes close, with the part and the label it had. */
function closeNotes(vault: Vault, open: OpenText, problem: Problem, reference: WikiReference): readonly Fix[] {
  const { base, parts } = readingsOf(reference.target)[1] ?? { base: reference.target, parts: [] };
  const close = closestNames(vault, base, mostNames);
  return close.flatMap(({ note, name }, at): readonly Fix[] => {
    const part = parts.map((it) => `#${it}`).join("");
    const targets = [name, ...namesOf(note)].map((it) => `${it}${part}`);
    const target = targets.find((it) => leadsTo(vault, open, reference, it, (meant) => meant.uri === note.uri));
    if (target === undefined) return [];
    return [{ title: `Change to “${name}”`, problem, range: reference.targetRange, text: target, isPreferred: at === 0 }];
  });
}

/** As a share of the longer heading; more edits than this make another one of it. */
const mostEdits = 0.4;

/** The same note's headings that come close to the one that is not there. */
function closeHeadings(vault: Vault, open: OpenText, problem: Problem, reference: WikiReference): readonly Fix[] {
  const meaning = vault.resolve(open.note, reference);
  if (meaning.kind !== "missingPart") return [];
  const { note, wanted } = meaning;
  const scored = note.headings.map(({ text }) => {
    const longer = Math.max(text.length, wanted.length);
    return { text, edits: distance(text.toLowerCase(), wanted.toLowerCase(), Math.floor(longer * mostEdits)) };
  });
  const close = scored.flatMap(({ text, edits }) => (edits === undefined ? [] : [{ text, edits }])).sort((a, b) => a.edits - b.edits);
  const before = reference.target.slice(0, reference.target.indexOf("#") + 1);
  return [...new Set(close.map(({ text }) => text))].slice(0, mostNames).flatMap((heading, at): readonly Fix[] => {
    const target = `${before}${heading}`;
    if (!leadsTo(vault, open, reference, target, (meant) => meant.uri === note.uri, "whole")) return [];
    return [{ title: `Change to “#${heading}”`, problem, range: reference.targetRange, text: target, isPreferred: at === 0 }];
  });
}

/** Whether the note with another target in a link has that very link there, and where it leads; a part may be missing unless it is asked for. */
function leadsTo(
  vault: Vault,
  { note, text, reread }: OpenText,
  { range, targetRange }: WikiReference,
  target: string,
  isMeant: (note: Note) => boolean,
  part: "whole" | "any" = "any",
): boolean {
  if (!isNoteTarget(target) || /[\r\n]/.test(target)) return false;
  const changed = reread(text.slice(0, targetRange.start) + target + text.slice(targetRange.end));
  const link = changed.references.find((it) => it.kind === "wiki" && it.range.start === range.start);
  if (link?.kind !== "wiki" || link.target !== target || changed.references.length !== note.references.length) return false;
  const meaning = vault.resolve(note, link);
  return (
    (meaning.kind === "note" && meaning.rivals.length === 0 && isMeant(meaning.note)) ||
    (part === "any" && meaning.kind === "missingPart" && isMeant(meaning.note))
  );
}

/** The key that comes closest to one that no bibliography holds. */
function knownKey({ papers }: Vault, { text, reread }: OpenText, problem: Problem): readonly Fix[] {
  const { range } = problem;
  const key = closestKey(papers, text.slice(range.start, range.end));
  if (key === undefined) return [];
  const changed = reread(text.slice(0, range.start) + key + text.slice(range.end));
  const isCited = changed.references.some((it) => it.kind === "citation" && it.targetRange.start === range.start && it.key === key);
  const isSource = changed.sources.some((it) => it.range.start === range.start && papers.isKnown(it.paper));
  return isCited || isSource ? [{ title: `Change to “${key}”`, problem, range, text: key, isPreferred: true }] : [];
}
