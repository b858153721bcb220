// The edit that a change of some notes asks for in all others, so that every reference of the vault leads where it led. Nothing is done
// that could not be shown to do so: the vault is asked what it would be afterwards.
import { baseName, titleKey } from "../../core/key";
import type { Note, NoteUri, Reference } from "../../core/note";
import { targetText } from "../../core/note";
import { readingsOf } from "../../core/wikiLink";
import { type ChangedVault, changedVault, type FileMove } from "../../index/changedVault";
import { ancestors } from "../../index/fileTree";
import { type Key, nameIn, offersOf, pathIn, stemIn } from "../../index/keys";
import { numberOfPart } from "../../index/parts";
import type { Resolution, Vault } from "../../index/vault";
import { isDoubtful, movedUris, placeOf } from "./places";
import {
  type Cause,
  type ChangedFile,
  changed,
  inOrder,
  type ReadText,
  Refused,
  readText,
  type TextChange,
  type Texts,
  type VaultEdit,
} from "./plan";
import { type Goal, markdownForms, type Written, wikiForms } from "./targets";

/**
 * Completes a change of some notes with all that it asks for elsewhere. Throws `Refused` with a sentence where some reference would lead
 * elsewhere whatever is written; a broken one may come to lead somewhere.
 */
export async function vaultEdit(vault: Vault, texts: Texts, cause: Cause): Promise<VaultEdit> {
  const changes = new Change(vault, texts, cause);
  await changes.followAll();
  changes.verify();
  return changes.edit();
}

/** A note that the change is about, as it is and as it would be. */
interface Followed extends ReadText {
  readonly changes: readonly TextChange[];
  readonly after: Note;
}

class Change {
  readonly #moved: ReadonlyMap<NoteUri, NoteUri>;
  readonly #followed = new Map<NoteUri, Followed>();
  readonly #affected: ReadonlySet<Note>;
  /** With the notes that change by themselves, before any reference follows. */
  readonly #between: ChangedVault;

  constructor(
    readonly vault: Vault,
    readonly texts: Texts,
    readonly cause: Cause,
  ) {
    this.#moved = movedUris([...cause.moves, ...(cause.folders ?? [])]);
    this.#affected = affectedBy(vault, cause);
    this.#between = changedVault(vault, new Map([...cause.notes].map(([uri, { after }]) => [uri, after])), cause.moves);
  }

