// How a folder shows that it is a vault, and which links of a note lead to paths that the index does not know.
import { folderOf, joinPath } from "../core/key";
import type { Note } from "../core/note";
import { enclosedPaths } from "../index/keys";
import type { Vault } from "../index/vault";

/** Whether a note has what only a vault's notes have: a wiki link or one of our own fields. */
export function isVaultSign(note: Note): boolean {
  return note.hasOwnFields || note.references.some(({ kind }) => kind === "wiki");
}

/**
 * The paths, relative to the folder, of the note's Markdown links that nothing in the index answers: those of them that `isWanted`,
 * which is asked first because it costs less than to find out what a link means.
 */
export function missingPaths(vault: Vault, note: Note, isWanted: (path: string) => boolean): readonly string[] {
  const isDendron = vault.folderOf(note)?.dialect === "dendron";
  return note.references.flatMap((reference) => {
    if (reference.kind !== "markdown") return [];
    const path = joinPath(folderOf(note.path), reference.path);
    const paths = [...(path === undefined ? [] : [path]), ...(isDendron ? enclosedPaths(note, reference.path) : [])].filter(isWanted);
    return paths.length > 0 && vault.resolve(note, reference).kind === "missing" ? paths : [];
  });
}
