// Keeps the index in step with the outside: open documents and files. The open buffer wins over the file.
import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { baseName } from "../core/key";
import type { Note, NoteUri } from "../core/note";
import { noteUri, pathBelow, schemeOf, uriBelow } from "../core/noteUri";
import { parseNote } from "../core/parseNote";
import { isVaultSign } from "../features/vaultSigns";
import type { NoteFiles } from "../host/noteFiles";
import { type FolderContext, loadNotes, type OpenFolder, openFolder, readNote, settingsFile } from "../host/openFolder";
import { type Impact, VaultIndex } from "../index/vaultIndex";

export interface StoreOptions {
  readonly documents: TextDocuments<TextDocument>;
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

export class NoteStore {
  readonly index = new VaultIndex();
  readonly folders: OpenFolder[] = [];
  readonly #open = new Map<NoteUri, TextDocument>();
  readonly #dirty = new Set<NoteUri>();
  readonly #outside = new Map<NoteUri, { readonly version: number; readonly note: Note }>();

  constructor(readonly options: StoreOptions) {}

  // Folders

  /** Opens a workspace folder and reads its notes; one that is open already is read anew. */
  async load(uri: NoteUri, context: FolderContext, onProgress?: (read: number, found: number) => void): Promise<OpenFolder> {
    this.unload(uri);
    const { index } = this;
    const folder = await openFolder(uri, this.options.filesFor(schemeOf(uri)), index, context);
    this.folders.push(folder);
    for (const open of this.#open.keys()) this.#dirty.add(open);
    if (!folder.settings.enable) return folder;
    await loadNotes(folder, index, {
      report: context.report,
      isOpen: (note) => this.#open.has(note),
      take: (note) => {
        index.add(note);
        this.#noteSigns(folder, note);
      },
      ...(onProgress ? { onProgress } : {}),
    });
    this.flush();
    return folder;
  }

  /** Forgets a workspace folder. */
  unload(uri: NoteUri): void {
    const at = this.folders.findIndex((folder) => folder.uri === uri);
    if (at < 0) return;
    this.folders.splice(at, 1);
    const gone = [...this.index.notes()].filter((note) => note.folder === uri).map((note) => note.uri);
    this.options.onImpact(this.index.removeFolder(uri), gone);
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
      const document = this.#open.get(uri);
      const place = this.placeOf(uri);
      if (!document || !place?.folder.settings.enable || !place.folder.policy.isNote(place.path)) continue;
      this.#put(place.folder, this.#parse(document, uri, place.folder, place.path));
    }
    this.#dirty.clear();
  }

  get hasEdits(): boolean {
    return this.#dirty.size > 0;
  }

  /** The open document of a URI in any spelling, with its note: indexed if it belongs to a vault, else read for itself. */
  openNote(uri: string): OpenNote | undefined {
    const id = noteUri(uri);
    const document = this.#open.get(id);
    if (!document) return undefined;
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

  openUris(): Iterable<NoteUri> {
    return this.#open.keys();
  }

  #parse(document: TextDocument, uri: NoteUri, folder: OpenFolder | undefined, path: string): Note {
    const modified = this.index.note(uri)?.modified ?? 0;
    return parseNote({ uri, folder: folder?.uri, path, modified }, document.getText(), {
      topicsFromTags: folder?.settings.topics.fromTags ?? false,
    });
  }

  // Files

  /** A file or folder appeared, changed or vanished. Returns false when the whole folder has to be read anew. */
  async fileChanged(uri: NoteUri): Promise<boolean> {
    const place = this.placeOf(uri);
    if (!place || place.path === "") return true;
    const { folder, path } = place;
    if (path === settingsFile || baseName(path) === ".gitignore") return false;
    if (!folder.settings.enable) return true;
    const kind = await folder.files.kindOf(uri);
    if (kind === "folder") await this.#folderAppeared(folder, path);
    else if (kind === "file") await this.#fileAppeared(folder, path);
    else this.#vanished(folder, path);
    return true;
  }

  async #folderAppeared(folder: OpenFolder, path: string): Promise<void> {
    if (folder.policy.skipsFolder(path)) return;
    const { report } = this.options;
    await loadNotes(folder, this.index, {
      start: path,
      report,
      isOpen: (uri) => this.#open.has(uri),
      take: (note) => this.#put(folder, note),
    });
  }

  async #fileAppeared(folder: OpenFolder, path: string): Promise<void> {
    const uri = uriBelow(folder.uri, path);
    this.options.onImpact(this.index.addFile(folder.uri, path), []);
    if (!folder.policy.isNote(path)) return;
    if (this.#open.has(uri)) {
      // Its text is the buffer's; but it may have been taken for deleted.
      this.#dirty.add(uri);
      return;
    }
    this.#put(folder, await readNote(folder, path));
  }

  /** A deleted note is gone even while its text is still open somewhere: the next edit, or the file's return, brings it back. */
  #vanished(folder: OpenFolder, path: string): void {
    for (const file of [path, ...filesBelow(folder, this.index, `${path}/`)]) {
      const uri = uriBelow(folder.uri, file);
      this.options.onImpact(this.index.removeFile(folder.uri, file), []);
      this.#outside.delete(uri);
      folder.signs.delete(uri);
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
