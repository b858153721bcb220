// What under the caret can be renamed: wherever it is named, not only where it is declared.
import { headingKey, titleKey } from "../../core/key";
import type { Note, PaperId, Range, Reference, WikiReference } from "../../core/note";
import { touches } from "../../core/text";
import { numberOfPart } from "../../index/parts";
import type { Resolution, Vault } from "../../index/vault";
import { cursorAt, isTitleHeading } from "../cursor";

/** What gets another name. */
export type Renamable =
  | { readonly kind: "title"; readonly note: Note }
  | { readonly kind: "alias" | "heading" | "block"; readonly note: Note; readonly index: number }
  | { readonly kind: "topic"; readonly id: string }
  | { readonly kind: "key"; readonly key: string };

export interface RenamableAt {
  readonly what: Renamable;
  /** Where it is named under the caret. */
  readonly range: Range;
  /** Its name as it is now. */
  readonly name: string;
}

/** What stands at an offset of a note and has a name that can be changed; undefined where nothing does. */
export function renamableAt(vault: Vault, note: Note, offset: number): RenamableAt | undefined {
  const alias = note.aliases.findIndex(({ range }) => touches(range, offset));
  if (alias >= 0) return aliasAt(note, alias, note.aliases[alias]?.range);
  const topic = note.topics.find(({ range }) => range && touches(range, offset));
  if (topic?.range) return { what: { kind: "topic", id: topic.id }, range: topic.range, name: topic.id };
  const cursor = cursorAt(note, offset);
  switch (cursor.kind) {
    case "title":
      return titleAt(note, cursor.range);
    case "heading":
      return headingAt(note, numberOfPart(note, cursor), cursor.range);
    case "source":
      return keyAt(cursor.source.paper, cursor.source.range);
    case "reference":
      return referenceAt(vault, note, cursor.reference, offset);
    case "nothing":
      return blockAt(
        note,
        note.anchors.findIndex(({ kind, range }) => kind === "block" && touches(range, offset)),
        undefined,
      );
  }
}

const titleAt = (note: Note, range: Range): RenamableAt => ({ what: { kind: "title", note }, range, name: note.title.text });

function aliasAt(note: Note, index: number, range: Range | undefined): RenamableAt | undefined {
  const alias = note.aliases[index];
  return alias && { what: { kind: "alias", note, index }, range: range ?? alias.range, name: alias.text };
}

function headingAt(note: Note, index: number, range: Range): RenamableAt | undefined {
  const heading = note.headings[index];
  if (!heading) return undefined;
  const isTitle = note.title.from !== "stem" && isTitleHeading(note, heading);
  return isTitle ? titleAt(note, range) : { what: { kind: "heading", note, index }, range, name: heading.text };
}

function blockAt(note: Note, index: number, range: Range | undefined): RenamableAt | undefined {
  const anchor = note.anchors[index];
  return anchor?.kind === "block" ? { what: { kind: "block", note, index }, range: range ?? anchor.range, name: anchor.id } : undefined;
}

function keyAt(paper: PaperId, range: Range): RenamableAt | undefined {
  if (!paper.startsWith("key:")) return undefined;
  const key = paper.slice(4);
  return { what: { kind: "key", key }, range, name: key };
}

/** In a link the name that the caret stands in: that of the note, or behind `#` that of its part. */
function referenceAt(vault: Vault, note: Note, reference: Reference, offset: number): RenamableAt | undefined {
  if (reference.kind === "citation") return keyAt(reference.paper, reference.targetRange);
  const meaning = vault.resolve(note, reference);
  if (meaning.kind === "paper" && reference.kind === "wiki") return keyAt(`key:${reference.target.slice(1)}`, reference.targetRange);
  if (meaning.kind !== "note" || meaning.note.folder === undefined) return undefined;
  const cut = partStart(reference, meaning);
  const { targetRange } = reference;
  const { part } = meaning;
  if (part && offset > targetRange.start + cut) {
    const range = { start: targetRange.start + cut + 1, end: targetRange.end };
    const named = part.kind === "heading" ? headingAt : blockAt;
    return named(meaning.note, numberOfPart(meaning.note, part), range);
  }
  const range = { start: targetRange.start, end: part ? targetRange.start + cut : targetRange.end };
  return nameAt(reference, meaning, range);
}

function nameAt(reference: Reference, { note, rule }: Extract<Resolution, { kind: "note" }>, range: Range): RenamableAt | undefined {
  if (rule !== "alias" || reference.kind !== "wiki") return titleAt(note, range);
  const named = note.aliases.findIndex(({ text }) => titleKey(reference.target).startsWith(titleKey(text)));
  return aliasAt(note, named, range);
}

/** Where in the target the part begins, at its `#`: one that is part of the title does not count. */
function partStart(
  reference: WikiReference | Extract<Reference, { kind: "markdown" }>,
  { part }: Extract<Resolution, { kind: "note" }>,
): number {
  if (!part) return Number.POSITIVE_INFINITY;
  if (reference.kind === "markdown")
    return Math.max(0, reference.targetRange.end - reference.targetRange.start - (reference.fragment?.length ?? 0) - 1);
  const { target } = reference;
  const last = target.lastIndexOf("#");
  if (part.kind === "anchor") return last;
  // `#A#B`: the last piece is the heading that is meant; a title of it may hold a `#` itself.
  const key = headingKey(part.heading.text);
  const cuts = [...target.matchAll(/#/g)].map(({ index }) => index);
  return cuts.find((at) => headingKey(target.slice(at + 1)) === key) ?? last;
}
