// The names of files that are made from titles.
import { fold, joinPath } from "../core/key";

/** UTF-16 units: file names may have 255 bytes, and a letter up to three. */
const longestStem = 80;

/** A file name that every disk takes: `Does it work?` gives `does-it-work`. */
export function stemFor(title: string): string {
  const words = fold(title).match(/[\p{L}\p{N}]+/gu) ?? [];
  const whole = words.reduce((stem, word) => (stem.length + word.length < longestStem ? `${stem}-${word}` : stem), "").slice(1);
  const stem = whole === "" ? (words[0] ?? "").slice(0, longestStem) : whole;
  return stem.replace(device, "$&-note");
}

/** Windows keeps these names for devices, whatever their ending (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const device = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³]|con(?:in|out)\$)(?= *(?:\.|$))/i;

/** The title itself, without what no disk takes in a name and no link in a target; a very long one without its last words. */
export function fileNameOf(title: string): string {
  const name = withoutEnds(title.replace(/[\\/:*?"<>|#^[\]\p{Cc}]/gu, " ").replace(/\s+/g, " "));
  return withoutEnds(fitting(name.replace(device, "$& note")));
}

const withoutEnds = (name: string) => name.replace(/^[. ]+|(?<![. ])[. ]+$/g, "");

/** Of the 255 bytes that names may have the ending takes some, and the number that tells it from others. */
const mostBytes = 240;

function fitting(name: string): string {
  let bytes = 0;
  let end = 0;
  for (const letter of name) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > mostBytes) return name.slice(0, Math.max(name.lastIndexOf(" ", end), 0) || end);
    end += letter.length;
  }
  return name;
}

/** So many names alike nobody gives. */
const mostTries = 100;

/** The first path in a folder of `stem.md`, `stem-2.md`, … that is free; undefined where none is. */
export function freePath(folder: string, stem: string, isFree: (path: string) => boolean): string | undefined {
  const paths = Array.from({ length: mostTries }, (_, at) => joinPath(folder, `${stem}${at === 0 ? "" : `-${at + 1}`}.md`));
  return paths.find((path) => path !== undefined && isFree(path));
}
