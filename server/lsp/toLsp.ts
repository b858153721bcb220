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
} from "vscode-languageserver";
import type { Note, NoteUri, Problem, Range, Severity } from "../core/note";
import { uriBelow } from "../core/noteUri";
import { positionAt } from "../core/text";
import type { Candidate } from "../features/completion";
import { escaped, type Hover as NoteHover } from "../features/hover";
import type { Place } from "../features/navigation";
import { placeOf } from "../features/navigation";
import type { Card } from "../features/noteCard";
import type { Relation } from "../features/related";
import type { Topic } from "../features/topics";
import type { Resolution } from "../index/vault";
import type { NoteCard, RelatedNote, TopicNode } from "../protocol";

/** The URI a client knows a note by: its own spelling for documents it opened. */
export type ToClientUri = (uri: NoteUri) => string;

/** Lines and columns of a range in a note's text. */
export function toLspRange(note: Note, range: Range): LspRange {
  return { start: positionAt(note.lineStarts, range.start), end: positionAt(note.lineStarts, range.end) };
}

/** The offset of a position in a note, kept inside its line. */
export function toOffset({ lineStarts }: Note, { line, character }: Position): number {
  const start = lineStarts[Math.min(line, lineStarts.length - 1)] ?? 0;
  const next = lineStarts[line + 1];
  return Math.min(start + character, next === undefined ? Number.MAX_SAFE_INTEGER : next - 1);
}

/** A place in a note, under the name the client knows it by. */
export function toLocation({ note, range }: Place, toUri: ToClientUri): Location {
  return { uri: toUri(note.uri), range: toLspRange(note, range) };
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
  return {
    source: "quaestio",
    code,
    severity: toSeverity[severity],
    range: toLspRange(note, range),
    message,
    ...(related ? { relatedInformation: related.map((place) => ({ location: toLocation(place, toUri), message: place.message })) } : {}),
    codeDescription: { href: `${documentation}#${code}` },
    ...(code === "duplicate-source" ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(data ? { data } : {}),
  };
}

/** Where a link leads: a note's title or part, or the start of a file; undefined where it leads nowhere. */
export function toDefinition(from: Note, origin: Range, target: Resolution, toUri: ToClientUri): LocationLink | undefined {
  const originSelectionRange = toLspRange(from, origin);
  const place = placeOf(target);
  if (place) {
    const range = toLspRange(place.note, place.range);
    return { originSelectionRange, targetUri: toUri(place.note.uri), targetRange: range, targetSelectionRange: range };
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

/** A link that opens its note at the line of the part it names, or its file. */
export function toDocumentLink(from: Note, range: Range, target: Resolution, toUri: ToClientUri): DocumentLink | undefined {
  const place = placeOf(target);
  if (place) {
    const line = positionAt(place.note.lineStarts, place.range.start).line + 1;
    const isPart = target.kind === "note" && target.part !== undefined;
    return {
      range: toLspRange(from, range),
      target: `${toUri(place.note.uri)}${isPart ? `#L${line}` : ""}`,
      tooltip: `Open “${place.note.title.text}”`,
    };
  }
  if (target.kind !== "file") return undefined;
  return { range: toLspRange(from, range), target: toUri(uriBelow(target.folder.uri, target.path)), tooltip: `Open ${target.path}` };
}

/** A hover whose Markdown is of our own making. */
export function toHover(note: Note, { range, markdown }: NoteHover): Hover {
  return { range: toLspRange(note, range), contents: { kind: MarkupKind.Markdown, value: markdown } };
}

/** `rank` is the place in the list: the editor sorts by it and not by its own taste. `toRange` counts in the text as it is now. */
export function toCompletionItem(candidate: Candidate, rank: number, toRange: (range: Range) => LspRange): CompletionItem {
  return {
    label: candidate.label,
    kind: candidate.note ? CompletionItemKind.Reference : CompletionItemKind.Text,
    detail: candidate.detail,
    ...(candidate.summary ? { documentation: { kind: MarkupKind.Markdown, value: escaped(candidate.summary) } } : {}),
    filterText: candidate.filterText,
    sortText: String(rank).padStart(4, "0"),
    textEdit: { range: toRange(candidate.range), newText: candidate.text },
  };
}

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
export function toTopicNode({ id, label, description, notes, papers, children }: Topic): TopicNode {
  return {
    id,
    label,
    ...(description ? { description } : {}),
    noteCount: notes.size,
    sourceCount: papers.size,
    children: children.map(toTopicNode),
  };
}

/** A related note with its reasons. */
export function toRelatedNote({ score, linked, reasons }: Relation, card: NoteCard): RelatedNote {
  return { card, score, linked, reasons };
}
