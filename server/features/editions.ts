// Editions of a work stand side by side in folders named by a version or a language: `5.1/Get-Verb.md` and `7.4/Get-Verb.md`.
import type { Note } from "../core/note";

const version = /^v?\d+(?:\.\d+)*(?:[.-](?:x|alpha|beta|rc|preview)\d*)?$/i;
const language = /^[a-z]{2}(?:-[A-Z]{2})?$/;

/** Whether two notes belong to different editions: their paths part at two versions or two languages. Then equal names are meant to be equal. */
export function areEditions({ path: a }: Note, { path: b }: Note): boolean {
  const [left, right] = [a.split("/"), b.split("/")];
  const parting = left.findIndex((segment, index) => segment !== right[index]);
  const [x, y] = [left[parting] ?? "", right[parting] ?? ""];
  if (parting >= Math.min(left.length, right.length) - 1) return false;
  return (version.test(x) && version.test(y)) || (language.test(x) && language.test(y));
}
