// Which problems that were kept hold still, after a folder was read again: those of notes that no change since can have concerned.
import type { Note, Problem } from "../core/note";
import { uriBelow } from "../core/noteUri";
import type { VaultIndex } from "../index/vaultIndex";
import { breather } from "./breather";
import { isPassedOver, type OpenFolder } from "./openFolder";
import type { SavedFolder } from "./savedFolder";
import { problemsIn } from "./savedProblems";
import { surroundingsOf } from "./surroundings";

/** Where more than a few changed, and a larger part of the notes, to find out whom that concerns takes longer than to look at all of them. */
const few = 50;
const largestPart = 0.2;

/** What a folder and what was kept of it have in common. */
export interface Common {
  /** The notes with the problems that hold still. */
  readonly held: readonly (readonly [Note, readonly Problem[]])[];
  /** Nothing would be kept but what was. */
  readonly isAll: boolean;
}

/** Compares a folder with what was kept of it; to be asked when it is read, its bibliographies included. */
export async function commonWith(saved: SavedFolder | undefined, index: VaultIndex, folder: OpenFolder): Promise<Common> {
  const held = saved ? await problemsThatHold(index, folder, saved) : [];
  return { held, isAll: held.length === index.size && saved?.notes.size === index.size };
}

async function problemsThatHold(index: VaultIndex, folder: OpenFolder, saved: SavedFolder): Promise<Common["held"]> {
  const { surroundings: before } = saved;
  const papersThen = index.papers.version;
  const now = before && (await surroundingsOf(index, folder));
  if (!now || now.rules !== before.rules || now.bibliographies !== before.bibliographies) return [];
  const files = await changedFiles(index, folder, new Set(before.files), new Set(now.files));
  const concerned = await concernedBy(index, saved, files);
  // Until this returns nothing else has its turn.
  if (!concerned || index.papers.version !== papersThen) return [];
  const unchanged = (path: string) => ((note) => (note && index.note(note.uri) === note ? note : undefined))(saved.notes.get(path)?.note);
  const held: (readonly [Note, readonly Problem[]])[] = [];
  for (const [path, { note, problems }] of saved.notes) {
    if (problems === undefined || !unchanged(path) || concerned.has(note)) continue;
    // A problem points into other notes as well: where such a title stands now, those know that were read anew.
    const read = problemsIn(problems, unchanged);
    if (read) held.push([note, read]);
  }
  return held;
}

/** A note that is another now than it was kept; either may be missing. */
interface Difference {
  readonly before: Note | undefined;
  readonly now: Note | undefined;
}

function differences(index: VaultIndex, { notes }: SavedFolder): readonly Difference[] {
  const changed = [...index.notes()].map((now): Difference => ({ before: notes.get(now.path)?.note, now }));
  const gone = [...notes.values()].map(({ note }): Difference => ({ before: note, now: index.note(note.uri) }));
  return [...changed.filter(({ before, now }) => before !== now), ...gone.filter(({ now }) => !now)];
}

/** The notes that the changes since can have concerned; undefined where there are too many changes to ask about each. */
async function concernedBy(index: VaultIndex, saved: SavedFolder, files: readonly string[]): Promise<ReadonlySet<Note> | undefined> {
  const concerned = new Set<Note>();
  const seen = new Set<Note | undefined>();
  const breathe = breather();
  const add = (others: Iterable<Note>) => {
    for (const other of others) concerned.add(other);
  };
  for (;;) {
    const all = differences(index, saved);
    if (all.length + files.length > Math.max(few, largestPart * saved.notes.size)) return undefined;
    // While others have their turn, somebody may type: what they changed is looked at as well.
    const fresh = all.filter(({ before, now }) => !seen.has(now ?? before));
    if (fresh.length === 0) break;
    await fileTitles(index, breathe);
    for (const { before, now } of fresh) {
      add(index.concernedBy(before, now));
      const path = now?.path ?? before?.path;
      if (path !== undefined && !(before && now)) add(index.concernedByFile(path));
      seen.add(now ?? before);
      await breathe();
    }
  }
  for (const path of files) add(index.concernedByFile(path));
  return concerned;
}

/** Files titles under their words that were put off, in slices. */
export async function fileTitles({ titleWords }: VaultIndex, breathe = breather()): Promise<void> {
  while (titleWords.fileSome()) await breathe();
}

/** Gathers in slices what the first change needs; see `VaultIndex.gatherWanted`. */
export async function prepareForChanges(index: VaultIndex): Promise<void> {
  const breathe = breather();
  await fileTitles(index, breathe);
  for (const _ of index.gatherWanted()) await breathe();
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
