// Whether a note, read anew with a change in it, says what it said: what every edit of ours is tried by before it is offered or made.
import type { Note, Range, Reference } from "../core/note";
import { targetText } from "../core/note";

/** Of what a note has, what a change leaves in it. */
type Stays = (it: { readonly range: Range }) => boolean;

const all: Stays = () => true;

/** A field of the front matter that a change may bring in or write anew. */
export type Field = "title" | "summary" | "sources" | "topics";

/** All that a note says of itself, its references and perhaps a field left out, as a text that can be compared. */
export function saysOf(note: Note, stays: Stays = all, without?: Field): string {
  const { title, kind, summary, aliases, topics, sources, headings, anchors, silences, problems } = note;
  return JSON.stringify([
    ...[kind, aliases.map(({ text }) => text), without !== "topics" && topics.map(({ id }) => id)],
    ...[without !== "summary" && summary, without !== "title" && title.text],
    without !== "sources" && sources.map(({ text }) => text),
    headings.filter(stays).map(({ level, text }) => [level, text]),
    anchors.filter(stays).map(({ id }) => id),
    silences.filter(stays).map(({ codes }) => codes),
    problems.map(({ code }) => code),
  ]);
}

/** Whether a note says the same, perhaps but for a field, and has the same references, but for those that are written anew, by their numbers. */
export function isSameButFor(before: Note, after: Note, anew: ReadonlyMap<number, Reference>, without?: Field): boolean {
  const { references } = before;
  return (
    references.length === after.references.length &&
    references.every((reference, at) => isLike(anew.get(at) ?? reference, after.references[at])) &&
    saysOf(before, all, without) === saysOf(after, all, without)
  );
}

const isLike = (wanted: Reference, now: Reference | undefined): boolean =>
  now?.kind === wanted.kind && targetText(now) === targetText(wanted) && fragmentOf(now) === fragmentOf(wanted);

const fragmentOf = (reference: Reference) => (reference.kind === "markdown" ? reference.fragment : undefined);
