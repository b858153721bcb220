// Plain mentions of a title beside the edit that renames it: changes that an editor shows and makes only where its user says so.
import type { AnnotatedTextEdit, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver";
import type { NoteUri } from "../core/note";
import type { MentioningNote } from "../features/rename/mentions";
import { toTextEdits } from "./toLsp";

/** A document as the client knows it, in the version that it has open. */
export type ToAddress = (uri: NoteUri) => OptionalVersionedTextDocumentIdentifier;

const annotationId = "plain-mentions";

/** The same edit with the mentions in it, each of which waits for the user; files still move last. */
export function toAskingEdit(
  { documentChanges = [] }: WorkspaceEdit,
  mentions: readonly MentioningNote[],
  toAddress: ToAddress,
): WorkspaceEdit {
  const asked = new Map(mentions.map((it) => [toAddress(it.note.uri).uri, it]));
  const toEdits = ({ note, changes }: MentioningNote) =>
    toTextEdits({ file: note, changes }).map((edit): AnnotatedTextEdit => ({ ...edit, annotationId }));
  const texts = documentChanges.filter((it): it is TextDocumentEdit => !("kind" in it));
  const withLinks = texts.map(({ textDocument, edits }) => {
    const its = asked.get(textDocument.uri);
    return { textDocument, edits: its ? [...edits, ...toEdits(its)] : edits };
  });
  const others = mentions.filter(({ note }) => !texts.some(({ textDocument }) => textDocument.uri === toAddress(note.uri).uri));
  return {
    documentChanges: [
      ...withLinks,
      ...others.map((it) => ({ textDocument: toAddress(it.note.uri), edits: toEdits(it) })),
      ...documentChanges.filter((it) => "kind" in it),
    ],
    changeAnnotations: {
      [annotationId]: {
        label: "Plain mentions of the title",
        description: "The old title without a link: tick where it is to change",
        needsConfirmation: true,
      },
    },
  };
}
