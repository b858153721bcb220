// The papers that the text of a note cites by a key or links to by an address at arXiv or of a DOI.
import { paperOf, writtenId } from "../../core/citations";
import { bodyStartOf } from "../../core/frontMatter";
import type { PaperId, Range } from "../../core/note";
import type { Vault } from "../../index/vault";
import type { OpenText } from "./fix";

/** A paper as it would be listed among the sources. */
export interface CitedPaper {
  /** As that text is read. */
  readonly paper: PaperId;
  readonly text: string;
  readonly at: number;
}

/** More addresses than this are not looked at: each is tried by reading the note anew. */
const mostAddresses = 20;

/** The distinct papers cited in a note's text, in its order. */
export function citedInText(vault: Vault, open: OpenText): readonly CitedPaper[] {
  const all = [...byKey(vault, open), ...byAddress(open)].sort((a, b) => a.at - b.at);
  const canonical = all.map(({ paper }) => vault.papers.canonical(paper));
  return all.filter((_, at) => canonical.indexOf(canonical[at] as PaperId) === at);
}

function byKey(vault: Vault, { note }: OpenText): readonly CitedPaper[] {
  return note.references.flatMap((reference) => {
    const text = reference.kind === "citation" ? reference.key : reference.kind === "wiki" ? reference.target.slice(1) : "";
    const paper = vault.resolve(note, reference).kind === "paper" ? paperOf(text) : undefined;
    return paper === undefined ? [] : [{ paper, text: paper.startsWith("key:") ? text : writtenId(paper), at: reference.range.start }];
  });
}

const address = /https?:\/\/(?:(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|(?:dx\.)?doi\.org\/10\.)[^\s<>"'`\])}|]+/gi;

function byAddress(open: OpenText): readonly CitedPaper[] {
  const start = bodyStartOf(open.text);
  const found = [...open.text.slice(start).matchAll(address)].slice(0, mostAddresses);
  return found.flatMap(({ 0: written, index }) => {
    const url = written.replace(/(?<![.,;:!?*_~])[.,;:!?*_~]+$/, "");
    const paper = paperOf(url);
    const range = { start: start + index, end: start + index + url.length };
    if (paper === undefined || paper.startsWith("url:") || !isRead(open, range)) return [];
    return [{ paper, text: writtenId(paper), at: range.start }];
  });
}

/** Whether what stands in a place is read as text, and not as code, a comment or a formula: a link that stood there would be one. */
function isRead({ note, text, reread }: OpenText, { start, end }: Range): boolean {
  const inLink = /(?:\]\(\s*<?|\]:[ \t]*<?)$/.test(text.slice(Math.max(0, start - 20), start));
  const link = inLink ? text.slice(start, end).replace(/^https?:\/\//i, "") : "[[x]]";
  return reread(text.slice(0, start) + link + text.slice(end)).references.length === note.references.length + 1;
}
