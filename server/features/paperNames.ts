// How a paper is written where somebody names it: as the key of a citation, or as an item of `sources:` in the form that notes have.
import { citationKeyEnd } from "../core/citations";
import type { Note, PaperId } from "../core/note";
import { mostOften } from "../core/order";
import type { Papers } from "../index/papers";
import type { Vault } from "../index/vault";
import { citedPapers } from "./citedPapers";

/** What stands behind the `@` of a citation: the key in a bibliography, else the id; in braces where it has signs that no key may have. */
export function citationKey(papers: Papers, paper: PaperId): string {
  const key = keyIn(papers, paper) ?? plainId(paper);
  return citationKeyEnd(key, 0) === key.length ? key : `{${key}}`;
}

/** The key of the first entry about a paper whose key means this very paper. */
function keyIn(papers: Papers, paper: PaperId): string | undefined {
  const meant = papers.canonical(paper);
  return papers.describing(paper).find(({ entry }) => papers.canonical(`key:${entry.key}`) === meant)?.entry.key;
}

/** `arxiv:2505.24298` and `doi:10.1000/xyz` as they are; an address or a key without its kind. */
const plainId = (paper: PaperId): string => (/^(?:arxiv|doi):/.test(paper) ? paper : paper.slice(paper.indexOf(":") + 1));

/** More notes are not looked at for how they write a source. */
const mostWriters = 50;

/** A paper as an item of `sources:`: as most of these notes write it there, else its key in a bibliography, else its id. */
export function sourceText(papers: Papers, paper: PaperId, notes: Iterable<Note>): string {
  const meant = papers.canonical(paper);
  const written: string[] = [];
  let looked = 0;
  for (const note of notes) {
    if (looked++ === mostWriters) break;
    for (const source of note.sources) if (papers.canonical(source.paper) === meant) written.push(source.text.trim());
  }
  return mostOften(written)[0] ?? keyIn(papers, paper) ?? plainId(paper);
}

/** A paper that a note to be written may weigh. */
export interface CandidateSource {
  readonly paper: PaperId;
  /** As the notes that ask write it. */
  readonly text: string;
  /** How many of these notes cite it. */
  readonly noteCount: number;
}

/** The papers that most of some notes cite, those first; of equals the ones that more notes of the vault cite. */
export function candidateSources(vault: Vault, askers: readonly Note[], limit: number): readonly CandidateSource[] {
  const { papers } = vault;
  const cited = citedPapers(vault, askers).map((it) => ({ ...it, citing: papers.citing(it.paper).size }));
  return cited
    .sort((a, b) => b.notes.length - a.notes.length || b.citing - a.citing || (a.paper < b.paper ? -1 : 1))
    .slice(0, limit)
    .map(({ paper, notes }) => ({ paper, text: sourceText(papers, paper, notes), noteCount: notes.length }));
}
