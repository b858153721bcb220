// Finds the note that the caller of a tool names: by its path, its address, its title, an alias or the name of its file.
import { exactKey, joinPath, titleOfStem } from "../core/key";
import type { Note, NoteUri } from "../core/note";
import { fileUri, noteUri, pathBelow } from "../core/noteUri";
import { closestNames } from "../features/closest";
import { questionsFor } from "../features/goTo";
import { noteAt } from "../features/links";
import { noteTitled } from "../features/newNote";
import { relatedToText } from "../features/related/relations";
import type { Vault } from "../index/vault";
import { pathOf, urisAt } from "./places";
import { text, Unanswerable } from "./shape";
import type { AskedVault } from "./tool";

/** The argument that names a note. */
export const noteArgument = (what: string) =>
  text(`${what}: the path of its file in the vault, as other tools give it, or its title, one of its aliases or the name of its file.`);

/** The note of that name. Throws Unanswerable where there is none, naming the closest, or several. */
export async function namedNote(asked: AskedVault, name: string): Promise<Note> {
  const { vault } = asked;
  const wanted = exactKey(name.replace(/^\s*!?\[\[(.*)\]\]\s*$/s, "$1"));
  const note = noteAtPlace(vault, wanted) ?? noteByName(vault, wanted);
  if (note) return note;
  if (leadsOut(vault, wanted)) throw new Unanswerable(`“${name}” lies outside the vault. Only notes of the vault can be read.`);
  throw new Unanswerable(`There is no note “${name}” in the vault. ${suggestion(vault, await closeNotes(asked, wanted))}`);
}

/** At an address, at a whole path of the disk, or at a path in the vault. */
function noteAtPlace(vault: Vault, name: string): Note | undefined {
  const places = isAddress(name) ? [noteUri(name)] : [...(isWholePath(name) ? [fileUri(name)] : []), ...pathsInVault(vault, name)];
  return places.map((uri) => vault.note(uri)).find((it) => it !== undefined);
}

const isAddress = (name: string) => /^[a-z][a-z0-9+.-]+:\/\//i.test(name);
const isWholePath = (name: string) => /^(?:\/|[a-z]:[\\/])/i.test(name);

/** A leading slash begins at the root of the vault, as it does in links. */
function pathsInVault(vault: Vault, name: string): readonly NoteUri[] {
  const path = joinPath("", name);
  return path === undefined || path === "" ? [] : urisAt(vault, path);
}

/** As a link in a note at the root would find it. */
function noteByName(vault: Vault, name: string): Note | undefined {
  const nowhere = { start: 0, end: 0 };
  for (const { uri } of vault.folders) {
    const link = {
      kind: "wiki",
      place: "body",
      embed: false,
      target: name,
      label: undefined,
      range: nowhere,
      targetRange: nowhere,
    } as const;
    const meaning = vault.resolve(noteAt(uri, "-"), link);
    if ((meaning.kind !== "note" && meaning.kind !== "missingPart") || meaning.rule === "self") continue;
    const notes = [meaning.note, ...meaning.rivals];
    if (notes.length === 1) return meaning.note;
    const paths = notes.map((note) => pathOf(vault, note)).join(", ");
    throw new Unanswerable(`“${name}” could be any of ${notes.length} notes: ${paths}. Name one by its path.`);
  }
  // In a Dendron workspace titles answer no links.
  return noteTitled(vault, name);
}

function leadsOut({ folders }: Vault, name: string): boolean {
  if (isAddress(name)) return folders.every(({ uri }) => pathBelow(uri, noteUri(name)) === undefined);
  const isElsewhere = isWholePath(name) && folders.every(({ uri }) => pathBelow(uri, fileUri(name)) === undefined);
  return isElsewhere || (name.startsWith("..") && joinPath("", name) === undefined);
}

const mostClose = 5;

/** The notes whose titles come closest: by letters, by words, else by what the words are about. */
async function closeNotes(asked: AskedVault, name: string): Promise<readonly Note[]> {
  const { vault } = asked;
  const words = /[\\/]|\.md$/i.test(name) ? titleOfStem(name) : name;
  const byLetters = closestNames(vault, words, mostClose).map(({ note }) => note);
  const byWords = questionsFor(vault, words, mostClose).map(({ note }) => note);
  const close = [...new Set([...byLetters, ...byWords])].slice(0, mostClose);
  return close.length > 0 ? close : relatedToText(await asked.relatedness(), words, mostClose).map(({ note }) => note);
}

function suggestion(vault: Vault, close: readonly Note[]): string {
  if (close.length === 0) return "search_questions finds notes by words of their titles.";
  const named = close.map((note) => `“${note.title.text}” (${pathOf(vault, note)})`);
  return `The closest ${close.length === 1 ? "title is" : "titles are"} ${named.join(", ")}.`;
}
