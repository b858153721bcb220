// The only writer of the index. Puts notes and files in, takes them out, and says whose problems that can have changed.
import type { Bibliography } from "../core/bibliography";
import type { Note, NoteUri, Reference } from "../core/note";
import type { Dialect } from "../core/wikiLink";
import { sameCard, sameMembership } from "./changes";
import { type Entry, entryOf, FiledKeys } from "./filedKeys";
import { FileTree } from "./fileTree";
import { concernedNotes, type Impact, noImpact, notesConcernedByFile } from "./impact";
import type { Key, LookUp } from "./keys";
import { Multimap } from "./multimap";
import { NumberedNotes } from "./numberedNotes";
import { PaperIndex } from "./papers";
import { resolve } from "./resolve";
import { type Sites, sitesOf } from "./sites";
import { TitleWords } from "./titleWords";
import type { IndexedFolder, Resolution, Vault } from "./vault";
import { WantedTitles } from "./wantedTitles";

/** All notes and files of the workspace folders, filed under what they offer and what they seek. */
export class VaultIndex implements Vault {
  readonly #notes = new NumberedNotes();
  /** The note that changed last, with its keys: while somebody types it is the next to change. */
  #last: Entry | undefined;
  readonly #keys = new FiledKeys(this.#notes.at);
  readonly #topics = new Multimap<string, Note>();
  readonly #folders: IndexedFolder[] = [];
  readonly titleWords = new TitleWords();
  readonly papers = new PaperIndex();
  /** Undefined until the first change after a load. */
  #wanted: WantedTitles | undefined;
  #topicsVersion = 0;
  #version = 0;

  get folders(): readonly IndexedFolder[] {
    return this.#folders;
  }

  get size(): number {
    return this.#notes.size;
  }

  get topicsVersion(): number {
    return this.#topicsVersion;
  }

  get version(): number {
    return this.#version;
  }

  note(uri: NoteUri): Note | undefined {
    return this.#notes.get(uri);
  }

  notes(): Iterable<Note> {
    return this.#notes.all();
  }

  folderOf(note: Note): IndexedFolder | undefined {
    return this.#folders.find(({ uri }) => uri === note.folder);
  }

  holders(key: Key): ReadonlySet<Note> {
    return this.#keys.holders(key);
  }

  seekers(key: Key): readonly Note[] {
    return this.#keys.seekers(key);
  }

  inTopic(id: string): ReadonlySet<Note> {
    return this.#topics.get(id);
  }

  topicIds(): Iterable<string> {
    return this.#topics.keys();
  }

  resolve(note: Note, reference: Reference): Resolution {
    return resolve(this, note, reference);
  }

  /** Adds a workspace folder; its files and notes follow one by one. One that is there already keeps its notes and forgets its files. */
  addFolder(uri: NoteUri, { isObsidian, dialect = "usual" }: { readonly isObsidian: boolean; readonly dialect?: Dialect }): void {
    const known = this.#folders.find((folder) => folder.uri === uri);
    const files = new FileTree();
    // What its notes seek depends on the kind of vault they are in.
    const moved = (known?.isObsidian ?? false) === isObsidian ? [] : this.#notesIn(uri);
    for (const note of moved) this.#takeOut(note);
    if (known) this.#folders.splice(this.#folders.indexOf(known), 1, { uri, files, isObsidian, dialect });
    else this.#folders.push({ uri, files, isObsidian, dialect });
    this.#last = undefined;
    for (const note of moved) this.#putIn(note);
  }

  /** Forgets a workspace folder with all its notes; what that means for the others is for a look at all of them to find. */
  removeFolder(uri: NoteUri): void {
    for (const note of this.#notesIn(uri)) {
      this.#takeOut(note);
      this.#notes.delete(note.uri);
    }
    this.#last = undefined;
    const at = this.#folders.findIndex((folder) => folder.uri === uri);
    if (at >= 0) this.#folders.splice(at, 1);
    for (const { uri: id } of [...this.papers.bibliographies()].filter(({ folder }) => folder === uri)) this.papers.replace(id, undefined);
    this.#wanted = undefined;
    this.#topicsVersion++;
  }

  /** Notes that a file exists, note or not, while a folder is read and everything is going to be looked at afterwards. */
  addFile(folder: NoteUri, path: string): void {
    this.#filesOf(folder)?.add(path);
  }

  /** Notes that a file exists, note or not: links can mean it. */
  putFile(folder: NoteUri, path: string): Impact {
    return this.#filesOf(folder)?.add(path) ? { notes: notesConcernedByFile(this.#keys, path), topicsChanged: false } : noImpact;
  }

  removeFile(folder: NoteUri, path: string): Impact {
    return this.#filesOf(folder)?.remove(path) ? { notes: notesConcernedByFile(this.#keys, path), topicsChanged: false } : noImpact;
  }

  /**
   * Puts a note in while a folder is read and everything is going to be looked at afterwards: quicker, because nothing is compared.
   * `sites` are those it was filed at in a folder of the same kind, if they are known.
   */
  add(note: Note, sites?: Sites): void {
    const old = this.#notes.get(note.uri);
    if (old) this.#takeOut(old);
    this.#putIn(note, sites);
    this.#wanted = undefined;
    this.#topicsVersion++;
  }

