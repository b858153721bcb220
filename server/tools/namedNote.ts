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
  const meant = notesMeant(vault, wanted);
  if (meant.length > 1) throw new Unanswerable(severalMeant(vault, name, meant));
  if (meant[0]) return meant[0];
  if (leadsOut(vault, wanted)) throw new Unanswerable(`“${name}” is no note of the vault, and nothing outside the vault is read.`);
  throw new Unanswerable(`There is no note “${name}” in the vault. ${suggestion(vault, await closeNotes(asked, wanted))}`);
}

/** At an address, at a whole path of the disk, at a path in the vault, or of that name: the first of these that there is. */
function notesMeant(vault: Vault, name: string): readonly Note[] {
  const places = isAddress(name) ? [[noteUri(name)]] : [isWholePath(name) ? [fileUri(name)] : [], ...placesInVault(vault, name)];
  const found = places.map((uris) => uris.flatMap((uri) => vault.note(uri) ?? [])).find(({ length }) => length > 0);
  return found ?? notesNamed(vault, name);
}

const isAddress = (name: string) => /^[a-z][a-z0-9+.-]+:\/\//i.test(name);
const isWholePath = (name: string) => /^(?:\/|[a-z]:[\\/])/i.test(name);

/** A leading slash begins at the root of the vault, as it does in links. */
function placesInVault(vault: Vault, name: string): readonly (readonly NoteUri[])[] {
  const path = joinPath("", name);
  return path === undefined || path === "" ? [] : urisAt(vault, path);
}

/** As a link in a note at the root of each folder would find it. */
function notesNamed(vault: Vault, name: string): readonly Note[] {
  const nowhere = { start: 0, end: 0 };
  const link = { kind: "wiki", place: "body", embed: false, target: name, label: undefined, range: nowhere, targetRange: nowhere } as const;
  const found = vault.folders.flatMap(({ uri }) => {
    const meaning = vault.resolve(noteAt(uri, "-"), link);
    const isNote = (meaning.kind === "note" || meaning.kind === "missingPart") && meaning.rule !== "self";
    return isNote ? [meaning.note, ...meaning.rivals] : [];
  });
  if (found.length > 0) return [...new Set(found)];
  // In a Dendron workspace titles answer no links.
  const titled = noteTitled(vault, name);
  return titled ? [titled] : [];
}

function severalMeant(vault: Vault, name: string, notes: readonly Note[]): string {
  const paths = notes.map((note) => pathOf(vault, note));
  return `“${name}” could be any of ${paths.length} notes: ${paths.slice(0, mostNamed).join(", ")}. Name one by its path.`;
}

/** More notes of one name are only counted. */
const mostNamed = 10;

function leadsOut({ folders }: Vault, name: string): boolean {
  if (isAddress(name)) return folders.every(({ uri }) => pathBelow(uri, noteUri(name)) === undefined);
  const isElsewhere = isWholePath(name) && folders.every(({ uri }) => pathBelow(uri, fileUri(name)) === undefined);
  return isElsewhere || (/[\\/]/.test(name) && joinPath("", name.replaceAll("\\", "/")) === undefined);
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
  if (close.length === 0) return "The tool `search_questions` finds notes by words.";
  const named = close.map((note) => `“${note.title.text}” (${pathOf(vault, note)})`);
  return `The closest ${close.length === 1 ? "title is" : "titles are"} ${named.join(", ")}.`;
}
