// Notes as bytes: each as its three rows and its problems in UTF-8, behind all of them the sites at which they are filed. Of what is read
// back most stays bytes until somebody asks.
import type { Note, NoteUri, Problem } from "../core/note";
import { headOf, headRow, type Place } from "../core/noteRow";
import { uriBelow } from "../core/noteUri";
import { PackedNote, type PackedText, packedText } from "../core/packedNote";
import type { Sites } from "../index/sites";
import { problemText } from "./savedProblems";

/** A note with what the index knows of it. */
export interface KeptNote {
  readonly note: Note;
  readonly sites: Sites;
  /** Undefined where nobody has asked for them. */
  readonly problems: readonly Problem[] | undefined;
}

/** How the bytes of some notes are to be read. */
export interface Layout {
  readonly paths: readonly string[];
  readonly lengths: readonly Lengths[];
}

/** The length of each text in bytes, −1 for problems that are not known, and how many sites a note offers and seeks. */
type Lengths = readonly [head: number, body: number, lines: number, problems: number, offers: number, seeks: number];

const unknown = -1;

/** Some notes as bytes, and how to read them again: see `notesIn`. */
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
    const { body, lines } = packedText(note);
    const texts = [push(headRow(note)), push(body), push(lines), problems ? push(problemText(problems)) : unknown] as const;
    return [...texts, offers.length, seeks.length];
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
  const textSize = lengths.reduce((sum, texts) => sum + textLength(texts), 0);
  // A copy, because numbers stand at even places only.
  const sites = new Uint32Array(new Uint8Array(bytes.subarray(textSize)).buffer);
  let at = 0;
  let site = 0;
  for (const [index, its] of lengths.entries()) {
    const path = paths[index] as string;
    yield new SavedNote({ uri: uriBelow(folder, path), folder, path }, its, bytes, at, sites, site);
    at += textLength(its);
    site += its[4] + its[5];
  }
}

const textLength = ([head, body, lines, problems]: Lengths) => head + body + lines + Math.max(0, problems);

const decoder = new TextDecoder();

/** A note as it was kept. */
export class SavedNote implements PackedText {
  readonly note: PackedNote;

  constructor(
    place: Place,
    readonly lengths: Lengths,
    readonly bytes: Uint8Array,
    /** Where its texts begin. */
    readonly start: number,
    readonly numbers: Uint32Array,
    /** Where its sites begin. */
    readonly site: number,
  ) {
    this.note = new PackedNote(headOf(place, this.#text(0, lengths[0])), this);
  }

  get body(): string {
    const [head, body] = this.lengths;
    return this.#text(head, body);
  }

  get lines(): string {
    const [head, body, lines] = this.lengths;
    return this.#text(head + body, lines);
  }

  /** See `problemText`; undefined where nobody had asked for them. */
  get problems(): string | undefined {
    const [head, body, lines, problems] = this.lengths;
    return problems === unknown ? undefined : this.#text(head + body + lines, problems);
  }

  get sites(): Sites {
    const [, , , , offers, seeks] = this.lengths;
    const end = this.site + offers;
    return { offers: this.numbers.subarray(this.site, end), seeks: this.numbers.subarray(end, end + seeks) };
  }

  #text(at: number, length: number): string {
    const start = this.start + at;
    return length === 0 ? "" : decoder.decode(this.bytes.subarray(start, start + length));
  }
}
