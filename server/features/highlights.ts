// All places of one note that mean what is under the caret: the same note, heading, file or paper, under whatever name.
import type { Note, Range, Reference } from "../core/note";
import { targetText } from "../core/note";
import type { Resolution, Vault } from "../index/vault";
import { cursorAt, isTitleHeading } from "./cursor";

export interface Highlight {
  /** `declared`: the title or the heading itself. */
  readonly kind: "declared" | "named";
  readonly range: Range;
}

/** The highlights for an offset of the note, in the order of the text; none where nothing stands there. */
export function highlightsAt(vault: Vault, note: Note, offset: number): readonly Highlight[] {
  const wanted = subjectAt(vault, note, offset);
  if (wanted === undefined) return [];
  return [...declared(note), ...named(vault, note)]
    .filter(({ subject }) => subject === wanted)
    .map(({ kind, range }): Highlight => ({ kind, range }))
    .sort((a, b) => a.range.start - b.range.start);
}

function subjectAt(vault: Vault, note: Note, offset: number): string | undefined {
  const cursor = cursorAt(note, offset);
  switch (cursor.kind) {
    case "reference":
      return subjectOf(vault.resolve(note, cursor.reference), cursor.reference);
    case "title":
      return ofNote(note);
    case "heading":
      return ofNote(note, cursor.range);
    case "source":
      return ofPaper(vault.papers.canonical(cursor.source.paper));
    case "nothing":
      return undefined;
  }
}

interface Place extends Highlight {
  readonly subject: string;
}

function declared(note: Note): readonly Place[] {
  const title: Place[] = note.title.from === "frontMatter" ? [{ kind: "declared", range: note.title.range, subject: ofNote(note) }] : [];
  const headings = note.headings.map((heading): Place => {
    const subject = isTitleHeading(note, heading) ? ofNote(note) : ofNote(note, heading.range);
    return { kind: "declared", range: heading.range, subject };
  });
  return [...title, ...headings];
}

function named(vault: Vault, note: Note): readonly Place[] {
  const ofReference = (reference: Reference): Place => {
    const subject = subjectOf(vault.resolve(note, reference), reference);
    return { kind: "named", range: reference.range, subject };
  };
  return [
    ...note.sources.map(({ paper, range }): Place => ({ kind: "named", range, subject: ofPaper(vault.papers.canonical(paper)) })),
    ...note.references.map(ofReference),
  ];
}

/** What a reference is about, as one text: equal texts mean the same. What leads nowhere is about what it says. */
function subjectOf(meaning: Resolution, reference: Reference): string {
  switch (meaning.kind) {
    case "note": {
      const heading = meaning.part?.kind === "heading" ? meaning.part.heading : undefined;
      const place = heading && !isTitleHeading(meaning.note, heading) ? heading.range : undefined;
      return ofNote(meaning.note, meaning.part?.kind === "anchor" ? meaning.part.anchor.range : place);
    }
    case "missingPart":
      return `${ofNote(meaning.note)} # ${meaning.wanted}`;
    case "file":
      return `file ${meaning.folder.uri} ${meaning.path}`;
    case "paper":
      return ofPaper(meaning.paper);
    case "missing":
    case "unchecked":
      return `text ${targetText(reference)}`;
  }
}

const ofNote = ({ uri }: Note, part?: Range) => `note ${uri}${part ? ` ${part.start}` : ""}`;
const ofPaper = (paper: string) => `paper ${paper}`;
