// Keeps the index in step with the outside: open documents and files. The open buffer wins over the file.
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Bibliography } from "../core/bibliography";
import { baseName } from "../core/key";
import type { Note, NoteUri } from "../core/note";
import { noteUri, pathBelow, schemeOf, uriBelow } from "../core/noteUri";
import { parseNote } from "../core/parseNote";
import type { Settings } from "../core/settings";
import { isVaultSign } from "../features/vaultSigns";
import type { NoteFiles } from "../host/noteFiles";
import { type FolderContext, loadNotes, type OpenFolder, openFolder, parseOptionsOf, readNote, settingsFile } from "../host/openFolder";
import { isBibliographyName } from "../host/policy";
import { type Impact, VaultIndex } from "../index/vaultIndex";
import { BibliographyStore } from "./bibliographyStore";

export interface StoreOptions {
  filesFor(scheme: string): NoteFiles;
  report(sentence: string): void;
  /** Called after each change of the index; `gone` are notes that are no more. */
  onImpact(impact: Impact, gone: readonly NoteUri[]): void;
}

/** A document and the note it holds now. */
export interface OpenNote {
  readonly document: TextDocument;
  readonly note: Note;
}

/** The index and what it is made from: workspace folders, their files, open documents. */
export class NoteStore {
  readonly index = new VaultIndex();
  readonly folders: OpenFolder[] = [];
  readonly bibliographies: BibliographyStore;
  readonly #open = new Map<NoteUri, TextDocument>();
  readonly #dirty = new Set<NoteUri>();
  readonly #versions = new WeakMap<Note, number>();
  readonly #outside = new Map<NoteUri, { readonly version: number; readonly note: Note }>();

  constructor(readonly options: StoreOptions) {
    const onImpact = (impact: Impact) => options.onImpact(impact, []);
    this.bibliographies = new BibliographyStore({ ...options, index: this.index, onImpact });
  }

  // Folders

