// Lines and columns of a text, and the decoding of a file's bytes into one.
import type { Range } from "./note";

/** A zero-based line and UTF-16 column, as the Language Server Protocol counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The offset of the first character of every line. `\n`, `\r\n` and a lone `\r` end a line, as in the editor. */
export function lineStartsOf(text: string): Uint32Array {
  const starts = [0];
  if (text.includes("\r")) {
    for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + lineEnd.length);
  } else {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  }
  return new Uint32Array(starts);
}

/** Engines make a copy of a shorter part anyway (V8: `SlicedString::kMinLength`). */
const shortestView = 13;

/**
 * The same text, independent of the one it was cut out of. Engines keep a part of a string as a view into the whole: without this, the
 * title of a note would keep all of its text in memory.
 */
export function owned(part: string): string {
  return part.length < shortestView ? part : ` ${part}`.slice(1);
}

/** Where an offset lies. An offset before or behind the text gives its first or last line. */
export function positionAt(lineStarts: Uint32Array, offset: number): Position {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low, character: Math.max(0, offset - (lineStarts[low] ?? 0)) };
}

/** Whether a range lies within another. */
export function isInside(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether an offset lies in a range, its end included: a caret behind the last letter is still at the word. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/**
 * Text of a file's bytes: UTF-8, or UTF-16 where a byte order mark says so; the mark itself is left out, as in the editor.
 * Returns undefined when the bytes are no such text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
