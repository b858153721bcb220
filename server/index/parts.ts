// The part of a note that stands behind `#` in a link: a heading in any of its spellings, a block or an HTML id.
import GithubSlugger from "github-slugger";
import { fold, headingKey } from "../core/key";
import type { Anchor, Heading, Note } from "../core/note";
import type { Part } from "./vault";

/** A heading with what links may call it. */
export interface NamedHeading {
  readonly heading: Heading;
  readonly key: string;
  /** GitHub's slug, folded, with `-1`, `-2`, … for repeats: unique in its note. */
  readonly slug: string;
  /** Another that renderers make: without `<T>`, and Pandoc's, Markdig's and kramdown's slug of a heading without letters: `section`. https://pandoc.org/MANUAL.html#extension-auto_identifiers */
  readonly otherSlug: string | undefined;
}

/** GitHub takes the `<T>` of a heading for a tag and leaves it out. */
const withoutTags = (heading: string) => heading.replace(/<[A-Z]\w*>/g, "");

const isWordless = (slug: string) => /^(?:-\d+)?$/.test(slug);

const named = new WeakMap<Note, readonly NamedHeading[]>();

/** The headings of a note in their order. */
export function headingsOf(note: Note): readonly NamedHeading[] {
  const known = named.get(note);
  if (known) return known;
  const slugger = new GithubSlugger();
  const headings = note.headings.map((heading) => ({ heading, key: headingKey(heading.text), slug: fold(slugger.slug(heading.text)) }));
  const withOthers = withOtherSlugs(headings);
  named.set(note, withOthers);
  return withOthers;
}

function withOtherSlugs(headings: readonly Omit<NamedHeading, "otherSlug">[]): readonly NamedHeading[] {
  const others = headings.map(({ heading, slug }) => (isWordless(slug) ? "section" : withoutTags(heading.text)));
  if (others.every((other, index) => other === headings[index]?.heading.text))
    return headings.map((it) => ({ ...it, otherSlug: undefined }));
  const slugger = new GithubSlugger();
  return headings.map((it, index) => {
    const other = others[index] ?? "";
    const otherSlug = fold(slugger.slug(other));
    return { ...it, otherSlug: other === it.heading.text ? undefined : otherSlug };
  });
}

/** The slug by which a Markdown link names a heading of a note: GitHub's, with `-1`, `-2`, … for repeats; empty for a heading of another. */
export function slugOf(note: Note, { range }: Heading): string {
  return headingsOf(note).find(({ heading }) => heading.range.start === range.start)?.slug ?? "";
}

/** The headings that one stands under, outermost first. */
export function headingsAbove({ headings }: Pick<Note, "headings">, { range, level }: Heading): readonly Heading[] {
  const above: Heading[] = [];
  let lowest = level;
  for (const heading of headings.filter((it) => it.range.start < range.start).reverse()) {
    if (heading.level >= lowest) continue;
    lowest = heading.level;
    above.unshift(heading);
  }
  return above;
}

/** Which of a note's headings or anchors a part is: by its place, because a note may give other objects the next time it is asked. */
export function numberOfPart({ headings, anchors }: Pick<Note, "headings" | "anchors">, part: Part): number {
  const { start } = part.kind === "heading" ? part.heading.range : part.anchor.range;
  return part.kind === "heading"
    ? headings.findIndex(({ range }) => range.start === start)
    : anchors.findIndex(({ kind, range }) => kind === part.anchor.kind && range.start === start);
}

/** The part a link names, by its pieces between `#` signs (`#A#B` is B under A); undefined when the note has no such part. */
export function partOf(note: Note, pieces: readonly string[]): Part | undefined {
  const last = pieces.at(-1);
  if (last === undefined) return undefined;
  if (last.startsWith("^")) return anchorOf(note, "block", last.slice(1));
  const heading = headingAt(note, pieces);
  return heading ? { kind: "heading", heading } : (anchorOf(note, "block", last.replace(/^\^/, "")) ?? anchorOf(note, "html", last));
}

const anchors = new WeakMap<Note, ReadonlyMap<string, Anchor>>();

