// Finds out what changed on the disk since a folder was read: lists it again and compares times and sizes, which reads no note.
import type { NoteUri } from "../core/note";
import { uriBelow } from "../core/noteUri";
import type { VaultIndex } from "../index/vaultIndex";
import { breather } from "./breather";
import type { FileText, NoteFiles, Stamp } from "./noteFiles";
import { isPassedOver, isSettled, type OpenFolder } from "./openFolder";
import { walk } from "./walk";

/** A file as it was read. `text`: it had changed just before, so that another change since may look the same from outside. */
interface Read extends Stamp {
  readonly text?: string;
}

/** Looks at folders through a file port, and remembers what was read through `files` but for notes: of these the index knows time and size. */
export class DiskLook {
  readonly #read = new Map<NoteUri, Read>();
  /** The same port, for who reads the folders. */
  readonly files: NoteFiles;

  constructor(
    readonly disk: NoteFiles,
    readonly isNote: (file: NoteUri) => boolean,
  ) {
    this.files = {
      atOnce: disk.atOnce,
      readFolder: (folder) => disk.readFolder(folder),
      readFile: async (file, maxSize) => this.#remembered(file, await disk.readFile(file, maxSize)),
      stampOf: (file) => disk.stampOf(file),
      kindOf: (uri) => disk.kindOf(uri),
      isReadOnly: (file) => disk.isReadOnly(file),
      realPath: (folder) => disk.realPath(folder),
    };
  }

  #remembered(uri: NoteUri, file: FileText): FileText {
    const { modified, size } = file;
    if (this.isNote(uri)) return file;
    this.#read.set(uri, { modified, size, ...("text" in file && !isSettled(modified) ? { text: file.text } : {}) });
    return file;
  }

  /** Where something appeared, changed or vanished in a folder, compared with what `index` and `folder` hold of it. */
  async changes(index: VaultIndex, folder: OpenFolder): Promise<readonly NoteUri[]> {
    const known = new Set(index.folders.find(({ uri }) => uri === folder.uri)?.files.all());
    const passedOver = new Set(folder.skipped);
    const changed: string[] = [];
    const breathe = breather();
    for await (const { files, skipped } of walk(this.disk, folder.uri, "", folder.policy, () => undefined)) {
      for (const path of files) {
        if (!known.delete(path) || (await this.#differs(index, folder, path))) changed.push(path);
        await breathe();
      }
      for (const path of skipped) if (!passedOver.delete(path) && folder.skipped.add(path)) changed.push(path);
    }
    for (const path of passedOver) if (folder.skipped.delete(path)) changed.push(path);
    for (const path of known) if (await this.#isGone(folder, path)) changed.push(withoutDot(path));
    return changed.map((path) => uriBelow(folder.uri, path));
  }

  /** Whether a file that was read through `files` is another now; one that nobody read does not matter. */
  async isChanged(uri: NoteUri): Promise<boolean> {
    const before = this.#read.get(uri);
    if (!before) return false;
    const now = await this.disk.stampOf(uri);
    if (isOther(before, now)) return true;
    if (before.text === undefined) return false;
    const file = await this.disk.readFile(uri, Number.MAX_SAFE_INTEGER);
    return !("text" in file) || file.text !== before.text;
  }

  async #differs(index: VaultIndex, { uri: folder, policy }: OpenFolder, path: string): Promise<boolean> {
    const uri = uriBelow(folder, path);
    if (!policy.isNote(path)) return this.isChanged(uri);
    const note = index.note(uri);
    // A note without a size was read when its file had just changed: it is read again.
    return !note || note.fileSize < 0 || isOther({ modified: note.fileModified, size: note.fileSize }, await this.disk.stampOf(uri));
  }

  /** What a link leads to in a folder that is not listed was asked for by itself, and is asked for again. */
  async #isGone(folder: OpenFolder, path: string): Promise<boolean> {
    return !isPassedOver(folder)(path) || (await this.disk.kindOf(uriBelow(folder.uri, withoutDot(path)))) === undefined;
  }
}

const isOther = (before: Stamp, now: Stamp | undefined): boolean => before.modified !== now?.modified || before.size !== now.size;

/** A folder that was asked for is kept as `folder/.`. */
const withoutDot = (path: string) => path.replace(/\/\.$/, "");
