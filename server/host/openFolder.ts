// Brings one workspace folder into the index: its settings, the list of its files, its notes.
import type { Bibliography } from "../core/bibliography";
import type { Note, NoteUri } from "../core/note";
import { pathBelow, uriBelow } from "../core/noteUri";
import { packed, packer } from "../core/packedNote";
import { type ParseOptions, parseNote, unreadableNote } from "../core/parseNote";
import { readAhead } from "../core/readAhead";
import { readSettings, type Settings, vaultSettings } from "../core/settings";
import type { Dialect } from "../core/wikiLink";
import type { Sites } from "../index/sites";
import type { VaultIndex } from "../index/vaultIndex";
import { readBibliographyFile } from "./bibliographies";
import { breather } from "./breather";
import { type NoteFiles, noteTooLarge } from "./noteFiles";
import { type Policy, policyFor } from "./policy";
import type { Report } from "./report";
import { rulesOf } from "./rules";
import type { SavedFolder } from "./savedFolder";
import type { SavedNote } from "./savedNotes";
import { readTemplate, type Template } from "./template";
import { walk } from "./walk";

export interface OpenFolder {
  readonly uri: NoteUri;
  readonly files: NoteFiles;
  readonly settings: Settings;
  readonly policy: Policy;
  /** What new notes begin with, where the settings say so. */
  readonly template: Template | undefined;
  /** A `.quaestio.json`, `.obsidian` or `.foam` at its root says that this folder is a vault. */
  readonly isMarked: boolean;
  readonly isObsidian: boolean;
  /** How its notes write wiki links. */
  readonly dialect: Dialect;
  /** Folders that are not looked into; see `confirmPaths`. */
  readonly skipped: Set<string>;
  /** Notes that show by their content that this folder is a vault. */
  readonly signs: Set<NoteUri>;
}

/** A file by the folder it lies in and its path there. */
export interface FilePlace {
  readonly folder: OpenFolder;
  readonly path: string;
}

/** Where a file lies: of nested folders in the innermost. */
export function placeIn(folders: readonly OpenFolder[], uri: NoteUri): FilePlace | undefined {
  const places = folders.flatMap((folder) => {
    const path = pathBelow(folder.uri, uri);
    return path === undefined ? [] : [{ folder, path }];
  });
  return places.sort((a, b) => a.path.length - b.path.length)[0];
}

/** What the surroundings of a folder say about it. */
export interface FolderContext {
  /** Settings that override the folder's own `.quaestio.json`: the editor's, the command line's. */
  readonly overrides: readonly unknown[];
  /** Globs of what the editor hides. */
  readonly editorExcludes: readonly string[];
  /** Takes whole sentences for the log. */
  readonly report: Report;
}

/** At the root of a Dendron workspace, or of one of its vaults. https://wiki.dendron.so */
const dendronMarks = ["dendron.yml", "root.schema.yml"];

export const settingsFile = ".quaestio.json";
const settingsLimit = 1_000_000;

/** Reads a folder's settings and registers it with the index; its notes are not read yet. */
export async function openFolder(uri: NoteUri, files: NoteFiles, index: VaultIndex, context: FolderContext): Promise<OpenFolder> {
  const { settings, own } = await settingsOf(uri, files, context);
  const kindOf = (name: string) => files.kindOf(uriBelow(uri, name));
  const marks = await Promise.all([".obsidian", ".foam"].map(kindOf));
  const isDendron = (await Promise.all(dendronMarks.map(kindOf))).includes("file");
  const dialect = isDendron ? "dendron" : "usual";
  const isObsidian = marks[0] === "folder";
  index.addFolder(uri, { isObsidian, dialect });
  const policy = policyFor(settings.notes, context.editorExcludes);
  tell([...policy.faults, ...rulesOf(settings).faults], "", context);
  const isMarked = own !== undefined || isDendron || marks.includes("folder");
  const template = await readTemplate(uri, files, settings);
  if (template && "unreadable" in template) context.report(`The template ${template.path} was not read. ${template.unreadable}`, "warning");
  return { uri, files, settings, policy, template, isMarked, isObsidian, dialect, skipped: new Set(), signs: new Set() };
}

/** The settings in force for a folder; `own` is what its own file holds, undefined where there is none. */
export async function settingsOf(
  uri: NoteUri,
  files: NoteFiles,
  context: FolderContext,
): Promise<{ readonly settings: Settings; readonly own: unknown }> {
  const own = await ownSettings(uri, files, context);
  const { allowed, complaints: names } = vaultSettings(own);
  const { settings, complaints } = readSettings([allowed, ...context.overrides]);
  tell(names, `Setting ignored in ${settingsFile}: `, context);
  tell(complaints, "Setting ignored: ", context);
  return { settings, own };
}

/** More sentences of one kind nobody reads. */
const mostTold = 20;

function tell(sentences: readonly string[], before: string, { report }: FolderContext): void {
  for (const sentence of sentences.slice(0, mostTold)) report(`${before}${sentence}`, "warning");
  if (sentences.length > mostTold) report(`${before}${sentences.length - mostTold} more of this kind.`, "warning");
}

async function ownSettings(uri: NoteUri, files: NoteFiles, { report }: FolderContext): Promise<unknown> {
  if ((await files.kindOf(uriBelow(uri, settingsFile))) !== "file") return undefined;
  const file = await files.readFile(uriBelow(uri, settingsFile), settingsLimit);
  if (!("text" in file)) {
    report(`${settingsFile} was not read. ${file.unreadable}`, "warning");
    return {};
  }
  try {
    return JSON.parse(file.text);
  } catch (error) {
    report(`${settingsFile} is no valid JSON and was ignored: ${error instanceof Error ? error.message : error}`, "warning");
    return {};
  }
}

