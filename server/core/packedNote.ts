// Notes as they are kept while nobody looks at them: what stands in their text is itself kept as text and read back when something is
// asked of it. Of a hundred thousand notes a few are looked at at a time; as objects the others would take several times the memory of
// their files.
import type { Note } from "./note";
import { type Body, bodyOf, bodyRow, type Head, linesOf, linesRow } from "./noteRow";

/** What stands in a note's text, as text; see `noteRow`. */
export interface PackedText {
  readonly body: string;
  readonly lines: string;
}

/** How many notes are kept as objects besides: those that were asked last, in a ring. */
const unpacked: (PackedNote | undefined)[] = new Array(64).fill(undefined);
let oldest = 0;

/** A note that answers like any other. What its text gave once may be other objects the next time: compare places, not identities. */
export class PackedNote implements Note {
  readonly uri: Note["uri"];
  readonly folder: Note["folder"];
  readonly path: Note["path"];
  readonly kind: Note["kind"];
  readonly title: Note["title"];
  readonly summary: Note["summary"];
  readonly aliases: Note["aliases"];
  readonly topics: Note["topics"];
  readonly sources: Note["sources"];
  readonly hasOwnFields: boolean;
  readonly citesInText: boolean;
  readonly modified: number;
  readonly fileModified: number;
  readonly fileSize: number;
  readonly text: PackedText;
  #read: Body | undefined;
  #lines: Uint32Array | undefined;

  constructor(head: Head, text: PackedText, read?: Body) {
    this.uri = head.uri;
    this.folder = head.folder;
    this.path = head.path;
    this.kind = head.kind;
    this.title = head.title;
    this.summary = head.summary;
    this.aliases = head.aliases;
    this.topics = head.topics;
    this.sources = head.sources;
    this.hasOwnFields = head.hasOwnFields;
    this.citesInText = head.citesInText;
    this.modified = head.modified;
    this.fileModified = head.fileModified;
    this.fileSize = head.fileSize;
    this.text = text;
    if (read) this.#remember(read);
  }

  get headings() {
    return this.#unpacked().headings;
  }

  get anchors() {
    return this.#unpacked().anchors;
  }

  get references() {
    return this.#unpacked().references;
  }

  get silences() {
    return this.#unpacked().silences;
  }

  get problems() {
    return this.#unpacked().problems;
  }

  get lineStarts() {
    // Read back once: who tells a note's problems asks for each of them.
    if (this.#lines) return this.#lines;
    this.#takePlace();
    this.#lines = linesOf(this.text.lines);
    return this.#lines;
  }

  #unpacked(): Body {
    return this.#read ?? this.#remember(bodyOf(this.text.body));
  }

  #remember(read: Body): Body {
    this.#takePlace();
    this.#read = read;
    return read;
  }

  /** One place in the ring is for all that was read back of a note, and whoever had it before lets go of everything. */
  #takePlace(): void {
    if (this.#read || this.#lines) return;
    const last = unpacked[oldest];
    if (last) {
      last.#read = undefined;
      last.#lines = undefined;
    }
    unpacked[oldest] = this;
    oldest = (oldest + 1) % unpacked.length;
  }
}

/** Gives the same note in a fraction of the memory. */
export type Pack = (note: Note) => PackedNote;

/** For a note that is read on its own: its text lives as long as it does. */
export const packed: Pack = (note) => {
  const [body, lines] = [encoder.encode(bodyRow(note)), encoder.encode(linesRow(note.lineStarts))];
  const bytes = new Uint8Array(body.length + lines.length);
  bytes.set(body);
  bytes.set(lines, body.length);
  return new PackedNote(note, new StoredText({ bytes, start: 0, middle: body.length, end: bytes.length }), note);
};

/**
 * For notes that are read one after the other and stay: their texts share stores, since a hundred thousand arrays would take as much as what they
 * hold. A store lives as long as one of its texts; notes that come and go would keep many alive for little.
 */
export function packer(): Pack {
  let store = new Uint8Array(0);
  let used = 0;
  return (note) => {
    const [body, lines] = [bodyRow(note), linesRow(note.lineStarts)];
    const room = (body.length + lines.length) * mostBytes;
    if (used + room > store.length) {
      store = new Uint8Array(Math.max(room, Math.min(mostStore, 2 * store.length || leastStore)));
      used = 0;
    }
    const start = used;
    const middle = start + encoder.encodeInto(body, store.subarray(start)).written;
    used = middle + encoder.encodeInto(lines, store.subarray(middle)).written;
    return new PackedNote(note, new StoredText({ bytes: store, start, middle, end: used }), note);
  };
}

/** Where the two texts of a note stand, one behind the other. */
interface Place {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

/** Texts in UTF-8 outside the engine's heap, which then has less to look through for garbage and grows less far between two times. */
class StoredText implements PackedText {
  readonly #bytes: Uint8Array;
  readonly #start: number;
  readonly #middle: number;
  readonly #end: number;

  constructor({ bytes, start, middle, end }: Place) {
    this.#bytes = bytes;
    this.#start = start;
    this.#middle = middle;
    this.#end = end;
  }

  get body(): string {
    return decoder.decode(this.#bytes.subarray(this.#start, this.#middle));
  }

  get lines(): string {
    return decoder.decode(this.#bytes.subarray(this.#middle, this.#end));
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** Bytes that a UTF-16 unit takes at most. */
const mostBytes = 3;
/** Bytes of a store. */
const [leastStore, mostStore] = [2 ** 14, 2 ** 20];

/** What stands in the text of any note. */
export const packedText = (note: Note): PackedText =>
  note instanceof PackedNote ? note.text : { body: bodyRow(note), lines: linesRow(note.lineStarts) };
