// One file's text -> a Note. Pure, and never throws: half-typed notes are the normal case.
import { isScalar, parseDocument } from "yaml";
import { parseBody } from "./body";
import { paperOf } from "./citations";
import { type FrontMatter, type FrontMatterItem, isOwnField, parseFrontMatter } from "./frontMatter";
import { folderOf, titleOfStem, topicId } from "./key";
import type {
  Heading,
  Note,
  NoteUri,
  PaperId,
  Problem,
  Range,
  Reference,
  Source,
  Title,
  TopicMembership,
  WikiReference,
  Written,
} from "./note";
import { lineStartsOf, owned } from "./text";
import { type Dialect, isNoteTarget, type LinkPlace, wikiLinkEnd, wikiReference } from "./wikiLink";

/** What is known of a note before its text is read. */
export interface NoteFile {
  readonly uri: NoteUri;
  readonly folder: NoteUri | undefined;
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Bytes; left out where the text is not, or not for certain, what the file holds. */
  readonly size?: number;
}

/** The topic of a note that names none and lies in no sub-folder. */
export const unfiled = "unfiled";

export interface ParseOptions {
  /** Takes `tags` for topics where a note has no `topics`. */
  readonly topicsFromTags: boolean;
  /** How wiki links are written; as in Obsidian where nothing is said. */
  readonly dialect?: Dialect;
}

