// Renames in a fixture: the lines that change, and a look at the whole vault that knows nothing of how the rename was worked out.
import assert from "node:assert/strict";
import { type Bibliography, parseBibliography } from "../server/core/bibliography";
import type { Note, NoteUri, Reference } from "../server/core/note";
import { uriBelow } from "../server/core/noteUri";
import { parseNote } from "../server/core/parseNote";
import { notesWithWordsOf } from "../server/features/related/mentions";
import { type MentioningNote, type MentionSearch, mentionsOf, type Retitled } from "../server/features/rename/mentions";
import { changed, Refused, type Texts, type VaultEdit } from "../server/features/rename/plan";
import { renamableAt } from "../server/features/rename/renamable";
import { move, rename } from "../server/features/rename/rename";
import type { FileMove } from "../server/index/changedVault";
import type { Resolution, Vault } from "../server/index/vault";
import { VaultIndex } from "../server/index/vaultIndex";
import { relatednessOf } from "./check";
import { type Fixture, type FixtureFile, fixture } from "./fixture";

/** The texts of a fixture's notes. */
export function textsOf({ vault, files }: Pick<Fixture, "vault" | "files">): Texts {
  return {
    read: async ({ uri }) => files.find((file) => file.note?.uri === uri)?.text,
    reread: (about, text) => parseNote(about, text, { topicsFromTags: false, dialect: dialectOf(vault, about.folder) }),
  };
}

const dialectOf = (vault: Vault, folder: NoteUri | undefined) => vault.folders.find(({ uri }) => uri === folder)?.dialect ?? "usual";

/** Renames what stands at the caret: the changed lines as `path:line: text`, files that move as `old -> new`, or the reason why not. */
export async function checkRename(source: string, name: string, ...expected: readonly string[]): Promise<void> {
  const made = fixture(source);
  const { vault, caret } = made;
  assert.ok(caret?.file.note, "the caret stands in no note");
  const found = renamableAt(vault, caret.file.note, caret.offset);
  assert.ok(found, "there is nothing to rename at the caret");
  await checkEdit(made, () => rename(vault, textsOf(made), found.what, name, { file: "follows" }), expected);
}

/** The plain mentions beside the rename of a title: each line with all of them as it would be, and that every link leads on whichever are made. */
export async function checkMentions(source: string, name: string, ...expected: readonly string[]): Promise<void> {
  const made = fixture(source);
  const { vault, caret } = made;
  const found = caret?.file.note && renamableAt(vault, caret.file.note, caret.offset);
  assert.ok(found?.what.kind === "title", "the caret stands at no title");
  const edit = await rename(vault, textsOf(made), found.what, name, { file: "follows" });
  const mentions = await mentionsBeside(made, { note: found.what.note, title: name }, edit);
  const choices = [mentions, ...mentions.flatMap((it) => it.changes.map((change) => [{ ...it, changes: [change] }]))];
  for (const chosen of choices) checkLinks(made, applied(made, withMentions(edit, chosen)), edit.moves);
  const only = withMentions({ files: [], moves: [], gone: [] }, mentions);
  assert.deepEqual(linesOf(made.files, applied(made, only)), expected);
}

/** The mentions that a rename would ask about, as the server finds them. */
export function mentionsBeside(made: Fixture, retitled: Retitled, edit: VaultEdit): Promise<readonly MentioningNote[]> {
  const relatedness = relatednessOf(made);
  const candidates: MentionSearch["candidates"] = (title, isAtHand) => notesWithWordsOf(relatedness, title, isAtHand);
  return mentionsOf({ vault: made.vault, texts: textsOf(made), terms: relatedness.terms, candidates }, retitled, edit);
}

/** An edit with some of the mentions made as well. */
export function withMentions(edit: VaultEdit, mentions: readonly MentioningNote[]): VaultEdit {
  const chosen = new Map(mentions.map(({ note, changes }) => [note.uri, { file: note, changes }]));
  const files = edit.files.map((it) => ({ ...it, changes: [...it.changes, ...(chosen.get(it.file.uri)?.changes ?? [])] }));
  const others = [...chosen.values()].filter(({ file }) => !edit.files.some((it) => it.file.uri === file.uri));
  return { ...edit, files: [...files, ...others] };
}

/** Moves files or folders of the first workspace folder. */
export async function checkMove(source: string, moves: Readonly<Record<string, string>>, ...expected: readonly string[]): Promise<void> {
  const made = fixture(source);
  const folder = made.files[0]?.folder as NoteUri;
  const renames = Object.entries(moves).map(([from, to]) => ({ from: uriBelow(folder, from), to: uriBelow(folder, to) }));
  await checkEdit(made, () => move(made.vault, textsOf(made), renames), expected);
}

