// Has lenses drawn anew when counts in them may have changed. Prose that is typed changes none.
import { CodeLensRefreshRequest, type Connection, type InitializeParams } from "vscode-languageserver";
import { type Note, type NoteUri, targetText } from "../core/note";
import type { NoteStore } from "./noteStore";

/**
 * What to call when the publisher has come to rest, with the notes it was about. A client redraws the lenses of a document that is edited
 * by itself, so only what an edit means for other documents counts: its references, sources and names.
 */
export function lensRefresh(connection: Connection, { capabilities }: InitializeParams, store: NoteStore) {
  const seen = new Map<NoteUri, string>();
  const changes = (uri: NoteUri): boolean => {
    const note = store.documentOf(uri) && store.index.note(uri);
    const known = seen.get(uri);
    const now = note && joins(note);
    if (now === undefined) seen.delete(uri);
    else seen.set(uri, now);
    return now === undefined || now !== known;
  };
  return (topicsChanged: boolean, notes: readonly NoteUri[] | "all"): void => {
    if (!capabilities.workspace?.codeLens?.refreshSupport) return;
    // All are looked at, so that what is known of them is of now.
    const changed = notes === "all" || notes.map(changes).includes(true);
    if (changed || topicsChanged) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  };
}

/** All that ties a note to others, as one text. */
function joins({ title, aliases, sources, references }: Note): string {
  return JSON.stringify([title.text, aliases.map(({ text }) => text), sources.map(({ paper }) => paper), references.map(targetText)]);
}
