// The answers to requests: finds the note a request is about, asks a feature, translates. No request fails on an unknown document.
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
import type { Note, NoteUri, Reference } from "../core/note";
import { noteUri } from "../core/noteUri";
import { defaultSettings, type Settings } from "../core/settings";
import { linkCandidates } from "../features/completion";
import { typedLinkAt } from "../features/cursor";
import { hoverAt } from "../features/hover";
import { definitionAt, referencesAt } from "../features/navigation";
import { cardOf } from "../features/noteCard";
import { relatedTo } from "../features/related";
import { byTitle, notesOf, topics } from "../features/topics";
import type { NoteCard, RelatedNote, RelatedParams, Requests, TopicNode, TopicNotes, TopicNotesParams } from "../protocol";
import type { NoteStore } from "./noteStore";
import {
  toCompletionItem,
  toDefinition,
  toDocumentLink,
  toHover,
  toLocation,
  toNoteCard,
  toOffset,
  toRelatedNote,
  toTopicNode,
} from "./toLsp";

export interface AnswersOptions {
  readonly store: NoteStore;
  clientUri(uri: NoteUri): string;
  /** The built-in Markdown extension follows Markdown links already. */
  readonly isBesideBuiltIn: boolean;
  /** Whether the client takes the range of a link along with its definition. */
  readonly linksDefinitions: boolean;
}

/** How many related notes are named where the client does not say. */
const usualRelated = 20;

/** One function a request. */
export function answersFor({ store, clientUri, isBesideBuiltIn, linksDefinitions }: AnswersOptions) {
  const { index } = store;
  const settingsOf = (note: Note): Settings => store.folders.find(({ uri }) => uri === note.folder)?.settings ?? defaultSettings;
  const noteOf = (uri: string): Note | undefined => store.openNote(uri)?.note ?? index.note(noteUri(uri));
  const card = (note: Note): NoteCard => toNoteCard(cardOf(index, note, settingsOf(note).diagnostics), clientUri);

  // The built-in Markdown extension opens every Markdown link, and goes to the definition of those with a fragment.
  const isLinkOfOurs = ({ kind }: Reference) => !isBesideBuiltIn || kind !== "markdown";
  const isDefinitionOfOurs = (reference: Reference) => isLinkOfOurs(reference) || (reference.kind === "markdown" && !reference.fragment);

  return {
    completion({ textDocument, position }: CompletionParams): CompletionList | null {
      const document = store.openNote(textDocument.uri)?.document;
      if (!document) return null;
      const text = document.getText();
      const typed = typedLinkAt(text, document.offsetAt(position));
      if (!typed) return null;
      store.flush();
      const note = store.openNote(textDocument.uri)?.note;
      if (!note) return null;
      const items = linkCandidates(index, note, typed, settingsOf(note).links.style);
      const toRange = ({ start, end }: { start: number; end: number }) => ({
        start: document.positionAt(start),
        end: document.positionAt(end),
      });
      return { isIncomplete: true, items: items.map((item, rank) => toCompletionItem(item, rank, toRange)) };
    },

    inLinkTarget({ uri, position }: Requests["quaestio/inLinkTarget"]["params"]): boolean {
      const document = store.openNote(uri)?.document;
      return !!document && typedLinkAt(document.getText(), document.offsetAt(position)) !== undefined;
    },

    definition({ textDocument, position }: DefinitionParams): LocationLink[] | Location[] | null {
      const note = noteOf(textDocument.uri);
      const found = note && definitionAt(index, note, toOffset(note, position));
      if (!found || !isDefinitionOfOurs(found.reference)) return null;
      const link = toDefinition(note, found.reference.range, found.target, clientUri);
      if (!link) return null;
      return linksDefinitions ? [link] : [{ uri: link.targetUri, range: link.targetSelectionRange }];
    },

    references({ textDocument, position, context }: ReferenceParams): Location[] | null {
      const note = noteOf(textDocument.uri);
      const found = note && referencesAt(index, note, toOffset(note, position));
      if (!found) return null;
      const places = context.includeDeclaration ? [found.declaration, ...found.references] : found.references;
      return places.map((place) => toLocation(place, clientUri));
    },

    hover({ textDocument, position }: HoverParams): Hover | null {
      const note = noteOf(textDocument.uri);
      const hover = note && hoverAt(index, note, toOffset(note, position));
      return note && hover ? toHover(note, hover) : null;
    },

    documentLinks({ textDocument }: DocumentLinkParams): DocumentLink[] | null {
      const note = noteOf(textDocument.uri);
      if (!note) return null;
      return note.references
        .filter(isLinkOfOurs)
        .flatMap((reference) => toDocumentLink(note, reference.range, index.resolve(note, reference), clientUri) ?? []);
    },

    topics: (): TopicNode[] => topics(index).map(toTopicNode),

    topicNotes({ id, offset = 0, limit = Number.MAX_SAFE_INTEGER, sort = "title", depth = "all" }: TopicNotesParams): TopicNotes {
      const notes = [...notesOf(index, id, depth)];
      if (sort === "title" || sort === "modified") {
        notes.sort(sort === "title" ? byTitle : (a, b) => b.modified - a.modified || byTitle(a, b));
        return { total: notes.length, notes: notes.slice(offset, offset + limit).map(card) };
      }
      const count = sort === "sources" ? "sourceCount" : "incoming";
      const cards = notes.sort(byTitle).map(card);
      return { total: notes.length, notes: cards.sort((a, b) => b[count] - a[count]).slice(offset, offset + limit) };
    },

    note({ uri }: { readonly uri: string }): NoteCard | null {
      const note = index.note(noteUri(uri));
      return note?.kind === "note" ? card(note) : null;
    },

    related({ uri, limit = usualRelated }: RelatedParams): RelatedNote[] {
      const note = noteOf(uri);
      return note ? relatedTo(index, note, limit).map((relation) => toRelatedNote(relation, card(relation.note))) : [];
    },
  };
}
