// Where the command line keeps what it read for the next time.
import type { NoteUri } from "../core/note";
import { fsPathOf } from "../core/noteUri";
import { type IndexStore, noStore } from "../host/indexStore";
import { cacheFolder, nodeIndexStore } from "../host/nodeIndexStore";

/** In a folder if one is named, else where the system wants it; nowhere with `--no-cache`. */
export function storeFor(options: { readonly "no-cache"?: unknown }, folder?: NoteUri): IndexStore {
  if (options["no-cache"]) return noStore;
  return nodeIndexStore(folder === undefined ? cacheFolder() : fsPathOf(folder), __filename);
}
