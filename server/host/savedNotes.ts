// Notes as bytes: each as its two rows and its problems in UTF-8, behind all of them the sites at which they are filed.
import type { Note, NoteUri, Problem } from "../core/note";
import { bodyRow, headOf, headRow } from "../core/noteRow";
import { uriBelow } from "../core/noteUri";
import { PackedNote } from "../core/packedNote";
import type { Sites } from "../index/sites";
import { problemText } from "./savedProblems";

/** A note with what the index knows of it. */
export interface KeptNote {
  readonly note: Note;
  readonly sites: Sites;
  /** Undefined where nobody has asked for them. */
  readonly problems: readonly Problem[] | undefined;
}

/** The same, read back. */
export interface SavedNote {
  readonly note: PackedNote;
  readonly sites: Sites;
  /** See `problemText`. */
  readonly problems: string | undefined;
}

/** How the bytes of some notes are to be read. */
export interface Layout {
  readonly paths: readonly string[];
  /** Of each note the length in bytes of its head, its body and its problems (−1: unknown), and how many sites it offers and seeks. */
  readonly lengths: readonly Lengths[];
}

type Lengths = readonly [head: number, body: number, problems: number, offers: number, seeks: number];

const unknown = -1;

export function bytesOfNotes(kept: readonly KeptNote[]): { readonly layout: Layout; readonly bytes: Uint8Array } {
  const encoder = new TextEncoder();
  const texts: Uint8Array[] = [];
  const sites: Uint8Array[] = [];
  const push = (text: string): number => {
    const bytes = encoder.encode(text);
    texts.push(bytes);
    return bytes.length;
  };
  const lengths = kept.map(({ note, sites: { offers, seeks }, problems }): Lengths => {
    sites.push(bytesOf(offers), bytesOf(seeks));
    const body = note instanceof PackedNote ? note.body : bodyRow(note);
    return [push(headRow(note)), push(body), problems ? push(problemText(problems)) : unknown, offers.length, seeks.length];
  });
  return { layout: { paths: kept.map(({ note }) => note.path), lengths }, bytes: joined([...texts, ...sites]) };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array) => new Uint8Array(buffer, byteOffset, byteLength);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Reads what `bytesOfNotes` wrote of notes of a folder. */
export function* notesIn({ paths, lengths }: Layout, bytes: Uint8Array, folder: NoteUri): Iterable<SavedNote> {
  const texts = new Cursor(bytes, 0);
  const numbers = new Cursor(bytes, textSize(lengths));
  for (const [index, [head, body, problems, offers, seeks]] of lengths.entries()) {
    const path = paths[index] as string;
    const place = { uri: uriBelow(folder, path), folder, path };
    yield {
      note: new PackedNote(headOf(place, texts.text(head)), texts.text(body)),
      problems: problems === unknown ? undefined : texts.text(problems),
      sites: { offers: numbers.numbers(offers), seeks: numbers.numbers(seeks) },
    };
  }
}

/** Where the texts end. */
function textSize(lengths: readonly Lengths[]): number {
  return lengths.reduce((sum, [head, body, problems]) => sum + head + body + Math.max(0, problems), 0);
}

const decoder = new TextDecoder();

/** Takes one value behind the other. */
class Cursor {
  constructor(
    readonly bytes: Uint8Array,
    private at: number,
  ) {}

  text(length: number): string {
    return decoder.decode(this.#take(length));
  }

  numbers(count: number): Uint32Array {
    // A copy, because numbers stand at even places only.
    return new Uint32Array(new Uint8Array(this.#take(count * Uint32Array.BYTES_PER_ELEMENT)).buffer);
  }

  #take(length: number): Uint8Array {
    const start = this.at;
    this.at += length;
    return this.bytes.subarray(start, this.at);
  }
}
