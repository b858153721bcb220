// The destination of a Markdown link being typed: what stands behind `](`, found by the note's own parser.
import { parseBody } from "../core/body";
import type { MarkdownReference, Note, Range } from "../core/note";
import { parseNote } from "../core/parseNote";
import { touches } from "../core/text";

export interface TypedDestination {
  /** All of it, with the angle bracket that opens it where it is not closed. */
  readonly range: Range;
  /** What was typed of it, up to the caret. */
  readonly typed: string;
  /** What the link still needs behind it. */
  readonly closing: ")" | "";
}

/** The destination in which the caret stands; undefined for images and for addresses elsewhere. Blanks may stand in what is typed: it is a title yet. */
export function typedDestinationAt(text: string, caret: number): TypedDestination | undefined {
  const lineStart = Math.max(text.lastIndexOf("\n", caret - 1), text.lastIndexOf("\r", caret - 1)) + 1;
  const open = text.lastIndexOf("](", caret - 1);
  if (open < lineStart || open + 2 > caret) return undefined;
  const start = open + 2;
  const written = text.slice(start, caret);
  if (isBehind(written) || /^<?[a-z][a-z0-9+.-]*:\S/i.test(written)) return undefined;
  const whole = linksOf(text).find(({ targetRange }) => targetRange.start - start <= 1 && targetRange.start >= start);
  if (whole && touches(whole.targetRange, caret))
    return whole.image ? undefined : { range: whole.targetRange, typed: text.slice(whole.targetRange.start, caret), closing: "" };
  const behind = /^[^\s()<>[\]]*(?=>?\))/.exec(text.slice(caret, lineEnd(text, caret)))?.[0];
  const end = caret + (behind?.length ?? 0) + (written.startsWith("<") && text.charAt(caret + (behind?.length ?? 0)) === ">" ? 1 : 0);
  const closing = text.charAt(end) === ")" ? "" : ")";
  const filled = `${text.slice(0, start)}x)${text.slice(closing === "" ? end + 1 : end)}`;
  const link = linksOf(filled).find(({ targetRange }) => targetRange.start === start && targetRange.end === start + 1);
  return link && !link.image ? { range: { start, end }, typed: written, closing } : undefined;
}

/** Whether a link that began before these letters has ended in them. */
const isBehind = (written: string) => count(written, ")") > count(written, "(");

const count = (text: string, mark: string) => text.split(mark).length - 1;

function lineEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length : from + end;
}

const nowhere = { uri: "" as Note["uri"], folder: undefined, path: "", modified: 0 };

function linksOf(text: string): readonly MarkdownReference[] {
  const { references } = text.startsWith("---") ? parseNote(nowhere, text, { topicsFromTags: false }) : parseBody(text, 0);
  return references.filter((it) => it.kind === "markdown");
}
