// The items of `sources:` in the order of what they say.
import { type FrontMatterItem, parseFrontMatter } from "../../core/frontMatter";
import { fold } from "../../core/key";
import type { Range } from "../../core/note";
import { touches } from "../../core/text";
import { type Asked, isSameBesides, type Refactoring, tried } from "./refactoring";

const collator = new Intl.Collator("en", { numeric: true });

/** Puts the sources in order where the caret is in their list. Each keeps its quotes; where a comment stands among them none moves. */
export function sortSources(asked: Asked): Refactoring | undefined {
  const { open, place } = asked;
  const items = parseFrontMatter(open.text).items("sources").map(trimmedIn(open.text));
  const field = items.length > 1 ? fieldAround(open.text, items) : undefined;
  if (!field || !touches(field, place.start) || !touches(field, place.end)) return undefined;
  const texts = items.map(({ range }) => open.text.slice(range.start, range.end));
  const sorted = [...texts].sort((a, b) => collator.compare(comparable(a), comparable(b)));
  const changes = items.flatMap(({ range }, at) => (sorted[at] === texts[at] ? [] : [{ range, text: sorted[at] ?? "" }]));
  if (changes.length === 0) return undefined;
  const trial = tried(asked, changes);
  const said = (sources: typeof open.note.sources) => JSON.stringify(sources.map(({ text }) => text).sort());
  const isKept = said(trial.note.sources) === said(open.note.sources) && open.note.sources.length === items.length;
  // Sources are the only thing that may differ.
  const compared = { ...trial, note: { ...trial.note, sources: open.note.sources } };
  const gone = { start: place.start, end: place.start };
  return isKept && isSameBesides(asked, compared, { gone, isNew: () => false }) ? { title: "Sort sources", changes } : undefined;
}

const trimmedIn =
  (text: string) =>
  (item: FrontMatterItem): FrontMatterItem => {
    const { start, end } = item.range;
    return { ...item, range: { start, end: start + text.slice(start, end).trimEnd().length } };
  };

const comparable = (written: string) => fold(written.replace(/^["']|["']$/g, ""));

/** The whole field, if nothing but items stands in it: no comment, nothing that is no plain value, no item of several lines. */
function fieldAround(text: string, items: readonly FrontMatterItem[]): Range | undefined {
  const ranges = items.map(({ range }) => range);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last || items.some(({ folded }) => folded !== undefined)) return undefined;
  const before = /^sources[ \t]*:(?:[ \t]*\[\s*|[ \t]*(?:\r?\n[ \t]*)+-[ \t]+)$/m.exec(text.slice(0, first.start));
  const isFlow = before?.[0].includes("[");
  const between = isFlow ? /^\s*,\s*$/ : /^[ \t]*(?:\r?\n[ \t]*)+-[ \t]+$/;
  const behind = (isFlow ? /^\s*,?\s*\]/ : /^[ \t]*(?=\r?\n)/).exec(text.slice(last.end));
  const areApart = ranges.slice(1).every(({ start }, at) => between.test(text.slice(ranges[at]?.end, start)));
  return before && behind && areApart ? { start: before.index, end: last.end + behind[0].length } : undefined;
}
