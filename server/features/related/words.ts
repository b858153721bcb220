// The words of a text in any script, each with its place.

/** Takes a word as it is written and where it begins, in UTF-16 units from the start of the text. */
export type TakeWord = (word: string, start: number) => void;

const plainWord = /[A-Za-z0-9]+/g;
const anyWord = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that set no blanks between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Goes through the words of a text: runs of letters and digits, and in scripts without blanks what the platform's dictionary makes of
 * them. Names of LaTeX commands (`\alpha`) are no words: they say how something looks, not what it is about.
 */
export function eachWord(text: string, take: TakeWord): void {
  const isPlain = isAscii(text);
  const pattern = isPlain ? plainWord : anyWord;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const word = found[0];
    const start = found.index;
    if (text.charCodeAt(start - 1) === backslash && !isDigit(word.charCodeAt(0))) continue;
    if (isPlain || !unspaced.test(word)) take(word, start);
    else eachSegment(word, start, take);
  }
}

const backslash = 92;
const isDigit = (code: number) => code >= 48 && code <= 57;

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** Undefined where the platform has no dictionaries: then each pair of neighbouring characters stands for a word. */
const segmenter = typeof Intl.Segmenter === "function" ? new Intl.Segmenter(undefined, { granularity: "word" }) : undefined;

function eachSegment(run: string, start: number, take: TakeWord): void {
  if (segmenter) {
    for (const { segment, index, isWordLike } of segmenter.segment(run)) if (isWordLike) take(segment, start + index);
    return;
  }
  const characters = [...run];
  let at = start;
  for (const [index, character] of characters.entries()) {
    take(character + (characters[index + 1] ?? ""), at);
    at += character.length;
  }
}
