// What the texts were from which an edit was worked out: a file that is another by now is not written over.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { NoteUri } from "../core/note";
import { Refused } from "../features/rename/plan";

export class ReadTexts {
  /** A digest of the first text that was read of each note: all notes are looked at, and their texts would fill the memory. */
  readonly #digests = new Map<NoteUri, string>();

  remember(uri: NoteUri, text: string): void {
    if (!this.#digests.has(uri)) this.#digests.set(uri, digestOf(text));
  }

  /** Throws `Refused` where this is not what was read of the note. */
  refuseOther(uri: NoteUri, text: string | undefined, path: string): void {
    const before = this.#digests.get(uri);
    if (text === undefined || (before !== undefined && before !== digestOf(text))) throw changedMeanwhile(path);
  }
}

const digestOf = (text: string) => createHash("sha256").update(text).digest("base64");

/** What a file holds; undefined where it cannot be had. */
export function bytesAt(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

export const changedMeanwhile = (path: string) =>
  new Refused(`Nothing was changed: ${path} has changed meanwhile. The same command can be given again.`);
