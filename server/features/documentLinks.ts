// What of a note can be opened by a click, and what the editor says of it beforehand.
import type { Note, NoteUri, Range, Reference } from "../core/note";
import { uriBelow } from "../core/noteUri";
import type { Part, Resolution, Vault } from "../index/vault";
import { type Place, placeOf } from "./navigation";
import { isOpenQuestion } from "./openQuestion";
import { paperText } from "./paperText";

export interface OpenLink {
  readonly range: Range;
  /** Undefined for an item of `sources:`. */
  readonly reference: Reference | undefined;
  readonly opens: Opens;
  readonly tooltip: string;
}

export type Opens =
  /** A file at the line of a place in it; without a place, at its beginning. */
  | { readonly kind: "file"; readonly uri: NoteUri; readonly place: Place | undefined }
  /** A page of the web. */
  | { readonly kind: "page"; readonly address: string }
  /** A question that no note answers yet. */
  | { readonly kind: "question"; readonly question: string };

/** All links of a note that lead somewhere: to notes, parts, files, papers, and to questions that can be written. */
export function documentLinks(vault: Vault, note: Note): readonly OpenLink[] {
  const links = [
    ...note.sources.map(({ paper, range }) => ({ range, reference: undefined, target: { kind: "paper", paper } as const })),
    ...note.references.map((reference) => ({ range: reference.range, reference, target: vault.resolve(note, reference) })),
  ];
  return links
    .sort((a, b) => a.range.start - b.range.start)
    .flatMap(({ range, reference, target }) => {
      const opened = opening(vault, target) ?? asking(vault, reference, target);
      return opened ? [{ range, reference, ...opened }] : [];
    });
}

function opening(vault: Vault, target: Resolution): Pick<OpenLink, "opens" | "tooltip"> | undefined {
  switch (target.kind) {
    case "note":
    case "missingPart": {
      const part = target.kind === "note" ? target.part : undefined;
      const place = part && placeOf(vault, target);
      return { opens: { kind: "file", uri: target.note.uri, place }, tooltip: `Open “${target.note.title.text}”${partText(part)}` };
    }
    case "file":
      return { opens: { kind: "file", uri: uriBelow(target.folder.uri, target.path), place: undefined }, tooltip: `Open ${target.path}` };
    case "paper":
      return openingPaper(vault, target);
    default:
      return undefined;
  }
}

function asking(vault: Vault, reference: Reference | undefined, { kind }: Resolution): Pick<OpenLink, "opens" | "tooltip"> | undefined {
  if (kind !== "missing" || reference?.kind !== "wiki" || !isOpenQuestion(vault, reference)) return undefined;
  return { opens: { kind: "question", question: reference.target.trim() }, tooltip: `Write “${reference.target.trim()}”` };
}

const partText = (part: Part | undefined): string =>
  part === undefined
    ? ""
    : part.kind === "heading"
      ? ` at “${part.heading.text}”`
      : ` at ${part.anchor.kind === "block" ? "^" : "#"}${part.anchor.id}`;

/** A paper's page; where nobody gives one, its entry. */
function openingPaper(vault: Vault, target: Extract<Resolution, { kind: "paper" }>): Pick<OpenLink, "opens" | "tooltip"> | undefined {
  const { title, address } = paperText(vault.papers, target.paper);
  const place = placeOf(vault, target);
  if (address !== undefined) return { opens: { kind: "page", address }, tooltip: `Open “${title}” at ${hostOf(address)}` };
  return place && { opens: { kind: "file", uri: place.file.uri, place }, tooltip: `Open the entry of “${title}” in ${place.file.path}` };
}

const hostOf = (address: string): string => /^https?:\/\/([^/?#]+)/i.exec(address)?.[1] ?? address;