  /** Puts a note in, in place of the version it held before. */
  put(note: Note): Impact {
    const old = this.#entry(note.uri);
    const entry = entryOf(note, this.#lookUpIn(note));
    if (old) this.#takeOut(old.note);
    this.#putIn(note);
    this.#last = entry;
    return this.#impact(old, entry);
  }

  remove(uri: NoteUri): Impact {
    const old = this.#entry(uri);
    if (!old) return noImpact;
    this.#takeOut(old.note);
    this.#notes.delete(uri);
    this.#last = undefined;
    return this.#impact(old, undefined);
  }

  /** Whose problems can differ from what they were with another version of a note, or without the file at a path; once all is in. */
  concernedBy(old: Note | undefined, now: Note | undefined): ReadonlySet<Note> {
    return this.#impact(old && entryOf(old, this.#lookUpIn(old)), now && entryOf(now, this.#lookUpIn(now))).notes;
  }

  concernedByFile(path: string): ReadonlySet<Note> {
    return notesConcernedByFile(this.#keys, path);
  }

  /** Gathers in small steps what the first change after a load would have to gather at once; to no end where something changes meanwhile. */
  *gatherWanted(): Iterable<void> {
    const version = this.#version;
    const wanted = new WantedTitles(this.#keys);
    for (const _ of this.#wanted ? [] : wanted.gather()) {
      yield;
      if (this.#version !== version) return;
    }
    this.#wanted ??= wanted;
  }

  wantedTitles(): ReadonlySet<Key> {
    if (!this.#wanted) for (const _ of this.gatherWanted());
    return (this.#wanted as WantedTitles | undefined)?.all() ?? new Set();
  }

  /** All notes with the sites they are filed at, as it was when the first was taken. */
  *filed(): Iterable<readonly [Note, Sites]> {
    const sites = this.#keys.filed();
    for (const [number, note] of [...this.#notes.numbered()]) yield [note, sites(number)];
  }

  /** Puts a bibliography in while a folder is read and everything is going to be looked at afterwards. */
  addBibliography(bibliography: Bibliography): void {
    this.papers.load(bibliography);
    this.#version++;
    this.#topicsVersion++;
  }

  /** Puts a bibliography in, in place of the version it held before. */
  putBibliography(bibliography: Bibliography): Impact {
    return this.#replaceBibliography(bibliography.uri, bibliography);
  }

  removeBibliography(uri: NoteUri): Impact {
    return this.#replaceBibliography(uri, undefined);
  }

  #replaceBibliography(uri: NoteUri, now: Bibliography | undefined): Impact {
    const before = this.papers.version;
    const notes = this.papers.replace(uri, now);
    this.#version++;
    const topicsChanged = before !== this.papers.version;
    if (topicsChanged) this.#topicsVersion++;
    return { notes, topicsChanged };
  }

  #entry(uri: NoteUri): Entry | undefined {
    const note = this.#notes.get(uri);
    return this.#last?.note === note ? this.#last : note && entryOf(note, this.#lookUpIn(note));
  }

  #lookUpIn(note: Note): LookUp {
    return this.folderOf(note)?.isObsidian ? "pathsAndNames" : "paths";
  }

  #notesIn(folder: NoteUri): readonly Note[] {
    return [...this.#notes.all()].filter((note) => note.folder === folder);
  }

  #putIn(note: Note, kept?: Sites): void {
    this.#version++;
    this.#keys.add(this.#notes.set(note), kept ?? sitesOf(note, this.#lookUpIn(note)));
    for (const { id } of note.topics) this.#topics.add(id, note);
    this.papers.add(note);
    // Where nothing but its sites had to be worked out, all of the vault comes in less time than its words take.
    if (kept) this.titleWords.putLater(note);
    else this.titleWords.put(note);
  }

  #takeOut(note: Note): void {
    this.#version++;
    this.#keys.delete(this.#notes.numberOf(note.uri) ?? -1, sitesOf(note, this.#lookUpIn(note)));
    for (const { id } of note.topics) this.#topics.delete(id, note);
    this.papers.remove(note);
    this.titleWords.remove(note);
  }

  #impact(old: Entry | undefined, now: Entry | undefined): Impact {
    const notes = concernedNotes({ keys: this.#keys, titleWords: this.titleWords, wanted: this.#upToDate(old, now) }, old, now);
    if (!sameMembership(old?.note, now?.note)) this.#topicsVersion++;
    return { notes, topicsChanged: !sameCard(old?.note, now?.note) };
  }

  /** The wanted titles, after a change; gathered at the first change that follows a load. */
  #upToDate(old: Entry | undefined, now: Entry | undefined): WantedTitles {
    if (this.#wanted) for (const keys of [old?.offers, old?.seeks, now?.offers, now?.seeks]) this.#wanted.lookAgain(keys ?? []);
    else for (const _ of this.gatherWanted());
    return this.#wanted as WantedTitles;
  }

  #filesOf(folder: NoteUri): FileTree | undefined {
    return this.#folders.find(({ uri }) => uri === folder)?.files;
  }
}
