// Keeps the index in step with the outside: open documents and files. The open buffer wins over the file.
import type { TextDocument } from "vscode-languageserver-textdocument";
import { baseName } from "../core/key";
import type { Note, NoteUri } from "../core/note";
import { noteUri, schemeOf } from "../core/noteUri";
import { parseNote } from "../core/parseNote";
import { KnownProblems } from "../features/knownProblems";
import { isVaultSign } from "../features/vaultSigns";
import type { IndexStore } from "../host/indexStore";
import type { NoteFiles } from "../host/noteFiles";
import {
  type FilePlace,
  type FolderContext,
  type LoadOptions,
  loadNotes,
  type OpenFolder,
  openFolder,
  parseOptionsOf,
  placeIn,
} from "../host/openFolder";
import { isBibliographyName } from "../host/policy";
import { rulesOf } from "../host/rules";
import { readSaved, type SavedFolder } from "../host/savedFolder";
import { commonWith } from "../host/warmStart";
import type { Impact } from "../index/impact";
import { VaultIndex } from "../index/vaultIndex";
import { BibliographyStore } from "./bibliographyStore";
import { DiskChanges } from "./diskChanges";
import { OpenDocuments } from "./openDocuments";

export interface StoreOptions extends Pick<FolderContext, "report"> {
  filesFor(scheme: string): NoteFiles;
  /** Called after each change of the index; `gone` are notes that are no more. */
  onImpact(impact: Impact, gone: readonly NoteUri[]): void;
}

export interface StoreLoadOptions {
  readonly indexStore: IndexStore;
  /** Called now and then with how many notes are read and how many are found so far. */
  readonly onProgress?: LoadOptions["onProgress"];
}

/** A document and the note it holds now. */
export interface OpenNote {
  readonly document: TextDocument;
  readonly note: Note;
}

/** The index and what it is made from: workspace folders, their files, open documents. */
export class NoteStore {
  readonly index = new VaultIndex();
  readonly problems = new KnownProblems(this.index);
  readonly folders: OpenFolder[] = [];
  readonly bibliographies: BibliographyStore;
  /** Folders of which the index holds other notes than were kept for the next start. */
  readonly unsaved = new Set<NoteUri>();
  readonly #disk: DiskChanges;
  readonly #documents = new OpenDocuments();
  readonly #versions = new WeakMap<Note, number>();

