// A note before it is there: where it would lie and what would stand in it.
import { baseName, exactKey, folderOf, isFileName, titleKey } from "../core/key";
import type { Note, NoteUri, Problem } from "../core/note";
import { uriBelow } from "../core/noteUri";
import { byPlace } from "../core/order";
import { titleIn } from "../index/keys";
import type { Vault } from "../index/vault";
import { freePath, stemFor } from "./fileNames";
import { linkText, noteAt } from "./links";
import { type NoteTemplate, type Sayings, templated } from "./noteTemplate";

export interface NewNote {
  readonly title: string;
  /** In its workspace folder. No file is there yet, and none in the folder has that name. */
  readonly path: string;
  readonly text: string;
  /** Why it does not begin with the vault's template, in a sentence. */
  readonly fault?: string;
}

/** What somebody says of a note to be written. */
export interface NoteDraft {
  readonly title: string;
  readonly place: NotePlace;
  /** Topic ids. */
  readonly topics: readonly string[];
  /** Items of `sources:`, as they are to be written; none where nothing is said. */
  readonly sources?: readonly string[];
  readonly related: readonly Note[];
  /** What it begins with, where the vault has something for that. */
  readonly template?: NoteTemplate | undefined;
}

/** Where a note lies: a workspace folder, and a folder in it; `""` is the top. */
export interface NotePlace {
  readonly folder: NoteUri;
  readonly path: string;
}

/**
 * The note of a draft: its file named after its title, its text that of the template or, where there is none or it does not fit, with title,
 * topics, sources and links in its front matter. Undefined for a title without words.
 */
export function draftedNote(vault: Vault, { title, place, topics, sources = [], related, template }: NoteDraft): NewNote | undefined {
  const stem = stemFor(title);
  const folder = vault.folders.find(({ uri }) => uri === place.folder);
  if (stem === "" || titleKey(title) === "" || !folder) return undefined;
  // A name that another file has, wherever it lies, would make links by file names doubtful.
  const path = freePath(place.path, stem, (it) => folder.files.named(baseName(it)).size === 0);
  if (path === undefined) return undefined;
  const linked = related
    .map((note) => ({ note, link: linkText(vault, noteAt(place.folder, path), note, "title") }))
    .filter(({ link }) => link.startsWith("[["));
  const links = linked.map(({ link }) => link);
  const plain = { title, path, text: textOf({ title, topics, sources, links }) };
  if (!template) return plain;
  const about = { uri: uriBelow(place.folder, path), folder: place.folder, path, dialect: folder.dialect };
  const notes = linked.map(({ note }) => note);
  return { ...plain, ...templated(vault, template, about, { title, topics, sources, links }, notes) };
}

/**
 * The note that answers a broken wiki link: titled as the link wants it, beside the note that asks, with its topics and a link back.
 * Undefined where the problem is another, or the link names a path, a file or a part; in a Dendron workspace titles answer no links.
 */
export function newNoteFor(vault: Vault, from: Note, { code, range }: Problem, template?: NoteTemplate): NewNote | undefined {
  const folder = vault.folderOf(from);
  const reference = from.references.find(({ targetRange }) => targetRange.start === range.start && targetRange.end === range.end);
  if (code !== "broken-reference" || reference?.kind !== "wiki" || !folder || folder.dialect === "dendron") return undefined;
  const title = reference.target.trim();
  if (/[/#]/.test(title) || isFileName(title)) return undefined;
  const topics = from.topics.flatMap(({ id, range: written }) => (written === undefined ? [] : [id]));
  return draftedNote(vault, { title, place: { folder: folder.uri, path: folderOf(from.path) }, topics, related: [from], template });
}

/** The note that bears a title already, or has it for an alias; the one of exactly these letters before others. */
export function noteTitled(vault: Vault, title: string): Note | undefined {
  if (titleKey(title) === "") return undefined;
  const exact = exactKey(title);
  const isExact = (note: Note) => exactKey(note.title.text) === exact;
  return [...vault.holders(titleIn(title))].sort((a, b) => Number(isExact(b)) - Number(isExact(a)) || byPlace(a, b))[0];
}

/** The folder in which most notes of a topic lie; where none names it, of the topic around it. */
export function placeOfTopic(vault: Vault, id: string): NotePlace | undefined {
  if (id === "") return undefined;
  const counts = new Map<string, { readonly place: NotePlace; count: number }>();
  for (const note of vault.inTopic(id)) {
    if (note.kind !== "note" || note.folder === undefined) continue;
    const place = { folder: note.folder, path: folderOf(note.path) };
    const counted = counts.get(`${place.folder}\n${place.path}`) ?? { place, count: 0 };
    counted.count++;
    counts.set(`${place.folder}\n${place.path}`, counted);
  }
  const busiest = [...counts.values()].sort((a, b) => b.count - a.count || (a.place.path < b.place.path ? -1 : 1))[0];
  return busiest?.place ?? placeOfTopic(vault, folderOf(id));
}

/** JSON's strings are YAML's as well: whatever stands in a title stays text (https://yaml.org/spec/1.2.2/#12-overview). */
function textOf({ title, topics, sources, links }: Sayings): string {
  const list = (items: readonly string[]) => `[${items.map((it) => JSON.stringify(it)).join(", ")}]`;
  const lines = [
    `title: ${JSON.stringify(title)}`,
    ...(topics.length > 0 ? [`topics: ${list(topics)}`] : []),
    ...(sources.length > 0 ? [`sources: ${list(sources)}`] : []),
    ...(links.length > 0 ? [`related: ${list(links)}`] : []),
  ];
  return `---\n${lines.join("\n")}\n---\n\n# ${title}\n\n`;
}
