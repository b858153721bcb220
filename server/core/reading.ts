// What is gathered from a note's body while it is read, and the parts of that which both readers of Markdown share.
import { blockIdsIn } from "./anchors";
import { paperOf } from "./citations";
import { isLocal, splitDestination } from "./destination";
import type { Anchor, Heading, Range, Reference, Silence, WikiReference } from "./note";
import { owned } from "./text";
import { type Dialect, isNoteTarget, wikiReference } from "./wikiLink";

/** A note's text and what was found in it so far. All offsets count from the start of the text. */
export interface Reading {
  readonly text: string;
  readonly dialect: Dialect;
  readonly headings: Heading[];
  readonly references: Reference[];
  readonly anchors: Anchor[];
  readonly silences: Silence[];
  /** Where marks begin to be text because there are too many. */
  readonly unread: Range[];
  /** The labels of the note's link definitions. */
  readonly defined: Set<string>;
}

/** Takes the wiki link that stands at a range, its brackets and a leading `!` included; targets that name no note are passed over. */
export function takeWikiLink({ text, dialect, references }: Reading, { start, end }: Range, place: WikiReference["place"]): void {
  const reference = wikiReference(text, start, end, { shift: 0, place, dialect });
  if (isNoteTarget(reference.target, dialect)) references.push(reference);
}

/** Takes a link whose destination, angle brackets and all, stands at `url`; addresses elsewhere are no references. */
export function takeLink({ text, references }: Reading, range: Range, url: Range, image: boolean): void {
  const angle = text.charAt(url.start) === "<" ? 1 : 0;
  const targetRange = { start: url.start + angle, end: url.end - angle };
  const written = text.slice(targetRange.start, targetRange.end);
  if (!isLocal(written)) return;
  const { path, fragment } = splitDestination(written);
  references.push({ kind: "markdown", image, path, fragment, range, targetRange });
}

/** Takes the citation that stands at a range, its `@` included. */
export function takeCitation({ text, references }: Reading, range: Range, isBracketed: boolean): void {
  const braces = text.charAt(range.start + 1) === "{" ? 1 : 0;
  const targetRange = { start: range.start + 1 + braces, end: range.end - braces };
  const key = owned(text.slice(targetRange.start, targetRange.end));
  const paper = paperOf(key);
  if (paper !== undefined) references.push({ kind: "citation", key, paper, isBracketed, range, targetRange });
}

/** Takes the ids at the end of the block that stands at a range. */
export function takeBlockIds({ text, dialect, anchors }: Reading, { start, end }: Range): void {
  for (const { at, id } of blockIdsIn(text.slice(start, end), dialect)) {
    anchors.push({ kind: "block", id, range: { start: start + at, end: start + at + 1 + id.length } });
  }
}
