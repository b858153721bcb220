// Reads a body block by block: plain headings, paragraphs, lists and fences at the top level line by line, everything else with the
// full parser, from where it begins to where a line at the margin behind a blank line makes sure that it has ended.
import { isDigit, isSpace, itemText, lineEnd, lineOpens, matches, type Opens, skipSpaces } from "./lineOpens";
import { readMarkdown } from "./markdownTree";
import { readPlainInline } from "./plainInline";
import { type Reading, takeBlockIds } from "./reading";
import { owned } from "./text";

/** Reads the body that begins at `start` into the reading. */
export function readBlocks(reading: Reading, start: number): void {
  const { text } = reading;
  const addresses = text.indexOf("www.", start);
  const blocks: Blocks = { ...reading, nextAddress: addresses < 0 ? text.length : addresses };
  let at = start;
  while (at < text.length) at = blockAt(blocks, at);
}

interface Blocks extends Reading {
  /** Where the next `www.` stands, which is a link wherever it is not part of something else. */
  nextAddress: number;
}

/** Reads the block that begins at a line; returns where the next one does. */
function blockAt(blocks: Blocks, at: number): number {
  const end = lineEnd(blocks.text, at);
  switch (lineOpens(blocks.text, at, end)) {
    case "blank":
    case "rule":
      return end + 1;
    case "heading":
      return headingAt(blocks, at, end);
    case "fence":
      return fenceEnd(blocks.text, at, end);
    case "text":
      return paragraphAt(blocks, at);
    case "item":
      return listAt(blocks, at);
    case "other":
      return otherAt(blocks, at);
  }
}

