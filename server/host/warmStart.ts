// Which problems that were kept hold still, after a folder was read again: those of notes that no change since can have concerned.
import type { Note, Problem } from "../core/note";
import { uriBelow } from "../core/noteUri";
import type { Settings } from "../core/settings";
import type { Papers } from "../index/papers";
import type { VaultIndex } from "../index/vaultIndex";
import { isPassedOver, type OpenFolder } from "./openFolder";
import type { SavedFolder, Surroundings } from "./savedFolder";
import { problemsIn } from "./savedProblems";

/** Where more than a few changed, and a larger part of the notes, to find out whom that concerns takes longer than to look at all of them. */
const few = 50;
const largestPart = 0.2;

/** What the problems of a folder's notes depend on besides the notes; undefined where other folders have a say. */
export async function surroundingsOf(index: VaultIndex, folder: OpenFolder): Promise<Surroundings | undefined> {
  const [only, ...others] = index.folders;
  if (!only || others.length > 0) return undefined;
  const isNote = (path: string) => index.note(uriBelow(folder.uri, path)) !== undefined;
  const files = [...only.files.all()].filter((path) => !isNote(path));
  return { files, rules: rulesText(folder.settings), bibliographies: await fingerprintOf(index.papers) };
}

const rulesText = ({ diagnostics: { severity }, ignore }: Settings) => JSON.stringify([severity, ignore]);

/** The same text for the same bibliographies. */
async function fingerprintOf(papers: Papers): Promise<string> {
  if (!papers.hasBibliography) return "";
  const text = JSON.stringify([...papers.bibliographies()].map(({ uri, entries }) => [uri, entries]));
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The problems that were kept and hold, each with its note. To be asked when the folder is read, its bibliographies included. */
export async function problemsThatHold(
  index: VaultIndex,
  folder: OpenFolder,
  saved: SavedFolder,
): Promise<readonly (readonly [Note, readonly Problem[]])[]> {
  const { surroundings: before } = saved;
  const now = before && (await surroundingsOf(index, folder));
  if (!now || now.rules !== before.rules || now.bibliographies !== before.bibliographies) return [];
  const papersThen = index.papers.version;
  const files = await changedFiles(index, folder, new Set(before.files), new Set(now.files));
  // From here on nothing can change; what changed meanwhile is found like what changed before.
  const concerned = index.papers.version === papersThen && concernedBy(index, saved, files);
  if (!concerned) return [];
  const noteAt = (path: string) => index.note(uriBelow(folder.uri, path));
  const held: (readonly [Note, readonly Problem[]])[] = [];
  for (const [path, { note, problems }] of saved.notes) {
    if (problems === undefined || noteAt(path) !== note || concerned.has(note)) continue;
    const read = problemsIn(problems, noteAt);
    if (read) held.push([note, read]);
  }
  return held;
}

/** The notes that the changes since can have concerned; undefined where there are too many changes to ask about each. */
function concernedBy(index: VaultIndex, { notes }: SavedFolder, files: readonly string[]): ReadonlySet<Note> | undefined {
  const changed = [...index.notes()].filter((note) => notes.get(note.path)?.note !== note);
  const gone = [...notes.values()].filter(({ note }) => !index.note(note.uri));
  const fresh = changed.filter(({ path }) => !notes.has(path));
  if (changed.length + gone.length + files.length > Math.max(few, largestPart * notes.size)) return undefined;
  const concerned = new Set<Note>();
  const add = (others: Iterable<Note>) => {
    for (const other of others) concerned.add(other);
  };
  for (const note of changed) add(index.concernedBy(notes.get(note.path)?.note, note));
  for (const { note } of gone) add(index.concernedBy(note, undefined));
  for (const path of [...files, ...fresh.map(({ path }) => path), ...gone.map(({ note }) => note.path)]) add(index.concernedByFile(path));
  return concerned;
}

/** The files that appeared or vanished. What was confirmed in a folder that is not listed is asked for again. */
async function changedFiles(
  index: VaultIndex,
  folder: OpenFolder,
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
): Promise<readonly string[]> {
  const changed = [...now].filter((path) => !before.has(path));
  const isUnlisted = isPassedOver(folder);
  for (const path of before) {
    if (now.has(path)) continue;
    if (isUnlisted(path) && (await folder.files.kindOf(uriBelow(folder.uri, path))) !== undefined) index.addFile(folder.uri, path);
    else changed.push(path);
  }
  return changed;
}
