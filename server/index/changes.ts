// What tells two versions of a note apart, seen from those who depend on it.
import { type Note, type Reference, targetText } from "../core/note";
import { type Key, keysOf } from "./keys";
import { mentionsOf } from "./papers";

/** Keys on one side only; all keys of both sides when what stands behind them changed as well. */
export function changedKeys(old: ReadonlySet<Key> = new Set(), now: ReadonlySet<Key> = new Set(), unchanged: boolean): ReadonlySet<Key> {
  const all = new Set([...old, ...now]);
  if (unchanged) for (const key of all) if (old.has(key) && now.has(key)) all.delete(key);
  return all;
}

/** Whether links cannot tell two versions of a note apart: the same spelling of its names, the same parts. */
export function sameFace(old: Note | undefined, now: Note | undefined): boolean {
  if (!old || !now) return false;
  return (
    old.kind === now.kind &&
    old.title.text === now.title.text &&
    old.title.from === now.title.from &&
    sameList(old.aliases, now.aliases, ({ text }) => text) &&
    sameList(old.headings, now.headings, ({ level, text }) => `${level} ${text}`) &&
    sameList(old.anchors, now.anchors, ({ kind, id }) => `${kind} ${id}`)
  );
}

/** Whether two versions of a note refer to the same targets in the same words. */
export function sameTargets(old: Note | undefined, now: Note | undefined): boolean {
  return !!old && !!now && sameList(old.references, now.references, targetText);
}

/** The keys of the references that only one of two versions of a note has; another reference may depend on the same keys otherwise. */
export function* keysOfChanged(old: Note | undefined, now: Note | undefined): Iterable<Key> {
  const spell = (reference: Reference) => `${reference.kind} ${targetText(reference)}`;
  for (const [note, other] of [
    [old, now],
    [now, old],
  ]) {
    const known = new Set(other?.references.map(spell));
    for (const reference of note?.references ?? []) if (!known.has(spell(reference))) yield* keysOf(note as Note, reference);
  }
}

/** Whether two versions of a note look the same in a list. */
export function sameCard(old: Note | undefined, now: Note | undefined): boolean {
  return sameMembership(old, now) && old?.title.text === now?.title.text && old?.summary === now?.summary;
}

/** Whether two versions of a note give the topics tree the same shape, counts and labels. */
export function sameMembership(old: Note | undefined, now: Note | undefined): boolean {
  if (!old || !now) return old === now;
  return (
    old.kind === now.kind &&
    (now.kind === "note" || (old.title.text === now.title.text && old.summary === now.summary)) &&
    sameList(old.topics, now.topics, ({ id }) => id) &&
    sameList(mentionsOf(old), mentionsOf(now), ({ paper, certainty }) => `${certainty} ${paper}`)
  );
}

function sameList<T>(a: readonly T[], b: readonly T[], toText: (item: T) => string): boolean {
  return a.length === b.length && a.every((item, index) => toText(item) === toText(b[index] as T));
}
