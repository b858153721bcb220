// The texts of open documents as a client tells them: whatever it sends, each is a text.
import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";

/** How documents are made and changed, for `TextDocuments`; parts that are of no type a client may send count as not sent. */
export const openTexts = {
  create: (uri: string, languageId: string, version: number, content: unknown): TextDocument =>
    TextDocument.create(String(uri), String(languageId), version, typeof content === "string" ? content : ""),
  update: (document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument =>
    TextDocument.update(document, Array.isArray(changes) ? changes.filter(isChange) : [], version),
};

function isChange(change: unknown): change is TextDocumentContentChangeEvent {
  const { text, range } = (change ?? {}) as { readonly text?: unknown; readonly range?: unknown };
  return typeof text === "string" && (range === undefined || isRange(range));
}

function isRange(range: unknown): boolean {
  const { start, end } = (range ?? {}) as { readonly start?: unknown; readonly end?: unknown };
  return [start, end].every((place) => {
    const { line, character } = (place ?? {}) as { readonly line?: unknown; readonly character?: unknown };
    return [line, character].every((it) => typeof it === "number" && Number.isInteger(it));
  });
}
