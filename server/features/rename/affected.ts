// Which references a change can have altered, and which have to follow it whatever they would mean.
import { baseName, titleKey } from "../../core/key";
import type { Note, Reference } from "../../core/note";
import { readingsOf } from "../../core/wikiLink";
import { ancestors } from "../../index/fileTree";
import { type Key, nameIn, offersOf, pathIn, stemIn } from "../../index/keys";
import { numberOfPart } from "../../index/parts";
import type { Resolution, Vault } from "../../index/vault";
import type { Cause } from "./plan";

/** Whether a reference found its note by the name that is given up. */
export function isByName({ name }: Cause, reference: Reference, meaning: Resolution): boolean {
  if (!name || reference.kind !== "wiki" || (meaning.kind !== "note" && meaning.kind !== "missingPart")) return false;
  const old = titleKey(name.old);
  return (
    meaning.note.uri === name.uri && meaning.rule === name.kind && readingsOf(reference.target).some(({ base }) => titleKey(base) === old)
  );
}

/** Whether a reference leads to the very part that gets another name. */
export function isToPart({ part }: Cause, meaning: Resolution): boolean {
  if (!part || meaning.kind !== "note" || meaning.note.uri !== part.uri || meaning.part?.kind !== part.kind) return false;
  return numberOfPart(meaning.note, meaning.part) === part.index;
}

/** The notes whose references a change can have altered: who seeks a name or path that comes or goes, and who changes. */
export function affectedBy(vault: Vault, { notes, moves, gone }: Cause): ReadonlySet<Note> {
  const keys = new Set<Key>();
  const leaving = gone && vault.note(gone.uri);
  for (const { note, after } of notes.values()) for (const key of [...offersOf(note), ...offersOf(after)]) keys.add(key);
  if (leaving) for (const key of [...offersOf(leaving), ...keysOfFile(leaving.path)]) keys.add(key);
  for (const { from, to } of moves) for (const key of [...keysOfFile(from), ...keysOfFile(to)]) keys.add(key);
  const affected = new Set([...keys].flatMap((key) => [...vault.seekers(key)]));
  for (const uri of notes.keys()) {
    const note = vault.note(uri);
    if (note) affected.add(note);
  }
  // What stands in it is carried by the note that takes it in.
  if (leaving) affected.delete(leaving);
  return affected;
}

function keysOfFile(path: string): readonly Key[] {
  const name = baseName(path);
  return [nameIn(name), stemIn(name), pathIn(path), ...ancestors(path).map(pathIn)];
}
