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

function headingAt(note: Note, pieces: readonly string[]): Heading | undefined {
  const headings = headingsOf(note);
  const wanted = pieces.at(-1) ?? "";
  const slug = fold(wanted);
  const key = headingKey(wanted);
  const under = (index: number) => isUnder(headings, index, pieces.slice(0, -1));
  const found =
    headings.find((it, index) => it.slug === slug && under(index)) ??
    headings.find((it, index) => it.key === key && under(index)) ??
    headings.find((it, index) => it.otherSlug === slug && under(index));
  return found?.heading;
}

/** Whether the heading at `index` stands under a heading `A` for each of the pieces before it, innermost last; levels may be skipped. */
function isUnder(headings: readonly NamedHeading[], index: number, parents: readonly string[]): boolean {
  let wanted = parents.length - 1;
  let level = headings[index]?.heading.level ?? 0;
  for (let at = index - 1; at >= 0 && wanted >= 0; at--) {
    const above = headings[at];
    if (!above || above.heading.level >= level) continue;
    level = above.heading.level;
    if (above.key === headingKey(parents[wanted] ?? "")) wanted--;
  }
  return wanted < 0;
}
