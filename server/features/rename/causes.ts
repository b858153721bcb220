// What a rename changes by itself: the title with its heading and file, an alias, a heading, a block. What that asks for elsewhere is
// worked out by `vaultEdit`.
import { baseName, exactKey, folderOf, titleKey, withoutExtension } from "../../core/key";
import type { Note, NoteUri } from "../../core/note";
import { isInside } from "../../core/text";
import type { FileMove } from "../../index/changedVault";
import { titleIn } from "../../index/keys";
import type { Vault } from "../../index/vault";
import { isTitleHeading } from "../cursor";
import { fileNameOf, freePath, stemFor } from "../fileNames";
import { movedTo } from "./places";
import { type Cause, type Changing, changed, changing, type ReadText, Refused, type TextChange, type Texts } from "./plan";
import { headingChanges, scalarChanges } from "./writing";

export interface TitleOptions {
  /** Whether a file whose name was made from the title is named after the new one. */
  readonly file: "follows" | "stays";
}

/** Gives a note another title, where it is written: in the front matter, in its first heading, or in the name of its file. */
export function titleCause(vault: Vault, texts: Texts, { note, text }: ReadText, wanted: string, { file }: TitleOptions): Cause {
  const title = oneLine(wanted);
  if (titleKey(title) === "") throw new Refused("A note needs a title with a letter, a digit or a sign in it.");
  refuseTaken(vault, note, title);
  const isStem = note.title.from === "stem";
  const path = isStem || file === "follows" ? pathFor(vault, note, title) : note.path;
  if (isStem && path === note.path && title !== note.title.text)
    throw new Refused(`“${note.title.text}” is the name of the file, and no other file name could be made of “${title}”.`);
  const heading = note.headings.findIndex((it) => isTitleHeading(note, it));
  const forms = isStem ? [[]] : titleForms({ note, text }, heading, title);
  const moves: readonly FileMove[] =
    path === note.path || note.folder === undefined ? [] : [{ folder: note.folder, from: note.path, to: path }];
  const part = heading < 0 ? undefined : ({ kind: "heading", uri: note.uri, index: heading, old: note.title.text, text: title } as const);
  return {
    ...firstFitting(
      texts,
      { note, text },
      { path, forms },
      (after) => isStem || (after.title.text === title && after.title.from === note.title.from),
    ),
    moves,
    name: isStem ? undefined : { kind: "title", uri: note.uri, old: note.title.text, text: title },
    part,
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** Two notes of one title could not both be linked by it. */
function refuseTaken(vault: Vault, note: Note, title: string): void {
  const taken = [...vault.holders(titleIn(title))].find(
    (other) => other.uri !== note.uri && other.folder === note.folder && (other.title.from !== "stem" || other.aliases.length > 0),
  );
  if (taken) throw new Refused(`“${title}” is already the title of ${taken.path}.`);
}

/** In the front matter and in the heading that repeats it, each in every form. */
function titleForms({ note, text }: ReadText, heading: number, title: string): readonly (readonly TextChange[])[] {
  const inFront = note.title.from === "frontMatter" ? scalarChanges(text, note.title.range, title) : [undefined];
  const repeated = note.headings[heading];
  const inBody = repeated ? headingChanges(text, repeated, title) : [undefined];
  return inFront.flatMap((front) => inBody.map((body) => [front, body].filter((it) => it !== undefined)));
}

/** The path of a note whose file is named after its title; the path it has where the name is another. */
function pathFor(vault: Vault, note: Note, title: string): string {
  const old = withoutExtension(baseName(note.path));
  const naming =
    [stemFor, fileNameOf].find((name) => name(note.title.text) === old) ?? (note.title.from === "stem" ? likeStem(old) : undefined);
  const stem = naming?.(title) ?? "";
  if (stem === "" || stem === old) return note.path;
  const files = vault.folderOf(note)?.files;
  // A file may change the case of its own name.
  const isFree = (path: string) => [undefined, note.path].includes(files?.find(path));
  return freePath(folderOf(note.path), stem, isFree) ?? note.path;
}

/** A name with dashes for blanks stays one. */
const likeStem = (old: string) => (/\s/.test(old) || !/[-_]/.test(old) ? fileNameOf : stemFor);

/** Gives an alias another text. */
export function aliasCause(vault: Vault, texts: Texts, { note, text }: ReadText, index: number, wanted: string): Cause {
  const alias = oneLine(wanted);
  const old = note.aliases[index];
  if (titleKey(alias) === "" || !old) throw new Refused("An alias needs a letter, a digit or a sign.");
  refuseTaken(vault, note, alias);
  const forms = scalarChanges(text, old.range, alias).map((it) => [it]);
  return {
    ...firstFitting(texts, { note, text }, { path: note.path, forms }, (after) => after.aliases[index]?.text === alias),
    moves: [],
    name: { kind: "alias", uri: note.uri, old: old.text, text: alias },
  };
}

/** Gives a heading another text. */
export function headingCause(texts: Texts, { note, text }: ReadText, index: number, wanted: string): Cause {
  const heading = oneLine(wanted);
  const old = note.headings[index];
  if (heading === "" || !old) throw new Refused("A heading needs a text.");
  const forms = headingChanges(text, old, heading).map((it) => [it]);
  return {
    ...firstFitting(texts, { note, text }, { path: note.path, forms }, (after) => after.headings[index]?.text === heading),
    moves: [],
    part: { kind: "heading", uri: note.uri, index, old: old.text, text: heading },
  };
}

/** Gives a block another id. */
export function blockCause(texts: Texts, { note, text }: ReadText, index: number, wanted: string): Cause {
  const id = wanted.trim().replace(/^\^/, "");
  const old = note.anchors[index];
  if (!/^[A-Za-z0-9-]+$/.test(id) || !old) throw new Refused("The id of a block is made of letters from a to z, digits and dashes.");
  if (note.anchors.some((it, at) => at !== index && it.kind === "block" && it.id.toLowerCase() === id.toLowerCase()))
    throw new Refused(`The note has a block “^${id}” already.`);
  const at = text.indexOf(old.id, old.range.start);
  const forms = [[{ range: { start: at, end: at + old.id.length }, text: id }]];
  return {
    ...firstFitting(texts, { note, text }, { path: note.path, forms }, (after) => after.anchors[index]?.id === id),
    moves: [],
    part: { kind: "anchor", uri: note.uri, index, old: old.id, text: id },
  };
}

interface Forms {
  readonly path: string;
  readonly forms: readonly (readonly TextChange[])[];
}

/** The note with the first of some changes after which it reads as it should. */
function firstFitting(texts: Texts, read: ReadText, { path, forms }: Forms, isRight: (after: Note) => boolean): Pick<Cause, "notes"> {
  const { note, text } = read;
  for (const changes of forms) {
    const after = texts.reread(movedTo(note, path), changed(text, changes));
    if (isRight(after) && isOtherwiseSame(note, after))
      return { notes: new Map<NoteUri, Changing>([[note.uri, changing(read, changes, after)]]) };
  }
  const holdsLink = forms.some((changes) => changes.some(({ range }) => note.references.some((it) => isInside(it.range, range))));
  const why = holdsLink ? "a link stands in it, which would be lost" : "the new text would be read as something else";
  throw new Refused(`Nothing was changed: in ${note.path} ${why}.`);
}

const isOtherwiseSame = (before: Note, after: Note) =>
  before.headings.length === after.headings.length &&
  before.references.length === after.references.length &&
  before.anchors.length === after.anchors.length &&
  before.aliases.length === after.aliases.length &&
  exactKey(before.summary) === exactKey(after.summary);
