// The ranking's notes by their URIs: which of them it knows, in which version, and what of the vault they are surrounded with.
import { withoutExtension } from "../../core/key";
import type { Note, NoteUri } from "../../core/note";
import type { Vault } from "../../index/vault";
import { linkedFrom } from "../navigation";
import { Engine } from "./engine";
import { namesOf, passagesOf } from "./passages";
import { profileOf } from "./profile";
import { Terms } from "./terms";
import { usualWeights, type Weights } from "./weights";

/**
 * What is derived of a vault's texts to say which notes are related. It follows the vault when it is told: `put` where a note's text
 * changed, `surround` where its links, topics or papers may mean something else now, `remove` where it is gone.
 */
export class Relatedness {
  readonly engine = new Engine();
  /** How much each part of the sum counts in this vault. */
  weights: Weights = usualWeights;
  readonly #numbers = new Map<NoteUri, number>();
  readonly #uris: (NoteUri | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #known: (Note | undefined)[] = [];

  constructor(
    readonly vault: Vault,
    readonly terms: Terms = new Terms(),
  ) {}

  /** How many notes have been read. */
  get size(): number {
    return this.engine.vectors.size;
  }

  /** Whether the ranking knows this very version of a note. */
  knows(note: Note): boolean {
    const number = this.#numbers.get(note.uri);
    return number !== undefined && this.#known[number] === note;
  }

  /** Numbers notes in the order in which they are going to be read: lists grow at their ends then, which is many times quicker. */
  expect(notes: Iterable<Note>): void {
    for (const { uri } of notes) this.#numbered(uri);
  }

  /** Takes in a note's text, and what surrounds it. */
  put(note: Note, text: string): void {
    this.take(note, text);
    this.surround(note);
  }

  /** Takes in a note's text alone. */
  take(note: Note, text: string): void {
    const number = this.#numbered(note.uri);
    this.#known[number] = note;
    this.engine.put(number, profileOf(this.terms, passagesOf(note, text), namesOf(note)));
  }

  /** Looks again at what a note's links, topics and papers mean. */
  surround(note: Note): void {
    const targets = [...linkedFrom(this.vault, note)].map(({ uri }) => this.#numbered(uri));
    this.engine.surround(this.#numbered(note.uri), { ...surroundingsOf(this.vault, note), targets });
  }

  /** Forgets a note. */
  remove(uri: NoteUri): void {
    const number = this.#numbers.get(uri);
    if (number === undefined) return;
    this.engine.remove(number);
    this.#numbers.delete(uri);
    this.#uris[number] = undefined;
    this.#known[number] = undefined;
    this.#free.push(number);
  }

  readonly numberOf = (uri: NoteUri): number | undefined => this.#numbers.get(uri);

  /** The note of a number, as the vault has it now. */
  readonly noteOf = (number: number): Note | undefined => {
    const uri = this.#uris[number];
    return uri === undefined ? undefined : this.vault.note(uri);
  };

  /** Notes that are linked to get their numbers before their texts come. */
  #numbered(uri: NoteUri): number {
    const known = this.#numbers.get(uri);
    if (known !== undefined) return known;
    const number = this.#free.pop() ?? this.#uris.length;
    this.#numbers.set(uri, number);
    this.#uris[number] = uri;
    return number;
  }
}

/** What a note has besides its words and links. Without topics of its own it has those of its folder, which count as folder alone. */
export function surroundingsOf(vault: Vault, note: Note) {
  const isDendron = vault.folderOf(note)?.dialect === "dendron";
  return {
    topics: note.topics.filter(({ range }) => range !== undefined).map(({ id }) => id),
    papers: [...vault.papers.citedBy(note)],
    way: isDendron ? withoutExtension(note.path).replaceAll(".", "/") : withoutExtension(note.path),
  };
}
