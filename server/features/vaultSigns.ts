// How a folder shows that it is a vault, and which links of a note lead to paths that the index does not know.
import { folderOf, joinPath } from "../core/key";
import type { Note } from "../core/note";
import { enclosedPaths } from "../index/keys";
import type { Vault } from "../index/vault";

/** Whether a note has what only a vault's notes have: a wiki link or one of our own fields. */
export function isVaultSign(note: Note): boolean {
  return note.hasOwnFields || note.references.some(({ kind }) => kind === "wiki");
}

/** The paths, relative to the folder, of the note's Markdown links that nothing in the index answers. */
export function missingPaths(vault: Vault, note: Note): readonly string[] {
  return note.references.flatMap((reference) => {
    if (reference.kind !== "markdown" || vault.resolve(note, reference).kind !== "missing") return [];
    const path = joinPath(folderOf(note.path), reference.path);
    const others = vault.folderOf(note)?.dialect === "dendron" ? enclosedPaths(note, reference.path) : [];
    return [...(path === undefined ? [] : [path]), ...others];
  });
}
