// The links of one note, for a view: those of other notes that lead to it, and its own with where they lead, broken ones first.
import { type Note, type Reference, targetText } from "../core/note";
import type { Resolution, Vault } from "../index/vault";
import { problemOf } from "./diagnostics";
import { type Backlink, backlinks, type Place, placeOf } from "./navigation";

/** Every reference in another note that leads to a note or into it; by note, then in the order of its text. */
export function incomingLinks(vault: Vault, note: Note): readonly Backlink[] {
  return backlinks(vault, note).filter(({ from }) => from.uri !== note.uri);
}

/** A link of a note. */
export interface OutgoingLink {
  readonly reference: Reference;
  /** `question`: a question that no note answers yet. */
  readonly state: "broken" | "question" | "found";
  /** The title of the note it leads to, with the part; what is written where it leads nowhere. */
  readonly title: string;
  /** Where it leads; undefined for nowhere and for a file that is no note. */
  readonly place: Place | undefined;
  /** What is wrong with it, in a sentence. */
  readonly why: string | undefined;
}

const order: Readonly<Record<OutgoingLink["state"], number>> = { broken: 0, question: 1, found: 2 };

/**
 * The links of a note to others and to files: broken ones first, then open questions, each in the order of the text. Without citations,
 * images, and what leads to a place in the note itself.
 */
export function outgoingLinks(vault: Vault, note: Note): readonly OutgoingLink[] {
  const links = note.references.flatMap((reference) => outgoing(vault, note, reference) ?? []);
  return links.sort((a, b) => order[a.state] - order[b.state] || a.reference.range.start - b.reference.range.start);
}

function outgoing(vault: Vault, note: Note, reference: Reference): OutgoingLink | undefined {
  if (reference.kind === "citation") return undefined;
  const meaning = vault.resolve(note, reference);
  if (meaning.kind === "paper" || meaning.kind === "unchecked" || isImage(reference, meaning)) return undefined;
  if (meaning.kind === "note" && meaning.note.uri === note.uri) return undefined;
  const problem = problemOf(vault, note, reference);
  const isBroken = meaning.kind === "missing" || meaning.kind === "missingPart";
  const state = !isBroken ? "found" : problem?.data?.openQuestion ? "question" : "broken";
  return { reference, state, title: titleOf(reference, meaning), place: placeOf(vault, meaning), why: problem?.message };
}

const isImage = (reference: Reference, { kind }: Resolution) =>
  kind === "file" && ((reference.kind === "wiki" && reference.embed) || (reference.kind === "markdown" && reference.image));

function titleOf(reference: Reference, meaning: Resolution): string {
  if (meaning.kind === "file") return meaning.path;
  if (meaning.kind === "missingPart") return `${meaning.note.title.text} › ${meaning.wanted}`;
  if (meaning.kind !== "note") return targetText(reference);
  const { note, part } = meaning;
  if (part === undefined) return note.title.text;
  return `${note.title.text} › ${part.kind === "heading" ? part.heading.text : part.anchor.id}`;
}
