// Two notes as one text: the one that takes the other in, and the other as a section of it.
import { bodyStartOf } from "../../core/frontMatter";
import type { Note, Reference } from "../../core/note";
import { targetText } from "../../core/note";
import { type Carried, type Changing, changed, type ReadText, type Rewritten, type TextChange, type Texts, toChange } from "../rename/plan";
import { type Pair, relatedOf } from "./fields";
import type { Section } from "./section";

/**
 * Both notes as one, before the references follow; undefined where that would be read as something else than the two. `full` is the note
 * that takes the other in with all of its front matter.
 */
export function jointOf(texts: Texts, { gone, into }: Pair, full: ReadText, section: Section): Changing | undefined {
  const inInto = (written: readonly Rewritten[]) => written.filter(({ carried }) => carried.from.uri === into.note.uri).map(toChange);
  const textWith = (written: readonly Rewritten[]): string => {
    const inGone = written.filter(({ carried }) => carried.from.uri === gone.note.uri).map(toChange);
    return joined(changed(full.text, inInto(written)), section, sectionText(gone.text, [...section.changes, ...inGone], section));
  };
  const after = texts.reread(into.note, textWith([]));
  const carried = carriedBy(after, { gone, into }, full.note);
  if (!carried || !isBoth(after, full.note, gone, section)) return undefined;
  return {
    ...into,
    after,
    carried,
    changesWith: (written) => changesOf(into.text, full.text, textWith(written), inInto(written)),
    sourceOf: (from) => (from.uri === gone.note.uri ? gone.text : full.text),
  };
}

function sectionText(text: string, changes: readonly TextChange[], { start, end }: Section): string {
  return changed(
    text.slice(start, end),
    changes.map((it) => shifted(it, -start)),
  );
}

const shifted = ({ range, text }: TextChange, by: number): TextChange => ({
  range: { start: range.start + by, end: range.end + by },
  text,
});

function joined(text: string, { head }: Section, section: string): string {
  if (head + section === "") return text;
  const newline = /\r?\n/.exec(text)?.[0] ?? /\r?\n/.exec(section)?.[0] ?? "\n";
  const end = Math.max(text.trimEnd().length, bodyStartOf(text));
  return text.slice(0, end) + `\n\n${head}${section}\n`.replace(/\r?\n/g, newline);
}

/** The references of the joint note that were there before, each with the note it stood in; undefined where there are others, too. */
function carriedBy(after: Note, { gone, into }: Pair, full: Note): readonly Carried[] | undefined {
  const now = after.references
    .map((reference, at) => ({ reference, at }))
    .sort((a, b) => a.reference.range.start - b.reference.range.start);
  const added = addedTo(into.note, full);
  const all = [
    ...inOrder(full.references).map((reference) => ({ from: into.note, reference })),
    ...inOrder(gone.note.references.filter((it) => !isRelated(it))).map((reference) => ({ from: gone.note, reference })),
  ];
  const isSame = all.length === now.length && all.every(({ reference }, index) => isLike(reference, now[index]?.reference));
  return isSame ? all.flatMap((it, index) => (added.has(it.reference) ? [] : [{ ...it, at: now[index]?.at ?? 0 }])) : undefined;
}

const inOrder = (references: readonly Reference[]) => [...references].sort((a, b) => a.range.start - b.range.start);
const isRelated = (it: Reference) => it.kind === "wiki" && it.place === "related";
const isLike = (a: Reference, b: Reference | undefined) => a.kind === b?.kind && targetText(a) === targetText(b);

/** The items that came into the list of related notes. */
function addedTo(before: Note, after: Note): ReadonlySet<Reference> {
  const old = [...relatedOf(before)];
  return new Set(
    relatedOf(after).filter(({ target }) => {
      const at = old.findIndex((it) => it.target === target);
      if (at >= 0) old.splice(0, at + 1);
      return at < 0;
    }),
  );
}

/** Whether the joint note says what both say, and nothing else. */
function isBoth(after: Note, full: Note, { note: gone }: ReadText, { start, end, headings }: Section): boolean {
  const isThere = end > start;
  const own = after.headings.slice(full.headings.length + headings).map(({ text }) => text);
  return (
    after.headings.length === full.headings.length + headings + (isThere ? gone.headings.length : 0) &&
    own.every((text, at) => text === gone.headings[at]?.text) &&
    (headings === 0 || after.headings[full.headings.length]?.text === gone.title.text) &&
    after.anchors.length === full.anchors.length + (isThere ? gone.anchors.length : 0) &&
    JSON.stringify([after.title.text, after.summary, after.topics.length, after.sources.length, after.aliases.length]) ===
      JSON.stringify([full.title.text, full.summary, full.topics.length, full.sources.length, full.aliases.length])
  );
}

/**
 * The changes that make the joint text of a note's own: of its front matter what differs, then in its body what is written anew, then all
 * behind it. `full` is the note with its new front matter, where `written` has its places.
 */
function changesOf(own: string, full: string, joint: string, written: readonly TextChange[]): readonly TextChange[] {
  const bodyStart = bodyStartOf(own);
  const head = full.length - (own.length - bodyStart);
  const end = Math.max(own.trimEnd().length, bodyStart);
  const inBody = written.filter(({ range }) => range.start >= head);
  const headEnd = head + growth(written.filter(({ range }) => range.start < head));
  const tail = joint.slice(headEnd + (end - bodyStart) + growth(inBody));
  return [
    ...difference(own.slice(0, bodyStart), joint.slice(0, headEnd)),
    ...inBody.map((it) => shifted(it, bodyStart - head)),
    ...(tail === own.slice(end) ? [] : [{ range: { start: end, end: own.length }, text: tail }]),
  ];
}

const growth = (changes: readonly TextChange[]) =>
  changes.reduce((sum, { range, text }) => sum + text.length - (range.end - range.start), 0);

/** What stands between the common beginning and the common end of two texts, as one change. */
function difference(before: string, after: string): readonly TextChange[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [{ range: { start, end: before.length - end }, text: after.slice(start, after.length - end) }];
}
