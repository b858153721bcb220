// Keeps the bibliographies of the index in step with their files: those of the folders and those the user named from elsewhere.
import { type Bibliography, parseBibliography } from "../core/bibliography";
import type { NoteUri } from "../core/note";
import { fileUri, fsPathOf, schemeOf, uriBelow } from "../core/noteUri";
import { readBibliographyFile } from "../host/bibliographies";
import type { NoteFiles } from "../host/noteFiles";
import type { OpenFolder } from "../host/openFolder";
import type { Report } from "../host/report";
import type { Impact } from "../index/impact";
import type { VaultIndex } from "../index/vaultIndex";

export interface BibliographyStoreOptions {
  readonly index: VaultIndex;
  filesFor(scheme: string): NoteFiles;
  readonly report: Report;
  onImpact(impact: Impact): void;
}

export class BibliographyStore {
  /** Files outside the vault, read and never written; named by the user and never by a workspace. */
  #userFiles: ReadonlySet<NoteUri> = new Set();

  constructor(readonly options: BibliographyStoreOptions) {}

  get userFiles(): ReadonlySet<NoteUri> {
    return this.#userFiles;
  }

  /** What a file held last. */
  known(uri: NoteUri): Bibliography | undefined {
    return this.options.index.papers.bibliography(uri);
  }

  /** Takes one in while its folder is read and everything is going to be looked at afterwards. */
  load(bibliography: Bibliography): void {
    this.options.index.addBibliography(bibliography);
  }

  take(bibliography: Bibliography): void {
    this.options.onImpact(this.options.index.putBibliography(bibliography));
  }

  forget(uri: NoteUri): void {
    if (this.known(uri)) this.options.onImpact(this.options.index.removeBibliography(uri));
  }

  /** Takes what an open document holds now. */
  edited({ uri: folder }: OpenFolder, path: string, text: string): void {
    const uri = uriBelow(folder, path);
    this.take(parseBibliography({ uri, folder, path }, text, this.known(uri)));
  }

  /** Reads a file of a folder anew. */
  async fileAppeared({ uri: folder, files }: OpenFolder, path: string): Promise<void> {
    const uri = uriBelow(folder, path);
    await this.#read(files, { uri, folder, path });
  }

  /** Forgets the bibliographies of a folder that were not read with it. */
  keepOnly(folder: NoteUri, read: ReadonlySet<NoteUri>): void {
    const gone = [...this.options.index.papers.bibliographies()].filter((it) => it.folder === folder && !read.has(it.uri));
    for (const { uri } of gone) this.forget(uri);
  }

  /** Reads the files that the user's settings name, by their whole paths, and forgets those named before. */
  async useFiles(paths: readonly string[]): Promise<void> {
    const named = new Set(paths.map(fileUri));
    const fresh = [...named].filter((uri) => !this.#userFiles.has(uri) || !this.known(uri));
    const gone = [...this.#userFiles].filter((uri) => !named.has(uri));
    this.#userFiles = named;
    for (const uri of gone) if (this.known(uri)?.folder === undefined) this.forget(uri);
    for (const uri of fresh) await this.userFileChanged(uri);
  }

  /** Reads a file outside the vault anew. One that a folder holds as well is read there. */
  async userFileChanged(uri: NoteUri): Promise<void> {
    if (this.known(uri)?.folder !== undefined) return;
    await this.#read(this.options.filesFor(schemeOf(uri)), { uri, folder: undefined, path: fsPathOf(uri) });
  }

  async #read(files: NoteFiles, file: Pick<Bibliography, "uri" | "folder" | "path">): Promise<void> {
    const before = this.known(file.uri);
    const options = { report: this.options.report, ...(before ? { before } : {}) };
    const bibliography = await readBibliographyFile(files, file, options);
    if (bibliography) this.take(bibliography);
    else this.forget(file.uri);
  }
}
