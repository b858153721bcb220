// The edit that a change of some notes asks for in all others, so that every reference of the vault leads where it led. Nothing is done
// that could not be shown to do so: the vault is asked what it would be afterwards.
import type { Note, NoteUri, Reference } from "../../core/note";
import { targetText } from "../../core/note";
import { type ChangedVault, changedVault } from "../../index/changedVault";
import type { Resolution, Vault } from "../../index/vault";
import { isSameButFor } from "../sameNote";
import { affectedBy, isByName, isToPart } from "./affected";
import { type Afterwards, afterwards, isDoubtful, placeOf } from "./places";
import {
  type Carried,
  type Cause,
  type ChangedFile,
  type Changing,
  changed,
  changing,
  inOrder,
  type ReadText,
  Refused,
  type Rewritten,
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

/** A note that the change is about, with the references in it that are written anew. */
interface Followed {
  readonly own: Changing;
  readonly changes: readonly TextChange[];
  readonly after: Note;
}

class Change {
  readonly #afterwards: Afterwards;
  readonly #followed = new Map<NoteUri, Followed>();
  readonly #affected: ReadonlySet<Note>;
  /** With the notes that change by themselves, before any reference follows. */
  readonly #between: ChangedVault;

  constructor(
    readonly vault: Vault,
    readonly texts: Texts,
    readonly cause: Cause,
  ) {
    this.#afterwards = afterwards(cause);
    this.#affected = affectedBy(vault, cause);
    this.#between = this.#changedWith(new Map([...cause.notes].map(([uri, { after }]) => [uri, after])));
  }

  #changedWith(notes: ReadonlyMap<NoteUri, Note>): ChangedVault {
    const { moves, gone } = this.cause;
    return changedVault(this.vault, notes, { moves, gone: gone ? [gone] : [] });
  }

  /** Has the references follow of every note that needs it. */
  async followAll(): Promise<void> {
    for (const note of this.#affected) {
      const own = this.cause.notes.get(note.uri);
      if (!own && note.references.every((reference) => !this.#isOutdated(note, note, reference))) continue;
      this.#followed.set(note.uri, this.#follow(own ?? unchanged(await readText(this.texts, note))));
    }
  }

  /** Whether a reference has to be written anew: it would lead elsewhere, or bears a name that is given up. */
  #isOutdated(from: Note, after: Note, reference: Reference): boolean {
    const meaning = this.vault.resolve(from, reference);
    if (isByName(this.cause, reference, meaning) || isToPart(this.cause, meaning)) return true;
    return !this.#isAsBefore(meaning, this.#between.resolve(after, reference));
  }

  #isAsBefore(before: Resolution, after: Resolution): boolean {
    // A broken link may come to lead somewhere: to a note, or to a part of the note that it names.
    const place = placeOf(before, this.#afterwards);
    if (place === undefined) return true;
    if (before.kind === "missingPart") return isPartOf(this.#afterwards.uriOf(before.note.uri), after);
    return placeOf(after) === place && (isDoubtful(before) || !isDoubtful(after));
  }

  #follow(own: Changing): Followed {
    const written = own.carried.flatMap((carried): readonly Outdated[] => {
      if (!this.#isOutdated(carried.from, own.after, carried.reference)) return [];
      const form = this.#formOf(own, carried);
      return [{ carried, text: form.text, reference: form.reference }];
    });
    const changes = own.changesWith(written);
    const made = this.#read(own, changes);
    return isRight(own.after, made, written) ? { own, changes, after: made } : this.#quoted(own, written);
  }

  /** The same where what is written has to be quoted, as in the strings of YAML. */
  #quoted(own: Changing, written: readonly Outdated[]): Followed {
    const done: Outdated[] = [];
    for (const it of written) {
      const fitting = quotedForms(it).find((form) => {
        const all = [...done, form];
        return isRight(own.after, this.#read(own, own.changesWith(all)), all);
      });
      if (!fitting)
        throw new Refused(
          `Nothing was changed: in ${it.carried.from.path} the link “${targetText(it.carried.reference)}” could not be written anew.`,
        );
      done.push(fitting);
    }
    const changes = own.changesWith(done);
    return { own, changes, after: this.#read(own, changes) };
  }

  #read({ after, text }: Changing, changes: readonly TextChange[]): Note {
    return this.texts.reread({ uri: after.uri, folder: after.folder, path: after.path, modified: after.modified }, changed(text, changes));
  }

  #formOf(own: Changing, { from, reference }: Carried): Written {
    const meaning = this.vault.resolve(from, reference);
    for (const form of this.#formsOf(own, { from, reference }, meaning))
      if (this.#isAsBefore(meaning, this.#between.resolve(own.after, form.reference))) return form;
    throw lost(from, reference);
  }

  #formsOf({ after, sourceOf }: Changing, { from, reference }: Omit<Carried, "at">, meaning: Resolution): Iterable<Written> {
    const to = this.#goalOf(meaning);
    if (to === undefined || reference.kind === "citation") return [];
    const { name, part } = this.cause;
    const isInNote = part !== undefined && meaning.kind === "note" && meaning.note.uri === part.uri;
    const goal: Goal = {
      from: after,
      to,
      meaning,
      meant: meaning.kind === "note" && meaning.part ? this.#afterwards.numberOf(meaning.note, meaning.part) : undefined,
      name: isByName(this.cause, reference, meaning) ? name : undefined,
      part: isInNote ? part : undefined,
    };
    if (reference.kind === "wiki") return wikiForms(reference, goal);
    return markdownForms(reference, goal, sourceOf(from).slice(reference.targetRange.start, reference.targetRange.end));
  }

  #goalOf(meaning: Resolution): Note | string | undefined {
    if (meaning.kind === "note" || meaning.kind === "missingPart") {
      const { uri } = meaning.note;
      return this.cause.notes.get(uri === this.cause.gone?.uri ? this.cause.gone.into : uri)?.after ?? meaning.note;
    }
    if (meaning.kind !== "file") return undefined;
    const move = [...this.cause.moves, ...(this.cause.folders ?? [])].find(
      ({ folder, from }) => folder === meaning.folder.uri && from === meaning.path,
    );
    return move?.to ?? meaning.path;
  }

  /** Asks the vault as it would be where every reference leads that the change could have altered. */
  verify(): void {
    const now = this.#changedWith(new Map([...this.#followed].map(([uri, { after }]) => [uri, after])));
    for (const note of this.#affected) {
      const { own, after } = this.#followed.get(note.uri) ?? { own: unchanged({ note, text: "" }), after: note };
      for (const { from, reference, at } of own.carried) {
        const written = after.references[at];
        if (!written || !this.#isAsBefore(this.vault.resolve(from, reference), now.resolve(after, written))) throw lost(from, reference);
      }
    }
  }

  edit(): VaultEdit {
    const files = [...this.#followed.values()].filter(({ changes }) => changes.length > 0);
    return {
      files: files.map(({ own, changes }): ChangedFile => ({ file: own.note, changes: inOrder(changes) })),
      moves: this.cause.moves,
      gone: this.cause.gone ? [this.cause.gone] : [],
    };
  }
}

const unchanged = (read: ReadText): Changing => changing(read, [], read.note);

const lost = ({ path }: Note, reference: Reference): Refused =>
  new Refused(`Nothing was changed: the link “${targetText(reference)}” in ${path} would no longer lead where it leads now.`);

const isPartOf = (uri: NoteUri, meaning: Resolution): boolean =>
  meaning.kind === "missingPart"
    ? meaning.note.uri === uri
    : meaning.kind === "note" && meaning.note.uri === uri && meaning.part !== undefined;

interface Outdated extends Rewritten {
  /** As it would be read. */
  readonly reference: Reference;
}

/** Whether a note reads as it should, with some of its references written anew. */
const isRight = (before: Note, after: Note, written: readonly Outdated[]): boolean =>
  isSameButFor(before, after, new Map(written.map(({ carried, reference }) => [carried.at, reference])));

function quotedForms({ text, ...rest }: Outdated): readonly Outdated[] {
  const double = JSON.stringify(text);
  const forms = [text, double.slice(1, -1), text.replaceAll("'", "''"), double];
  return [...new Set(forms)].map((it) => ({ ...rest, text: it }));
}
