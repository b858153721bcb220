// The answers to who looks around: outlines, folds, highlights, symbols of the workspace and lenses.
import type {
  CancellationToken,
  CodeLens,
  CodeLensParams,
  DocumentHighlight,
  DocumentHighlightParams,
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  FoldingRangeParams,
  SymbolInformation,
  WorkspaceSymbolParams,
} from "vscode-languageserver";
import { bodyStartOf } from "../core/frontMatter";
import { noteUri } from "../core/noteUri";
import { defaultSettings } from "../core/settings";
import { entryAt } from "../features/cursor";
import { highlightsAt } from "../features/highlights";
import { citationsText, lensesOf, lensesOfBibliography, linksText, placesLinkingTo } from "../features/lens";
import { citations, linkingTo } from "../features/navigation";
import { foldsOf, outlineOf } from "../features/outline";
import { best, containerShownFor, headingsNamed, symbolsNamed } from "../features/workspaceSymbols";
import { breather } from "../host/breather";
import type { ProtocolLocation, Requests } from "../protocol";
import { noteOf, type Session, settingsOf } from "./session";
import { toLocation, toOffset } from "./toLsp";
import {
  type LensData,
  toCodeLens,
  toCountCommand,
  toDocumentHighlight,
  toDocumentSymbols,
  toFoldingRange,
  toSymbolInformation,
} from "./toLspLooks";

/** The question and its sections. Of a closed note the last line counts as empty. */
export function documentSymbols(session: Session, { textDocument }: DocumentSymbolParams): DocumentSymbol[] | null {
  const note = noteOf(session, textDocument.uri);
  if (!note) return null;
  const length = session.store.openNote(textDocument.uri)?.document.getText().length;
  const end = length ?? Math.max(note.lineStarts.at(-1) ?? 0, note.headings.at(-1)?.range.end ?? 0, note.title.range.end);
  return toDocumentSymbols(note, outlineOf(note, end));
}

/** Front matter and sections of an open note. */
export function foldingRanges({ store }: Session, { textDocument }: FoldingRangeParams): FoldingRange[] | null {
  const open = store.openNote(textDocument.uri);
  if (!open) return null;
  const text = open.document.getText();
  return foldsOf(open.note, text, bodyStartOf(text)).map((fold) => toFoldingRange(open.note, fold));
}

/** What means the same as what is under the caret, in its note. */
export function documentHighlights(session: Session, { textDocument, position }: DocumentHighlightParams): DocumentHighlight[] | null {
  const note = noteOf(session, textDocument.uri);
  if (!note) return null;
  const found = highlightsAt(session.store.index, note, toOffset(note, position));
  return found.length === 0 ? null : found.map((highlight) => toDocumentHighlight(note, highlight));
}

/** Questions and papers and, where nobody else tells of them, headings. */
export async function workspaceSymbols(
  { store, isBesideBuiltIn, clientUri }: Session,
  { query }: WorkspaceSymbolParams,
  token: CancellationToken,
): Promise<SymbolInformation[]> {
  const named = symbolsNamed(store.index, query);
  if (isBesideBuiltIn) return named.map((symbol) => toSymbolInformation(symbol, containerShownFor(symbol, query), clientUri));
  const breathe = breather();
  const steps = headingsNamed(store.index, query);
  let step = steps.next();
  for (; !step.done && !token.isCancellationRequested; step = steps.next()) await breathe();
  return best([...named, ...(step.value ?? [])]).map((symbol) => toSymbolInformation(symbol, symbol.container, clientUri));
}

/** Over a title how many notes link to it and, in the editor that knows the command, “Explore related”; over an entry who cites it. */
export function codeLens(session: Session, { textDocument }: CodeLensParams): CodeLens[] | null {
  const { store, isBesideBuiltIn, clientUri } = session;
  const bibliography = store.index.papers.bibliography(noteUri(textDocument.uri));
  if (bibliography) {
    // One from outside the vault belongs to all folders.
    const folder = store.folders.find(({ uri }) => uri === bibliography.folder) ?? store.folders[0];
    if (!(folder?.settings ?? defaultSettings).links.lens) return null;
    return lensesOfBibliography(store.index, bibliography).map((lens) => toCodeLens(bibliography, lens, clientUri));
  }
  const note = noteOf(session, textDocument.uri);
  if (!note) return null;
  const { related, links } = settingsOf(session, note);
  const wanted = { related: related.lens && isBesideBuiltIn, links: links.lens };
  return lensesOf(note, wanted).map((lens) => toCodeLens(note, lens, clientUri));
}

/** Counts for a lens that comes into view. */
export function codeLensResolve({ store, related, clientUri }: Session, lens: CodeLens): CodeLens {
  const { uri, key } = (lens.data ?? {}) as Partial<LensData>;
  if (uri === undefined) return lens;
  if (key !== undefined) {
    const isNone = !store.index.papers.isCited(`key:${key}`);
    return { ...lens, command: toCountCommand(citationsText(store.index, key), lens, clientUri(uri), isNone) };
  }
  const note = store.index.note(uri);
  const incoming = note ? (related.incomingOf(note) ?? linkingTo(store.index, note).size) : 0;
  return { ...lens, command: toCountCommand(linksText(incoming), lens, clientUri(uri), incoming === 0) };
}

/** The places that a lens counted, as they are now. */
export function counted(session: Session, { uri, position }: Requests["quaestio/counted"]["params"]): ProtocolLocation[] {
  const { index } = session.store;
  const bibliography = index.papers.bibliography(noteUri(uri));
  const entry = bibliography && entryAt(bibliography, toOffset(bibliography, position));
  const note = noteOf(session, uri);
  const places = entry ? citations(index, `key:${entry.key}`).references : note ? placesLinkingTo(index, note) : [];
  return places.map((place) => toLocation(place, session.clientUri));
}
