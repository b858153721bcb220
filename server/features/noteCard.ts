// A note as lists show it.
import type { Note, Problem } from "../core/note";
import type { Vault } from "../index/vault";
import { linkingTo } from "./navigation";

/** Everything a list says about a note but its address, which depends on who asks. */
export interface Card {
  readonly note: Note;
  readonly sourceCount: number;
  readonly incoming: number;
  readonly problems: number;
}

/** Counts a note's distinct papers, the notes that link to it (unless they are counted already), and its errors and warnings. */
export function cardOf(vault: Vault, note: Note, problems: readonly Problem[], incoming = linkingTo(vault, note).size): Card {
  const grave = problems.filter(({ severity }) => severity === "error" || severity === "warning");
  return {
    note,
    sourceCount: vault.papers.citedBy(note).size,
    incoming,
    problems: grave.length,
  };
}
