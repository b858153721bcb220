// The answers to the protocol's requests: finds the note a request is about, asks a feature, translates. No request fails on an
// unknown document.
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type DefinitionParams,
  type DocumentLink,
  type DocumentLinkParams,
  type Hover,
  type HoverParams,
  type Location,
  type LocationLink,
  type ReferenceParams,
} from "vscode-languageserver";
import type { Note, Problem, Range, Reference } from "../core/note";
import { noteUri, uriBelow } from "../core/noteUri";
import { entryAt } from "../features/cursor";
import { documentLinks as linksOf } from "../features/documentLinks";
import { fixAll, lastFixesOf } from "../features/fixes/fixes";
import { rememberedFixes } from "../features/fixes/remembered";
import { describePaper, hoverAt } from "../features/hover";
import { citations, definitionAt, placeOf, referencesAt } from "../features/navigation";
import { newNoteFor } from "../features/newNote";
import { type RefactoringKind, refactoringKinds, refactoringsAt } from "../features/refactorings/refactorings";
import { linkFor, unlinkedMentionsAt } from "../features/related/mentions";
import { rulesOf } from "../host/rules";
import { mergeActions } from "./merging";
import type { OpenNote } from "./noteStore";
import { openText } from "./noteTexts";
import { noteOf, type Session, settingsOf } from "./session";
import { templateFor } from "./templates";
import { toDefinition, toDocumentLink, toHover, toLocation, toLspRange, toOffset } from "./toLsp";
import {
  type ChangedDocument,
  kindOf,
  toFixAction,
  toFixAllAction,
  toLinkAction,
  toNewNoteAction,
  toRefactoringAction,
  toWriteCommand,
  toWriteEdit,
} from "./toLspActions";
import { everywhereActions, linkedActions, movedActions } from "./wideActions";

/** The built-in Markdown extension opens every Markdown link. */
const opensLink = ({ isBesideBuiltIn }: Session, reference: Reference | undefined) => !isBesideBuiltIn || reference?.kind !== "markdown";

/** It goes to the definition of those with a fragment, too, and leaves the others to us. */
const definesLink = (session: Session, reference: Reference | undefined) =>
  opensLink(session, reference) || (reference?.kind === "markdown" && !reference.fragment);

/** Where the reference or source under the caret leads. */
export function definition(session: Session, { textDocument, position }: DefinitionParams): LocationLink[] | Location[] | null {
  const { index } = session.store;
  const note = noteOf(session, textDocument.uri);
  const found = note && definitionAt(index, note, toOffset(note, position));
  if (!found || !definesLink(session, found.reference)) return null;
  const link = toDefinition(note, found, placeOf(index, found.target), session.clientUri);
  if (!link) return null;
  return session.linksDefinitions ? [link] : [{ uri: link.targetUri, range: link.targetSelectionRange }];
}

/** All references to the note, heading or paper under the caret; in a bibliography, to the entry there. */
export function references(session: Session, { textDocument, position, context }: ReferenceParams): Location[] | null {
  const { index } = session.store;
  const bibliography = index.papers.bibliography(noteUri(textDocument.uri));
  const note = noteOf(session, textDocument.uri);
  const entry = bibliography && entryAt(bibliography, toOffset(bibliography, position));
  const found = entry ? citations(index, `key:${entry.key}`) : note && referencesAt(index, note, toOffset(note, position));
  if (!found) return null;
  const places = context.includeDeclaration && found.declaration ? [found.declaration, ...found.references] : found.references;
  return places.map((place) => toLocation(place, session.clientUri));
}

/** What the reference under the pointer is about; in a bibliography, who cites the entry. */
export function hover(session: Session, { textDocument, position }: HoverParams): Hover | null {
  const { index } = session.store;
  const bibliography = index.papers.bibliography(noteUri(textDocument.uri));
  const entry = bibliography && entryAt(bibliography, toOffset(bibliography, position));
  if (entry) return toHover(bibliography, { range: entry.range, markdown: describePaper(index, `key:${entry.key}`) });
  const note = noteOf(session, textDocument.uri);
  const found = note && hoverAt(index, note, toOffset(note, position));
  return note && found ? toHover(note, found) : null;
}

/** What mends the problems at the caret or in the selection, links for the names of notes there, and other ways to write it. */
export function codeActions(session: Session, { textDocument, range, context }: CodeActionParams): CodeAction[] | null {
  const open = session.store.openNote(textDocument.uri);
  if (!open?.note.folder) return null;
  const place = { start: open.document.offsetAt(range.start), end: open.document.offsetAt(range.end) };
  const most = context.triggerKind === CodeActionTriggerKind.Automatic ? mostByItself : Number.POSITIVE_INFINITY;
  const kinds = open.document.getText().length <= most ? refactoringKinds : [];
  const isWanted = (kind: CodeActionKind) => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  return [
    ...(isWanted(CodeActionKind.QuickFix) ? fixActions(session, open, place, most) : []),
    ...(isWanted(CodeActionKind.RefactorRewrite) ? linkActions(session, open, place) : []),
    ...kinds.filter((kind) => isWanted(kindOf[kind])).flatMap((kind) => refactorings(session, open, place, kind)),
  ];
}

