// The selected lines become a note of their own; a link to it takes their place.
import { bodyStartOf } from "../../core/frontMatter";
import { folderOf } from "../../core/key";
import type { Note, Range, Reference } from "../../core/note";
import { uriBelow } from "../../core/noteUri";
import { parseNote } from "../../core/parseNote";
import { isInside } from "../../core/text";
import type { Resolution } from "../../index/vault";
import { isLabelIn, labelsIn } from "../linkLabels";
import { linkText } from "../links";
import { backlinks } from "../navigation";
import { draftedNote, type NewNote, noteTitled } from "../newNote";
import { titleFor } from "./extractedTitle";
import { type Asked, isSameBesides, placeOf, type Refactoring, type Trial, tried } from "./refactoring";

/**
 * Moves whole lines of the text into a new note beside this one, unless some link to or in them would lead elsewhere. Where the lines would say
 * something else behind the vault's template, the note begins in the usual way.
 */
export function extractNote(asked: Asked): Refactoring | undefined {
  return extracted(asked) ?? (asked.template && extracted({ ...asked, template: undefined }));
}

function extracted(asked: Asked): Refactoring | undefined {
  const { vault, open, place, style } = asked;
  const folder = vault.folderOf(open.note);
  const lines = wholeLines(open.text, place);
  if (!folder || folder.dialect === "dendron" || !lines || !isSelfContained(open.text, lines)) return undefined;
  const selected = open.text.slice(lines.start, lines.end);
  const title = titleFor(open.note, selected, lines, (it) => noteTitled(vault, it) === undefined);
  const made = title && noteOf(asked, title, selected);
  if (!made || isLinkedFromElsewhere(asked, lines)) return undefined;
  const note = parseNote({ uri: uriBelow(folder.uri, made.path), folder: folder.uri, path: made.path, modified: 0 }, made.text, {
    topicsFromTags: false,
  });
  const { resolve } = tried(asked, [], [note]);
  const link = linkText({ folderOf: (it) => vault.folderOf(it), resolve }, open.note, note, style);
  const changes = [{ range: lines, text: prefixFor(open.text, lines) + link }];
  const trial = tried(asked, changes, [note]);
  const inLink = (it: Reference) => isInside(it.range, { start: lines.start, end: lines.start + (changes[0]?.text.length ?? 0) });
  const leads = trial.note.references.filter(inLink).map((it) => placeOf(trial.resolve(trial.note, it), () => true));
  const isRight = leads.length === 1 && leads[0] === placeOf({ ...wholeNote, note }, () => true);
  if (!isRight || !isSameBesides(asked, trial, { gone: lines, isNew: inLink }) || !isMoved(asked, trial, lines, note, made))
    return undefined;
  return { title: "Turn the selection into a new note", changes, creates: made };
}

const wholeNote = { kind: "note", rule: "title", part: undefined, rivals: [] } as const;

/** The selected lines without blank ones around them; undefined where the selection cuts a line or is not in the text. */
function wholeLines(text: string, { start, end }: Range): Range | undefined {
  const selected = text.slice(start, end);
  if (selected.trim() === "") return undefined;
  const first = start + (/^(?:[ \t]*\r?\n)*/.exec(selected)?.[0].length ?? 0);
  const lineStart = text.lastIndexOf("\n", first - 1) + 1;
  const last = start + selected.trimEnd().length;
  const isWhole = text.slice(lineStart, first).trim() === "" && /^[ \t]*(?:\r?\n|$)/.test(text.slice(last));
  return isWhole && lineStart >= bodyStartOf(text) ? { start: lineStart, end: last } : undefined;
}

