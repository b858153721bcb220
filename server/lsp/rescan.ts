// Looks for changes that nobody told of: events of a remote or a network disk get lost, and some clients tell of no files at all.
import type { NoteUri } from "../core/note";
import { uriBelow } from "../core/noteUri";
import { missingPaths } from "../features/vaultSigns";
import { breather } from "../host/breather";
import { DiskLook } from "../host/diskLook";
import type { NoteFiles } from "../host/noteFiles";
import { isPassedOver, type OpenFolder } from "../host/openFolder";
import type { RescanParams } from "../protocol";
import type { NoteStore } from "./noteStore";

/** The file ports of a server, each read through a look at its disk. */
export class DiskLooks {
  readonly #looks = new Map<NoteFiles, DiskLook>();

  constructor(
    readonly portFor: (scheme: string) => NoteFiles,
    readonly isNote: (file: NoteUri) => boolean,
  ) {}

  filesFor(scheme: string): NoteFiles {
    return this.#lookAt(this.portFor(scheme)).files;
  }

  /** Where the open folders are others than the index has them; by times and sizes, no note is read. */
  async changes(store: NoteStore, { reach }: RescanParams): Promise<readonly NoteUri[]> {
    const { index, folders, bibliographies } = store;
    const changed: NoteUri[] = [];
    for (const folder of folders) {
      const look = [...this.#looks.values()].find(({ files }) => files === folder.files);
      const isNear = folder.files.atOnce === 1;
      if (!look || !folder.settings.enable || (reach === "near" && !isNear)) continue;
      // Of a disk that is out of reach for the moment nothing is forgotten.
      if ((await folder.files.kindOf(folder.uri)) !== "folder") continue;
      changed.push(...(await look.changes(index, folder)), ...(await appearedUnlisted(store, folder)));
    }
    const [own] = this.#looks.values();
    for (const uri of own ? bibliographies.userFiles : []) if (await own?.isChanged(uri)) changed.push(uri);
    return changed;
  }

  #lookAt(port: NoteFiles): DiskLook {
    const look = this.#looks.get(port) ?? new DiskLook(port, this.isNote);
    this.#looks.set(port, look);
    return look;
  }
}

/** What links of a folder's notes lead to in places that are not listed, where it was missing and is there now. */
async function appearedUnlisted(store: NoteStore, folder: OpenFolder): Promise<readonly NoteUri[]> {
  if (folder.skipped.size === 0) return [];
  const isUnlisted = isPassedOver(folder);
  const breathe = breather();
  const uris = new Set<NoteUri>();
  for (const note of store.broken()) {
    if (note.folder === folder.uri) for (const path of missingPaths(store.index, note, isUnlisted)) uris.add(uriBelow(folder.uri, path));
    await breathe();
  }
  const appeared: NoteUri[] = [];
  for (const uri of uris) {
    if ((await folder.files.kindOf(uri)) !== undefined) appeared.push(uri);
    await breathe();
  }
  return appeared;
}