/** A document as an edit names it. */
const changedIn = ({ versionsEdits }: Session, { uri, version }: OpenNote["document"]): ChangedDocument => ({
  uri,
  version: versionsEdits ? version : undefined,
});

/**
 * UTF-16 units that are read anew for what is only an offer, when the editor asks by itself, as it does whenever the caret rests somewhere:
 * about 20 ms. Who opens the menu gets all.
 */
const mostByItself = 250_000;

/** A refactoring that writes a note is for editors that can create one in the same edit. */
function refactorings(session: Session, { document, note }: OpenNote, place: Range, kind: RefactoringKind): CodeAction[] {
  const { store, clientUri, createsFiles } = session;
  const open = openText(session.store, document.uri);
  if (!open || (kind === "extract" && !createsFiles)) return [];
  const { style } = settingsOf(session, note).links;
  const template = templateFor(store, note.folder);
  return refactoringsAt({ vault: store.index, open, place, style, template }, kind).map((it) => {
    const created = it.creates && note.folder && { uri: clientUri(uriBelow(note.folder, it.creates.path)), text: it.creates.text };
    return toRefactoringAction(note, it, kind, changedIn(session, document), created);
  });
}

function fixActions(session: Session, { document, note }: OpenNote, place: Range, most: number): CodeAction[] {
  const { store, clientUri } = session;
  const open = openText(session.store, document.uri);
  if (!open) return [];
  const changing = changedIn(session, document);
  const problems = store.problems.of(note, rulesOf(settingsOf(session, note)));
  const here = problems.filter(({ range }) => range.start <= place.end && place.start <= range.end);
  const fixes = here.flatMap((problem) => rememberedFixes(store.index, open, problem));
  const fixable = new Set(fixes.map(({ problem }) => problem.code));
  const everywhere = [...fixable].flatMap((code) => {
    const alike = problems.filter((it) => it.code === code);
    const all = alike.length * open.text.length > most ? undefined : fixAll(store.index, open, alike);
    return all ? [toFixAllAction(note, all, changing, clientUri)] : [];
  });
  return [
    ...fixes.map((fix) => toFixAction(note, fix, changing, clientUri)),
    ...movedActions(session, note, here),
    ...linkedActions(session, open, here),
    ...mergeActions(session, note, here),
    ...everywhere,
    ...everywhereActions(session, note, fixable, here),
    ...here.flatMap((it) => newNoteAction(session, note, it)),
    ...here.flatMap((it) => lastFixesOf(store.index, open, it)).map((fix) => toFixAction(note, fix, changing, clientUri)),
  ];
}

/** The editor that has a command for it writes the note and goes there; others get an edit. */
function newNoteAction({ store, clientUri, createsFiles, isBesideBuiltIn }: Session, note: Note, problem: Problem): readonly CodeAction[] {
  const made = createsFiles && note.folder ? newNoteFor(store.index, note, problem, templateFor(store, note.folder)) : undefined;
  if (!made || !note.folder) return [];
  const written = { ...made, uri: clientUri(uriBelow(note.folder, made.path)) };
  return [
    { ...toNewNoteAction(note, problem, made.title, clientUri), ...(isBesideBuiltIn ? toWriteCommand(written) : toWriteEdit(written)) },
  ];
}

function linkActions(session: Session, { document, note }: OpenNote, place: Range): CodeAction[] {
  const { relatedness } = session.related;
  const { style } = settingsOf(session, note).links;
  return unlinkedMentionsAt(relatedness, note, document.getText(), place).map((mention) => {
    const written = document.getText(toLspRange(note, mention.range));
    return toLinkAction(note, mention, linkFor(relatedness, note, mention.note, written, style), changedIn(session, document));
  });
}

/** The links of a document that nobody else in the editor opens. */
export function documentLinks(session: Session, { textDocument }: DocumentLinkParams): DocumentLink[] | null {
  const note = noteOf(session, textDocument.uri);
  if (!note) return null;
  // Only the editor that has our command can write a question.
  const ours = linksOf(session.store.index, note).filter(
    ({ reference, opens }) => opensLink(session, reference) && (opens.kind !== "question" || session.isBesideBuiltIn),
  );
  return ours.map((link) => toDocumentLink(note, link, session.clientUri));
}