/** Whether nothing opens on one side and closes on the other, and no footnote or definition of a link is used there and stands here. */
function isSelfContained(text: string, { start, end }: Range): boolean {
  const inside = text.slice(start, end);
  const outside = `${text.slice(0, start)}\n${text.slice(end)}`;
  const count = (pattern: RegExp) => inside.match(pattern)?.length ?? 0;
  const isClosed = [/^[ \t>]*(?:```|~~~)/gm, /\$\$/g, /%%/g].every((mark) => count(mark) % 2 === 0) && count(/<!--/g) === count(/-->/g);
  return isClosed && !labelsIn(inside).some((it) => isLabelIn(it, outside)) && !labelsIn(outside).some((it) => isLabelIn(it, inside));
}

/** A new note, and where in it the selected lines begin. */
interface ExtractedNote extends NewNote {
  readonly at: number;
}

/** The new note: titled, with the topics of the old one and a link back. */
function noteOf({ vault, open: { note }, template }: Asked, title: string, selected: string): ExtractedNote | undefined {
  const topics = note.topics.flatMap(({ id, range }) => (range === undefined ? [] : [id]));
  const place = { folder: note.folder ?? note.uri, path: folderOf(note.path) };
  const drafted = draftedNote(vault, { title, place, topics, related: [note], template });
  if (!drafted) return undefined;
  const newline = drafted.text.includes("\r\n") ? "\r\n" : "\n";
  const body = withoutIndent(selected.replace(/\r\n/g, "\n")).replaceAll("\n", newline);
  const heading = `# ${title}${newline}${newline}`;
  // A heading that gave the title stands there already, at its own level.
  const [first] = parseNote(note, body, { topicsFromTags: false }).headings;
  const isTitled = first?.text === title && first.range.start === 0;
  const begun = drafted.text.trimEnd() + newline + newline;
  const without = isTitled && begun.endsWith(heading) ? begun.slice(0, -heading.length) : begun;
  const head = parseNote(note, without + body, { topicsFromTags: false }).title.text === title ? without : begun;
  return { ...drafted, text: `${head}${body}${newline}`, at: head.length };
}

function withoutIndent(text: string): string {
  const lines = text.split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...indents);
  return shared === 0 ? text : lines.map((line) => line.slice(shared)).join("\n");
}

/** Whether a link outside the selection, here or in another note, leads to a heading or block inside. */
function isLinkedFromElsewhere({ vault, open: { note } }: Asked, lines: Range): boolean {
  if (![...note.headings, ...note.anchors].some(({ range }) => isInside(range, lines))) return false;
  return backlinks(vault, note).some(({ from, reference }) => {
    const meaning = vault.resolve(from, reference);
    const part = meaning.kind === "note" ? meaning.part : undefined;
    const isOutside = from.uri !== note.uri || !isInside(reference.range, lines);
    return isOutside && part !== undefined && isInside((part.kind === "heading" ? part.heading : part.anchor).range, lines);
  });
}

/** What an item of a list or a quotation begins with, where such goes on around the selected lines. */
function prefixFor(text: string, { start, end }: Range): string {
  const before =
    text
      .slice(0, start)
      .replace(/\r?\n$/, "")
      .split("\n")
      .at(-1) ?? "";
  const after = text.slice(end).split("\n")[1] ?? "";
  if (start === 0 || (before.trim() === "" && after.trim() === "")) return "";
  return /^(?:[ \t]*>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(text.slice(start, end))?.[0] ?? "";
}

/** Whether the new note holds the references, headings and anchors of the selected lines, and all of them lead where they led. */
function isMoved({ vault, open }: Asked, trial: Trial, lines: Range, note: Note, { text, at: start }: ExtractedNote): boolean {
  const isSelected = ({ range }: { readonly range: Range }) => range.start >= start;
  const old = open.note.references.filter((it) => isInside(it.range, lines));
  const now = note.references.filter(isSelected);
  const headings = open.note.headings.filter(({ range }) => isInside(range, lines));
  const anchors = open.note.anchors.filter(({ range }) => isInside(range, lines));
  const ids = (of: readonly { readonly id: string }[]) => JSON.stringify(of.map(({ id }) => id));
  const levels = (of: Note["headings"]) => JSON.stringify(of.map((it) => [it.level, it.text]));
  return (
    old.length === now.length &&
    ids(anchors) === ids(note.anchors.filter(isSelected)) &&
    levels(headings) === levels(note.headings.filter(isSelected)) &&
    old.every((reference, at) => {
      const other = now[at];
      const isSame =
        other && text.slice(other.range.start, other.range.end) === open.text.slice(reference.range.start, reference.range.end);
      return isSame && leadsAlike(vault.resolve(open.note, reference), trial.resolve(note, other));
    })
  );
}

/** A link inside the note leads to the same part of the new one. */
function leadsAlike(before: Resolution, after: Resolution): boolean {
  if (before.kind === "note" && before.rule === "self")
    return after.kind === "note" && after.rule === "self" && partText(before) === partText(after);
  return placeOf(before, () => true) === placeOf(after, () => true);
}

const partText = ({ part }: Extract<Resolution, { kind: "note" }>) => (part?.kind === "heading" ? part.heading.text : part?.anchor.id);
