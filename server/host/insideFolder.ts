// Whether a file of a folder really lies there: a symbolic link may lead to any file of the disk.
import type { NoteUri } from "../core/note";
import type { NoteFiles } from "./noteFiles";

/** Whether a file lies in a folder when every link is followed. */
export async function liesInside(files: NoteFiles, folder: NoteUri, file: NoteUri): Promise<boolean> {
  const [root, real] = await Promise.all([folder, file].map((uri) => files.realPath(uri).catch(() => undefined)));
  if (root === undefined || real === undefined) return false;
  const whole = root.replace(/[\\/]$/, "");
  return real.startsWith(whole) && /^[\\/]/.test(real.slice(whole.length));
}
