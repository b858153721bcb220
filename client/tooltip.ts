// Tooltips of rows.
import { MarkdownString } from "vscode";

/** Paragraphs, each of which is Markdown of our own making in which text of notes stands escaped. */
export const textTooltip = (...paragraphs: readonly string[]): MarkdownString =>
  new MarkdownString(paragraphs.filter(Boolean).join("\n\n"));