  /**
   * Opens a workspace folder and reads its notes. One that is open already is read anew, and answers from what it held until then;
   * what is no longer there goes at the end.
   */
  async load(uri: NoteUri, context: FolderContext, onProgress?: (read: number, found: number) => void): Promise<OpenFolder> {
    const { index, folders, bibliographies } = this;
    const folder = await openFolder(uri, this.options.filesFor(schemeOf(uri)), index, context);
    const at = folders.findIndex((open) => open.uri === uri);
    folders.splice(at < 0 ? folders.length : at, 1, folder);
    const read = new Set<NoteUri>();
    const take = (note: Note) => {
      if (this.placeOf(note.uri)?.folder !== folder) return;
      read.add(note.uri);
      index.add(note);
      this.#noteSigns(folder, note);
      if (this.#open.has(note.uri)) this.#dirty.add(note.uri);
    };
    const takeFile = (path: string) => index.addFile(uri, path);
    const takeBibliography = (bibliography: Bibliography) => {
      read.add(bibliography.uri);
      bibliographies.load(bibliography);
      if (this.#open.has(bibliography.uri)) this.#dirty.add(bibliography.uri);
    };
    const knownBibliography = (it: NoteUri) => bibliographies.known(it);
    const reading = { report: context.report, take, takeFile, takeBibliography, knownBibliography, ...(onProgress ? { onProgress } : {}) };
    if (folder.settings.enable) await loadNotes(folder, reading);
    bibliographies.keepOnly(uri, read);
    await bibliographies.useFiles(folders.flatMap(({ settings }) => settings.bibliography));
    this.#forget([...index.notes()].filter((note) => note.folder === uri && !read.has(note.uri)).map((note) => note.uri));
    for (const open of this.#open.keys()) this.#dirty.add(open);
    this.flush();
    return folder;
  }

  /** Takes new settings for an open folder whose notes stay as they are. */
  configure(uri: NoteUri, settings: Settings): void {
    const at = this.folders.findIndex((folder) => folder.uri === uri);
    const folder = this.folders[at];
    if (folder) this.folders.splice(at, 1, { ...folder, settings });
  }

  /** Forgets a workspace folder. */
  unload(uri: NoteUri): void {
    const at = this.folders.findIndex((folder) => folder.uri === uri);
    if (at < 0) return;
    this.folders.splice(at, 1);
    const gone = [...this.index.notes()].filter((note) => note.folder === uri).map((note) => note.uri);
    this.index.removeFolder(uri);
    this.options.onImpact({ notes: new Set(), topicsChanged: true }, gone);
  }

  #forget(gone: readonly NoteUri[]): void {
    for (const uri of gone) this.options.onImpact(this.index.remove(uri), [uri]);
  }

  /** The folder a file lies in, the innermost of nested ones, and its path there. */
  placeOf(uri: NoteUri): { readonly folder: OpenFolder; readonly path: string } | undefined {
    const places = this.folders.flatMap((folder) => {
      const path = pathBelow(folder.uri, uri);
      return path === undefined ? [] : [{ folder, path }];
    });
    return places.sort((a, b) => a.path.length - b.path.length)[0];
  }

  // Documents

  /** A document was opened or edited. It is read at the next request, or when typing rests. */
  edited(document: TextDocument): void {
    const uri = noteUri(document.uri);
    this.#open.set(uri, document);
    this.#dirty.add(uri);
  }

  /** A document was closed: its file counts again. */
  async closed(document: TextDocument): Promise<void> {
    const uri = noteUri(document.uri);
    this.#open.delete(uri);
    this.#dirty.delete(uri);
    this.#outside.delete(uri);
    await this.fileChanged(uri);
  }

  /** Brings the index up to date with every edit so far, in one turn. */
  flush(): void {
    for (const uri of this.#dirty) {
      this.#dirty.delete(uri);
      const document = this.#open.get(uri);
      const place = this.placeOf(uri);
      if (!document || !place?.folder.settings.enable) continue;
      const { folder, path } = place;
      if (folder.policy.isBibliography(path)) this.bibliographies.edited(folder, path, document.getText());
      else if (folder.policy.isNote(path)) this.#put(folder, this.#parse(document, uri, folder, path));
    }
  }

  /** The open document of a URI in any spelling, with its note: indexed if it belongs to a vault, else read for itself. */
  openNote(uri: string): OpenNote | undefined {
    const id = noteUri(uri);
    const document = this.#open.get(id);
    if (!document || isBibliographyName(id)) return undefined;
    const indexed = this.index.note(id);
    if (indexed) return { document, note: indexed };
    const known = this.#outside.get(id);
    if (known?.version === document.version) return { document, note: known.note };
    const note = this.#parse(document, id, undefined, baseName(id));
    this.#outside.set(id, { version: document.version, note });
    return { document, note };
  }

  /** The open document of a note, if it is open. */
  documentOf(uri: NoteUri): TextDocument | undefined {
    return this.#open.get(uri);
  }

  /** The version of the document that a note was read from; undefined when it was read from its file. */
  versionOf(note: Note): number | undefined {
    return this.#versions.get(note);
  }

  #parse(document: TextDocument, uri: NoteUri, folder: OpenFolder | undefined, path: string): Note {
    const modified = this.index.note(uri)?.fileModified ?? 0;
    const about = { uri, folder: folder?.uri, path, modified };
    const note = parseNote(about, document.getText(), folder ? parseOptionsOf(folder) : { topicsFromTags: false });
    this.#versions.set(note, document.version);
    return note;
  }

  // Files

  /** A file or folder appeared, changed or vanished. Returns false when the whole folder has to be read anew. */
  async fileChanged(uri: NoteUri): Promise<boolean> {
    const place = this.placeOf(uri);
    if (this.bibliographies.userFiles.has(uri)) await this.bibliographies.userFileChanged(uri);
    if (!place || place.path === "") return true;
    const { folder, path } = place;
    if (path === settingsFile || path === ".obsidian" || path === ".foam" || baseName(path) === ".gitignore") return false;
    if (!folder.settings.enable) return true;
    const kind = await folder.files.kindOf(uri);
    if (kind === undefined) this.#vanished(folder, path);
    else if (folder.policy.isSkipped(path)) return true;
    else if (kind === "folder") await this.#folderAppeared(folder, path);
    else await this.#fileAppeared(folder, path);
    return true;
  }

  async #folderAppeared(folder: OpenFolder, path: string): Promise<void> {
    if (folder.policy.skipsFolder(path)) return;
    const takeFile = (file: string) => this.options.onImpact(this.index.addFile(folder.uri, file), []);
    await loadNotes(folder, {
      start: path,
      report: this.options.report,
      takeFile,
      take: (note) => this.#takeFromDisk(folder, note),
      takeBibliography: (bibliography) => {
        this.bibliographies.take(bibliography);
        if (this.#open.has(bibliography.uri)) this.#dirty.add(bibliography.uri);
      },
    });
    this.flush();
  }

  async #fileAppeared(folder: OpenFolder, path: string): Promise<void> {
    this.options.onImpact(this.index.addFile(folder.uri, path), []);
    if (folder.policy.isBibliography(path)) await this.#bibliographyAppeared(folder, path);
    if (!folder.policy.isNote(path)) return;
    this.#takeFromDisk(folder, await readNote(folder, path));
  }

  async #bibliographyAppeared(folder: OpenFolder, path: string): Promise<void> {
    await this.bibliographies.fileAppeared(folder, path);
    if (!this.#open.has(uriBelow(folder.uri, path))) return;
    this.#dirty.add(uriBelow(folder.uri, path));
    this.flush();
  }

  /** A note as its file has it; where it is open, the buffer's text follows in the same turn. */
  #takeFromDisk(folder: OpenFolder, note: Note): void {
    this.#put(folder, note);
    if (!this.#open.has(note.uri)) return;
    this.#dirty.add(note.uri);
    this.flush();
  }

  /** A deleted note is gone even while its text is still open somewhere: the next edit, or the file's return, brings it back. */
  #vanished(folder: OpenFolder, path: string): void {
    for (const file of [path, ...filesBelow(folder, this.index, `${path}/`)]) {
      const uri = uriBelow(folder.uri, file);
      this.options.onImpact(this.index.removeFile(folder.uri, file), []);
      this.#outside.delete(uri);
      folder.signs.delete(uri);
      this.bibliographies.forget(uri);
      if (this.index.note(uri)) this.options.onImpact(this.index.remove(uri), [uri]);
    }
  }

  #put(folder: OpenFolder, note: Note): void {
    this.#noteSigns(folder, note);
    this.options.onImpact(this.index.put(note), []);
  }

  #noteSigns(folder: OpenFolder, note: Note): void {
    if (isVaultSign(note)) folder.signs.add(note.uri);
    else folder.signs.delete(note.uri);
  }
}

function filesBelow(folder: OpenFolder, index: VaultIndex, prefix: string): readonly string[] {
  const files = index.folders.find(({ uri }) => uri === folder.uri)?.files;
  return files?.hasFolder(prefix.slice(0, -1)) ? [...files.all()].filter((path) => path.startsWith(prefix)) : [];
}
