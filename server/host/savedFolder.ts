// What is kept of a folder from one start to the next: its notes as they were read, where they are filed, and their problems. A note is
// taken over where its file looks the same from outside.
import type { Note, NoteUri, Problem } from "../core/note";
import type { VaultIndex } from "../index/vaultIndex";
import { breather } from "./breather";
import type { IndexStore } from "./indexStore";
import type { OpenFolder } from "./openFolder";
import { pieceBytes, pieceOf } from "./piece";
import type { Report } from "./report";
import { bytesOfNotes, type KeptNote, type Layout, notesIn, type SavedNote } from "./savedNotes";
import { type Surroundings, surroundingsOf } from "./surroundings";

export interface SavedFolder {
  /** By their paths. */
  readonly notes: ReadonlyMap<string, SavedNote>;
  /** Undefined where the problems were not those of one state of the vault. */
  readonly surroundings: Surroundings | undefined;
}

/** The first piece says what was read and how, the last is there only when all others are. */
type Part =
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "notes"; readonly layout: Layout }
  | { readonly kind: "surroundings"; readonly surroundings: Surroundings | undefined };

/** How many notes a piece holds: as many as are written or read in a few milliseconds. */
const notesInPiece = 500;

const nameOf = ({ uri }: OpenFolder) => `folder ${uri}`;

/** All that decides what a text becomes, and where it is filed. */
function keyOf({ edition }: IndexStore, { uri, settings, dialect, isObsidian }: OpenFolder): string {
  return JSON.stringify([edition, uri, settings.notes.maxSize, settings.topics.fromTags, dialect, isObsidian]);
}

export interface SaveOptions {
  readonly index: VaultIndex;
  readonly folder: OpenFolder;
  readonly store: IndexStore;
  /** The problems of a note where they are known. */
  problemsOf(note: Note): readonly Problem[] | undefined;
}

/** Keeps a folder, in slices that let other work have its turn. Returns whether it was kept. */
export function saveFolder(options: SaveOptions): Promise<boolean> {
  return options.store.save(nameOf(options.folder), piecesOf(options));
}

async function* piecesOf({ index, folder, store, problemsOf }: SaveOptions): AsyncGenerator<Uint8Array> {
  const { version } = index;
  const surroundings = await surroundingsOf(index, folder);
  const breathe = breather();
  const piece = (about: Part, bytes?: Uint8Array) => pieceBytes({ about, bytes: bytes ?? new Uint8Array() });
  const notes = (kept: readonly KeptNote[]) => (({ layout, bytes }) => piece({ kind: "notes", layout }, bytes))(bytesOfNotes(kept));
  yield piece({ kind: "key", key: keyOf(store, folder) });
  let kept: KeptNote[] = [];
  for (const [note, sites] of index.filed()) {
    if (note.folder === folder.uri) kept.push({ note, sites, problems: surroundings && problemsOf(note) });
    if (kept.length < notesInPiece) continue;
    yield notes(kept);
    kept = [];
    await breathe();
  }
  if (kept.length > 0) yield notes(kept);
  // Problems that were written before the last change may have been altered by it.
  yield piece({ kind: "surroundings", surroundings: index.version === version ? surroundings : undefined });
}

/**
 * Reads what was kept of a folder; undefined where nothing was, or by another edition or for other settings. Of what is damaged the notes before
 * the damage count: all else can be read anew. Whatever is dropped gives one line in the log.
 */
export async function readSaved(store: IndexStore, folder: OpenFolder, report: Report): Promise<SavedFolder | undefined> {
  const notes = new Map<string, SavedNote>();
  try {
    const end = await takeNotes(store.load(nameOf(folder)), keyOf(store, folder), folder.uri, notes);
    if (end.kind === "surroundings") return { notes, surroundings: end.surroundings };
    if (end.kind === "other")
      report(`What was kept of ${folder.uri} is another version's or for other settings and is not used: its notes are read anew.`);
  } catch {
    report(`What was kept of ${folder.uri} is damaged: what is missing of it is read anew.`, "warning");
  }
  return notes.size === 0 ? undefined : { notes, surroundings: undefined };
}

/** How what was kept ends: as it should, at once because there is nothing, or because it is none of ours. */
type End = Extract<Part, { readonly kind: "surroundings" }> | { readonly kind: "nothing" } | { readonly kind: "other" };

/** Takes notes until their end is reached; throws where that is missing. */
async function takeNotes(pieces: AsyncIterable<Uint8Array>, key: string, folder: NoteUri, notes: Map<string, SavedNote>): Promise<End> {
  const breathe = breather();
  let isOurs = false;
  for await (const piece of pieces) {
    const { about, bytes } = pieceOf<Part>(piece);
    isOurs ||= about.kind === "key" && about.key === key;
    if (!isOurs) return { kind: "other" };
    if (about.kind === "surroundings") return about;
    if (about.kind === "notes") for (const saved of notesIn(about.layout, bytes, folder)) notes.set(saved.note.path, saved);
    await breathe();
  }
  if (isOurs) throw new Error("Its end is missing.");
  return { kind: "nothing" };
}
