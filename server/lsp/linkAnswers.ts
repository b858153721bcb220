// The answers to what is asked of links that are copied and pasted: how one is written, and the id of a block that one is to name.
import type { Heading, Note } from "../core/note";
import { blockIdAt } from "../features/blockId";
import { isTitleHeading } from "../features/cursor";
import { linkFromAnywhere } from "../features/links";
import { pastedAt } from "../features/pasted";
import type { Part } from "../index/vault";
import type { BlockIdAnswer, LinkParams, PasteAnswer, PasteParams, ProtocolPosition, Requests } from "../protocol";
import { openText } from "./noteTexts";
import { noteOf, type Session, settingsOf } from "./session";
import { toLspRange, toOffset } from "./toLsp";

/** A link to a note or a part of it; null for a document of no vault and for a part that no link can name. */
export function linkTo(session: Session, { uri, heading, block }: LinkParams): string | null {
  const note = noteOf(session, uri);
  if (!note) return null;
  const link = (part?: Part) => linkFromAnywhere(session.store.index, note, settingsOf(session, note).links.style, part) ?? null;
  if (!heading && block === undefined) return link();
  if (heading) {
    const section = sectionAt(note, heading);
    // A link to the title leads to the whole note.
    return section ? link(isTitleHeading(note, section) ? undefined : { kind: "heading", heading: section }) : null;
  }
  const part = blockOf(note, block ?? "");
  return part ? link(part) : null;
}

/** The heading at a line, or else the last one before it. */
function sectionAt(note: Note, { line }: ProtocolPosition): Heading | undefined {
  return note.headings.filter(({ range }) => toLspRange(note, range).start.line <= line).at(-1);
}

function blockOf(note: Note, id: string): Part | undefined {
  const anchor = note.anchors.find((it) => it.kind === "block" && it.id === id);
  return anchor && { kind: "anchor", anchor };
}

/** The id of a block, made up where it has none. */
export function blockId(session: Session, { uri, position }: Requests["quaestio/blockId"]["params"]): BlockIdAnswer | null {
  const open = openText(session.store, uri);
  const found = open && blockIdAt(open, toOffset(open.note, position), Math.random);
  if (!found) return null;
  const { id, insert } = found;
  if (!insert) return { id };
  const { start } = toLspRange(open.note, { start: insert.offset, end: insert.offset });
  return { id, insert: { position: start, text: insert.text } };
}

/** What a text becomes where it is pasted; null where it stays as it is. */
export function pasted(session: Session, { uri, start, end, text }: PasteParams): PasteAnswer | null {
  const open = openText(session.store, uri);
  if (!open) return null;
  const range = { start: toOffset(open.note, start), end: toOffset(open.note, end) };
  return pastedAt(session.store.index, open, { range, text, style: settingsOf(session, open.note).links.style }) ?? null;
}
