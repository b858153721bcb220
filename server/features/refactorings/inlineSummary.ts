// The summary of a linked note, quoted below its link.
import { escapedLine } from "./plainMarkdown";
import { type Asked, isSameBesides, linkAt, type Refactoring, tried } from "./refactoring";

/** Quotes the summary of the note that the link or embed at the caret leads to, where nothing else stands on its line. */
export function inlineSummary(asked: Asked): Refactoring | undefined {
  const link = linkAt(asked);
  const { text, note } = asked.open;
  const to = link?.meaning.note;
  if (!to || to.uri === note.uri || to.summary === "") return undefined;
  const { start, end } = link.reference.range;
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const [rest = "", next = "", afterNext = ""] = text.slice(end).split(/\r?\n/, 3);
  const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?$/.exec(before)?.[0];
  if ((item === undefined && before.trim() !== "") || rest.trim() !== "") return undefined;
  // What goes on right behind would become part of the quotation.
  const goesOn = next.trim() !== "" && !/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(next);
  const quoted = `> ${escapedLine(to.summary)}`;
  if (goesOn || [next, afterNext].some((line) => line.trim() === quoted)) return undefined;
  const newline = /\r?\n/.exec(text)?.[0] ?? "\n";
  const indent = item === undefined ? before : " ".repeat(item.replace(/\[[ xX]\][ \t]+$/, "").length);
  const at = end + rest.length;
  const put = (item === undefined ? newline : "") + newline + indent + quoted + (next.trim() === "" || item !== undefined ? "" : newline);
  const changes = [{ range: { start: at, end: at }, text: put }];
  const isKept = isSameBesides(asked, tried(asked, changes), { gone: { start: at, end: at }, isNew: () => false });
  return isKept ? { title: `Inline the summary of “${to.title.text}”`, changes } : undefined;
}
