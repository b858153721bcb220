// The fixes of a problem, worked out once for each state of the vault: an editor asks again wherever the caret rests.
import type { Note, Problem } from "../../core/note";
import type { Vault } from "../../index/vault";
import type { Fix, OpenText } from "./fix";
import { fixesOf } from "./fixes";

interface Known {
  readonly version: number;
  /** By what is the same of a problem whenever it is worked out. */
  readonly fixes: Map<string, readonly Fix[]>;
}

const known = new WeakMap<Note, Known>();

/** The same as `fixesOf`. A note that is read anew is another, and a vault that changed has another version. */
export function rememberedFixes(vault: Vault, open: OpenText, problem: Problem): readonly Fix[] {
  const last = known.get(open.note);
  const { version, fixes } = last?.version === vault.version ? last : { version: vault.version, fixes: new Map<string, readonly Fix[]>() };
  const { code, range, message } = problem;
  const key = `${code} ${range.start} ${range.end} ${message}`;
  const found = fixes.get(key) ?? fixesOf(vault, open, problem);
  known.set(open.note, { version, fixes: fixes.set(key, found) });
  return found;
}
