// The front matter of a note that takes another in: what the other says of itself and this one does not say yet.
import { parseFrontMatter } from "../../core/frontMatter";
import { titleKey, topicId } from "../../core/key";
import type { Note, Reference, WikiReference } from "../../core/note";
import { unfiled } from "../../core/parseNote";
import { isExplicitPath, titleIn } from "../../index/keys";
import type { Vault } from "../../index/vault";
import { linkText } from "../links";
import { additions, type NewItem, newBlock, newField, removal } from "../listField";
import { changed, type ReadText, Refused, type TextChange, type Texts } from "../rename/plan";

/** Two notes of which one goes into the other. */
export interface Pair {
  readonly gone: ReadText;
  readonly into: ReadText;
}

/** The note that takes the other in with all that its front matter is to say; links of its list of related notes to the other are left out. */
export function withFields(vault: Vault, texts: Texts, pair: Pair): ReadText {
  const { gone } = pair;
  let read = withoutRelated(vault, texts, pair.into, gone.note);
  read = withItems(texts, read, "aliases", newNames(vault, gone.note, read.note), (note) => note.aliases.map(({ text }) => text));
  read = withItems(texts, read, "topics", newTopics(gone, read.note), (note) =>
    note.topics.flatMap(({ id, range }) => (range === undefined ? [] : [id])),
  );
  read = withItems(texts, read, "sources", newSources(vault, gone.note, read.note), (note) => note.sources.map(({ paper }) => paper));
  read = withItems(texts, read, "related", newRelated(vault, gone.note, read.note), (note) => relatedOf(note).map(({ target }) => target));
  if (read.note.summary === "" && gone.note.summary !== "")
    read = withLine(texts, read, "summary", `summary: ${JSON.stringify(gone.note.summary)}`);
  return withOtherFields(texts, read, gone.text);
}

/** An item, and what a note reads where it stands. */
interface Item extends NewItem {
  readonly read: string;
}

/** The list items of a note that are references to others. */
export const relatedOf = (note: Note): readonly WikiReference[] =>
  note.references.filter((it): it is WikiReference => it.kind === "wiki" && it.place === "related");

/** Adds items in the first way in which the note then reads them. */
function withItems(
  texts: Texts,
  read: ReadText,
  field: string,
  items: readonly Item[],
  readItems: (note: Note) => readonly string[],
): ReadText {
  if (items.length === 0) return read;
  const wanted = [...readItems(read.note), ...items.map((it) => it.read)];
  const isRight = (note: Note) => JSON.stringify(readItems(note)) === JSON.stringify(wanted);
  return firstRight(texts, read, additions(read.text, field, items), isRight, `its list of ${field} could not be written anew`);
}

function withLine(texts: Texts, read: ReadText, field: string, line: string): ReadText {
  const front = parseFrontMatter(read.text);
  if (front.keys.includes(field)) return read;
  const change = front.bodyStart === 0 ? newBlock(read.text, [line], /\r?\n/.exec(read.text)?.[0] ?? "\n") : newField(read.text, line);
  return firstRight(texts, read, [change], (note) => note.problems.length === read.note.problems.length, `“${field}” could not be written`);
}

function firstRight(
  texts: Texts,
  { note, text }: ReadText,
  changes: readonly TextChange[],
  isRight: (note: Note) => boolean,
  why: string,
): ReadText {
  for (const change of changes) {
    const now = changed(text, [change]);
    const after = texts.reread(note, now);
    if (isRight(after) && after.headings.length === note.headings.length && after.title.text === note.title.text)
      return { note: after, text: now };
  }
  throw new Refused(`Nothing was changed: in ${note.path} ${why}.`);
}

/** Takes a note out of the list of related ones: it is to be part of this very note. */
function withoutRelated(vault: Vault, texts: Texts, read: ReadText, gone: Note): ReadText {
  const change = relatedRemoval(vault, read, (it) => it.uri === gone.uri);
  if (!change) return read;
  const text = changed(read.text, [change]);
  return withoutRelated(vault, texts, { note: texts.reread(read.note, text), text }, gone);
}

/** Takes the first item out of a list of related notes that leads to a certain note and to nothing else. */
export function relatedRemoval(vault: Vault, { note, text }: ReadText, isMeant: (it: Note) => boolean): TextChange | undefined {
  const items = parseFrontMatter(text).items("related");
  const related = relatedOf(note);
  const linksIn = (at: number) =>
    related.filter(({ range }) => range.start >= (items[at]?.range.start ?? 0) && range.end <= (items[at]?.range.end ?? 0));
  const found = items.findIndex((_, at) => {
    const [link, ...others] = linksIn(at);
    return link !== undefined && others.length === 0 && isTo(vault, note, link, isMeant);
  });
  return removal(text, items, found);
}

