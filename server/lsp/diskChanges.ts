// Takes into the index what appears, changes or vanishes on the disk in an open folder. What is told is only where to look: the disk says what is.
import { baseName, folderOf } from "../core/key";
import type { Note, NoteUri } from "../core/note";
import { uriBelow } from "../core/noteUri";
import { missingPaths } from "../features/vaultSigns";
import { type FilePlace, loadNotes, type OpenFolder, readNote, settingsFile } from "../host/openFolder";
import type { Report } from "../host/report";
import { type FileTree, foldersAround } from "../index/fileTree";
import type { Impact } from "../index/impact";
import type { VaultIndex } from "../index/vaultIndex";
import type { BibliographyStore } from "./bibliographyStore";

export interface DiskOptions {
  readonly index: VaultIndex;
  readonly bibliographies: BibliographyStore;
  readonly report: Report;
  /** Whether a file is for this folder to read, and not for one inside it. */
  isOwn(folder: OpenFolder, uri: NoteUri): boolean;
  /** Takes a note as its file has it. */
  take(folder: OpenFolder, note: Note): void;
  /** Called when a file was taken that may be open as well. */
  onRead(uri: NoteUri): void;
  /** Called before a file that is no more is taken out of the index. */
  onGone(folder: OpenFolder, uri: NoteUri): void;
  onImpact(impact: Impact, gone: readonly NoteUri[]): void;
  /** See `NoteStore.broken`. */
  broken(): readonly Note[];
}

export class DiskChanges {
  constructor(readonly options: DiskOptions) {}

  /** Looks at what lies at a place now. Returns false when the whole folder has to be read anew. */
  async follow({ folder, path }: FilePlace): Promise<boolean> {
    if (path === settingsFile || path === ".obsidian" || path === ".foam" || isRules(path)) return false;
    if (!folder.settings.enable) return true;
    // Most disks of people disregard case: what was renamed from `A.md` to `a.md` is still found under both names.
    const spellings = new Set([path, ...(this.#filesOf(folder)?.spellings(path) ?? [])]);
    for (const spelling of spellings) if (!(await this.#look({ folder, path: spelling }, spellings.size > 1))) return false;
    return true;
  }

  async #look({ folder, path }: FilePlace, isDoubtful: boolean): Promise<boolean> {
    const found = await folder.files.kindOf(uriBelow(folder.uri, path));
    const kind = isDoubtful && found !== undefined && !(await isSpelled(folder, path)) ? undefined : found;
    if (kind === undefined) return this.#vanished(folder, this.#known(folder, path));
    if (folder.policy.isSkipped(path)) return this.#unlistedChanged(folder, path, kind);
    return kind === "folder" ? this.#folderIsThere(folder, path) : this.#fileIsThere(folder, path);
  }

  /** Something changed in a folder that is not listed: links that lead there are asked about again. */
  #unlistedChanged(folder: OpenFolder, path: string, kind: "file" | "folder"): boolean {
    const { index, broken, onImpact } = this.options;
    const unlisted = foldersAround(path).filter(folder.policy.skipsFolder);
    for (const it of unlisted) folder.skipped.add(it);
    const leadsThere = (note: Note) => missingPaths(index, note, (it) => it === path || it.startsWith(`${path}/`)).length > 0;
    const notes = kind === "file" ? index.concernedByFile(path) : new Set(broken().filter(leadsThere));
    onImpact({ notes, topicsChanged: false }, []);
    return true;
  }

  /** A folder is there, new or not: of one that another took the place of, nobody may tell more than that. */
  async #folderIsThere(folder: OpenFolder, path: string): Promise<boolean> {
    const { index, bibliographies, report, isOwn, onImpact, onRead } = this.options;
    const before = this.#known(folder, path);
    if (folder.policy.skipsFolder(path)) {
      folder.skipped.add(path);
      return this.#vanished(folder, before) && this.#unlistedChanged(folder, path, "folder");
    }
    const listed = new Set<string>();
    const read = new Set<NoteUri>();
    await loadNotes(folder, {
      start: path,
      report,
      takeFile: (file) => {
        listed.add(file);
        onImpact(index.putFile(folder.uri, file), []);
      },
      take: (note) => {
        read.add(note.uri);
        if (isOwn(folder, note.uri)) this.#take(folder, note);
      },
      takeBibliography: (bibliography) => {
        read.add(bibliography.uri);
        if (!isOwn(folder, bibliography.uri)) return;
        bibliographies.take(bibliography);
        onRead(bibliography.uri);
      },
    });
    const unread = before.filter((file) => !read.has(uriBelow(folder.uri, file)));
    const isComplete = this.#vanished(folder, unread);
    // Rules that came with the folder may have made another file of a note.
    for (const file of unread) if (listed.has(file)) onImpact(index.putFile(folder.uri, file), []);
    return isComplete;
  }

  async #fileIsThere(folder: OpenFolder, path: string): Promise<boolean> {
    const { index, bibliographies, onImpact, onRead } = this.options;
    if (!this.#vanished(folder, this.#known(folder, path).slice(1))) return false;
    onImpact(index.putFile(folder.uri, path), []);
    if (folder.policy.isNote(path)) this.#take(folder, await readNote(folder, path));
    if (!folder.policy.isBibliography(path)) return true;
    await bibliographies.fileAppeared(folder, path);
    onRead(uriBelow(folder.uri, path));
    return true;
  }

  #take(folder: OpenFolder, note: Note): void {
    this.options.take(folder, note);
    this.options.onRead(note.uri);
  }

  /**
   * Takes files out. A deleted note is gone even while its text is still open somewhere: the next edit, or the file's return, brings it
   * back. Returns false when rules of git are among them, which were in force for others too.
   */
  #vanished(folder: OpenFolder, paths: readonly string[]): boolean {
    const { index, bibliographies, onImpact, onGone } = this.options;
    for (const file of paths) {
      const uri = uriBelow(folder.uri, file);
      onGone(folder, uri);
      onImpact(index.removeFile(folder.uri, file), []);
      bibliographies.forget(uri);
      if (index.note(uri)) onImpact(index.remove(uri), [uri]);
    }
    return !paths.some(isRules);
  }

  /** A path, and those of the files that were found below it. */
  #known(folder: OpenFolder, path: string): readonly string[] {
    return [path, ...(this.#filesOf(folder)?.below(path) ?? [])];
  }

  #filesOf({ uri: folder }: OpenFolder): FileTree | undefined {
    return this.options.index.folders.find(({ uri }) => uri === folder)?.files;
  }
}

const isRules = (path: string) => baseName(path) === ".gitignore";

/** Whether a path is spelled on the disk as it is here, letter by letter. What cannot be listed is taken at its word. */
async function isSpelled({ uri, files }: OpenFolder, path: string): Promise<boolean> {
  for (const place of [...foldersAround(path), path]) {
    const entries = await files.readFolder(uriBelow(uri, folderOf(place))).catch(() => undefined);
    if (entries && !entries.some(({ name }) => name === baseName(place))) return false;
  }
  return true;
}
