// The answers about what is being typed: suggestions, what more is told of one, and whether there are any.
import type { CompletionItem, CompletionList, CompletionParams, Position } from "vscode-languageserver";
import type { Range } from "../core/note";
import { noteUri } from "../core/noteUri";
import { beginningOf } from "../features/beginning";
import type { Candidate } from "../features/completion";
import type { DestinationOptions } from "../features/destinationCompletion";
import { askingTheSame } from "../features/related/relations";
import { suggestionsFor } from "../features/suggestions";
import { type Typed, typedAt } from "../features/typed";
import type { Requests } from "../protocol";
import type { OpenNote } from "./noteStore";
import { type Session, settingsOf } from "./session";
import { aboutIn, toCompletionItem, toResolvedItem } from "./toLsp";

/** Titles, headings, papers or topics for what is being typed. */
export function completion(session: Session, { textDocument, position }: CompletionParams): CompletionList | null {
  const place = placeAt(session, textDocument.uri, position);
  if (!place) return null;
  const { document } = place.open;
  const toRange = ({ start, end }: Range) => ({ start: document.positionAt(start), end: document.positionAt(end) });
  const items = suggested(session, place).map((item, rank) => toCompletionItem(item, rank, toRange, session.clientUri));
  return { isIncomplete: true, items };
}

/** What is being typed, and in which note as it is now. */
interface Place {
  readonly open: OpenNote;
  readonly typed: Typed;
  readonly caret: number;
}

/** A text comes into the index only where something in it can be completed. */
function placeAt({ store }: Session, uri: string, position: Position): Place | undefined {
  const document = store.openNote(uri)?.document;
  const caret = document?.offsetAt(position) ?? 0;
  const typed = document && typedAt(document.getText(), caret);
  if (!typed) return undefined;
  store.flush();
  const open = store.openNote(uri);
  return open && { open, typed, caret };
}

function suggested(session: Session, { open: { note, document }, typed, caret }: Place): readonly Candidate[] {
  const text = document.getText();
  const start = startOfTitle(typed);
  const options: DestinationOptions = {
    style: settingsOf(session, note).links.style,
    headings: session.isBesideBuiltIn ? "left to the editor" : "offered",
    alike: () => (typed.kind === "link" ? askingTheSame(session.related.relatedness, typed.link.query) : []),
    ...(start === undefined ? {} : { closeness: session.related.closenessAt({ note, text, caret: start }) }),
  };
  return suggestionsFor(session.store.index, { from: note, text, caret }, typed, options);
}

/** Where a title is being typed: what stands around it says which come first. In the front matter that is the whole note. */
function startOfTitle(typed: Typed): number | undefined {
  if (typed.kind === "link") return typed.link.range.start;
  if (typed.kind === "destination") return typed.destination.range.start;
  return typed.kind === "item" && typed.item.field === "related" ? typed.item.range.start : undefined;
}

/** Adds how the note that is offered begins. */
export async function resolvedCompletion(session: Session, item: CompletionItem): Promise<CompletionItem> {
  const about = aboutIn(item);
  const note = about && session.store.index.note(noteUri(about.uri));
  return note ? toResolvedItem(item, beginningOf(note, await session.related.textOf(note), about.heading)) : item;
}

/** Whether the caret stands where something is suggested. Elsewhere an editor that is asked offers any word of the file. */
export function inLinkTarget(session: Session, { uri, position }: Requests["quaestio/inLinkTarget"]["params"]): boolean {
  const place = placeAt(session, uri, position);
  if (!place) return false;
  // A title is always offered, be it that of a new question; of the others there may be none.
  return place.typed.kind === "link" || place.typed.kind === "citation" || suggested(session, place).length > 0;
}
