// What stands over the title of a note, how many link to it and the way to those related to it, and over an entry of a bibliography, how
// many cite it.
import type { Bibliography } from "../core/bibliography";
import type { Note, Range } from "../core/note";
import { counted } from "../core/order";
import type { Vault } from "../index/vault";
import { backlinks, type Place } from "./navigation";

export type Lens =
  | { readonly kind: "related"; readonly range: Range }
  /** Counted when it is seen: a bibliography may have thousands of entries. */
  | { readonly kind: "links"; readonly range: Range }
  | { readonly kind: "citations"; readonly range: Range; readonly key: string };

/** Which of the lenses over a title somebody wants. */
export interface LensOptions {
  readonly related: boolean;
  readonly links: boolean;
}

/** The lenses over a title; none for a topic note, or a document that belongs to no vault. */
export function lensesOf(note: Note, { related, links }: LensOptions): readonly Lens[] {
  if (note.kind !== "note" || note.folder === undefined) return [];
  const { range } = note.title;
  return [...(links ? [{ kind: "links", range } as const] : []), ...(related ? [{ kind: "related", range } as const] : [])];
}

/** A lens over every entry that some note cites: in a large library most are cited by none. */
export function lensesOfBibliography({ papers }: Vault, { entries }: Bibliography): readonly Lens[] {
  return entries.filter(({ key }) => papers.isCited(`key:${key}`)).map(({ key, range }) => ({ kind: "citations", range, key }));
}

/** `3 notes link here`; `incoming` is how many do. */
export function linksText(incoming: number): string {
  if (incoming === 0) return "No note links here yet";
  return `${counted(incoming, "note")} ${incoming === 1 ? "links" : "link"} here`;
}

/** `3 notes cite this`, of the entry with a key. */
export function citationsText({ papers }: Vault, key: string): string {
  const { size } = papers.citing(`key:${key}`);
  if (size === 0) return "No note cites this";
  return `${counted(size, "note")} ${size === 1 ? "cites" : "cite"} this`;
}

/** Every place in another note that links to a note. */
export function placesLinkingTo(vault: Vault, note: Note): readonly Place[] {
  const links = backlinks(vault, note).filter(({ from }) => from.uri !== note.uri);
  return links.map(({ from, reference }) => ({ file: from, range: reference.range }));
}