  /** Has the references follow of every note that needs it. */
  async followAll(): Promise<void> {
    for (const note of this.#affected) {
      const own = this.cause.notes.get(note.uri);
      if (!own && note.references.every((reference) => !this.#isOutdated(note, note, reference))) continue;
      const read = own ?? (await readText(this.texts, note));
      this.#followed.set(note.uri, this.#follow(read, own?.changes ?? [], own?.after ?? read.note));
    }
  }

  /** Whether a reference has to be written anew: it would lead elsewhere, or bears a name that is given up. */
  #isOutdated(from: Note, after: Note, reference: Reference): boolean {
    const meaning = this.vault.resolve(from, reference);
    if (isByName(this.cause, reference, meaning) || isToPart(this.cause, meaning)) return true;
    return !this.#isAsBefore(meaning, this.#between.resolve(after, reference));
  }

  #isAsBefore(before: Resolution, after: Resolution): boolean {
    const place = placeOf(before, this.#moved);
    return place === undefined || (placeOf(after) === place && (isDoubtful(before) || !isDoubtful(after)));
  }

  #follow({ note, text }: ReadText, own: readonly TextChange[], after: Note): Followed {
    const written = note.references.flatMap((reference) => {
      if (!this.#isOutdated(note, after, reference)) return [];
      const form = this.#formOf(note, after, reference, text);
      return [{ reference, form }];
    });
    const plain = written.map(({ reference, form }): TextChange => ({ range: reference.targetRange, text: form.text }));
    const made = this.#read(after, text, [...own, ...plain]);
    if (isRight(note, made, written)) return { note, text, changes: [...own, ...plain], after: made };
    return this.#quoted({ note, text }, own, after, written);
  }

  /** The same where what is written has to be quoted, as in the strings of YAML. */
  #quoted({ note, text }: ReadText, own: readonly TextChange[], after: Note, written: readonly Outdated[]): Followed {
    let changes = own;
    const done: Outdated[] = [];
    for (const it of written) {
      done.push(it);
      const fitting = quotedForms(it)
        .map((change) => [...changes, change])
        .find((all) => isRight(note, this.#read(after, text, all), done));
      if (!fitting)
        throw new Refused(`Nothing was renamed: in ${note.path} the link “${targetText(it.reference)}” could not be written anew.`);
      changes = fitting;
    }
    return { note, text, changes, after: this.#read(after, text, changes) };
  }

  #read(after: Note, text: string, changes: readonly TextChange[]): Note {
    return this.texts.reread({ uri: after.uri, folder: after.folder, path: after.path, modified: after.modified }, changed(text, changes));
  }

  #formOf(note: Note, after: Note, reference: Reference, text: string): Written {
    const meaning = this.vault.resolve(note, reference);
    for (const form of this.#formsOf(after, reference, meaning, text))
      if (this.#isAsBefore(meaning, this.#between.resolve(after, form.reference))) return form;
    throw new Refused(`Nothing was renamed: the link “${targetText(reference)}” in ${note.path} would no longer lead where it leads now.`);
  }

  #formsOf(from: Note, reference: Reference, meaning: Resolution, text: string): Iterable<Written> {
    const to = this.#goalOf(meaning);
    if (to === undefined || reference.kind === "citation") return [];
    const { name, part } = this.cause;
    const isInNote = part !== undefined && meaning.kind === "note" && meaning.note.uri === part.uri;
    const goal: Goal = {
      from,
      to,
      meaning,
      name: isByName(this.cause, reference, meaning) ? name : undefined,
      part: isInNote ? part : undefined,
    };
    if (reference.kind === "wiki") return wikiForms(reference, goal);
    return markdownForms(reference, goal, text.slice(reference.targetRange.start, reference.targetRange.end));
  }

  #goalOf(meaning: Resolution): Note | string | undefined {
    if (meaning.kind === "note" || meaning.kind === "missingPart") return this.cause.notes.get(meaning.note.uri)?.after ?? meaning.note;
    if (meaning.kind !== "file") return undefined;
    const move = [...this.cause.moves, ...(this.cause.folders ?? [])].find(
      ({ folder, from }) => folder === meaning.folder.uri && from === meaning.path,
    );
    return move?.to ?? meaning.path;
  }

  /** Asks the vault as it would be where every reference leads that the change could have altered. */
  verify(): void {
    const now = changedVault(this.vault, new Map([...this.#followed].map(([uri, { after }]) => [uri, after])), this.cause.moves);
    for (const note of this.#affected) {
      const { note: read, after } = this.#followed.get(note.uri) ?? { note, after: note };
      for (const [at, reference] of read.references.entries()) {
        const before = this.vault.resolve(read, reference);
        const written = after.references[at];
        if (written && this.#isAsBefore(before, now.resolve(after, written))) continue;
        throw new Refused(
          `Nothing was renamed: the link “${targetText(reference)}” in ${read.path} would no longer lead where it leads now.`,
        );
      }
    }
  }

  edit(): VaultEdit {
    const files = [...this.#followed.values()].filter(({ changes }) => changes.length > 0);
    return {
      files: files.map(({ note, changes }): ChangedFile => ({ file: note, changes: inOrder(changes) })),
      moves: this.cause.moves,
    };
  }
}

interface Outdated {
  readonly reference: Reference;
  readonly form: Written;
}

/** Whether a note reads as it did, but for the references that were written anew. */
function isRight(before: Note, after: Note, written: readonly Outdated[]): boolean {
  const anew = new Map(written.map(({ reference, form }) => [reference, form.reference]));
  const { references, headings, anchors, sources, topics } = before;
  return (
    references.length === after.references.length &&
    headings.length === after.headings.length &&
    anchors.length === after.anchors.length &&
    sources.length === after.sources.length &&
    topics.length === after.topics.length &&
    references.every((reference, at) => {
      const now = after.references[at];
      const wanted = anew.get(reference) ?? reference;
      return now?.kind === wanted.kind && targetText(now) === targetText(wanted) && fragmentOf(now) === fragmentOf(wanted);
    })
  );
}

const fragmentOf = (reference: Reference) => (reference.kind === "markdown" ? reference.fragment : undefined);

function quotedForms({ reference, form }: Outdated): readonly TextChange[] {
  const { targetRange: range } = reference;
  const double = JSON.stringify(form.text);
  const forms = [form.text, double.slice(1, -1), form.text.replaceAll("'", "''"), double];
  return [...new Set(forms)].map((it) => ({ range, text: it }));
}

/** Whether a reference found its note by the name that is given up. */
function isByName({ name }: Cause, reference: Reference, meaning: Resolution): boolean {
  if (!name || reference.kind !== "wiki" || (meaning.kind !== "note" && meaning.kind !== "missingPart")) return false;
  const old = titleKey(name.old);
  return (
    meaning.note.uri === name.uri && meaning.rule === name.kind && readingsOf(reference.target).some(({ base }) => titleKey(base) === old)
  );
}

/** Whether a reference leads to the very part that gets another name. */
function isToPart({ part }: Cause, meaning: Resolution): boolean {
  if (!part || meaning.kind !== "note" || meaning.note.uri !== part.uri || meaning.part?.kind !== part.kind) return false;
  return numberOfPart(meaning.note, meaning.part) === part.index;
}

/** The notes whose references a change can have altered: who seeks a name or path that comes or goes, and who changes. */
function affectedBy(vault: Vault, { notes, moves }: Cause): ReadonlySet<Note> {
  const keys = new Set<Key>();
  for (const { note, after } of notes.values()) for (const key of [...offersOf(note), ...offersOf(after)]) keys.add(key);
  for (const move of moves) for (const key of keysOfFile(move)) keys.add(key);
  const affected = new Set([...keys].flatMap((key) => [...vault.seekers(key)]));
  for (const uri of notes.keys()) {
    const note = vault.note(uri);
    if (note) affected.add(note);
  }
  return affected;
}

function keysOfFile({ from, to }: FileMove): readonly Key[] {
  return [from, to].flatMap((path) => [nameIn(baseName(path)), stemIn(baseName(path)), pathIn(path), ...ancestors(path).map(pathIn)]);
}
