// The documents that the client has open, by the notes they hold: which were edited since they were read, and what those outside hold.
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Note, NoteUri } from "../core/note";
import { noteUri } from "../core/noteUri";

export class OpenDocuments {
  readonly #open = new Map<NoteUri, TextDocument>();
  readonly #edited = new Set<NoteUri>();
  /** Notes of documents that belong to no vault, each for the version it was read from. */
  readonly #outside = new Map<NoteUri, { readonly version: number; readonly note: Note }>();

  get(uri: NoteUri): TextDocument | undefined {
    return this.#open.get(uri);
  }

  /** A document was opened or edited. */
  edited(document: TextDocument): void {
    const uri = noteUri(document.uri);
    this.#open.set(uri, document);
    this.#edited.add(uri);
  }

  /** A document was closed; returns the note whose file counts again. */
  closed(document: TextDocument): NoteUri {
    const uri = noteUri(document.uri);
    this.#open.delete(uri);
    this.#edited.delete(uri);
    this.#outside.delete(uri);
    return uri;
  }

  /** Has a document read again, as if it had been edited; returns whether it is open. */
  readAgain(uri: NoteUri): boolean {
    if (!this.#open.has(uri)) return false;
    this.#edited.add(uri);
    return true;
  }

  readAllAgain(): void {
    for (const uri of this.#open.keys()) this.#edited.add(uri);
  }

  /** The documents that were edited since they were taken last. */
  *takeEdited(): Iterable<readonly [NoteUri, TextDocument]> {
    for (const uri of this.#edited) {
      this.#edited.delete(uri);
      const document = this.#open.get(uri);
      if (document) yield [uri, document];
    }
  }

  /** The note of a document that belongs to no vault; read once a version. */
  outside(uri: NoteUri, document: TextDocument, read: () => Note): Note {
    const known = this.#outside.get(uri);
    if (known?.version === document.version) return known.note;
    const note = read();
    this.#outside.set(uri, { version: document.version, note });
    return note;
  }

  /** Forgets what a document held that belonged to no vault. */
  forgetOutside(uri: NoteUri): void {
    this.#outside.delete(uri);
  }
}
