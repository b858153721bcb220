// The one translator: domain words in, protocol words out, and positions back.
import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentLink,
  type Hover,
  type Location,
  type LocationLink,
  type Range as LspRange,
  MarkupKind,
  type Position,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Note, NoteUri, Problem, Range, RelatedPlace, Severity, TextFile } from "../core/note";
import { uriBelow } from "../core/noteUri";
import { positionAt } from "../core/text";
import type { Candidate } from "../features/completion";
import type { OpenLink } from "../features/documentLinks";
import { escaped, type Hover as NoteHover } from "../features/hover";
import type { Definition, Place } from "../features/navigation";
import type { Card } from "../features/noteCard";
import type { Reason } from "../features/related/reasons";
import type { Relation } from "../features/related/relations";
import type { ChangedFile, VaultEdit } from "../features/rename/plan";
import type { Topic } from "../features/topics";
import type { NoteCard, RelatedNote, TopicNode } from "../protocol";

/** The URI a client knows a note by: its own spelling for documents it opened. */
export type ToClientUri = (uri: NoteUri) => string;

/** Lines and columns of a range in a file's text. */
export function toLspRange({ lineStarts }: Pick<TextFile, "lineStarts">, range: Range): LspRange {
  return { start: positionAt(lineStarts, range.start), end: positionAt(lineStarts, range.end) };
}

/** The offset of a position in a file, kept inside its line. */
export function toOffset({ lineStarts }: Pick<TextFile, "lineStarts">, { line, character }: Position): number {
  const start = lineStarts[Math.min(line, lineStarts.length - 1)] ?? 0;
  const next = lineStarts[line + 1];
  return Math.min(start + character, next === undefined ? Number.MAX_SAFE_INTEGER : next - 1);
}

/** A place in a file, under the name the client knows it by. */
export function toLocation({ file, range }: Place, toUri: ToClientUri): Location {
  return { uri: toUri(file.uri), range: toLspRange(file, range) };
}

const toSeverity: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Where each problem is explained, under its code. */
const documentation = "https://github.com/quaestio/quaestio/blob/main/README.md";

/** A problem as the editor shows it; its code is a word, and `data` says whether it is an open question. */
export function toDiagnostic(note: Note, problem: Problem, toUri: ToClientUri): Diagnostic {
  const { code, severity, range, message, related, data } = problem;
  const toRelated = (place: RelatedPlace) => ({
    location: toLocation({ file: place.note, range: place.range }, toUri),
    message: place.message,
  });
  return {
    source: "quaestio",
    code,
    severity: toSeverity[severity],
    range: toLspRange(note, range),
    message,
    ...(related ? { relatedInformation: related.map(toRelated) } : {}),
    codeDescription: { href: `${documentation}#${code}` },
    ...(code === "duplicate-source" ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(data ? { data } : {}),
  };
}

/** Where a link leads: to a place in a file, or to the start of a file; undefined where it leads nowhere. */
export function toDefinition(
  from: Note,
  { origin, target }: Definition,
  place: Place | undefined,
  toUri: ToClientUri,
): LocationLink | undefined {
  const originSelectionRange = toLspRange(from, origin);
  if (place) {
    const range = toLspRange(place.file, place.range);
    return { originSelectionRange, targetUri: toUri(place.file.uri), targetRange: range, targetSelectionRange: range };
  }
  if (target.kind !== "file") return undefined;
  const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return {
    originSelectionRange,
    targetUri: toUri(uriBelow(target.folder.uri, target.path)),
    targetRange: start,
    targetSelectionRange: start,
  };
}

/** A link that opens a page, or a file at a line. */
export function toDocumentLink(from: Note, { range, opens, tooltip }: OpenLink, toUri: ToClientUri): DocumentLink {
  if (opens.kind === "page") return { range: toLspRange(from, range), target: opens.address, tooltip };
  if (opens.kind === "question") {
    const target = `command:quaestio.newQuestion?${encodeURIComponent(JSON.stringify([opens.question]))}`;
    return { range: toLspRange(from, range), target, tooltip };
  }
  const line = opens.place && positionAt(opens.place.file.lineStarts, opens.place.range.start).line + 1;
  return { range: toLspRange(from, range), target: `${toUri(opens.uri)}${line === undefined ? "" : `#L${line}`}`, tooltip };
}

/** A hover whose Markdown is of our own making. */
export function toHover(file: TextFile, { range, markdown }: NoteHover): Hover {
  return { range: toLspRange(file, range), contents: { kind: MarkupKind.Markdown, value: markdown } };
}

const kindOf: Readonly<Record<Candidate["kind"], CompletionItemKind>> = {
  note: CompletionItemKind.Reference,
  paper: CompletionItemKind.Value,
  question: CompletionItemKind.Text,
  heading: CompletionItemKind.Field,
  block: CompletionItemKind.Constant,
  topic: CompletionItemKind.Folder,
};

/** `rank` is the place in the list: the editor sorts by it and not by its own taste. `toRange` counts in the text as it is now. */
export function toCompletionItem(
  candidate: Candidate,
  rank: number,
  toRange: (range: Range) => LspRange,
  toUri: ToClientUri,
): CompletionItem {
  const { about } = candidate;
  return {
    label: candidate.label,
    kind: kindOf[candidate.kind],
    ...(candidate.aside ? { labelDetails: { description: candidate.aside } } : {}),
    detail: candidate.detail,
    ...(candidate.summary ? { documentation: { kind: MarkupKind.Markdown, value: escaped(candidate.summary) } } : {}),
    filterText: candidate.filterText,
    sortText: String(rank).padStart(4, "0"),
    textEdit: { range: toRange(candidate.range), newText: candidate.text },
    ...(about ? { data: { ...about, uri: toUri(about.uri) } } : {}),
  };
}

/** What a suggestion is about, as it was sent; a client may send anything. */
export function aboutIn({ data }: CompletionItem): { readonly uri: string; readonly heading?: number } | undefined {
  if (typeof data?.uri !== "string") return undefined;
  return typeof data.heading === "number" ? { uri: data.uri, heading: data.heading } : { uri: data.uri };
}

/** A suggestion with more told of it, in Markdown of our own making; as it was where there is nothing to tell. */
export const toResolvedItem = (item: CompletionItem, markdown: string): CompletionItem =>
  markdown === "" ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value: markdown } };

