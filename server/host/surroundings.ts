// What the problems of a folder's notes depend on besides its notes: where it is the same, the problems of unchanged notes are.
import { uriBelow } from "../core/noteUri";
import type { Settings } from "../core/settings";
import type { Papers } from "../index/papers";
import type { VaultIndex } from "../index/vaultIndex";
import type { OpenFolder } from "./openFolder";

export interface Surroundings {
  /** The paths of the files that are no notes, and of what was confirmed in folders that are not listed. */
  readonly files: readonly string[];
  /** See `rulesText`. */
  readonly rules: string;
  /** See `fingerprintOf`. */
  readonly bibliographies: string;
}

/** The surroundings of a folder now; undefined where other folders have a say. */
export async function surroundingsOf(index: VaultIndex, folder: OpenFolder): Promise<Surroundings | undefined> {
  const [only, ...others] = index.folders;
  if (!only || others.length > 0) return undefined;
  const isNote = (path: string) => index.note(uriBelow(folder.uri, path)) !== undefined;
  const files = [...only.files.all()].filter((path) => !isNote(path));
  return { files, rules: rulesText(folder.settings), bibliographies: await fingerprintOf(index.papers) };
}

const rulesText = ({ diagnostics: { severity }, ignore }: Settings) => JSON.stringify([severity, ignore]);

/** The same text for the same bibliographies. */
async function fingerprintOf(papers: Papers): Promise<string> {
  if (!papers.hasBibliography) return "";
  const text = JSON.stringify([...papers.bibliographies()].map(({ uri, entries }) => [uri, entries]));
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
