// Where in the body of a note a link would be one: not in code, formulas, comments, HTML or other brackets.
import type { Range } from "../core/note";
import { changed, type ReadText, type TextChange, type Texts } from "./rename/plan";

/** Whether an opening bracket stands before a place of its paragraph: what stands in brackets may be the label by which a definition is found. */
export function isInBrackets(text: string, at: number): boolean {
  const paragraph = text.slice(Math.max(0, text.lastIndexOf("\n\n", at)), at);
  return paragraph.lastIndexOf("[") > paragraph.lastIndexOf("]");
}

/** Those of some places, in the order of the text and apart from each other, where a link would be one: not in code, formulas, comments or HTML. The parser alone knows where that is. */
export function inProse(texts: Texts, { note, text }: ReadText, places: readonly Range[]): readonly Range[] {
  if (places.length === 0) return [];
  const probes = places.map((range): TextChange => ({ range, text: probe }));
  const probed = texts.reread(note, changed(text, probes));
  const starts = new Set(probed.references.map(({ targetRange }) => targetRange.start));
  let shift = 0;
  return places.filter(({ start, end }) => {
    const isRead = starts.has(start + shift + "[[".length);
    shift += probe.length - (end - start);
    return isRead;
  });
}

const probe = "[[x]]";