/** Reads a note. A text that no parser can take in (thousands of nested marks) gives a note that says so and nothing else. */
export function parseNote(file: NoteFile, text: string, options: ParseOptions): Note {
  try {
    return readNote(file, text, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const note = unreadableNote(file, `This note is nested too deeply to be read (${reason}).`);
    return { ...note, lineStarts: lineStartsOf(text) };
  }
}

function readNote(file: NoteFile, text: string, { topicsFromTags, dialect = "usual" }: ParseOptions): Note {
  const front = parseFrontMatter(text);
  const { headings, references, anchors, silences, unread } = parseBody(text, front.bodyStart, dialect);
  const all = [...relatedOf(front, text, dialect), ...references];
  const kind = front.text("type")?.text.trim().toLowerCase() === "topic" ? "topic" : "note";
  return {
    uri: file.uri,
    folder: file.folder,
    path: file.path,
    kind,
    title: titleOf(front, headings, file.path),
    summary: owned(oneLine(front.text("summary")?.text ?? "")),
    aliases: aliasesOf(front),
    topics: topicsOf(front, file.path, topicsFromTags),
    sources: sourcesOf(front, text),
    headings,
    anchors,
    references: all,
    silences,
    problems: [...front.problems, ...unread.slice(0, 1).map(tooManyMarks)],
    hasOwnFields: front.keys.some(isOwnField),
    citesInText: all.some(mayCite),
    modified: modifiedOf(front) ?? file.modified,
    fileModified: file.modified,
    fileSize: file.size ?? -1,
    lineStarts: lineStartsOf(text),
  };
}

const tooManyMarks = (range: Range): Problem => ({
  code: "unreadable-note",
  severity: "warning",
  range,
  message: "This paragraph has more links and marks than can be read. From here to its end they are taken for text.",
});

/** A link by a name such as `@key` cites where no note bears that name. */
const mayCite = (reference: Reference) => reference.kind === "citation" || (reference.kind === "wiki" && reference.target.startsWith("@"));

/** A note whose text could not be had: listed by its name, with the reason as its one problem. */
export function unreadableNote(file: NoteFile, reason: string): Note {
  const problem: Problem = { code: "unreadable-note", severity: "warning", range: { start: 0, end: 0 }, message: reason };
  return { ...readNote(file, "", { topicsFromTags: false }), problems: [problem] };
}

function titleOf(front: FrontMatter, headings: readonly Heading[], path: string): Title {
  const declared = front.text("title");
  if (declared && declared.text.trim() !== "") return { text: owned(oneLine(declared.text)), from: "frontMatter", range: declared.range };
  const heading = headings.find(({ level, text }) => level === 1 && text !== "");
  if (heading) return { text: heading.text, from: "heading", range: heading.range };
  return { text: titleOfStem(path), from: "stem", range: { start: 0, end: 0 } };
}

const aliasesOf = (front: FrontMatter): readonly Written[] =>
  front.list("aliases").flatMap(({ text, range }) => (text.trim() === "" ? [] : [{ text: owned(text), range }]));

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function topicsOf(front: FrontMatter, path: string, topicsFromTags: boolean): readonly TopicMembership[] {
  const named = front.list("topics");
  const written = named.length > 0 || !topicsFromTags ? named : front.list("tags");
  const topics = new Map<string, TopicMembership>();
  for (const { text, range } of written) {
    const id = topicId(text);
    if (id !== "" && !topics.has(id)) topics.set(id, { id, range });
  }
  if (topics.size > 0) return [...topics.values()];
  return [{ id: topicId(folderOf(path)) || unfiled, range: undefined }];
}

/** Sources are read from the YAML *source*: an unquoted `2401.00010` is a number to YAML and would lose its last zero. */
function sourcesOf(front: FrontMatter, text: string): readonly Source[] {
  return front.items("sources").flatMap((item) => {
    const range = withoutQuotes(item);
    const written = item.folded ?? unescapers[item.quote](text.slice(range.start, range.end));
    const paper = paperOf(written);
    return paper === undefined ? [] : [{ paper: owned(paper) as PaperId, text: owned(written), range }];
  });
}

function withoutQuotes({ range, quote }: FrontMatterItem): Range {
  return quote === "none" ? range : { start: range.start + 1, end: range.end - 1 };
}

/** `related:` items: wiki links, or a title standing alone. */
function relatedOf(front: FrontMatter, text: string, dialect: Dialect): readonly Reference[] {
  const references = front
    .items("related")
    .flatMap((item) => (item.folded === undefined ? inOneLine(item, text, dialect) : [wholeItem(item, item.folded, dialect)]));
  return references.filter(({ target }) => isNoteTarget(target));
}

function inOneLine(item: FrontMatterItem, text: string, dialect: Dialect): readonly WikiReference[] {
  const range = withoutQuotes(item);
  const plain = unescapers[item.quote];
  const links = wikiLinksIn(text, range, { shift: 0, place: "related", dialect, plain });
  const alone = text.slice(range.start, range.end).trim();
  if (links.length > 0 || alone.startsWith("[") || /^\d+$/.test(alone)) return links;
  return [wholeItem(item, plain(alone), dialect)];
}

function wikiLinksIn(text: string, { start, end }: Range, where: LinkPlace): readonly WikiReference[] {
  const links: WikiReference[] = [];
  // Of the text only the item is searched: of a long list each item would be searched to the end of the note.
  const item = text.slice(start, end);
  for (let at = item.indexOf("[["); at >= 0; ) {
    const behind = wikiLinkEnd(text, start + at) - start;
    if (behind > 0 && behind <= item.length) links.push(wikiReference(text, start + at, start + behind, where));
    at = item.indexOf("[[", behind > 0 ? behind : at + 1);
  }
  return links;
}

/** A reference that is all of an item: a title, or one link that YAML has folded over several lines. */
function wholeItem(item: FrontMatterItem, written: string, dialect: Dialect): WikiReference {
  const range = withoutQuotes(item);
  const isLink = wikiLinkEnd(written, 0) === written.length;
  const link = isLink ? wikiReference(written, 0, written.length, { shift: 0, place: "related", dialect }) : undefined;
  return {
    kind: "wiki",
    place: "related",
    embed: false,
    target: link?.target ?? owned(written),
    label: link?.label,
    range,
    targetRange: range,
  };
}

/** How each kind of YAML string hides its quotes; the escapes of double quotes are nearly always JSON's, which is read much faster. */
const unescapers: Readonly<Record<FrontMatterItem["quote"], (text: string) => string>> = {
  none: (text) => text,
  single: (text) => text.replaceAll("''", "'"),
  double: (text) => {
    try {
      return text.includes("\\") ? String(JSON.parse(`"${text}"`)) : text;
    } catch {
      const { contents } = parseDocument(`"${text}"`, { logLevel: "silent" });
      return isScalar(contents) ? String(contents.value) : text;
    }
  },
};

/** The date of the last change as the note itself gives it. */
function modifiedOf(front: FrontMatter): number | undefined {
  for (const field of ["modified", "updated", "lastmod"]) {
    const date = Date.parse(front.text(field)?.text ?? "");
    if (!Number.isNaN(date)) return date;
  }
  return undefined;
}
