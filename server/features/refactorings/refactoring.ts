// What a refactoring is, and the trial that each has to pass: the note, read anew with it, says what it said but for what was meant to change.
import type { Note, Range, Reference } from "../../core/note";
import type { LinkStyle } from "../../core/settings";
import { isInside, touches } from "../../core/text";
import { changedVault } from "../../index/changedVault";
import type { Resolution, Vault } from "../../index/vault";
import type { OpenText } from "../fixes/fix";
import type { NewNote } from "../newNote";
import type { NoteTemplate } from "../noteTemplate";
import { changed, type TextChange } from "../rename/plan";
import { type Field, saysOf } from "../sameNote";

export interface Refactoring {
  /** What it does, for a menu. */
  readonly title: string;
  readonly changes: readonly TextChange[];
  /** A note that is written with it. */
  readonly creates?: NewNote;
}

/** A note with the caret or a selection in it, and how links are written there. */
export interface Asked {
  readonly vault: Vault;
  readonly open: OpenText;
  readonly place: Range;
  readonly style: LinkStyle;
  /** What new notes begin with. */
  readonly template?: NoteTemplate | undefined;
}

/** A note as a change would make it. */
export interface Trial {
  readonly text: string;
  readonly note: Note;
  /** What a reference of a note would mean then. */
  resolve(note: Note, reference: Reference): Resolution;
}

/** The note as some changes would make it; `others` are notes that come with them. */
export function tried({ vault, open }: Pick<Asked, "vault" | "open">, changes: readonly TextChange[], others: readonly Note[] = []): Trial {
  const text = changed(open.text, changes);
  const note = open.reread(text);
  const notes = new Map([note, ...others].map((it) => [it.uri, it]));
  // A file that goes to where it is counts as one that is there.
  const moves = others.flatMap(({ folder, path }) => (folder === undefined ? [] : [{ folder, from: path, to: path }]));
  const { resolve } = changedVault(vault, notes, { moves });
  return { text, note, resolve };
}

/** What a change takes out of a note, and which of its references come in. */
export interface Exchange {
  readonly gone: Range;
  /** What the note says of itself that comes in. */
  readonly field?: Field;
  isNew(reference: Reference): boolean;
}

/** Whether a note keeps all that it says and all places its references lead to, but for what the change is about. */
export function isSameBesides({ vault, open }: Pick<Asked, "vault" | "open">, trial: Trial, { gone, isNew, field }: Exchange): boolean {
  const { note: before, text } = open;
  const { note: after } = trial;
  const stays = ({ range }: { readonly range: Range }) => !isInside(range, gone);
  const old = before.references.filter(stays);
  const now = after.references.filter((it) => !isNew(it));
  return (
    old.length === now.length &&
    saysOf(before, stays, field) === saysOf(after, () => true, field) &&
    old.every((reference, at) => {
      const other = now[at];
      if (!other || written(text, reference) !== written(trial.text, other)) return false;
      const isHere = (it: Note) => it.uri === before.uri;
      const was = placeOf(vault.resolve(before, reference), (note, it) => !isHere(note) || stays(it));
      return was === placeOf(trial.resolve(after, other), () => true);
    })
  );
}

const written = (text: string, { range }: Reference) => text.slice(range.start, range.end);

/** Where a reference leads, its part by the number it has among those that stay. */
export function placeOf(meaning: Resolution, stays: (note: Note, part: { readonly range: Range }) => boolean): string {
  if (meaning.kind === "missingPart") return `${meaning.note.uri} without ${meaning.wanted}`;
  if (meaning.kind === "file") return `${meaning.folder.uri}/${meaning.path}`;
  if (meaning.kind === "paper") return meaning.paper;
  if (meaning.kind !== "note") return meaning.kind;
  const { note, part, rivals } = meaning;
  // By their places: a note may give other objects the next time it is asked.
  const among = <T extends { readonly range: Range }>(all: readonly T[], it: T) =>
    all.filter((one) => stays(note, one)).findIndex(({ range }) => range.start === it.range.start);
  const where = !part ? "" : part.kind === "heading" ? `h${among(note.headings, part.heading)}` : `a${among(note.anchors, part.anchor)}`;
  return `${note.uri} ${where} ${rivals.length}`;
}

/** A link in the text, and the note it leads to without doubt. */
export interface LinkToNote<R extends Reference = Reference> {
  readonly reference: R;
  readonly meaning: Extract<Resolution, { readonly kind: "note" }>;
}

/** The link in the text at the caret, or around the selection, if it leads to a note. */
export function linkAt({ vault, open, place }: Asked): LinkToNote | undefined {
  const reference = open.note.references.find(({ range }) => touches(range, place.start) && touches(range, place.end));
  if (!reference || reference.kind === "citation" || (reference.kind === "wiki" && reference.place === "related")) return undefined;
  const meaning = vault.resolve(open.note, reference);
  return meaning.kind === "note" && meaning.rivals.length === 0 ? { reference, meaning } : undefined;
}