  constructor(readonly options: StoreOptions) {
    const onImpact = (impact: Impact) => this.#changed(impact, []);
    this.bibliographies = new BibliographyStore({ ...options, index: this.index, onImpact });
    this.#disk = new DiskChanges({
      ...{ index: this.index, bibliographies: this.bibliographies, report: options.report },
      isOwn: (folder, uri) => this.placeOf(uri)?.folder.uri === folder.uri,
      take: (folder, note) => this.#put(folder, note),
      onRead: (uri) => this.#followBuffer(uri),
      onGone: (folder, uri) => this.#vanished(folder, uri),
      onImpact: (impact, gone) => this.#changed(impact, gone),
      broken: () => this.broken(),
    });
  }

  // Folders

  /**
   * Opens a workspace folder and reads its notes, those from `indexStore` that are there and unchanged. One that is open already is read
   * anew, and answers from what it held until then; what is no longer there goes at the end. Returns how many notes were taken from there.
   */
  async load(uri: NoteUri, context: FolderContext, { indexStore, onProgress }: StoreLoadOptions): Promise<number> {
    const { index, folders, bibliographies } = this;
    const folder = await openFolder(uri, this.options.filesFor(schemeOf(uri)), index, context);
    this.#keep(folder);
    const saved = folder.settings.enable ? await readSaved(indexStore, folder, context.report) : undefined;
    const read = new Set<NoteUri>();
    let taken = 0;
    /** A file of a folder inside this one is read there. */
    const takes = (it: NoteUri): boolean => {
      if (this.placeOf(it)?.folder !== folder) return false;
      read.add(it);
      this.#documents.readAgain(it);
      return true;
    };
    const reading: LoadOptions = {
      report: context.report,
      saved,
      takeFile: (path) => index.addFile(uri, path),
      take: (note, sites) => {
        if (!takes(note.uri)) return;
        index.add(note, sites);
        if (sites) taken++;
        this.#noteSigns(folder, note);
      },
      takeBibliography: (bibliography) => takes(bibliography.uri) && bibliographies.load(bibliography),
      knownBibliography: (it) => bibliographies.known(it),
      onProgress,
    };
    if (folder.settings.enable) await loadNotes(folder, reading);
    bibliographies.keepOnly(uri, read);
    await bibliographies.useFiles(folders.flatMap(({ settings }) => settings.bibliography));
    this.#forget([...index.notes()].filter((note) => note.folder === uri && !read.has(note.uri)).map((note) => note.uri));
    this.#documents.readAllAgain();
    this.problems.clear();
    this.flush();
    await this.#takeOver(folder, saved);
    return taken;
  }

  /** Takes over the problems that were kept and still hold. */
  async #takeOver(folder: OpenFolder, saved: SavedFolder | undefined): Promise<void> {
    const { index, problems, unsaved } = this;
    const { held, isAll } = await commonWith(saved, index, folder);
    for (const [note, its] of held) problems.take(note, rulesOf(folder.settings), its);
    if (isAll) unsaved.delete(folder.uri);
    else unsaved.add(folder.uri);
  }

  /** Takes new settings or another template for an open folder whose notes stay as they are. */
  configure(uri: NoteUri, change: Partial<Pick<OpenFolder, "settings" | "template">>): void {
    const folder = this.folders.find((open) => open.uri === uri);
    if (folder) this.#keep({ ...folder, ...change });
  }

  #keep(folder: OpenFolder): void {
    const at = this.folders.findIndex(({ uri }) => uri === folder.uri);
    this.folders.splice(at < 0 ? this.folders.length : at, 1, folder);
  }

  /** Forgets a workspace folder. */
  unload(uri: NoteUri): void {
    const at = this.folders.findIndex((folder) => folder.uri === uri);
    if (at < 0) return;
    this.folders.splice(at, 1);
    const gone = [...this.index.notes()].filter((note) => note.folder === uri).map((note) => note.uri);
    this.index.removeFolder(uri);
    this.problems.clear();
    this.#changed({ notes: new Set(), topicsChanged: true }, gone);
  }

  /** Every change of the index that follows a load comes by here. */
  #changed(impact: Impact, gone: readonly NoteUri[]): void {
    this.problems.concern([...[...impact.notes].map(({ uri }) => uri), ...gone]);
    this.options.onImpact(impact, gone);
  }

  #forget(gone: readonly NoteUri[]): void {
    for (const uri of gone) this.#changed(this.index.remove(uri), [uri]);
  }

  /** The folder a file lies in, the innermost of nested ones, and its path there. */
  placeOf(uri: NoteUri): FilePlace | undefined {
    return placeIn(this.folders, uri);
  }

  /** Whether a file is a note of an open folder, by where it lies and its name. */
  isNote(uri: NoteUri): boolean {
    const place = this.placeOf(uri);
    return place?.folder.policy.isNote(place.path) ?? false;
  }

  // Documents

  /** A document was opened or edited. It is read at the next request, or when typing rests. */
  edited(document: TextDocument): void {
    this.#documents.edited(document);
  }

  /** A document was closed: its file counts again. */
  async closed(document: TextDocument): Promise<void> {
    await this.fileChanged(this.#documents.closed(document));
  }

  /** Brings the index up to date with every edit so far, in one turn. */
  flush(): void {
    for (const [uri, document] of this.#documents.takeEdited()) {
      const place = this.placeOf(uri);
      if (!place?.folder.settings.enable) continue;
      const { folder, path } = place;
      if (folder.policy.isBibliography(path)) this.bibliographies.edited(folder, path, document.getText());
      else if (folder.policy.isNote(path)) this.#put(folder, this.#parse(document, uri, folder, path));
    }
  }

  /** The open document of a URI in any spelling, with its note: indexed if it belongs to a vault, else read for itself. */
  openNote(uri: string): OpenNote | undefined {
    const id = noteUri(uri);
    const document = this.#documents.get(id);
    if (!document || isBibliographyName(id)) return undefined;
    const read = () => this.#parse(document, id, undefined, baseName(id));
    return { document, note: this.index.note(id) ?? this.#documents.outside(id, document, read) };
  }

  /** The open document of a note, if it is open. */
  documentOf(uri: NoteUri): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  /** The version of the document that a note was read from; undefined when it was read from its file. */
  versionOf(note: Note): number | undefined {
    return this.#versions.get(note);
  }

  /** What a note is when the open document that it was read from is read once more; the same note where it was read from its file. */
  readAnew(note: Note): Note {
    const document = this.versionOf(note) === undefined ? undefined : this.documentOf(note.uri);
    return document ? this.#parse(document, note.uri, this.placeOf(note.uri)?.folder, note.path) : note;
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
    if (this.bibliographies.userFiles.has(uri)) await this.bibliographies.userFileChanged(uri);
    const place = this.placeOf(uri);
    // The root of a file system may be written with a slash behind it or without.
    return !place || place.path === "" || this.#disk.follow(place);
  }

  /** The notes that are known to have links that lead nowhere. */
  broken(): readonly Note[] {
    return [...this.problems.countsOf("broken-reference").keys()].flatMap((uri) => this.index.note(uri) ?? []);
  }

  /** What was read from a file that is open: the buffer's text follows in the same turn. */
  #followBuffer(uri: NoteUri): void {
    if (this.#documents.readAgain(uri)) this.flush();
  }

  #vanished(folder: OpenFolder, uri: NoteUri): void {
    this.unsaved.add(folder.uri);
    this.#documents.forgetOutside(uri);
    folder.signs.delete(uri);
  }

  #put(folder: OpenFolder, note: Note): void {
    this.unsaved.add(folder.uri);
    this.#noteSigns(folder, note);
    this.#changed(this.index.put(note), []);
  }

  #noteSigns(folder: OpenFolder, note: Note): void {
    if (isVaultSign(note)) folder.signs.add(note.uri);
    else folder.signs.delete(note.uri);
  }
}