/** Whether a reference leads to a certain note, whatever the part. */
export function isTo(vault: Vault, from: Note, reference: Reference, isMeant: (it: Note) => boolean): boolean {
  const meaning = vault.resolve(from, reference);
  return (meaning.kind === "note" || meaning.kind === "missingPart") && isMeant(meaning.note);
}

/** Its title and aliases, so that who remembers those finds it still; none that another note bears. */
function newNames(vault: Vault, gone: Note, into: Note): readonly Item[] {
  const known = new Set([into.title.text, ...into.aliases.map(({ text }) => text)].map(titleKey));
  const names = [...(gone.title.from === "stem" ? [] : [gone.title.text]), ...gone.aliases.map(({ text }) => text)];
  return names.flatMap((text) => {
    const isFree = [...vault.holders(titleIn(text))].every(({ uri }) => uri === gone.uri || uri === into.uri);
    if (titleKey(text) === "" || known.has(titleKey(text)) || !isFree) return [];
    known.add(titleKey(text));
    return [{ value: text, read: text }];
  });
}

/** The topics that only the other names. Those of a folder count no longer where a note names any: they are named as well. */
function newTopics(gone: ReadText, into: Note): readonly Item[] {
  const written = parseFrontMatter(gone.text).list("topics");
  const known = new Set(into.topics.flatMap(({ id, range }) => (range === undefined ? [] : [id])));
  const others = gone.note.topics.filter(({ id, range }) => range !== undefined && !into.topics.some((it) => it.id === id));
  if (others.length === 0) return [];
  const all = [...into.topics, ...others].filter(({ id }) => !known.has(id) && id !== unfiled);
  return all.map(({ id }) => ({ value: written.find(({ text }) => topicId(text) === id)?.text ?? id, read: id }));
}

function newSources({ papers }: Vault, gone: Note, into: Note): readonly Item[] {
  const known = new Set(into.sources.map(({ paper }) => papers.canonical(paper)));
  return gone.sources.flatMap(({ paper, text }) => {
    if (known.has(papers.canonical(paper))) return [];
    known.add(papers.canonical(paper));
    return [{ value: text, read: paper }];
  });
}

function newRelated(vault: Vault, gone: Note, into: Note): readonly Item[] {
  const known = new Set(relatedOf(into).map((it) => it.target));
  return relatedOf(gone).flatMap((it) => {
    const meaning = vault.resolve(gone, it);
    const to = meaning.kind === "note" || meaning.kind === "missingPart" ? meaning.note : undefined;
    if (
      to &&
      (to.uri === gone.uri || to.uri === into.uri || relatedOf(into).some((other) => isTo(vault, into, other, (one) => one.uri === to.uri)))
    )
      return [];
    const link = to ? linkText(vault, into, to, "title") : `[[${it.target}]]`;
    const target = link.slice(2, -2).split("|")[0] ?? "";
    // What leads to no note by a path would lead elsewhere from elsewhere.
    if (!link.startsWith("[[") || (!to && isExplicitPath(it.target)) || known.has(target)) return [];
    known.add(target);
    return [{ value: link, bare: link.slice(2, -2), read: target }];
  });
}

/** Fields of ours, and those that say something of the file alone. */
const ownFields = new Set([
  "title",
  "summary",
  "topics",
  "sources",
  "related",
  "aliases",
  "type",
  "id",
  "date",
  "created",
  "updated",
  "modified",
]);

/** Fields that nobody here knows: line by line where this note has none of that name, item by item where both are lists. */
function withOtherFields(texts: Texts, into: ReadText, from: string): ReadText {
  const front = parseFrontMatter(from);
  const lines = from.slice(0, front.bodyStart).split(/\r?\n/);
  return front.keys
    .filter((key) => !ownFields.has(key))
    .reduce((read, key) => {
      const own = parseFrontMatter(read.text);
      const readItems = (text: string) =>
        parseFrontMatter(text)
          .list(key)
          .map((it) => it.text);
      if (!own.keys.includes(key)) return withLine(texts, read, key, linesOf(lines, key).join("\n"));
      if (own.text(key) !== undefined || front.text(key) !== undefined) return read;
      const known = new Set(readItems(read.text));
      const items = readItems(from).flatMap((text) => (known.has(text) ? [] : [{ value: text }]));
      const wanted = JSON.stringify([...known, ...items.map(({ value }) => value)]);
      const change =
        items.length === 0
          ? undefined
          : additions(read.text, key, items).find((it) => JSON.stringify(readItems(changed(read.text, [it]))) === wanted);
      return change ? firstRight(texts, read, [change], () => true, "") : read;
    }, into);
}

/** The lines of a field of a block mapping. */
function linesOf(lines: readonly string[], key: string): readonly string[] {
  const start = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (start < 0) return [];
  const length = lines.slice(start + 1).findIndex((line) => /^\S/.test(line));
  return lines.slice(start, length < 0 ? undefined : start + 1 + length);
}