async function checkEdit(made: Fixture, edit: () => Promise<VaultEdit>, expected: readonly string[]): Promise<void> {
  let done: VaultEdit;
  try {
    done = await edit();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    assert.deepEqual([error.message], expected);
    return;
  }
  const changedFiles = applied(made, done);
  checkLinks(made, changedFiles, done.moves);
  assert.deepEqual([...linesOf(made.files, changedFiles), ...done.moves.map(({ from, to }) => `${from} -> ${to}`)], expected);
}

/** The texts of all files after an edit, by their paths before it. */
export function applied({ files }: Pick<Fixture, "files">, edit: VaultEdit): ReadonlyMap<FixtureFile, string> {
  return new Map(
    files.map((file) => {
      const its = edit.files.find((it) => it.file.uri === uriBelow(file.folder, file.path));
      return [file, its ? changed(file.text, its.changes) : file.text];
    }),
  );
}

function linesOf(files: readonly FixtureFile[], now: ReadonlyMap<FixtureFile, string>): readonly string[] {
  return files.flatMap((file) => {
    const before = file.text.split("\n");
    const after = (now.get(file) ?? "").split("\n");
    assert.equal(after.length, before.length, `${file.path} has as many lines as before`);
    return after.flatMap((line, at) => (line === before[at] ? [] : [`${file.path}:${at + 1}: ${line}`]));
  });
}

/** Every reference of the vault leads where it led; one that led nowhere may lead somewhere. */
export function checkLinks(made: Fixture, now: ReadonlyMap<FixtureFile, string>, moves: readonly FileMove[]): void {
  const pathNow = (folder: NoteUri, path: string): string => {
    const file = moves.find((it) => it.folder === folder && it.from === path);
    // A folder moves with its files.
    const inside = moves.find((it) => it.folder === folder && it.from.startsWith(`${path}/`) && it.to.endsWith(it.from.slice(path.length)));
    return file?.to ?? (inside ? inside.to.slice(0, inside.to.length - inside.from.length + path.length) : path);
  };
  const after = new VaultIndex();
  for (const { uri, isObsidian, dialect } of made.vault.folders) after.addFolder(uri, { isObsidian, dialect });
  const notes = new Map<NoteUri, Note>();
  for (const [file, text] of now) {
    const path = pathNow(file.folder, file.path);
    const about = { uri: uriBelow(file.folder, path), folder: file.folder, path, modified: 0 };
    after.addFile(file.folder, path);
    if (file.note) {
      const note = parseNote(about, text, { topicsFromTags: false, dialect: dialectOf(made.vault, file.folder) });
      notes.set(file.note.uri, note);
      after.put(note);
    } else if (file.bibliography) after.putBibliography(parseBibliography(about, text) as Bibliography);
  }
  for (const [uri, note] of notes) {
    const old = made.vault.note(uri) as Note;
    assert.equal(note.references.length, old.references.length, `${old.path} has as many links as before`);
    for (const [at, reference] of old.references.entries()) {
      const before = placeIn(made.vault, old, reference, (folder, path) => uriBelow(folder, pathNow(folder, path)));
      const place = placeIn(after, note, note.references[at] as Reference, uriBelow);
      // A broken link may come to lead somewhere, and so may one to a part that is missing.
      const isSame = before === undefined || (before.endsWith(lost) ? place?.startsWith(before.slice(0, -lost.length)) : place === before);
      assert.ok(isSame, `the link ${at + 1} of ${old.path} led to ${before}, and leads to ${place}`);
    }
  }
}

const lost = " without its part";

function placeIn(vault: Vault, note: Note, reference: Reference, uriOf: (folder: NoteUri, path: string) => NoteUri): string | undefined {
  const meaning: Resolution = vault.resolve(note, reference);
  if (meaning.kind === "file") return uriOf(meaning.folder.uri, meaning.path);
  if (meaning.kind === "paper") return `a paper, at ${reference.targetRange.start < 0}`;
  if (meaning.kind !== "note" && meaning.kind !== "missingPart") return undefined;
  const { folder, path, headings, anchors } = meaning.note;
  const uri = folder === undefined ? path : uriOf(folder, path);
  if (meaning.kind === "missingPart") return uri + lost;
  const { part } = meaning;
  if (part === undefined) return uri;
  const places = part.kind === "heading" ? headings : anchors;
  const { start } = (part.kind === "heading" ? part.heading : part.anchor).range;
  return `${uri} ${part.kind} ${places.findIndex(({ range }) => range.start === start)}`;
}