export interface LoadOptions {
  /** Where in the folder to begin; `""` is all of it. */
  readonly start?: string;
  /** Takes the path of each file as it is found, note or not. */
  takeFile(path: string): void;
  /** Takes each note as it is read, with the sites it is filed at where they are known. */
  take(note: Note, sites?: Sites): void;
  /** What was kept of the folder: notes whose files look the same are taken from there. */
  readonly saved?: SavedFolder | undefined;
  /** Takes each bibliography as it is read. */
  takeBibliography(bibliography: Bibliography): void;
  /** What a bibliography held last, of which only what changed has to be read. */
  knownBibliography?(uri: NoteUri): Bibliography | undefined;
  /** Called now and then with how many notes are read and how many are found so far. */
  readonly onProgress?: ((read: number, found: number) => void) | undefined;
  readonly report: Report;
}

/** Lists the folder's files, then reads its notes, then its bibliographies; other work gets its turn in between. */
export async function loadNotes(folder: OpenFolder, options: LoadOptions): Promise<void> {
  const { start = "", takeFile, take, saved, onProgress, report } = options;
  const found: string[] = [];
  const bibliographies: string[] = [];
  const breathe = breather();
  for await (const slice of walk(folder.files, folder.uri, start, folder.policy, report)) {
    slice.files.forEach(takeFile);
    for (const path of slice.skipped) folder.skipped.add(path);
    found.push(...slice.notes);
    bibliographies.push(...slice.bibliographies);
    await breathe();
  }
  let read = 0;
  const pack = packer();
  const notes = readAhead(
    found,
    async (path) => (saved && (await unchanged(folder, path, saved))) ?? { note: await readNote(folder, path, pack), sites: undefined },
    folder.files.atOnce,
  );
  for await (const { note, sites } of notes) {
    take(note, sites);
    read++;
    if (await breathe()) onProgress?.(read, found.length);
  }
  for (const path of bibliographies) await loadBibliography(folder, path, options, breathe);
}

/** What was kept of a note, if its file looks the same from outside. */
async function unchanged({ uri, files }: OpenFolder, path: string, { notes }: SavedFolder): Promise<SavedNote | undefined> {
  const kept = notes.get(path);
  if (!kept || kept.note.fileSize < 0) return undefined;
  const stamp = await files.stampOf(uriBelow(uri, path));
  return stamp?.size === kept.note.fileSize && stamp.modified === kept.note.fileModified ? kept : undefined;
}

async function loadBibliography(folder: OpenFolder, path: string, options: LoadOptions, breathe: () => Promise<boolean>): Promise<void> {
  const file = { uri: uriBelow(folder.uri, path), folder: folder.uri, path };
  const before = options.knownBibliography?.(file.uri);
  const bibliography = await readBibliographyFile(folder.files, file, { report: options.report, breathe, ...(before ? { before } : {}) });
  if (bibliography) options.takeBibliography(bibliography);
}

/** How the notes of a folder are read. */
export function parseOptionsOf({ settings, dialect }: OpenFolder): ParseOptions {
  return { topicsFromTags: settings.topics.fromTags, dialect };
}

/** Reads one note from its file. */
export async function readNote(open: OpenFolder, path: string, pack = packed): Promise<Note> {
  const { uri: folder, files, settings } = open;
  const uri = uriBelow(folder, path);
  const file = await files.readFile(uri, settings.notes.maxSize);
  const { modified, size } = file;
  const about = { uri, folder, path, modified, ...(isSettled(modified) ? { size } : {}) };
  if ("text" in file) return pack(parseNote(about, file.text, parseOptionsOf(open)));
  const { maxSize } = settings.notes;
  return pack(unreadableNote(about, size > maxSize ? noteTooLarge(size, maxSize) : file.unreadable));
}

/** Milliseconds: the coarsest file systems tell times apart by two seconds. */
const coarsestTime = 2000;

/** Whether a file changed so long ago that another change since would bear another time. */
export const isSettled = (modified: number) => Date.now() - modified > coarsestTime;

/**
 * Asks the disk about paths in folders nobody listed (`node_modules`, ignored output): what exists there is no broken
 * reference. Adds what exists to the index; returns the notes for which that made a difference.
 */
export async function confirmPaths(folder: OpenFolder, index: VaultIndex, missing: readonly string[]): Promise<ReadonlySet<Note>> {
  const concerned = new Set<Note>();
  for (const path of new Set(missing)) {
    const kind = await folder.files.kindOf(uriBelow(folder.uri, path));
    if (kind !== undefined) for (const note of index.putFile(folder.uri, kind === "folder" ? `${path}/.` : path).notes) concerned.add(note);
  }
  return concerned;
}

/** Tells whether a path lies in one of the folders that nobody looked into, or is one. One that steps out again does not, whatever lies there. */
export function isPassedOver({ skipped }: OpenFolder): (path: string) => boolean {
  return (path) => {
    if (climbs(path)) return false;
    for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) if (skipped.has(path.slice(0, end))) return true;
    return false;
  };
}

/** Whether a path has a step up: slashes were worked out, but to some systems a backslash is one as well. */
const climbs = (path: string) => /(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path);
