// The words of a text in any script, each with its place.

/** Takes a word by where it stands, in UTF-16 units, its end exclusive. */
export type TakeWord = (start: number, end: number) => void;

const wordHere = /[\p{L}\p{M}\p{N}]+/uy;
/** Scripts that set no blanks between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Goes through the words of a text: runs of letters and digits, and in scripts without blanks what the platform's dictionary makes of
 * them. Names of LaTeX commands (`\alpha`) are no words: they say how something looks, not what it is about.
 */
export function eachWord(text: string, take: TakeWord): void {
  const { length } = text;
  let at = 0;
  while (at < length) {
    const start = at;
    while (at < length && kinds[text.charCodeAt(at)] === plainLetter) at++;
    if (at < length && isOtherLetter(text.charCodeAt(at))) {
      wordHere.lastIndex = start;
      at = start + (wordHere.exec(text)?.[0].length ?? 0);
    }
    if (at === start) at++;
    else if (start === 0 || text.charCodeAt(start - 1) !== backslash || isDigit(text.charCodeAt(start))) takeRun(text, start, at, take);
  }
}

const backslash = 92;
const isDigit = (code: number) => code >= 48 && code <= 57;

const plainLetter = 1;
const otherLetter = 2;
const noLetter = 3;

/** What each UTF-16 unit is, 0 where nobody asked yet. A table of all: a shorter one would be left and entered with every dash. */
const kinds = new Uint8Array(2 ** 16);
for (let code = 0; code < 128; code++) kinds[code] = /[A-Za-z0-9]/.test(String.fromCharCode(code)) ? plainLetter : noLetter;

/** Half of a pair may be one: the word that begins with it tells. */
function isOtherLetter(code: number): boolean {
  if (kinds[code] === 0) kinds[code] = /[\p{L}\p{M}\p{N}\p{Surrogate}]/u.test(String.fromCharCode(code)) ? otherLetter : noLetter;
  return kinds[code] === otherLetter;
}

function takeRun(text: string, start: number, end: number, take: TakeWord): void {
  const isPlain = kinds[text.charCodeAt(start)] === plainLetter && kinds[text.charCodeAt(end - 1)] === plainLetter;
  if (isPlain || !unspaced.test(text.slice(start, end))) take(start, end);
  else eachSegment(text.slice(start, end), start, take);
}

/** Undefined where the platform has no dictionaries: then each pair of neighbouring characters stands for a word. */
const segmenter = typeof Intl.Segmenter === "function" ? new Intl.Segmenter(undefined, { granularity: "word" }) : undefined;

function eachSegment(run: string, start: number, take: TakeWord): void {
  if (segmenter) {
    for (const { segment, index, isWordLike } of segmenter.segment(run))
      if (isWordLike) take(start + index, start + index + segment.length);
    return;
  }
  const characters = [...run];
  let at = start;
  for (const [index, character] of characters.entries()) {
    take(at, at + character.length + (characters[index + 1]?.length ?? 0));
    at += character.length;
  }
}
