// The translator of what one sees when looking around: outlines, folds, highlights, symbols and lenses.
import {
  type CodeLens,
  type Command,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import type { Note, NoteUri, TextFile } from "../core/note";
import { positionAt } from "../core/text";
import type { Highlight } from "../features/highlights";
import type { Lens } from "../features/lens";
import type { Fold, Outline, Section } from "../features/outline";
import type { WorkspaceSymbol } from "../features/workspaceSymbols";
import { type ToClientUri, toLocation, toLspRange } from "./toLsp";

/** The question with its sections below it. */
export function toDocumentSymbols(note: Note, { range, sections }: Outline): DocumentSymbol[] {
  const toSymbol = (section: Section): DocumentSymbol => ({
    name: section.heading.text || "#".repeat(section.heading.level),
    kind: SymbolKind.String,
    range: toLspRange(note, section.range),
    selectionRange: toLspRange(note, section.heading.range),
    children: section.children.map(toSymbol),
  });
  const { title } = note;
  const question = { name: title.text || note.path, kind: SymbolKind.File, selectionRange: toLspRange(note, title.range) };
  return [{ ...question, range: toLspRange(note, range), children: sections.map(toSymbol) }];
}

/** Lines that are folded away below their first. */
export function toFoldingRange({ lineStarts }: TextFile, { kind, range }: Fold): FoldingRange {
  const [startLine, endLine] = [positionAt(lineStarts, range.start).line, positionAt(lineStarts, range.end).line];
  return { startLine, endLine, ...(kind === "frontMatter" ? { kind: FoldingRangeKind.Region } : {}) };
}

/** What is declared there is written, what is named is read. */
export function toDocumentHighlight(note: Note, { kind, range }: Highlight): DocumentHighlight {
  return { range: toLspRange(note, range), kind: kind === "declared" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read };
}

const symbolKinds: Readonly<Record<WorkspaceSymbol["kind"], SymbolKind>> = {
  question: SymbolKind.File,
  paper: SymbolKind.Constant,
  heading: SymbolKind.String,
};

/** A question, paper or heading; `containerName` says where it belongs. */
export function toSymbolInformation({ kind, name, place }: WorkspaceSymbol, containerName: string, toUri: ToClientUri): SymbolInformation {
  return { name, kind: symbolKinds[kind], location: toLocation(place, toUri), ...(containerName ? { containerName } : {}) };
}

/** What a lens is about, for the moment when it is seen: a document and, in a bibliography, the key of an entry. */
export interface LensData {
  readonly uri: NoteUri;
  readonly key?: string;
}

/** A lens: complete where nothing has to be counted. */
export function toCodeLens(file: TextFile, lens: Lens, toUri: ToClientUri): CodeLens {
  const range = toLspRange(file, lens.range);
  switch (lens.kind) {
    case "related":
      return { range, command: { title: "Explore related", command: "quaestio.exploreRelated", arguments: [toUri(file.uri)] } };
    case "links":
      return { range, data: { uri: file.uri } satisfies LensData };
    case "citations":
      return { range, data: { uri: file.uri, key: lens.key } satisfies LensData };
  }
}

/** What a resolved lens says. A press shows the places that were counted; where there are none it does nothing. */
export function toCountCommand(title: string, { range }: CodeLens, uri: string, isNone: boolean): Command {
  return isNone ? { title, command: "" } : { title, command: "quaestio.showReferences", arguments: [uri, range.start] };
}
