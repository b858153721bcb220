// The answers about papers: the list of all of them, who cites one, and what a note to be written may weigh.
import type { PaperId } from "../core/note";
import { noteUri } from "../core/noteUri";
import { citingPlaces, type ListedPaper, paperList as listed } from "../features/paperList";
import { citationKey, candidateSources as papersOf, sourceText } from "../features/paperNames";
import { paperText } from "../features/paperText";
import { inSlices } from "../host/breather";
import type { CandidateSource, CitingNotes, PaperList, PaperListParams, PaperRow, Requests } from "../protocol";
import type { Session } from "./session";
import { toLocation } from "./toLsp";

/** As many papers are told where the client does not say. */
const usualPapers = 500;

/** One page of the papers of the whole vault; other requests have their turn while these are gathered. */
export async function paperList(
  session: Session,
  { show, filter, sort, offset = 0, limit = usualPapers }: PaperListParams,
): Promise<PaperList> {
  const { papers, unfiltered } = await inSlices(listed(session.store.index, { show, filter, sort }));
  return { total: papers.length, unfiltered, papers: papers.slice(offset, offset + limit).map((it) => toRow(session, it)) };
}

function toRow({ store, clientUri }: Session, { paper, title, authors, year, address, entry, noteCount }: ListedPaper): PaperRow {
  const { papers } = store.index;
  return {
    ...{ id: paper, title, authors, noteCount },
    ...(year === undefined ? {} : { year }),
    ...(address === undefined ? {} : { url: address }),
    ...{ citationKey: citationKey(papers, paper), source: sourceText(papers, paper, papers.citing(paper)) },
    ...(entry ? { entry: toLocation({ file: entry.bibliography, range: entry.entry.range }, clientUri) } : {}),
  };
}

/** As many notes that cite a paper are told: the others are counted. */
const mostCiting = 200;

/** The notes that cite a paper, with the places. */
export function citing({ store, clientUri }: Session, { id }: Requests["quaestio/citing"]["params"]): CitingNotes {
  const places = citingPlaces(store.index, id as PaperId);
  const notes = places.slice(0, mostCiting).map(({ from, range }) => ({
    ...toLocation({ file: from, range }, clientUri),
    title: from.title.text,
  }));
  return { total: places.length, notes };
}

/** As many papers are proposed as sources. */
const mostProposed = 50;

/** The papers that most of some notes cite. */
export function candidateSources(
  { store }: Session,
  { askers }: Requests["quaestio/candidateSources"]["params"],
): readonly CandidateSource[] {
  const { index } = store;
  const notes = askers.flatMap((uri) => index.note(noteUri(uri)) ?? []);
  return papersOf(index, notes, mostProposed).map(({ paper, text, noteCount }) => {
    const { title, authors, year } = paperText(index.papers, paper);
    return { text, title, byline: [authors, year].filter(Boolean).join(", "), noteCount };
  });
}
