// What a citation key is, and which paper a text names: every spelling of one arXiv id or DOI gives one PaperId.
import type { PaperId, Range } from "./note";

/** New style since April 2007: `2505.24298`, before 2015 with four digits; https://info.arxiv.org/help/arxiv_identifier.html */
const newStyle = /^(\d{4}\.\d{4,5})(v\d+)?$/i;
/** Old style: `hep-th/9901001`, with or without a subject class. */
const oldStyle = /^([a-z-]+)(\.[a-z]{2})?\/(\d{7})(v\d+)?$/i;
const arxivPrefix =
  /^(?:arxiv:\s*|(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|(?:https?:\/\/)?(?:dx\.)?doi\.org\/10\.48550\/arxiv\.|(?:doi:\s*)?10\.48550\/arxiv\.)/i;
const doiPrefix = /^(?:doi:\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)/i;

/**
 * The paper a written source means, or undefined for an empty text. An arXiv id is known by its `arXiv:` prefix, its abs, pdf
 * or DOI address or its bare form, its version dropped; a DOI is compared without case; another address stands for itself;
 * anything else is a citation key.
 */
export function paperOf(text: string): PaperId | undefined {
  const written = text.trim().replace(/^\[?@(.*?)\]?$/, "$1");
  if (written === "") return undefined;
  const arxiv = arxivIdOf(written);
  if (arxiv !== undefined) return `arxiv:${arxiv}`;
  const doi = written.replace(doiPrefix, "");
  if (/^10\.\d{4,9}\/\S+$/.test(doi)) return `doi:${doi.toLowerCase()}`;
  if (/^https?:\/\//i.test(written)) return `url:${written.replace(/\/$/, "")}`;
  return `key:${written}`;
}

/**
 * A key begins with a letter, a digit or `_`; of punctuation it has single signs inside; in braces it may be anything. Pandoc's manual,
 * extension `citations`.
 */
const citationKey = /\{[^{}\n]+\}|[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*/uy;

/** Where the key that begins at `start`, behind its `@`, ends; -1 where none does. */
export function citationKeyEnd(text: string, start: number): number {
  citationKey.lastIndex = start;
  return citationKey.test(text) ? citationKey.lastIndex : -1;
}

/** Longer brackets are no group: a bound that keeps nested brackets linear. */
const longestGroup = 2000;

/**
 * Whether what stands in brackets is a group of citations: in every part between semicolons there is one (Pandoc's manual, extension
 * `citations`). `citations` are the places of those in the text, counted from the start of the inside.
 */
export function citesThroughout(inside: string, citations: readonly Range[]): boolean {
  // `[owner:: @name]` is a field of Dataview's.
  if (inside.length > longestGroup || citations.length === 0 || inside.includes("::")) return false;
  let start = 0;
  return inside.split(";").every((part) => {
    const end = start + part.length;
    const cites = citations.some((citation) => citation.start >= start && citation.end <= end);
    start = end + 1;
    return cites;
  });
}

/** Whether a word goes on at an `@`, as in an address: then it cites nothing. `before` is the UTF-16 code of the character in front. */
export const isWordBefore = (before: number): boolean => /[\p{L}\p{N}_]/u.test(String.fromCharCode(before));

/** The page of a paper: at arXiv, at the DOI's registrar, or its own address. Undefined for a paper known by a key alone. */
export function addressOf(paper: PaperId): string | undefined {
  const id = paper.slice(paper.indexOf(":") + 1).replace(/\p{Surrogate}/gu, "\ufffd");
  if (paper.startsWith("arxiv:")) return `https://arxiv.org/abs/${id}`;
  if (paper.startsWith("doi:")) return `https://doi.org/${id.split("/").map(encodeURIComponent).join("/")}`;
  return paper.startsWith("url:") ? id : undefined;
}

/** An id as people write it: `arXiv:2505.24298`, `doi:10.1000/xyz`, an address, or a key as it is. */
export function writtenId(paper: PaperId): string {
  const id = paper.slice(paper.indexOf(":") + 1);
  return paper.startsWith("arxiv:") ? `arXiv:${id}` : paper.startsWith("doi:") ? paper : id;
}

/** An address without its query or fragment, or without slashes at its end. */
function withoutTail(address: string): string {
  const at = address.search(/[?#]/);
  return at < 0 ? address.replace(/(?<!\/)\/+$/, "") : address.slice(0, at);
}

function arxivIdOf(written: string): string | undefined {
  const bare = withoutTail(written.replace(arxivPrefix, "")).replace(/\.pdf$/i, "");
  const newId = newStyle.exec(bare);
  if (newId) return newId[1];
  const oldId = oldStyle.exec(bare);
  return oldId ? `${oldId[1]?.toLowerCase()}/${oldId[3]}` : undefined;
}

/**
 * What is wrong with a written source, in a sentence; undefined where nothing is. Only ids that claim to be one are judged: an arXiv
 * id has a month from 01 to 12, begins with April 2007 and has four digits behind the dot before 2015 and five since
 * (https://info.arxiv.org/help/arxiv_identifier.html); a DOI is `10.` with four to nine digits, a slash and a name.
 */
export function faultIn(text: string): string | undefined {
  const written = text.trim();
  const bare = withoutTail(written.replace(arxivPrefix, ""));
  const numbered = /^(\d{2})(\d{2})\.(\d+)(?:v\d+)?(?:\.pdf)?$/i.exec(bare);
  if (numbered) return faultOfNumber(numbered[1] ?? "", numbered[2] ?? "", numbered[3] ?? "");
  if (arxivPrefix.test(written))
    return oldStyle.test(bare.replace(/\.pdf$/i, "")) ? undefined : `“${bare}” is no arXiv id, such as 2505.24298 or hep-th/9901001.`;
  const claimsDoi = doiPrefix.test(written) || /^10\.\d*\//.test(written);
  if (!claimsDoi || /^10\.\d{4,9}\/\S+$/.test(written.replace(doiPrefix, ""))) return undefined;
  return `“${written.replace(doiPrefix, "")}” is no DOI, which is 10., four to nine digits, a slash and a name.`;
}

function faultOfNumber(year: string, month: string, number: string): string | undefined {
  if (Number(month) < 1 || Number(month) > 12) return `There is no month ${month} in an arXiv id.`;
  if (`${year}${month}` < "0704") return "arXiv ids of this form begin with 0704, April 2007.";
  const digits = Number(year) < 15 ? 4 : 5;
  return number.length === digits ? undefined : `An arXiv id of 20${year} has ${digits} digits behind the dot, this one ${number.length}.`;
}
