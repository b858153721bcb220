// Headings and blocks for the part of a link being typed behind `#`.
import type { Anchor, Note, NoteUri, Range, WikiReference } from "../core/note";
import { positionAt, touches } from "../core/text";
import { isNoteTarget, wikiLinkEnd, wikiReference } from "../core/wikiLink";
import { headingsAbove, headingsOf, type NamedHeading } from "../index/parts";
import { wordsOf } from "../index/titleWords";
import type { Resolution, Vault } from "../index/vault";
import { type Candidate, type LinkOptions, linkCandidates, mostCandidates } from "./completion";
import { partNames } from "./links";
import { scoreOfName } from "./matching";
import type { Division, TypedPart } from "./typedLink";

/** Where a part is being typed: in which note, and its caret. */
export interface PartPlace {
  readonly from: Note;
  readonly text: string;
  readonly caret: number;
}

/** Headings, then blocks, of the note in front of the `#`; then the titles that hold such a sign themselves. */
export function partCandidates(vault: Vault, at: PartPlace, typed: TypedPart, options: LinkOptions): readonly Candidate[] {
  const named = typed.divisions.flatMap((division) => {
    const note = division.base === "" ? at.from : noteNamed(vault, at.from, division.base);
    return note ? [{ note, division }] : [];
  });
  const parts = named.flatMap(({ note, division }) => partsOf(vault, at, note, typed, division));
  return [...parts, ...titlesWithSign(vault, at, typed, options, new Set(named.map(({ note }) => note.uri)))].slice(0, mostCandidates);
}

/** Slips are not forgiven: behind a heading that is wanted all words would be looked at for some. */
function titlesWithSign(
  vault: Vault,
  { from }: PartPlace,
  { link }: TypedPart,
  options: LinkOptions,
  named: ReadonlySet<NoteUri>,
): readonly Candidate[] {
  if (wordsOf(link.query).length === 0) return [];
  const titles = linkCandidates(vault, from, link, { ...options, slips: "not forgiven" });
  return titles.filter(({ kind, label, about }) => kind === "note" && label.includes("#") && about && !named.has(about.uri));
}

function partsOf(vault: Vault, at: PartPlace, note: Note, { link, closing }: TypedPart, division: Division): readonly Candidate[] {
  const { base, parents, query, range } = division;
  const before = [base, ...parents, ""].join("#");
  const offer = (kind: Candidate["kind"], label: string, detail: string, name: string): Candidate => ({
    ...{ kind, label, detail, summary: "", text: `${name}${closing}`, range },
    filterText: `${at.text.slice(range.start, at.caret)} ${label}`,
  });
  const headings = headingsLike(note, query, at).flatMap((it) => {
    const plain = partNames(note, { kind: "heading", heading: it.heading });
    const names = link.place === "related" ? plain.map(withoutQuotes) : plain;
    const name = names.find((written) => leadsTo(vault, at.from, note, `[[${before}${written}]]`, it.heading.range));
    const about = { uri: note.uri, heading: it.heading.range.start };
    return name === undefined ? [] : [{ ...offer("heading", it.heading.text, headingDetail(note, it), name), about }];
  });
  const blocks = parents.length > 0 ? [] : blocksLike(note, query, at);
  return [...headings, ...blocks.map((it) => offer("block", `^${it.id}`, blockDetail(note, it), `^${it.id}`))];
}

const nowhere: Range = { start: 0, end: 0 };

function noteNamed(vault: Vault, from: Note, target: string): Note | undefined {
  const reference: WikiReference = {
    ...{ kind: "wiki", place: "body", embed: false, target, label: undefined },
    ...{ range: nowhere, targetRange: nowhere },
  };
  const meaning = vault.resolve(from, reference);
  return meaning.kind === "note" && meaning.part === undefined ? meaning.note : undefined;
}

/** The headings that hold all typed words, best first; of equals, and where nothing was typed, the one that comes first. */
export function headingsLike(note: Note, query: string, at: PartPlace): readonly NamedHeading[] {
  if (query.trimStart().startsWith("^")) return [];
  const words = wordsOf(query);
  // In the note itself the link may stand in a heading, which is not finished yet.
  const others = headingsOf(note).filter(({ heading }) => heading.text !== "" && !(isHere(note, at) && touches(heading.range, at.caret)));
  const scored = others.flatMap((it) => {
    const score = scoreOfName(it.heading.text, words);
    return score === undefined ? [] : [{ it, score: words.length === 0 ? 0 : score }];
  });
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, mostCandidates)
    .map(({ it }) => it);
}

const isHere = (note: Note, { from }: PartPlace) => note.uri === from.uri;

function blocksLike(note: Note, query: string, at: PartPlace): readonly Anchor[] {
  const wanted = query.trim().replace(/^\^/, "").toLowerCase();
  const blocks = note.anchors.filter(({ kind, id }) => kind === "block" && id.toLowerCase().includes(wanted));
  return [...new Map(blocks.map((it) => [it.id.toLowerCase(), it] as const)).values()]
    .filter(({ range }) => !(isHere(note, at) && touches(range, at.caret)))
    .slice(0, mostCandidates);
}

/** In the strings of YAML quotes have another meaning. */
const withoutQuotes = (name: string) => name.replace(/["']/g, " ").replace(/\s+/g, " ").trim();

function leadsTo(vault: Vault, from: Note, to: Note, link: string, part: Range): boolean {
  if (wikiLinkEnd(link, 0) !== link.length) return false;
  const reference = wikiReference(link, 0, link.length, { shift: 0, place: "body", dialect: vault.folderOf(from)?.dialect ?? "usual" });
  return isNoteTarget(reference.target) && isHeadingAt(vault.resolve(from, reference), to, part);
}

/** Whether a reference means the heading of a note that stands at a place. */
export const isHeadingAt = (meaning: Resolution, note: Note, { start }: Range): boolean =>
  meaning.kind === "note" &&
  meaning.note.uri === note.uri &&
  meaning.part?.kind === "heading" &&
  meaning.part.heading.range.start === start;

/** Under which headings one stands; the note's title says nothing here. */
export function headingDetail(note: Note, { heading }: NamedHeading): string {
  const parents = headingsAbove(note, heading).flatMap(({ text }) => (text === note.title.text ? [] : [text]));
  return parents.length === 0 ? "Heading" : `Heading under ${parents.join(" › ")}`;
}

const blockDetail = (note: Note, { range }: Anchor) => `Block in line ${positionAt(note.lineStarts, range.start).line + 1}`;
