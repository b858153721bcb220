// Fixes of links that lead nowhere, to one of several notes, or by a path in another case than that of the disk.
import { baseName, fold, folderOf, isFileName, joinPath } from "../../core/key";
import type { MarkdownReference, Note, WikiReference } from "../../core/note";
import { isNoteTarget, readingsOf } from "../../core/wikiLink";
import { nameIn, pathCandidates, stemIn } from "../../index/keys";
import type { Resolution, Vault } from "../../index/vault";
import { closestNames } from "../closest";
import { namesOf } from "../links";
import { markdownForms, type Written, wikiForms } from "../rename/targets";
import { choices, type FaultyLink, type Fix, firstRetargeted, leadsTo, mostChoices } from "./fix";

/** A link to each note that lies elsewhere under the same name or whose title comes close, with the part and the label it had. */
export function closeNotes(link: FaultyLink, reference: WikiReference): readonly Fix[] {
  const { vault, open } = link;
  const { base } = readingsOf(reference.target)[1] ?? { base: reference.target };
  const moved = base.includes("/") ? namesakes(vault, open.note, base) : [];
  const close = closestNames(vault, base, mostChoices).map(({ note, name }) =>
    firstRetargeted(link, `Change to “${name}”`, namedForms(reference, note, name), leadsTo(note.uri)),
  );
  return choices([...moved.map((to) => ledTo(link, reference, to)), ...close]);
}

/** A link by a path led to another note or file, in the form and with the part it had. */
export function ledTo(link: FaultyLink, reference: WikiReference | MarkdownReference, to: Note | string): Fix | undefined {
  const title = `Change to “${pathOf(to)}”`;
  if (reference.kind === "markdown") return firstRetargeted(link, title, pathForms(link, reference, to), isAt(to));
  const part = reference.target.includes("#") ? reference.target.slice(reference.target.indexOf("#")) : "";
  const all = [...wikiForms(reference, { from: link.open.note, to, meaning: missing, meant: undefined, name: undefined, part: undefined })];
  return firstRetargeted(
    link,
    title,
    all.filter((it) => it.reference.target.endsWith(part)),
    isAt(to),
  );
}

const missing: Resolution = { kind: "missing" };

function* namedForms(reference: WikiReference, note: Note, name: string): Iterable<Written> {
  const { parts } = readingsOf(reference.target)[1] ?? { parts: [] };
  const part = parts.map((it) => `#${it}`).join("");
  for (const target of [name, ...namesOf(note)].map((it) => it + part))
    if (isNoteTarget(target)) yield { reference: { ...reference, target }, text: target };
}

export const pathOf = (file: Note | string) => (typeof file === "string" ? file : file.path);

const isAt = (file: Note | string) => (meaning: Resolution) =>
  typeof file === "string" ? meaning.kind === "file" && meaning.path === file : leadsTo(file.uri)(meaning);

/** Notes and files of the same name in other folders: where it may have been moved. */
export function namesakes(vault: Vault, from: Note, path: string): readonly (Note | string)[] {
  const name = baseName(path);
  const folder = vault.folderOf(from);
  if (!folder || name === "") return [];
  const notes = [...vault.holders(stemIn(name)), ...vault.holders(nameIn(name))].filter((note) => note.folder === folder.uri);
  const files = isFileName(name) ? [...folder.files.named(name)].filter((it) => !/\.md$/i.test(it)) : [];
  return [...new Set([...notes, ...files])].slice(0, mostChoices);
}

/** A path to each note or file of that name which lies elsewhere: it may have been moved. */
export function movedFiles(link: FaultyLink, reference: MarkdownReference): readonly Fix[] {
  return choices(namesakes(link.vault, link.open.note, reference.path).map((to) => ledTo(link, reference, to)));
}

function pathForms({ open }: FaultyLink, reference: MarkdownReference, to: Note | string): Iterable<Written> {
  const written = open.text.slice(reference.targetRange.start, reference.targetRange.end);
  return markdownForms(reference, { from: open.note, to, meaning: missing, meant: undefined, name: undefined, part: undefined }, written);
}

/** The path in the case of the disk. */
export function ownCase(link: FaultyLink, reference: MarkdownReference): readonly Fix[] {
  const { vault, open } = link;
  const meaning = vault.resolve(open.note, reference);
  const to = meaning.kind === "file" ? meaning.path : meaning.kind === "note" || meaning.kind === "missingPart" ? meaning.note : undefined;
  if (to === undefined) return [];
  const isSpelled = ({ reference: form }: Written) => {
    const wanted = form.kind === "markdown" ? joinPath(folderOf(open.note.path), form.path) : undefined;
    return wanted !== undefined && pathCandidates(wanted).includes(pathOf(to)) && fold(wanted) !== "";
  };
  const forms = [...pathForms(link, reference, to)].filter(isSpelled);
  return choices([firstRetargeted(link, `Write “${pathOf(to)}”`, forms, isAt(to))]);
}

/** A link to each of the notes that it could mean, by as much of its path as it takes. */
export function eachMeant(link: FaultyLink, reference: WikiReference): readonly Fix[] {
  const meaning = link.vault.resolve(link.open.note, reference);
  if (meaning.kind !== "note" && meaning.kind !== "missingPart") return [];
  const holders = [meaning.note, ...meaning.rivals];
  return choices(
    holders.map((note) => {
      const forms = namedForms(reference, note, namesOf(note)[0] ?? "");
      return firstRetargeted(link, `Mean ${note.path}`, forms, leadsTo(note.uri));
    }),
  );
}
