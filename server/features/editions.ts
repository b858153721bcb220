// Editions of a work stand side by side in folders named by a version or a language: `5.1/Get-Verb.md` and `7.4/Get-Verb.md`.
import type { Note } from "../core/note";

const segments = new WeakMap<Note, readonly string[]>();

/** Cut once a note: of a title that a thousand notes have, each is compared with all others. */
function segmentsOf(note: Note): readonly string[] {
  const known = segments.get(note) ?? note.path.split("/");
  segments.set(note, known);
  return known;
}

/** Two letters alone are a topic as well (`ml`, `ai`): one of the two is English, or both name a region. */
const areLanguages = (x: string, y: string) =>
  language.test(x) && language.test(y) && (/^en\b/.test(x) || /^en\b/.test(y) || (x.includes("-") && y.includes("-")));

const version = /^v?\d+(?:\.\d+)*(?:[.-](?:x|alpha|beta|rc|preview)\d*)?$/i;
const language = /^[a-z]{2}(?:-[A-Z]{2})?$/;

/** Whether two notes belong to different editions: their paths part at two versions or two languages. Then equal names are meant to be equal. */
export function areEditions(a: Note, b: Note): boolean {
  const [left, right] = [segmentsOf(a), segmentsOf(b)];
  const parting = left.findIndex((segment, index) => segment !== right[index]);
  const [x, y] = [left[parting] ?? "", right[parting] ?? ""];
  if (parting >= Math.min(left.length, right.length) - 1) return false;
  return (version.test(x) && version.test(y)) || areLanguages(x, y);
}