/** Text without any mark in it, but for what a line may end in. */
const plainHeading = /^[^\\`*_~[\]<>&$@%^#\t\r]*\r?$/;

function headingAt(blocks: Blocks, at: number, end: number): number {
  let behind = at;
  while (blocks.text.charCodeAt(behind) === 35) behind++;
  const written = blocks.text.slice(behind, end);
  if (!plainHeading.test(written) || written.includes("://") || hasAddress(blocks, at, end)) return fully(blocks, at, end) + 1;
  blocks.headings.push({ level: behind - at, text: owned(written.replace(/\s+/g, " ").trim()), range: { start: at, end } });
  return end + 1;
}

/** Behind a fence that begins at the margin: nothing in it is read. */
function fenceEnd(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at);
  let length = 0;
  while (text.charCodeAt(at + length) === mark) length++;
  for (let line = end + 1; line < text.length; ) {
    const lineStop = lineEnd(text, line);
    let from = line;
    while (from < line + 4 && text.charCodeAt(from) === 32) from++;
    let to = from;
    while (to < lineStop && text.charCodeAt(to) === mark) to++;
    if (from < line + 4 && to - from >= length && skipSpaces(text, to, lineStop) === lineStop) return lineStop + 1;
    line = lineStop + 1;
  }
  return text.length;
}

function paragraphAt(blocks: Blocks, start: number): number {
  const { text } = blocks;
  let end = lineEnd(text, start);
  for (let line = end + 1; line < text.length; line = end + 1) {
    const opens = continuationOpens(text, line);
    if (opens === "other") return otherAt(blocks, start);
    // Only a list that begins with 1 may break off a paragraph; and a line of dashes would make it a heading.
    if (opens === "item" && isDigit(text.charCodeAt(line)) && !matches(/1[.)]/y, text, line)) return otherAt(blocks, start);
    if (opens === "rule" && text.charCodeAt(line) === 45) return otherAt(blocks, start);
    if (opens !== "text") break;
    end = lineEnd(text, line);
  }
  if (text.charCodeAt(start) === 91 && text.slice(start, end).includes("]:")) return otherAt(blocks, start);
  if (hasAddress(blocks, start, end) || !readPlainInline(blocks, start, end, "block")) return fully(blocks, start, end) + 1;
  takeIds(blocks, start, end);
  return end + 1;
}

/** What a line begins behind another of the same block; an indented one goes on with the text, unless it could begin something. */
function continuationOpens(text: string, line: number): Opens {
  const end = lineEnd(text, line);
  let at = line;
  while (text.charCodeAt(at) === 32) at++;
  const opens = lineOpens(text, at, end);
  return at === line || opens === "text" || opens === "blank" ? opens : "other";
}

function listAt(blocks: Blocks, start: number): number {
  const { text, references } = blocks;
  const before = references.length;
  const fail = () => {
    references.length = before;
    return otherAt(blocks, start);
  };
  let line = start;
  for (; line < text.length; line = lineEnd(text, line) + 1) {
    const end = lineEnd(text, line);
    let at = line;
    while (text.charCodeAt(at) === 32) at++;
    const opens = lineOpens(text, at, end);
    if (opens === "blank" || (at === line && (opens === "heading" || opens === "fence"))) break;
    if (opens !== "item" && opens !== "text") return fail();
    const inside = opens === "item" ? itemText(text, at) : at;
    if (hasAddress(blocks, inside, end) || !isPlainItem(text, inside, end) || !readPlainInline(blocks, inside, end, "line")) return fail();
  }
  return isFollowedAtMargin(text, line) ? line : fail();
}

/** No block id, whose place depends on where the item ends, and no definition. */
function isPlainItem(text: string, at: number, end: number): boolean {
  const written = text.slice(at, end);
  return !written.includes("^") && !(text.charCodeAt(at) === 91 && written.includes("]:"));
}

/** Whether the next line that is not blank begins at the margin: an indented one would go on with the list. */
function isFollowedAtMargin(text: string, at: number): boolean {
  for (let line = at; line < text.length; line = lineEnd(text, line) + 1) {
    const end = lineEnd(text, line);
    if (skipSpaces(text, line, end) < end) return !isSpace(text.charCodeAt(line));
  }
  return true;
}

function hasAddress(blocks: Blocks, start: number, end: number): boolean {
  if (blocks.nextAddress < start) {
    const next = blocks.text.indexOf("www.", start);
    blocks.nextAddress = next < 0 ? blocks.text.length : next;
  }
  return blocks.nextAddress < end;
}

function takeIds(blocks: Blocks, start: number, end: number): void {
  if (blocks.text.slice(start, end).includes("^")) takeBlockIds(blocks, { start, end });
}

/** A block whose end is known, read by the full parser. */
function fully(blocks: Blocks, start: number, end: number): number {
  readMarkdown(blocks, start, end);
  return end;
}

/**
 * Reads with the full parser from `start` to the first line that begins at the margin behind a blank one: there every quote, list and
 * paragraph has ended (CommonMark, section 5.1). What blank lines do not end, such as a comment, may still be open; then all the rest
 * is read at once.
 */
function otherAt(blocks: Blocks, start: number): number {
  const { text, headings, references, anchors, silences, unread } = blocks;
  const { lastText, next } = marginBehind(text, start);
  const before = [headings, references, anchors, silences, unread].map((list) => list.length);
  const end = readMarkdown(blocks, start, next);
  if (next === text.length || end <= lastText) return next;
  [headings, references, anchors, silences, unread].forEach((list, index) => {
    list.length = before[index] ?? 0;
  });
  return fully(blocks, start, text.length);
}

/** The next line at the margin behind a blank line, and the end of the last line before it that is not blank. */
function marginBehind(text: string, start: number): { readonly lastText: number; readonly next: number } {
  let lastText = lineEnd(text, start);
  let isBehindBlank = false;
  for (let line = lastText + 1; line < text.length; line = lineEnd(text, line) + 1) {
    const end = lineEnd(text, line);
    if (skipSpaces(text, line, end) === end) isBehindBlank = true;
    else {
      if (isBehindBlank && !isSpace(text.charCodeAt(line))) return { lastText, next: line };
      isBehindBlank = false;
      lastText = end;
    }
  }
  return { lastText, next: text.length };
}
