// One decision carried out in many notes: each is read, mended where a trial shows that it can be, and left as it is otherwise.
import type { Note, Problem } from "../../core/note";
import { byPlace } from "../../core/order";
import { type ChangedFile, changed, inOrder, type TextChange, type Texts } from "../rename/plan";
import type { Fix, OpenText } from "./fix";

/** What comes of it. */
export interface Mended {
  /** The notes that change, as they were read, by place. */
  readonly files: readonly ChangedFile[];
  /** How many problems the changes mend, and how many were found. */
  readonly mended: number;
  readonly found: number;
  /** Notes that could not be read. */
  readonly unread: readonly Note[];
}

/** What is to be done in a note. */
export interface NoteMended {
  readonly changes: readonly TextChange[];
  readonly mended: number;
  readonly found: number;
}

/** How many notes are read at a time. */
const mostAtOnce = 8;
/** UTF-16 units read anew: about twenty seconds. What is left then stays as it is. */
const mostTried = 100_000_000;

export interface Mending {
  readonly texts: Texts;
  /** Whether nobody waits for the answer any more. */
  isCancelled(): boolean;
  /** What is to be done in a note as it is now. */
  mend(open: OpenText): NoteMended;
}

/** Mends notes one by one; undefined where nobody waits for it any more. */
export async function mendedIn(notes: Iterable<Note>, { texts, isCancelled, mend }: Mending): Promise<Mended | undefined> {
  const files: ChangedFile[] = [];
  const unread: Note[] = [];
  const all = { mended: 0, found: 0 };
  let left = mostTried;
  await inParallel([...notes].sort(byPlace), async (indexed) => {
    if (isCancelled() || left <= 0) return;
    const text = await texts.read(indexed);
    if (text === undefined) {
      unread.push(indexed);
      return;
    }
    const note = texts.reread(indexed, text);
    const { changes, mended, found } = mend({ note, text, reread: (other) => texts.reread(note, other) });
    left -= text.length * found;
    all.found += found;
    if (changes.length === 0) return;
    all.mended += mended;
    files.push({ file: note, changes: inOrder(changes) });
  });
  return isCancelled() ? undefined : { files: files.sort((a, b) => byPlace(a.file, b.file)), unread, ...all };
}

/** What is to be mended in a note, and how. */
export interface Fixing {
  /** The problems of a note that are meant; asked of another text of it as well. */
  problemsIn(note: Note): readonly Problem[];
  /** What mends some of them, in the order of the text; without overlaps. */
  fixesOf(open: OpenText, problems: readonly Problem[]): readonly Fix[];
}

/** The fixes of the problems in a note; none where the note, read anew with all of them, would not have so many fewer. */
export function mendedByFixes(open: OpenText, { problemsIn, fixesOf }: Fixing): NoteMended {
  const found = problemsIn(open.note);
  const fixes = fixesOf(open, found);
  const after = fixes.length === 0 ? found : problemsIn(open.reread(changed(open.text, fixes)));
  const isRight = after.length === found.length - fixes.length;
  return isRight ? { changes: fixes, mended: fixes.length, found: found.length } : { changes: [], mended: 0, found: found.length };
}

/** Several at a time, the next one as soon as one is done. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: mostAtOnce }, worker));
}
