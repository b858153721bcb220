// The answers to the protocol's requests: finds the note a request is about, asks a feature, translates. No request fails on an
// unknown document.
import type {
  CompletionList,
  CompletionParams,
  DefinitionParams,
  DocumentLink,
  DocumentLinkParams,
  Hover,
  HoverParams,
  Location,
  LocationLink,
  ReferenceParams,
} from "vscode-languageserver";
import type { Range, Reference } from "../core/note";
import { linkCandidates } from "../features/completion";
import { typedLinkAt } from "../features/cursor";
import { hoverAt } from "../features/hover";
import { definitionAt, referencesAt } from "../features/navigation";
import { noteOf, type Session, settingsOf } from "./session";
import { toCompletionItem, toDefinition, toDocumentLink, toHover, toLocation, toOffset } from "./toLsp";

/** Titles for the link being typed. What was typed comes into the index only where there is such a link. */
export function completion({ store, ...session }: Session, { textDocument, position }: CompletionParams): CompletionList | null {
  const document = store.openNote(textDocument.uri)?.document;
  const typed = document && typedLinkAt(document.getText(), document.offsetAt(position));
  if (!typed) return null;
  store.flush();
  const note = store.openNote(textDocument.uri)?.note;
  if (!note) return null;
  const items = linkCandidates(store.index, note, typed, settingsOf({ store, ...session }, note).links.style);
  const toRange = ({ start, end }: Range) => ({ start: document.positionAt(start), end: document.positionAt(end) });
  return { isIncomplete: true, items: items.map((item, rank) => toCompletionItem(item, rank, toRange)) };
}

/** The built-in Markdown extension opens every Markdown link. */
const opensLink = ({ isBesideBuiltIn }: Session, { kind }: Reference) => !isBesideBuiltIn || kind !== "markdown";

/** It goes to the definition of those with a fragment, too, and leaves the others to us. */
const definesLink = (session: Session, reference: Reference) =>
  opensLink(session, reference) || (reference.kind === "markdown" && !reference.fragment);

/** Where the reference under the caret leads. */
export function definition(session: Session, { textDocument, position }: DefinitionParams): LocationLink[] | Location[] | null {
  const note = noteOf(session, textDocument.uri);
  const found = note && definitionAt(session.store.index, note, toOffset(note, position));
  if (!found || !definesLink(session, found.reference)) return null;
  const link = toDefinition(note, found.reference.range, found.target, session.clientUri);
  if (!link) return null;
  return session.linksDefinitions ? [link] : [{ uri: link.targetUri, range: link.targetSelectionRange }];
}

/** All references to the note or heading under the caret. */
export function references(session: Session, { textDocument, position, context }: ReferenceParams): Location[] | null {
  const note = noteOf(session, textDocument.uri);
  const found = note && referencesAt(session.store.index, note, toOffset(note, position));
  if (!found) return null;
  const places = context.includeDeclaration ? [found.declaration, ...found.references] : found.references;
  return places.map((place) => toLocation(place, session.clientUri));
}

/** What the reference under the pointer is about. */
export function hover(session: Session, { textDocument, position }: HoverParams): Hover | null {
  const note = noteOf(session, textDocument.uri);
  const found = note && hoverAt(session.store.index, note, toOffset(note, position));
  return note && found ? toHover(note, found) : null;
}

/** The links of a document that nobody else in the editor opens. */
export function documentLinks(session: Session, { textDocument }: DocumentLinkParams): DocumentLink[] | null {
  const note = noteOf(session, textDocument.uri);
  if (!note) return null;
  const ours = note.references.filter((reference) => opensLink(session, reference));
  const meaningOf = (reference: Reference) => session.store.index.resolve(note, reference);
  return ours.flatMap((reference) => toDocumentLink(note, reference.range, meaningOf(reference), session.clientUri) ?? []);
}
