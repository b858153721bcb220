// Which problems that were kept hold still, after a folder was read again: those of notes that no change since can have concerned.
import type { Note, Problem } from "../core/note";
import { uriBelow } from "../core/noteUri";
import type { Settings } from "../core/settings";
import type { Papers } from "../index/papers";
import type { VaultIndex } from "../index/vaultIndex";
import { breather } from "./breather";
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
  const papersThen = index.papers.version;
  const now = before && (await surroundingsOf(index, folder));
  if (!now || now.rules !== before.rules || now.bibliographies !== before.bibliographies) return [];
  const files = await changedFiles(index, folder, new Set(before.files), new Set(now.files));
  const concerned = await concernedBy(index, saved, files);
  // Until this returns nothing else has its turn.
  if (!concerned || index.papers.version !== papersThen) return [];
  const noteAt = (path: string) => index.note(uriBelow(folder.uri, path));
  const held: (readonly [Note, readonly Problem[]])[] = [];
  for (const [path, { note, problems }] of saved.notes) {
    if (problems === undefined || noteAt(path) !== note || concerned.has(note)) continue;
    const read = problemsIn(problems, noteAt);
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
