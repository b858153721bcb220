// An index store that keeps everything in memory.
import type { IndexStore } from "../server/host/indexStore";

/** Pieces by the names they are kept under, to be looked at and damaged. */
export type Pieces = Map<string, readonly Uint8Array[]>;

export function memoryStore(kept: Pieces = new Map(), edition = "1"): IndexStore {
  return {
    edition,
    async *load(name) {
      yield* kept.get(name) ?? [];
    },
    async save(name, pieces) {
      const all: Uint8Array[] = [];
      for await (const piece of pieces) all.push(piece);
      kept.set(name, all);
      return true;
    },
  };
}
