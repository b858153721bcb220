// How a link to a note is written, so that it leads exactly there.
import { parseBody } from "../core/body";
import { baseName, exactKey, folderOf, joinPath, titleKey, withoutExtension } from "../core/key";
import type { Note, NoteUri } from "../core/note";
import { uriBelow } from "../core/noteUri";
import { parseNote } from "../core/parseNote";
import type { LinkStyle } from "../core/settings";
import { type Dialect, isNoteTarget, wikiLinkEnd, wikiReference } from "../core/wikiLink";
import { stemIn, titleIn } from "../index/keys";
import { headingsAbove, slugOf } from "../index/parts";
import type { Part, Resolution, Vault } from "../index/vault";

/** What it takes to know of a vault, as it is or will be, to write a link in it. */
export type Reader = Pick<Vault, "folderOf" | "resolve">;

/**
 * The text of a link from one note to another in the given style. A title that cannot stand in a link (`[ ] | # ^`, an empty key)
 * or that leads elsewhere is replaced by the file's name, then by its path, with the title as label. A note that no wiki link can
 * name (its file is called `a|b.md`) gets a Markdown link, which escapes everything; one in another workspace folder, where
 * Markdown links do not lead, gets a wiki link. In a Dendron workspace notes go by their file names, behind the label.
 */
export function linkText(vault: Reader, from: Note, to: Note, style: LinkStyle): string {
  const link = style === "markdown" && from.folder === to.folder ? undefined : wikiLink(vault, { froms: [from], to }, style);
  return link ?? markdownLink(to, relativePath(from, to));
}

/**
 * The text of a link to a note, or to a part of it, that leads there from every note of its folder and, where that can be, from those of
 * the other folders too: for a link that is copied and nobody knows where to. A Markdown link has the path from the root. Undefined
 * where no link can name the part.
 */
export function linkFromAnywhere(vault: Vault, to: Note, style: LinkStyle, part?: Part): string | undefined {
  if (to.folder === undefined) return undefined;
  const namesakes = [titleIn(to.title.text), stemIn(baseName(to.path))].flatMap((key) => [...vault.holders(key)]);
  const beside = ({ folder, path }: Note) => (folder === undefined ? [] : [noteAt(folder, joinPath(folderOf(path), nobody) ?? nobody)]);
  const everywhere = [...vault.folders.map(({ uri }) => noteAt(uri, nobody)), ...namesakes.flatMap(beside)];
  const nearby = everywhere.filter(({ folder }) => folder === to.folder);
  const wiki = () => wikiLink(vault, { froms: everywhere, to, part }, style) ?? wikiLink(vault, { froms: nearby, to, part }, style);
  const markdown = () => markdownLinks(to, part).find((link) => markdownLeadsTo(vault, nearby, { to, part }, link));
  return style === "markdown" ? markdown() : (wiki() ?? markdown());
}

/** The name of a file that stands for any other: no note has it. */
const nobody = "-";

/** What a link has to lead to, and from where. */
interface Aim {
  readonly froms: readonly Note[];
  readonly to: Note;
  readonly part?: Part | undefined;
}

function wikiLink(vault: Reader, aim: Aim, style: LinkStyle): string | undefined {
  const { froms, to, part } = aim;
  const title = exactKey(to.title.text);
  const dialect = (froms[0] && vault.folderOf(froms[0])?.dialect) ?? "usual";
  const ends = part ? partNames(to, part).map((name) => `#${name}`) : [""];
  const links = ends.flatMap((end) => {
    const named = namesOf(to).map((name) => labelled(`${name}${end}`, title, dialect));
    return style === "title" && dialect === "usual" && canBeTarget(title) ? [`[[${title}${end}]]`, ...named] : named;
  });
  return links.find((link) => leadsTo(vault, aim, link, dialect));
}

/** What may stand behind `#` for a part, the plainest first: of a heading its words, then those of the headings above it too, then its slug. */
export function partNames(note: Note, part: Part): readonly string[] {
  if (part.kind === "anchor") return [part.anchor.kind === "block" ? `^${part.anchor.id}` : part.anchor.id];
  const own = headingName(part.heading.text);
  const above = headingsAbove(note, part.heading).map(({ text }) => headingName(text));
  const under = above.map((_, at) => [...above.slice(above.length - 1 - at), own].join("#"));
  return [own, ...under, slugOf(note, part.heading)].filter((name) => name !== "");
}

