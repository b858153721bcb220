// A note as three rows of plain values, which JSON keeps in a tenth of the memory of the objects and reads back in microseconds: the
// head, which lists and look-ups need, the body, for what is asked of a note's text, and its lines, to point into it.
import type {
  Anchor,
  Heading,
  Note,
  PaperId,
  Problem,
  Range,
  Reference,
  Silence,
  Source,
  Title,
  TopicMembership,
  WikiReference,
  Written,
} from "./note";

/** What lists and look-ups need of a note. */
export type Head = Omit<Note, keyof Body | "lineStarts">;

/** What is asked of a note's text. */
export type Body = Pick<Note, "headings" | "anchors" | "references" | "silences" | "problems">;

/** Values in a fixed order; what is undefined is null in JSON. */
type Item = string | number | null | undefined | readonly Problem[] | readonly Silence[];

/** Where a note is, which its rows do not say. */
export type Place = Pick<Note, "uri" | "folder" | "path">;

/** Writes the head of a note. */
export function headRow(note: Head): string {
  const { title } = note;
  const row: Item[] = [note.kind === "note" ? 0 : 1, title.text, titleOrigins.indexOf(title.from)];
  pushRange(row, title.range);
  row.push(note.summary, Number(note.hasOwnFields), Number(note.citesInText), note.modified, note.fileModified, note.fileSize);
  pushList(row, note.aliases, ({ text, range }) => {
    row.push(text);
    pushRange(row, range);
  });
  pushList(row, note.topics, ({ id, range }) => {
    row.push(id);
    pushRange(row, range ?? nowhere);
  });
  pushList(row, note.sources, ({ paper, text, range }) => {
    row.push(paper, text === paper ? null : text);
    pushRange(row, range);
  });
  return JSON.stringify(row);
}

/** Reads what `headRow` wrote of the note at a place. */
export function headOf({ uri, folder, path }: Place, text: string): Head {
  const row = new Row(text);
  return {
    uri,
    folder,
    path,
    kind: row.number() === 0 ? "note" : "topic",
    title: { text: row.text(), from: titleOrigins[row.number()] as Title["from"], range: row.range() },
    summary: row.text(),
    hasOwnFields: row.number() === 1,
    citesInText: row.number() === 1,
    modified: row.number(),
    fileModified: row.number(),
    fileSize: row.number(),
    aliases: row.list((): Written => ({ text: row.text(), range: row.range() })),
    topics: row.list((): TopicMembership => ({ id: row.text(), range: somewhere(row.range()) })),
    sources: row.list(() => sourceIn(row)),
  };
}

function sourceIn(row: Row): Source {
  const paper = row.text() as Source["paper"];
  return { paper, text: row.optional() ?? paper, range: row.range() };
}

/** Writes the body of a note. */
export function bodyRow(note: Body): string {
  const row: Item[] = [];
  pushList(row, note.headings, ({ level, text, range }) => {
    row.push(level, text);
    pushRange(row, range);
  });
  pushList(row, note.anchors, ({ kind, id, range }) => {
    row.push(kind === "block" ? 0 : 1, id);
    pushRange(row, range);
  });
  pushList(row, note.references, (reference) => pushReference(row, reference));
  row.push(note.silences, note.problems);
  return JSON.stringify(row);
}

/** Reads what `bodyRow` wrote. */
export function bodyOf(text: string): Body {
  const row = new Row(text);
  return {
    headings: row.list((): Heading => ({ level: row.number(), text: row.text(), range: row.range() })),
    anchors: row.list((): Anchor => ({ kind: row.number() === 0 ? "block" : "html", id: row.text(), range: row.range() })),
    references: row.list(() => referenceIn(row)),
    silences: row.objects<Silence>(),
    problems: row.objects<Problem>(),
  };
}

/** Writes the offsets at which lines start, each counted from the one before it. */
export function linesRow(lineStarts: Uint32Array): string {
  const lengths: number[] = [];
  let before = 0;
  for (const start of lineStarts) {
    lengths.push(start - before);
    before = start;
  }
  return JSON.stringify(lengths);
}

/** Reads what `linesRow` wrote. */
export function linesOf(text: string): Uint32Array {
  const starts = Uint32Array.from(JSON.parse(text) as readonly number[]);
  for (let line = 1; line < starts.length; line++) starts[line] = (starts[line] as number) + (starts[line - 1] as number);
  return starts;
}

const titleOrigins: readonly Title["from"][] = ["frontMatter", "heading", "stem"];
const places: readonly WikiReference["place"][] = ["body", "cell", "related"];

/** Stands for a range that is undefined: no text begins before its start. */
const nowhere: Range = { start: -1, end: -1 };
const somewhere = (range: Range): Range | undefined => (range.start < 0 ? undefined : range);

function pushRange(row: Item[], { start, end }: Range): void {
  row.push(start, end - start);
}

function pushList<T>(row: Item[], list: readonly T[], push: (item: T) => void): void {
  row.push(list.length);
  for (const item of list) push(item);
}

function pushReference(row: Item[], reference: Reference): void {
  const { kind, range, targetRange } = reference;
  if (kind === "wiki") row.push(places.indexOf(reference.place) + (reference.embed ? embedded : 0), reference.target, reference.label);
  else if (kind === "markdown") row.push(reference.image ? image : link, reference.path, reference.fragment);
  else row.push(reference.isBracketed ? bracketed : bare, reference.key, reference.paper);
  pushRange(row, range);
  row.push(targetRange.start - range.start, targetRange.end - targetRange.start);
}

/** What comes before the texts of a reference: below `link` the place of a wiki link, `embedded` added. */
const embedded = 4;
const link = 8;
const image = 9;
const bare = 10;
const bracketed = 11;

function referenceIn(row: Row): Reference {
  const sort = row.number();
  const name = row.text();
  const more = row.optional();
  const range = row.range();
  const start = range.start + row.number();
  const targetRange = { start, end: start + row.number() };
  if (sort >= bare) return { kind: "citation", key: name, paper: more as PaperId, isBracketed: sort === bracketed, range, targetRange };
  if (sort >= link) return { kind: "markdown", image: sort === image, path: name, fragment: more, range, targetRange };
  const place = places[sort % embedded] as WikiReference["place"];
  return { kind: "wiki", place, embed: sort >= embedded, target: name, label: more, range, targetRange };
}

/** Takes the values of a row one after the other. The row was written by us: nothing of it is in doubt. */
class Row {
  readonly #items: readonly Item[];
  #at = 0;

  constructor(text: string) {
    this.#items = JSON.parse(text) as readonly Item[];
  }

  text(): string {
    return this.#items[this.#at++] as string;
  }

  optional(): string | undefined {
    return (this.#items[this.#at++] as string | null) ?? undefined;
  }

  number(): number {
    return this.#items[this.#at++] as number;
  }

  objects<T extends Problem | Silence>(): readonly T[] {
    return this.#items[this.#at++] as unknown as readonly T[];
  }

  range(): Range {
    const start = this.number();
    return { start, end: start + this.number() };
  }

  list<T>(read: () => T): readonly T[] {
    const list: T[] = [];
    for (let left = this.number(); left > 0; left--) list.push(read());
    return list;
  }
}
