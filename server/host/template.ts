// The file that new notes of a folder begin with: read as text, and no note itself.
import { fold, joinPath } from "../core/key";
import type { NoteUri } from "../core/note";
import { uriBelow } from "../core/noteUri";
import type { Settings } from "../core/settings";
import { liesInside } from "./insideFolder";
import type { NoteFiles } from "./noteFiles";

/** A template as it was read; or why it could not be, in a sentence. `path` is as the settings name it. */
export type Template = { readonly path: string; readonly text: string } | { readonly path: string; readonly unreadable: string };

/** Bytes: more is no beginning of a note. */
const longest = 100_000;

/** Where the template lies in its folder; undefined where the settings name none, or a place that cannot be one. */
function placeOf({ template }: Settings["notes"]): string | undefined {
  // To some systems a backslash is a step into another folder.
  const path = template.includes("\\") || !/\.md$/i.test(template) ? undefined : joinPath("", template);
  return path === "" ? undefined : path;
}

/** Whether a path of the folder is that of its template; some disks disregard case. */
export function isTemplate(notes: Settings["notes"], path: string): boolean {
  const place = placeOf(notes);
  return place !== undefined && fold(place) === fold(path);
}

/** Whether what happened at a path can have happened to the template: it lies there or below. */
export function concernsTemplate(notes: Settings["notes"], path: string): boolean {
  const place = placeOf(notes);
  return place !== undefined && (isTemplate(notes, path) || fold(place).startsWith(`${fold(path)}/`));
}

/** Reads the template that a folder's settings name; undefined where they name none. What lies outside the folder is not read. */
export async function readTemplate(folder: NoteUri, files: NoteFiles, { notes }: Settings): Promise<Template | undefined> {
  const { template: path } = notes;
  if (path === "") return undefined;
  const place = placeOf(notes);
  if (place === undefined)
    return { path, unreadable: "A template is a Markdown file in the workspace folder, named by its path from there." };
  const uri = uriBelow(folder, place);
  if ((await files.kindOf(uri)) !== "file") return { path, unreadable: "There is no such file in the workspace folder." };
  if (!(await liesInside(files, folder, uri))) return { path, unreadable: "It leads out of the workspace folder." };
  const file = await files.readFile(uri, longest);
  return "text" in file ? { path, text: file.text } : { path, unreadable: file.unreadable };
}