/** The words of a heading without what cannot stand in a link: who looks for it leaves the same out. */
export const headingName = (text: string): string => exactKey(text.replace(/[[\]|#^\\]+/g, " "));

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

/** Whether a title can stand in a wiki link as it is. */
export const canBeTarget = (title: string) => !/[[\]|#^]/.test(title) && titleKey(title) !== "";

/** A title as it can stand in a link as its label: a blank keeps brackets in it from opening or closing a link. */
export function labelOf(title: string): string {
  return title
    .replace(/\s*\|\s*/g, " ")
    .replace(/\[(?=\[)|\](?=\]|$)/g, "$& ")
    .trimStart();
}

function labelled(name: string, title: string, dialect: Dialect): string {
  const label = labelOf(title);
  if (name === title || label === "") return `[[${name}]]`;
  return dialect === "dendron" ? `[[${label}|${name}]]` : `[[${name}|${label}]]`;
}

/** Whether a link, read as every reader reads it, means this note and no other, and in it this part. */
function leadsTo(vault: Reader, { froms, ...aim }: Aim, link: string, dialect: Dialect): boolean {
  if (wikiLinkEnd(link, 0) !== link.length) return false;
  const reference = wikiReference(link, 0, link.length, { shift: 0, place: "body", dialect });
  return isNoteTarget(reference.target, dialect) && froms.every((from) => means(vault.resolve(from, reference), aim));
}

function means(meaning: Resolution, { to, part }: Omit<Aim, "froms">): boolean {
  if (meaning.kind !== "note" || meaning.note.uri !== to.uri || meaning.rivals.length > 0) return false;
  return part === undefined ? meaning.part === undefined : meaning.part !== undefined && placeOfPart(meaning.part) === placeOfPart(part);
}

const placeOfPart = (part: Part) => (part.kind === "heading" ? part.heading : part.anchor).range.start;

/** Links by the path from the root. */
function markdownLinks(to: Note, part: Part | undefined): readonly string[] {
  const path = `/${encoded(to.path)}`;
  if (part?.kind !== "heading") return [markdownLink(to, part ? `${path}#${encoded(partNames(to, part)[0] ?? "")}` : path)];
  return partSlugs(to, part).map((slug) => markdownLink(to, `${path}#${slug}`));
}

/** What may stand behind `#` in a Markdown link to a part, what other tools understand first. */
export const partSlugs = (to: Note, part: Part): readonly string[] => [...partNames(to, part)].reverse().map(encoded);

function markdownLeadsTo(vault: Vault, froms: readonly Note[], aim: Omit<Aim, "froms">, link: string): boolean {
  const [reference, ...others] = parseBody(link, 0).references;
  if (!reference || others.length > 0 || reference.range.end !== link.length) return false;
  return froms.every((from) => means(vault.resolve(from, reference), aim));
}

function markdownLink(to: Note, path: string): string {
  return `[${escapedLabel(exactKey(to.title.text))}](${path})`;
}

/** A text as the label of a Markdown link: nothing in it ends the link, begins something that goes on behind it or is an address of its own. */
export const escapedLabel = (text: string): string => text.replace(/[\\[\]`<*$]|%(?=%)|:(?=\/\/)|(?<=www)\.|(?<=[\w.+-])@(?=\w)/g, "\\$&");

/** The path of a note as seen from another, as a Markdown link writes it. */
const relativePath = (from: Note, to: Note): string => encodedPath(pathFrom(folderOf(from.uri), to.uri));

/** A path as seen from a folder of the same root. */
export function pathFrom(folder: string, path: string): string {
  const here = folder === "" ? [] : folder.split("/");
  const there = path.split("/");
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return [...here.slice(shared).map(() => ".."), ...there.slice(shared)].join("/");
}

/** A path percent-encoded where Markdown would break it or read more into it. */
export function encodedPath(path: string): string {
  const written = encoded(path);
  // A colon in the first segment would make a scheme of it.
  return /^[^/]*:/.test(written) ? `./${written}` : written;
}

function encoded(path: string): string {
  return path.replace(/[%\s\p{Cc}()<>#?\\"`$|{}]|&(?=#?\w+;)/gu, (char) =>
    encodeURIComponent(char).replace("(", "%28").replace(")", "%29"),
  );
}
