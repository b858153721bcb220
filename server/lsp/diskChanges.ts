// Takes into the index what appears, changes or vanishes on the disk in an open folder.
import { baseName } from "../core/key";
import type { Note, NoteUri } from "../core/note";
import { uriBelow } from "../core/noteUri";
import { type FilePlace, loadNotes, type OpenFolder, readNote, settingsFile } from "../host/openFolder";
import type { Report } from "../host/report";
import type { Impact } from "../index/impact";
import type { VaultIndex } from "../index/vaultIndex";
import type { BibliographyStore } from "./bibliographyStore";

export interface DiskOptions {
  readonly index: VaultIndex;
  readonly bibliographies: BibliographyStore;
  readonly report: Report;
  /** Takes a note as its file has it. */
  take(folder: OpenFolder, note: Note): void;
  /** Called when a file was taken that may be open as well. */
  onRead(uri: NoteUri): void;
  /** Called before a file that is no more is taken out of the index. */
  onGone(folder: OpenFolder, uri: NoteUri): void;
  onImpact(impact: Impact, gone: readonly NoteUri[]): void;
}

export class DiskChanges {
  constructor(readonly options: DiskOptions) {}

  /** Looks at what lies at a place now. Returns false when the whole folder has to be read anew. */
  async follow({ folder, path }: FilePlace): Promise<boolean> {
    if (path === settingsFile || path === ".obsidian" || path === ".foam" || baseName(path) === ".gitignore") return false;
    if (!folder.settings.enable) return true;
    const kind = await folder.files.kindOf(uriBelow(folder.uri, path));
    if (kind === undefined) this.#vanished(folder, path);
    else if (folder.policy.isSkipped(path)) return true;
    else if (kind === "folder") await this.#folderAppeared(folder, path);
    else await this.#fileAppeared(folder, path);
    return true;
  }

  async #folderAppeared(folder: OpenFolder, path: string): Promise<void> {
    const { index, bibliographies, report, onImpact, onRead } = this.options;
    if (folder.policy.skipsFolder(path)) return;
    await loadNotes(folder, {
      start: path,
      report,
      takeFile: (file) => onImpact(index.putFile(folder.uri, file), []),
      take: (note) => this.#take(folder, note),
      takeBibliography: (bibliography) => {
        bibliographies.take(bibliography);
        onRead(bibliography.uri);
      },
    });
  }

  async #fileAppeared(folder: OpenFolder, path: string): Promise<void> {
    const { index, bibliographies, onImpact, onRead } = this.options;
    onImpact(index.putFile(folder.uri, path), []);
    if (folder.policy.isNote(path)) this.#take(folder, await readNote(folder, path));
    if (!folder.policy.isBibliography(path)) return;
    await bibliographies.fileAppeared(folder, path);
    onRead(uriBelow(folder.uri, path));
  }

  #take(folder: OpenFolder, note: Note): void {
    this.options.take(folder, note);
    this.options.onRead(note.uri);
  }

  /** A deleted note is gone even while its text is still open somewhere: the next edit, or the file's return, brings it back. */
  #vanished(folder: OpenFolder, path: string): void {
    const { index, bibliographies, onImpact, onGone } = this.options;
    const files = index.folders.find(({ uri }) => uri === folder.uri)?.files;
    for (const file of [path, ...(files?.below(path) ?? [])]) {
      const uri = uriBelow(folder.uri, file);
      onGone(folder, uri);
      onImpact(index.removeFile(folder.uri, file), []);
      bibliographies.forget(uri);
      if (index.note(uri)) onImpact(index.remove(uri), [uri]);
    }
  }
}
