// Which paper a text in `sources:` names: every spelling of one paper gives one PaperId.
import type { PaperId } from "./note";

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

function arxivIdOf(written: string): string | undefined {
  const bare = written
    .replace(arxivPrefix, "")
    .replace(/[?#].*$|\/+$/, "")
    .replace(/\.pdf$/i, "");
  const newId = newStyle.exec(bare);
  if (newId) return newId[1];
  const oldId = oldStyle.exec(bare);
  return oldId ? `${oldId[1]?.toLowerCase()}/${oldId[3]}` : undefined;
}
