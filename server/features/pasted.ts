// What an address or a note becomes where it is pasted: a citation, a source, a link. As a fix it is tried before it is offered.
import { faultIn, paperOf } from "../core/citations";
import type { Note, PaperId, Range } from "../core/note";
import { noteUri } from "../core/noteUri";
import type { LinkStyle } from "../core/settings";
import type { Vault } from "../index/vault";
import type { OpenText } from "./fixes/fix";
import { linkText } from "./links";
import { noteTitled } from "./newNote";

export interface Pasted {
  readonly kind: "citation" | "source" | "link";
  readonly text: string;
}

/** What is pasted, and what it takes the place of. */
export interface Pasting {
  readonly range: Range;
  readonly text: string;
  readonly style: LinkStyle;
}

/**
 * An arXiv id or DOI, as an address or not, becomes a citation in the text and the plain id among the sources; the URIs of notes, a
 * line each, and the title of one become links. Undefined where it is nothing of this or cannot stand there: in code, in an address.
 */
export function pastedAt(vault: Vault, open: OpenText, pasting: Pasting): Pasted | undefined {
  const written = pasting.text.trim();
  const paper = /\s/.test(written) ? undefined : paperOf(written);
  if (paper?.startsWith("arxiv:") || paper?.startsWith("doi:"))
    return faultIn(written) === undefined ? paperAt(vault, open, pasting, paper) : undefined;
  const notes = notesIn(vault, written);
  return notes.length === 0 ? undefined : linksAt(vault, open, pasting, notes);
}

/** The note with something else in it, and what that is. */
interface Tried {
  readonly text: string;
  readonly changed: Note;
}

function tried({ text, reread }: OpenText, { range }: Pasting, inserted: string): Tried {
  return { text: inserted, changed: reread(text.slice(0, range.start) + inserted + text.slice(range.end)) };
}

function paperAt(vault: Vault, open: OpenText, pasting: Pasting, paper: PaperId): Pasted | undefined {
  const { papers } = vault;
  const { start } = pasting.range;
  // An address is being written there, `<https://…>`.
  if (open.text.charAt(start - 1) === "<") return undefined;
  const isMeant = (other: PaperId) => papers.canonical(other) === papers.canonical(paper);
  const source = [paper, JSON.stringify(paper)]
    .map((text) => tried(open, pasting, text))
    .find(({ text, changed }) =>
      changed.sources.some(({ range, paper: found }) => range.start - start === text.indexOf(paper) && isMeant(found)),
    );
  if (source) return { kind: "source", text: source.text };
  const key = papers.describing(paper)[0]?.entry.key ?? paper;
  // In brackets that are there already the key alone; in braces one that has signs no key may have.
  const citation = [`@${key}`, `@{${key}}`, `[@${key}]`, `[@{${key}}]`]
    .map((text) => tried(open, pasting, text))
    .find(({ text, changed }) =>
      changed.references.some(
        (it) =>
          it.kind === "citation" && it.isBracketed && it.key === key && isMeant(it.paper) && it.range.start - start === text.indexOf("@"),
      ),
    );
  return citation && { kind: "citation", text: citation.text };
}

/** More lines are no choice of notes. */
const mostNotes = 100;

function notesIn(vault: Vault, written: string): readonly Note[] {
  const lines = written.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  if (lines.length > mostNotes) return [];
  const notes = lines.flatMap((line) => (/^[a-z][\w+.-]*:\/\//i.test(line) ? (vault.note(noteUri(line)) ?? []) : []));
  if (notes.length > 0) return notes.length === lines.length ? notes : [];
  const titled = lines.length === 1 ? noteTitled(vault, written) : undefined;
  return titled ? [titled] : [];
}

function linksAt(vault: Vault, open: OpenText, pasting: Pasting, notes: readonly Note[]): Pasted | undefined {
  const { note } = open;
  const usual = notes.map((to) => linkText(vault, note, to, pasting.style));
  const wiki = notes.map((to) => linkText(vault, note, to, pasting.style === "markdown" ? "title" : pasting.style));
  // `related:` holds wiki links only, each in quotes; in a table a `|` would end the cell.
  const forms = isRelated(tried(open, pasting, wiki.join(", ")), pasting)
    ? [wiki.map((link) => JSON.stringify(link)).join(", "), wiki.join(" ")]
    : [usual.join(" "), usual.map((link) => link.replaceAll("|", "\\|")).join(" ")];
  const found = forms.map((text) => tried(open, pasting, text)).find((it) => leadsTo(vault, open, pasting, it, notes));
  return found && { kind: "link", text: found.text };
}

const isRelated = ({ changed }: Tried, { range }: Pasting) =>
  changed.references.some((it) => it.kind === "wiki" && it.place === "related" && it.range.start === range.start);

/** Whether there are just these links more, in what was pasted. */
function leadsTo(vault: Vault, { note }: OpenText, { range }: Pasting, { text, changed }: Tried, notes: readonly Note[]): boolean {
  const isOutside = (it: Range) => it.end <= range.start || it.start >= range.end;
  const others = note.references.filter((it) => range.start === range.end || isOutside(it.range)).length;
  const pasted = changed.references.filter((it) => it.range.start >= range.start && it.range.end <= range.start + text.length);
  if (
    changed.problems.length > note.problems.length ||
    pasted.length !== notes.length ||
    changed.references.length !== others + pasted.length
  )
    return false;
  return pasted.every((reference, at) => {
    const meaning = vault.resolve(note, reference);
    return meaning.kind === "note" && meaning.note.uri === notes[at]?.uri && meaning.rivals.length === 0;
  });
}
