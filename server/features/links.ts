// How a link to a note is written, so that it leads exactly there.
import { exactKey, folderOf, titleKey, withoutExtension } from "../core/key";
import type { Note, NoteUri } from "../core/note";
import { uriBelow } from "../core/noteUri";
import { parseNote } from "../core/parseNote";
import type { LinkStyle } from "../core/settings";
import { type Dialect, isNoteTarget, wikiLinkEnd, wikiReference } from "../core/wikiLink";
import type { Vault } from "../index/vault";

/**
 * The text of a link from one note to another in the given style. A title that cannot stand in a link (`[ ] | # ^`, an empty key)
 * or that leads elsewhere is replaced by the file's name, then by its path, with the title as label. A note that no wiki link can
 * name (its file is called `a|b.md`) gets a Markdown link, which escapes everything; one in another workspace folder, where
 * Markdown links do not lead, gets a wiki link. In a Dendron workspace notes go by their file names, behind the label.
 */
export function linkText(vault: Vault, from: Note, to: Note, style: LinkStyle): string {
  const title = exactKey(to.title.text);
  if (style === "markdown" && from.folder === to.folder) return markdownLink(from, to, title);
  const dialect = vault.folderOf(from)?.dialect ?? "usual";
  const named = namesOf(to).map((name) => labelled(name, title, dialect));
  const links = style === "title" && dialect === "usual" && canBeTarget(title) ? [`[[${title}]]`, ...named] : named;
  return links.find((link) => leadsTo(vault, from, to, link, dialect)) ?? markdownLink(from, to, title);
}

/** An empty note at a path: for links from where no note is yet. */
export function noteAt(folder: NoteUri, path: string): Note {
  return parseNote({ uri: uriBelow(folder, path), folder, path, modified: 0 }, "", { topicsFromTags: false });
}

/** The file's name, then ever more of its path, then the path from the root; the file itself where a folder or file has that path. */
export function namesOf(note: Note): readonly string[] {
  const path = withoutExtension(note.path);
  const segments = path.split("/");
  const ends = segments.map((_, index) => segments.slice(segments.length - 1 - index).join("/"));
  return [...ends, `/${path}`, `/${note.path}`].filter((name) => !/[|\r\n]/.test(name));
}

const canBeTarget = (title: string) => !/[[\]|#^]/.test(title) && titleKey(title) !== "";

/** A blank keeps brackets in the label from opening or closing a link. */
function labelled(name: string, title: string, dialect: Dialect): string {
  const label = title
    .replace(/\s*\|\s*/g, " ")
    .replace(/\[(?=\[)|\](?=\]|$)/g, "$& ")
    .trimStart();
  if (name === title || label === "") return `[[${name}]]`;
  return dialect === "dendron" ? `[[${label}|${name}]]` : `[[${name}|${label}]]`;
}

/** Whether a link, read as every reader reads it, means this note and no other. */
function leadsTo(vault: Vault, from: Note, to: Note, link: string, dialect: Dialect): boolean {
  if (wikiLinkEnd(link, 0) !== link.length) return false;
  const reference = wikiReference(link, 0, link.length, { shift: 0, place: "body", dialect });
  if (!isNoteTarget(reference.target, dialect)) return false;
  const meaning = vault.resolve(from, reference);
  return meaning.kind === "note" && meaning.note.uri === to.uri && meaning.part === undefined && meaning.rivals.length === 0;
}

/** In the text everything is escaped that would end the link, begin something that goes on behind it or be an address of its own. */
function markdownLink(from: Note, to: Note, title: string): string {
  const text = title.replace(/[\\[\]`<*$]|%(?=%)|:(?=\/\/)|(?<=www)\.|(?<=[\w.+-])@(?=\w)/g, "\\$&");
  return `[${text}](${relativePath(from, to)})`;
}

/** The path of a note as seen from another, percent-encoded where Markdown would break it or read more into it. */
function relativePath(from: Note, to: Note): string {
  const here = folderOf(from.uri).split("/");
  const there = to.uri.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const path = [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/");
  const encoded = path.replace(/[%\s\p{Cc}()<>#?\\"`$|{}]|&(?=#?\w+;)/gu, (char) =>
    encodeURIComponent(char).replace("(", "%28").replace(")", "%29"),
  );
  // A colon in the first segment would make a scheme of it.
  return /^[^/]*:/.test(encoded) ? `./${encoded}` : encoded;
}
