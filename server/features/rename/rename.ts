// Renames what stands under a caret, or moves files, with everything in the vault that refers to it: one edit, or a sentence why not.

import type { Note, NoteUri } from "../../core/note";
import { pathBelow, uriBelow } from "../../core/noteUri";
import type { FileMove } from "../../index/changedVault";
import { foldersAround } from "../../index/fileTree";
import type { Vault } from "../../index/vault";
import { aliasCause, blockCause, headingCause, type TitleOptions, titleCause } from "./causes";
import { keyEdit } from "./keyEdit";
import { movedTo } from "./places";
import { type Cause, type Changing, changing, Refused, readText, type Texts, type VaultEdit } from "./plan";
import type { Renamable } from "./renamable";
import { topicEdit } from "./topicEdit";
import { vaultEdit } from "./vaultEdit";

/** The edit that gives something another name. Throws `Refused` with a sentence where it cannot be done without changing what a link means. */
export async function rename(vault: Vault, texts: Texts, what: Renamable, name: string, options: TitleOptions): Promise<VaultEdit> {
  if (what.kind === "topic") return topicEdit(vault, texts, what.id, name);
  if (what.kind === "key") return keyEdit(vault, texts, what.key, name);
  const read = await readText(texts, what.note);
  return vaultEdit(vault, texts, causeOf());

  function causeOf(): Cause {
    switch (what.kind) {
      case "title":
        return titleCause(vault, texts, read, name, options);
      case "alias":
        return aliasCause(vault, texts, read, what.index, name);
      case "heading":
        return headingCause(texts, read, what.index, name);
      case "block":
        return blockCause(texts, read, what.index, name);
      default:
        throw new Refused("This has no name that could be changed.");
    }
  }
}

/** The edit of texts that lets files and folders move, each from one URI to another, and every link of theirs and to them lead on. */
export async function move(
  vault: Vault,
  texts: Texts,
  renames: readonly { readonly from: NoteUri; readonly to: NoteUri }[],
): Promise<VaultEdit> {
  const found = renames.map(({ from, to }) => movesOf(vault, from, to));
  const moves = found.flatMap((it) => it.files);
  const notes = new Map<NoteUri, Changing>();
  for (const { from, to, note } of moves.flatMap((it) => noteOf(vault, it))) {
    const read = await readText(texts, note);
    notes.set(from, changing(read, [], texts.reread(movedTo(note, to), read.text)));
  }
  return vaultEdit(vault, texts, { notes, moves, folders: found.flatMap((it) => it.folders) });
}

interface Moves {
  readonly files: readonly FileMove[];
  readonly folders: readonly FileMove[];
}

/** Of a folder the files in it, each with its way. What leaves its workspace folder is none of ours. */
function movesOf(vault: Vault, from: NoteUri, to: NoteUri): Moves {
  for (const { uri: folder, files } of vault.folders) {
    const [old, now] = [pathBelow(folder, from), pathBelow(folder, to)];
    if (old === undefined || now === undefined) continue;
    const moved = (path: string): FileMove => ({ folder, from: path, to: now + path.slice(old.length) });
    if (files.find(old) === old) return { files: [moved(old)], folders: [] };
    const paths = files.below(old);
    const folders = new Set(paths.flatMap(foldersAround).filter((it) => it === old || it.startsWith(`${old}/`)));
    return { files: paths.map(moved), folders: [...folders].map(moved) };
  }
  return { files: [], folders: [] };
}

function noteOf(
  vault: Vault,
  { folder, from, to }: FileMove,
): readonly { readonly from: NoteUri; readonly to: string; readonly note: Note }[] {
  const uri = uriBelow(folder, from);
  const note = vault.note(uri);
  return note ? [{ from: uri, to, note }] : [];
}
