// How much of each part of the sum one candidate has, as far as the two notes alone tell.
import { wayCloseness } from "./kinship";
import { overlap, type Phrase } from "./names";
import type { Asked } from "./query";
import type { Amounts } from "./weights";

/** Fills in what two notes have in common; what depends on links and on other candidates is left at 0. */
export function amountsOf(asked: Asked, note: number, phrase: Phrase | undefined): Amounts {
  const { engine, query, vector, title, idf } = asked;
  const { vectors, names, topics, papers } = engine;
  const scale = Math.log(1 + vectors.size);
  return {
    text: vectors.cosine(vector, note),
    closest: 0,
    title: titleCosine(asked, note),
    named: names.named(note, asked.has, idf) / scale,
    naming: overlap(title, (term) => vectors.hasTerm(note, term), idf) / scale,
    phrase: phrase ? (asked.phraseIdf(phrase.terms) / scale) * (1 + Math.log(phrase.count)) : 0,
    inPhrase: holdsTitle(asked, note) ? asked.phraseIdf(title) / scale : 0,
    neighbours: 0,
    circle: 0,
    topics: topics.cosine(asked.topics, note),
    papers: papers.cosine(asked.papers, note),
    folder: query.way === undefined ? 0 : wayCloseness(query.way, engine.wayTo(note)),
    links: 0,
    linked: 0,
  };
}

/** Whether a note's text has the query's title: all of its pairs, or its only term. Where stop words part it nobody can say. */
export function holdsTitle({ engine: { vectors }, title, query }: Asked, note: number): boolean {
  const { titlePairs } = query.profile;
  if (titlePairs.length > 0 && titlePairs.length === title.length - 1) return titlePairs.every((pair) => vectors.hasPair(note, pair));
  return title.length === 1 && vectors.hasTerm(note, title[0] as number);
}

function titleCosine({ engine, title, titleSquare, idf }: Asked, note: number): number {
  const its = engine.titleOf(note);
  let common = 0;
  for (const term of title) if (its.includes(term)) common += idf(term) ** 2;
  return common === 0 ? 0 : common / Math.sqrt(titleSquare * its.reduce((sum, term) => sum + idf(term) ** 2, 0));
}
