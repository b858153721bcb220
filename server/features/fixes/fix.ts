// What a fix is, and the trial that each has to pass: the note, read anew with it, has a link that leads where the fix says.
import type { Note, Problem, Range, Reference } from "../../core/note";
import type { Resolution, Vault } from "../../index/vault";
import type { Written } from "../rename/targets";
import { isSameButFor } from "../sameNote";

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

/** A broken or doubtful link, and what is known of it. */
export interface FaultyLink {
  readonly vault: Vault;
  readonly open: OpenText;
  readonly problem: Problem;
  readonly reference: Reference;
}

/** More to choose from is no choice. */
export const mostChoices = 3;

/** The fix that writes a link's target anew, if the note then has that very link and it means what it should. */
function retargeted(
  link: FaultyLink,
  title: string,
  { reference: wanted, text: put }: Written,
  isMeant: (meaning: Resolution) => boolean,
): Fix | undefined {
  const { vault, open, problem, reference } = link;
  const { targetRange } = reference;
  if (/[\r\n]/.test(put) || !isMeant(vault.resolve(open.note, wanted))) return undefined;
  const changed = open.reread(open.text.slice(0, targetRange.start) + put + open.text.slice(targetRange.end));
  const at = open.note.references.findIndex(({ range }) => range.start === reference.range.start);
  const now = changed.references[at];
  if (!now || !isSameButFor(open.note, changed, new Map([[at, wanted]])) || !isMeant(vault.resolve(open.note, now))) return undefined;
  return { title, problem, range: targetRange, text: put, isPreferred: false };
}

/** The first of several ways to write a link that passes the trial. */
export function firstRetargeted(
  link: FaultyLink,
  title: string,
  forms: Iterable<Written>,
  isMeant: (meaning: Resolution) => boolean,
): Fix | undefined {
  for (const form of forms) {
    const fix = retargeted(link, title, form, isMeant);
    if (fix) return fix;
  }
  return undefined;
}

/** Fixes as they are shown: few, each text once, the first of them the likeliest. */
export function choices(fixes: readonly (Fix | undefined)[]): readonly Fix[] {
  const found = fixes.filter((it) => it !== undefined);
  const distinct = found.filter((fix, at) => found.findIndex(({ text }) => text === fix.text) === at);
  return distinct.slice(0, mostChoices).map((fix, at) => ({ ...fix, isPreferred: at === 0 }));
}

/** Whether a reference leads to a note without doubt, whatever the part. */
export const leadsTo =
  (uri: Note["uri"]) =>
  (meaning: Resolution): boolean =>
    (meaning.kind === "note" && meaning.rivals.length === 0 && meaning.note.uri === uri) ||
    (meaning.kind === "missingPart" && meaning.note.uri === uri);
