// A cheap look at a line, before the server is asked: only it knows code from text.
import type { Position, TextDocument } from "vscode";

const beginsCitation = /(?:^|[^\p{L}\p{N}_])@[^\s,;\]]*$/u;
/** An item of a YAML list, on the line of its field or on its own. */
const mayBeItem = /^\s*(?:(?:sources|topics|related):|-)\s/;
/** The address of a Markdown link that no bracket has closed. */
const mayBeDestination = /\]\([^)]*$/;

/** Whether what stands before the caret in its line may be the beginning of a link's target, a citation or an item of the front matter. */
export function mayBeTarget(document: TextDocument, caret: Position): boolean {
  const before = textBefore(document, caret);
  return isBehindBrackets(document, caret) || [beginsCitation, mayBeItem, mayBeDestination].some((it) => it.test(before));
}

/** Whether two brackets before the caret are open: those of a link, or of code. */
export function isBehindBrackets(document: TextDocument, caret: Position): boolean {
  const before = textBefore(document, caret);
  const opening = before.lastIndexOf("[[");
  return opening >= 0 && opening > before.lastIndexOf("]]") && !before.includes("|", opening);
}

const textBefore = (document: TextDocument, { line, character }: Position) => document.lineAt(line).text.slice(0, character);
