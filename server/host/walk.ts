// Goes through a folder and tells, slice by slice, which files it holds and which of them are notes.
import type { NoteUri } from "../core/note";
import { uriBelow } from "../core/noteUri";
import type { Entry, NoteFiles } from "./noteFiles";
import type { Policy } from "./policy";
import type { Report } from "./report";

/** One folder's files. */
export interface Slice {
  readonly files: readonly string[];
  readonly notes: readonly string[];
  readonly bibliographies: readonly string[];
  /** Folders that were passed over; links may still lead into them. */
  readonly skipped: readonly string[];
}

const gitignoreLimit = 1_000_000;

/**
 * Lists all files below `start` (a path in `root`, `""` for all of it). A folder that cannot be listed is reported and passed over;
 * one that links lead to again is visited once.
 */
export async function* walk(files: NoteFiles, root: NoteUri, start: string, policy: Policy, report: Report): AsyncGenerator<Slice> {
  const visited = new Set<string>();
  if (start !== "") await isNew(files, root, visited);
  const waiting = [{ path: start, isLink: start === "" || (await isLink(files, root, start)) }];
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    if (folder.isLink && !(await isNew(files, uriBelow(root, folder.path), visited))) continue;
    const entries = await listed(files, uriBelow(root, folder.path), report);
    if (entries.some(({ name, kind }) => name === ".gitignore" && kind === "file"))
      await takeGitignore(files, root, folder.path, policy, report);
    const slice = sliceOf(folder.path, entries, policy);
    waiting.push(...slice.folders);
    yield slice;
  }
}

/** Whether a folder of the vault is really somewhere else. */
async function isLink(files: NoteFiles, root: NoteUri, path: string): Promise<boolean> {
  const places = await Promise.all([root, uriBelow(root, path)].map((folder) => files.realPath(folder).catch(() => undefined)));
  return places[1] !== `${places[0]}/${path}`;
}

async function isNew(files: NoteFiles, folder: NoteUri, visited: Set<string>): Promise<boolean> {
  const real = await files.realPath(folder).catch(() => undefined);
  if (real === undefined) return true;
  // A link to a folder on the way down leads round in a circle; its files are found under their own names.
  if ([...visited].some((known) => known === real || known.startsWith(`${real}/`) || real.startsWith(`${known}/`))) return false;
  visited.add(real);
  return true;
}

async function listed(files: NoteFiles, folder: NoteUri, report: Report): Promise<readonly Entry[]> {
  try {
    return await files.readFolder(folder);
  } catch (error) {
    report(error instanceof Error ? error.message : String(error), "warning");
    return [];
  }
}

async function takeGitignore(files: NoteFiles, root: NoteUri, folder: string, policy: Policy, report: Report): Promise<void> {
  const rules = await files.readFile(uriBelow(uriBelow(root, folder), ".gitignore"), gitignoreLimit);
  const fault = "text" in rules ? policy.addGitignore(folder, rules.text) : rules.unreadable;
  if (fault !== undefined) report(`${folder === "" ? "" : `${folder}/`}.gitignore is not followed in all it says. ${fault}`, "warning");
}

function sliceOf(folder: string, entries: readonly Entry[], policy: Policy) {
  const pathOf = (name: string) => (folder === "" ? name : `${folder}/${name}`);
  const files = entries.filter(({ kind }) => kind === "file").map(({ name }) => pathOf(name));
  const inner = entries.filter(({ kind }) => kind === "folder").map(({ name, isLink }) => ({ path: pathOf(name), isLink }));
  const folders = inner.filter(({ path }) => !policy.skipsFolder(path));
  return {
    files,
    notes: files.filter((path) => policy.isNote(path)),
    bibliographies: files.filter((path) => policy.isBibliography(path)),
    skipped: inner.filter(({ path }) => policy.skipsFolder(path)).map(({ path }) => path),
    folders,
  };
}