/** A note as lists show it. */
export function toNoteCard({ note, sourceCount, incoming, problems }: Card, toUri: ToClientUri): NoteCard {
  return {
    uri: toUri(note.uri),
    title: note.title.text,
    summary: note.summary,
    topics: note.topics.map(({ id }) => id),
    sourceCount,
    incoming,
    problems,
    modified: note.modified,
  };
}

/** A topic with its counts and the topics below it. */
export function toTopicNode({ id, label, description, noteCount, paperCount, children }: Topic): TopicNode {
  return {
    id,
    label,
    ...(description ? { description } : {}),
    noteCount,
    sourceCount: paperCount,
    children: children.map(toTopicNode),
  };
}

/** An edit of many files: texts first, in the versions that the client has open, then the files that move. */
export function toWorkspaceEdit(
  { files, moves, gone }: VaultEdit,
  toUri: ToClientUri,
  versionOf: (uri: NoteUri) => number | null,
): WorkspaceEdit {
  const edits = files.map((file) => ({
    textDocument: { uri: toUri(file.file.uri), version: versionOf(file.file.uri) },
    edits: toTextEdits(file),
  }));
  const renames = moves.map(({ folder, from, to }) => ({
    kind: "rename" as const,
    oldUri: toUri(uriBelow(folder, from)),
    newUri: toUri(uriBelow(folder, to)),
  }));
  const deletes = gone.map(({ uri }) => ({ kind: "delete" as const, uri: toUri(uri) }));
  return { documentChanges: [...edits, ...renames, ...deletes] };
}

/** The same for a client that knows nothing of versions and files. */
export const toPlainEdit = ({ files }: VaultEdit, toUri: ToClientUri): WorkspaceEdit => ({
  changes: Object.fromEntries(files.map((file) => [toUri(file.file.uri), toTextEdits(file)])),
});

/** What changes in a file. */
export const toTextEdits = ({ file, changes }: ChangedFile): TextEdit[] =>
  changes.map(({ range, text }) => ({ range: toLspRange(file, range), newText: text }));

/** A related note with its reasons, whose places stand in the note asked about. */
export function toRelatedNote({ score, linked, reasons }: Relation, card: NoteCard, from: Note | undefined): RelatedNote {
  const toReason = ({ range, ...reason }: Reason) => (from && range ? { ...reason, range: toLspRange(from, range) } : reason);
  return { card, score, linked, reasons: reasons.map(toReason) };
}
