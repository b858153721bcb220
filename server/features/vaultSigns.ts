// How a folder shows that it is a vault, and which links of a note lead to paths that the index does not know.
import { folderOf, joinPath } from "../core/key";
import type { Note } from "../core/note";
import type { Vault } from "../index/vault";

/** Whether a note has what only a vault's notes have: a wiki link or one of our own fields. */
export function isVaultSign(note: Note): boolean {
  return note.hasOwnFields || note.references.some(({ kind }) => kind === "wiki");
}

/** The paths, relative to the folder, of the note's Markdown links that nothing in the index answers. */
export function missingPaths(vault: Vault, note: Note): readonly string[] {
  return note.references.flatMap((reference) => {
    if (reference.kind !== "markdown" || vault.resolve(note, reference).kind !== "missing") return [];
    return joinPath(folderOf(note.path), reference.path) ?? [];
  });
}