/** The first of its name counts. */
function anchorsOf(note: Note): ReadonlyMap<string, Anchor> {
  const known = anchors.get(note);
  if (known) return known;
  const named = new Map([...note.anchors].reverse().map((anchor) => [`${anchor.kind} ${fold(anchor.id)}`, anchor] as const));
  anchors.set(note, named);
  return named;
}

function anchorOf(note: Note, kind: Anchor["kind"], id: string): Part | undefined {
  const anchor = anchorsOf(note).get(`${kind} ${fold(id)}`);
  return anchor && { kind: "anchor", anchor };
}

/** A note's headings as links find them: by a name, and by the names of headings that one stands under. */
interface Outline {
  readonly headings: readonly NamedHeading[];
  /** Of each heading the index of the one right above it in the outline, or -1. */
  readonly parents: readonly number[];
  /** Names by numbers: a chain of long headings is written in a few digits. */
  readonly numbers: ReadonlyMap<string, number>;
  /** By how many headings above are named: the first heading of each chain of names. */
  readonly firsts: Map<number, ReadonlyMap<string, Heading>>;
}

const outlines = new WeakMap<Note, Outline>();

/** Worked out once a note: as many links as it has headings may ask for one each. */
function outlineOf(note: Note): Outline {
  const known = outlines.get(note);
  if (known) return known;
  const headings = headingsOf(note);
  const numbers = new Map<string, number>();
  for (const heading of headings) for (const name of namesOf(heading)) if (!numbers.has(name)) numbers.set(name, numbers.size);
  const outline = { headings, parents: parentsOf(headings), numbers, firsts: new Map() };
  outlines.set(note, outline);
  return outline;
}

/** A slug is sought before the heading's words, and those before its other slug. */
const namesOf = ({ slug, key, otherSlug }: NamedHeading): readonly string[] => [
  `slug ${slug}`,
  `key ${key}`,
  ...(otherSlug === undefined ? [] : [`other ${otherSlug}`]),
];

function parentsOf(headings: readonly NamedHeading[]): readonly number[] {
  const parents: number[] = [];
  for (const [index, { heading }] of headings.entries()) {
    let above = index - 1;
    while (above >= 0 && (headings[above]?.heading.level ?? 0) >= heading.level) above = parents[above] ?? -1;
    parents.push(above);
  }
  return parents;
}

function headingAt(note: Note, pieces: readonly string[]): Heading | undefined {
  const outline = outlineOf(note);
  const wanted = pieces.at(-1) ?? "";
  const above = pieces.slice(0, -1).reverse();
  const chain = above.map((piece) => `/${outline.numbers.get(`key ${headingKey(piece)}`)}`).join("");
  const firsts = firstsOf(outline, above.length);
  const firstOf = (name: string) => firsts.get(`${outline.numbers.get(name)}${chain}`);
  return firstOf(`slug ${fold(wanted)}`) ?? firstOf(`key ${headingKey(wanted)}`) ?? firstOf(`other ${fold(wanted)}`);
}

/** The first heading of each name under each choice of so many headings above it, innermost first. Levels are six, so choices are few. */
function firstsOf(outline: Outline, count: number): ReadonlyMap<string, Heading> {
  const known = outline.firsts.get(count);
  if (known) return known;
  const firsts = new Map<string, Heading>();
  // No heading stands under more than five others, and what is asked for in vain is not kept.
  if (count > mostAbove) return firsts;
  for (const [index, named] of outline.headings.entries()) {
    const chains = chainsAbove(outline, index, count);
    for (const name of namesOf(named))
      for (const chain of chains) {
        const whole = `${outline.numbers.get(name)}${chain}`;
        if (!firsts.has(whole)) firsts.set(whole, named.heading);
      }
  }
  outline.firsts.set(count, firsts);
  return firsts;
}

const mostAbove = 5;

/** Each way to name so many of the headings that one stands under; levels may be skipped. */
function chainsAbove(outline: Outline, index: number, count: number): readonly string[] {
  if (count === 0) return [""];
  const chains: string[] = [];
  for (let above = outline.parents[index] ?? -1; above >= 0; above = outline.parents[above] ?? -1) {
    const number = outline.numbers.get(`key ${outline.headings[above]?.key}`);
    for (const rest of chainsAbove(outline, above, count - 1)) chains.push(`/${number}${rest}`);
  }
  return chains;
}
