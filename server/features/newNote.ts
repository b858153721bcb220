// The note that a broken link asks for, before it is there: where it would lie and what would stand in it.
import { fold, folderOf, isFileName, joinPath, titleKey } from "../core/key";
import type { Note, Problem } from "../core/note";
import type { Vault } from "../index/vault";
import { linkText } from "./links";

export interface NewNote {
  readonly title: string;
  /** In the workspace folder of the note that asks, beside it. No file is there yet. */
  readonly path: string;
  readonly text: string;
}

/**
 * The note that answers a broken wiki link: titled as the link wants it, with the topics of the note that asks, and a link back to it.
 * Undefined where the problem is another, or the link names a path, a file or a part; in a Dendron workspace titles answer no links.
 */
export function newNoteFor(vault: Vault, from: Note, { code, range }: Problem): NewNote | undefined {
  const folder = vault.folderOf(from);
  const reference = from.references.find(({ targetRange }) => targetRange.start === range.start && targetRange.end === range.end);
  if (code !== "broken-reference" || reference?.kind !== "wiki" || !folder || folder.dialect === "dendron") return undefined;
  const title = reference.target.trim();
  const stem = stemFor(title);
  if (/[/#]/.test(title) || isFileName(title) || titleKey(title) === "" || stem === "") return undefined;
  const paths = Array.from({ length: mostTries }, (_, at) => joinPath(folderOf(from.path), `${stem}${at === 0 ? "" : `-${at + 1}`}.md`));
  const path = paths.find((it) => it !== undefined && folder.files.find(it) === undefined);
  return path === undefined ? undefined : { title, path, text: textFor(vault, from, title) };
}

const mostTries = 100;
/** UTF-16 units: file names may have 255 bytes, and a letter up to three. */
const longestStem = 80;

/** A file name that every disk takes: `Does it work?` gives `does-it-work`. */
export function stemFor(title: string): string {
  const words = fold(title).match(/[\p{L}\p{N}]+/gu) ?? [];
  const whole = words.reduce((stem, word) => (stem.length + word.length < longestStem ? `${stem}-${word}` : stem), "").slice(1);
  const stem = whole === "" ? (words[0] ?? "").slice(0, longestStem) : whole;
  return device.test(stem) ? `${stem}-note` : stem;
}

/** Windows keeps these names for devices, whatever their ending (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** JSON's strings are YAML's as well: whatever stands in a title stays text (https://yaml.org/spec/1.2.2/#12-overview). */
function textFor(vault: Vault, from: Note, title: string): string {
  const topics = from.topics.flatMap(({ id, range }) => (range === undefined ? [] : [JSON.stringify(id)]));
  const back = linkText(vault, from, from, "title");
  const lines = [
    `title: ${JSON.stringify(title)}`,
    ...(topics.length > 0 ? [`topics: [${topics.join(", ")}]`] : []),
    ...(back.startsWith("[[") ? [`related: [${JSON.stringify(back)}]`] : []),
  ];
  return `---\n${lines.join("\n")}\n---\n\n# ${title}\n\n`;
}
