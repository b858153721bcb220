// The tool `papers`: the papers that notes cite or a bibliography has, with who cites them.
import { citedPapers } from "../features/citedPapers";
import { citingPlaces, type ListedPaper, paperList } from "../features/paperList";
import { citationKey } from "../features/paperNames";
import { withTopicNotes } from "../features/topics";
import { inSlices } from "../host/breather";
import type { Vault } from "../index/vault";
import { namedTopic, topicArgument } from "./namedTopic";
import { lineIn, onlyData, pathOf, placeIn, placeShape } from "./places";
import { count, list, object, oneOf, text } from "./shape";
import { paged, pageFields, pageOf, tool } from "./tool";

const usual = 20;
const page = pageFields("papers");

/** As many notes that cite a paper are told; the others are counted. */
const mostCiting = 50;

const paper = object(
  {
    id: text("The one spelling that stands for all of its ids, such as arxiv:2505.24298."),
    key: text("What stands behind the @ where a note cites it."),
    title: text("Its title, else its id."),
    authors: list(text("A name."), "Who wrote it, as far as a bibliography says."),
    noteCount: count("How many notes cite it."),
    notes: list(placeShape, `Notes that cite it, with the place; at most ${mostCiting}.`),
  },
  {
    year: count("The year, where a bibliography says it."),
    url: text("Its page at arXiv, a publisher or elsewhere."),
    entry: object({ path: text("The bibliography."), line: count("Line, counted from 1.") }, {}, "Where a bibliography describes it."),
  },
);

export const papers = tool({
  name: "papers",
  title: "Papers",
  inShort: "Lists source papers, with the notes that cite them.",
  description: `Lists the source papers of the vault, those that notes cite and those that its bibliographies hold, each with the notes that cite it. Filter by words of title, authors, year, citation key or id, or by topic. Use it to find out what the vault says about a paper, which papers a topic rests on, or which nobody cites. ${onlyData}`,
  input: object(
    {},
    {
      filter: text("Words that all have to occur in title, authors, year, key or id; the address of a paper at arXiv or a DOI will do."),
      topic: topicArgument("Only papers that notes in this topic or below it cite"),
      show: oneOf(["all", "once", "never"], "once: cited by exactly one note. never: in a bibliography, and cited by none.", "all"),
      sort: oneOf(["title", "year", "cited"], "year: the newest first. cited: those that most notes cite first.", "title"),
      ...pageOf("papers", usual, 100),
    },
  ),
  output: object({ ...page.required, papers: list(paper, "The papers of this page.") }, page.optional),
  async answer({ vault }, { filter, topic, show = "all", sort, ...wanted }) {
    const among = topic === undefined ? undefined : papersIn(vault, topic);
    const { papers: all } = await inSlices(paperList(vault, { show, filter, sort }));
    const found = among ? all.filter((it) => among.has(it.paper)) : all;
    const { page: shown, ...counts } = paged(found, wanted, usual);
    return { ...counts, papers: shown.map((it) => asRow(vault, it)) };
  },
});

function papersIn(vault: Vault, topic: string): ReadonlySet<string> {
  const notes = withTopicNotes(vault, namedTopic(vault, topic).id, "all");
  return new Set(citedPapers(vault, notes).map((it) => it.paper));
}

function asRow(vault: Vault, { paper: id, title, authors, year, address, entry, noteCount }: ListedPaper) {
  const notes = citingPlaces(vault, id).slice(0, mostCiting);
  return {
    ...{ id, key: citationKey(vault.papers, id), title, authors, noteCount },
    ...(year === undefined ? {} : { year }),
    ...(address === undefined ? {} : { url: address }),
    ...(entry ? { entry: { path: pathOf(vault, entry.bibliography), line: lineIn(entry.bibliography, entry.entry.range) } } : {}),
    notes: notes.map(({ from, range }) => placeIn(vault, from, range)),
  };
}
