// Why a note is related: what a person can check in the two notes, the strongest first.
import { folderOf, titleKey } from "../../core/key";
import type { Note, PaperId, Range } from "../../core/note";
import { asksTheSame } from "../../core/sameQuestion";
import { paperText, shortByline } from "../paperText";
import { topicLabelOf } from "../topics";
import { holdsTitle } from "./amounts";
import type { Candidates, Ranked } from "./candidates";
import type { Near } from "./links";
import { isTelling } from "./names";
import { isInLink } from "./query";
import type { Relatedness } from "./relatedness";
import { sharedWords, usualPart } from "./sharedWords";
import type { Weights } from "./weights";

export interface Reason {
  readonly kind:
    | "links-here"
    | "linked-from-here"
    | "asked-before"
    | "mentioned-here"
    | "mentions-this"
    | "shared-words"
    | "shared-papers"
    | "close-notes"
    | "common-link"
    | "shared-topic"
    | "same-folder";
  /** A few words a person can check. */
  readonly text: string;
  /** Its share in the score. */
  readonly weight: number;
  /** Where in the text asked about, in UTF-16 units. */
  readonly range?: Range;
}

/** What reasons are made from. */
export interface Grounds {
  readonly relatedness: Relatedness;
  readonly candidates: Candidates;
  readonly weights: Weights;
}

/** More than three reasons nobody reads. */
const mostReasons = 3;
/** A reason with less of the score than this is none. */
const leastShare = 0.04;

/** The reasons for a candidate, links first, then the strongest; empty where nothing can be told that a person could check. */
export function reasonsFor(grounds: Grounds, ranked: Ranked): readonly Reason[] {
  const all = builders.flatMap((build) => build(grounds, ranked) ?? []);
  // Who asks the same has the name of the other: that says nothing more.
  const isSame = all.some(({ kind }) => kind === "asked-before");
  const found = isSame ? all.filter(({ kind }) => kind !== "mentioned-here" && kind !== "mentions-this") : all;
  const strong = found.filter(({ kind, weight }) => isLink(kind) || weight >= leastShare * ranked.score);
  const clear = ({ kind, weight }: Reason) => weight * (clearness[kind] ?? 1);
  const sorted = (strong.length > 0 ? strong : found).sort(
    (a, b) => Number(isLink(b.kind)) - Number(isLink(a.kind)) || clear(b) - clear(a),
  );
  if (sorted.length > 0) return sorted.slice(0, mostReasons);
  return lastResorts.flatMap((build) => build(grounds, ranked) ?? []).slice(0, 1);
}

/** What a person checks at a glance is told before what takes reading a third note, even where it counts less in the sum. */
const clearness: Readonly<Partial<Record<Reason["kind"], number>>> = {
  "shared-papers": 4,
  "mentioned-here": 4,
  "mentions-this": 2,
  "common-link": 2,
  "close-notes": 0.5,
};

export const isLink = (kind: Reason["kind"]): boolean => kind === "links-here" || kind === "linked-from-here";

type Build = (grounds: Grounds, ranked: Ranked) => Reason | undefined;

const linkReason: Build = ({ relatedness: { engine }, candidates }, { note, amounts, score }) => {
  const { self } = candidates.asked.query;
  if (self === undefined) return undefined;
  const weight = Math.max(score, amounts.text);
  const linksHere = engine.links.hasLink(note, self);
  if (engine.links.hasLink(self, note))
    return { kind: "linked-from-here", text: linksHere ? "linked both ways" : "linked from this note", weight };
  return linksHere ? { kind: "links-here", text: "links to this note", weight } : undefined;
};

const askedBeforeReason: Build = ({ relatedness, candidates }, { note, score }) => {
  const mine = candidates.asked.query.title;
  const other = relatedness.noteOf(note)?.title.text;
  if (other === undefined || !asksTheSame(mine, other)) return undefined;
  const text = titleKey(mine) === titleKey(other) ? "asks the same" : "asks the same in other words";
  return { kind: "asked-before", text, weight: score };
};

const mentionReason: Build = ({ candidates, weights }, { note, amounts }) => {
  const phrase = candidates.phrases.get(note);
  const { asked } = candidates;
  const { query } = asked;
  if (!phrase || query.linked.has(note) || !isTelling(phrase.terms, asked.engine.vectors)) return undefined;
  const passage = query.profile.passages[phrase.passage];
  const written = passage?.text.slice(phrase.start, phrase.end) ?? "";
  // The end of a sentence between two words makes no phrase of them.
  if (/[.!?;:]\s|\n\s*\n/.test(written) || isInLink(query, phrase.passage, phrase)) return undefined;
  const start = passage?.start;
  return {
    kind: "mentioned-here",
    text: `you mention ${quoted(written)}`,
    weight: weights.phrase * amounts.phrase + weights.named * amounts.named,
    ...(start === undefined ? {} : { range: { start: start + phrase.start, end: start + phrase.end } }),
  };
};

const mentionsThisReason: Build = ({ candidates, weights }, { note, amounts }) => {
  const { asked } = candidates;
  const words = asked.query.profile.titleWords.join(" ");
  if (asked.query.linked.has(note) || !holdsTitle(asked, note) || !isTelling(asked.title, asked.engine.vectors)) return undefined;
  const weight = weights.inPhrase * amounts.inPhrase + weights.naming * amounts.naming;
  return { kind: "mentions-this", text: `mentions ${quoted(words)}`, weight };
};

/** The words of a name that one of them mentions are told already, and so are those of a title that is linked. */
const wordsReason =
  (least: number): Build =>
  ({ candidates, weights }, { note, amounts }) => {
    const { asked, phrases } = candidates;
    const isNaming = asked.query.linked.has(note) || holdsTitle(asked, note);
    const told = new Set([...(phrases.get(note)?.terms ?? []), ...(isNaming ? asked.title : [])]);
    const words = sharedWords(asked, note, told, least);
    if (words.length === 0) return undefined;
    return { kind: "shared-words", text: `shares ${listed(words.map(quoted))}`, weight: weights.text * amounts.text };
  };

const papersReason: Build = ({ relatedness: { engine, vault }, candidates, weights }, { note, amounts }) => {
  const common = engine.papers.of(note).filter((paper) => candidates.asked.query.papers.includes(paper));
  if (common.length === 0) return undefined;
  const rarest = [...common].sort((a, b) => engine.papers.having(a).length - engine.papers.having(b).length || (a < b ? -1 : 1));
  const names = rarest.slice(0, 2).map((paper) => {
    const entry = vault.papers.describing(paper as PaperId)[0]?.entry;
    return (entry && shortByline(entry)) || paperText(vault.papers, paper as PaperId).title;
  });
  const more = common.length - names.length;
  const text = `both cite ${listed(more > 0 ? [...names, `${more} more`] : names)}`;
  return { kind: "shared-papers", text, weight: weights.papers * amounts.papers };
};

const closeNotesReason: Build = ({ relatedness, candidates, weights }, { note, amounts }) => {
  const { links } = relatedness.engine;
  const { linked, self } = candidates.asked.query;
  if (linked.has(note)) return undefined;
  // What links to both is told as such; a topic note's links say no more than the topic.
  const isBetween = (it: Near) =>
    it.note !== note && !linked.has(it.note) && links.areLinked(it.note, note) && relatedness.noteOf(it.note)?.kind === "note";
  const share = ({ note: it, closeness }: Near) => closeness ** 2 / Math.log(2 + links.degree(it));
  const [best] = candidates.neighbours.filter(isBetween).sort((a, b) => share(b) - share(a) || a.note - b.note);
  const between = best && relatedness.noteOf(best.note);
  if (!between) return undefined;
  const verb = links.hasLink(best.note, note) ? "linked from" : "links to";
  const text = `${verb} ${titled(between)}, which is close to ${self === undefined ? "what you ask" : "this note"}`;
  return { kind: "close-notes", text, weight: weights.neighbours * amounts.neighbours + weights.circle * amounts.circle };
};

const commonLinkReason: Build = ({ relatedness, candidates, weights }, { note, amounts }) => {
  const { links } = relatedness.engine;
  const { linked, self } = candidates.asked.query;
  const between = [...linked]
    .filter((it) => links.areLinked(it, note) && relatedness.noteOf(it)?.kind === "note")
    .sort((a, b) => links.degree(a) - links.degree(b) || a - b);
  const number = between[0];
  const it = number === undefined ? undefined : relatedness.noteOf(number);
  if (number === undefined || self === undefined || !it) return undefined;
  const title = titled(it);
  const isSource = links.hasLink(number, note) && links.hasLink(number, self);
  const isTarget = links.hasLink(note, number) && links.hasLink(self, number);
  const text = isSource ? `${title} links to both` : isTarget ? `both link to ${title}` : `linked with ${title}, as this note is`;
  return { kind: "common-link", text, weight: weights.links * amounts.links };
};

const topicReason: Build = ({ relatedness: { engine, vault }, candidates, weights }, { note, amounts }) => {
  const common = engine.topics.of(note).filter((topic) => candidates.asked.query.topics.includes(topic));
  const rarest = common.sort((a, b) => engine.topics.having(a).length - engine.topics.having(b).length || (a < b ? -1 : 1))[0];
  if (rarest === undefined) return undefined;
  const text = `${rarest.includes("/") ? "same sub-topic," : "also in"} ${topicLabelOf(vault, rarest)}`;
  return { kind: "shared-topic", text, weight: weights.topics * amounts.topics };
};

const builders: readonly Build[] = [
  linkReason,
  askedBeforeReason,
  mentionReason,
  mentionsThisReason,
  wordsReason(usualPart),
  papersReason,
  closeNotesReason,
  commonLinkReason,
  topicReason,
];

const folderReason: Build = ({ relatedness: { engine }, candidates, weights }, { note, amounts }) => {
  const way = candidates.asked.query.way;
  const isSame = way?.includes("/") && folderOf(way) === folderOf(engine.wayTo(note));
  return isSame ? { kind: "same-folder", text: "in the same folder", weight: weights.folder * amounts.folder } : undefined;
};

/** For candidates of which nothing better can be told. */
const lastResorts: readonly Build[] = [wordsReason(0), folderReason];

/** Longer titles are cut: a list shows one line of reasons. */
const longestTitle = 48;

/** A title as far as a person needs it to know which note is meant. */
function titled({ title: { text } }: Note): string {
  if (text.length <= longestTitle) return quoted(text);
  const blank = text.lastIndexOf(" ", longestTitle - 1);
  const cut = text.slice(0, blank > 0 ? blank : longestTitle - 1);
  return quoted(`${cut.replace(/[\s,;:–—\ud800-\udbff-]+$/, "")}…`);
}

const quoted = (text: string) => `“${text.replace(/\s+/g, " ").trim()}”`;

/** `a`, `a and b`, `a, b and c`. */
function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
