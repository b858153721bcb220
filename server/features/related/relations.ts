// The notes related to a note, to what is being written in it, or to a question: ranked, each with its reasons.
import type { Note, NoteUri } from "../../core/note";
import { Candidates, type Ranked } from "./candidates";
import { focused, namesOf, passagesOf } from "./passages";
import { readProfileOf } from "./profile";
import { Asked, type Query } from "./query";
import { isLink, type Reason, reasonsFor } from "./reasons";
import { type Relatedness, surroundingsOf } from "./relatedness";

export interface Relation {
  readonly note: Note;
  readonly score: number;
  /** Whether either note links to the other already. */
  readonly linked: boolean;
  readonly reasons: readonly Reason[];
}

/** What of the sum does not depend on how far the best candidate is off has to be this much: below is noise. */
const leastScore = 0.06;

export interface NoteQuestion {
  readonly note: Note;
  /** Its text as it is now. */
  readonly text: string;
  /** A place in the text, in UTF-16 units: then the paragraph there and its heading count most. */
  readonly caret?: number | undefined;
}

/** The notes related to a note, the strongest first; never the note itself and no topic notes. */
export function relatedTo(relatedness: Relatedness, question: NoteQuestion, limit: number): readonly Relation[] {
  return relations(relatedness, noteQuery(relatedness, question), limit);
}

/** The notes that a text is about: a question typed in a box, a few words. It counts as a title does. */
export function relatedToText(relatedness: Relatedness, text: string, limit: number): readonly Relation[] {
  const passage = { field: "title", text, start: 0, weight: 1 } as const;
  const profile = readProfileOf(relatedness.terms, [passage], [text]);
  return relations(
    relatedness,
    { profile, title: text, self: undefined, topics: [], papers: [], way: undefined, linkRanges: [], linked: new Set() },
    limit,
  );
}

/** The notes that ask what a question asks, in the same words or in others. */
export function askingTheSame(relatedness: Relatedness, question: string): readonly Note[] {
  if (!question.includes(" ")) return [];
  const alike = relatedToText(relatedness, question, mostAlike).filter(({ reasons }) =>
    reasons.some(({ kind }) => kind === "asked-before"),
  );
  return alike.map(({ note }) => note);
}

/** Among how many of the closest notes a question is sought that asks the same. */
const mostAlike = 10;

/** How close every note is that may be related to a note, or to a place in it; what is missing is not close. */
export function closenessTo(relatedness: Relatedness, question: NoteQuestion): ReadonlyMap<NoteUri, number> {
  const candidates = new Candidates(new Asked(relatedness.engine, noteQuery(relatedness, question)));
  const scores = candidates.ranked(relatedness.weights).map(({ note, score }) => [relatedness.noteOf(note)?.uri, score] as const);
  return new Map(scores.filter((it): it is readonly [NoteUri, number] => it[0] !== undefined));
}

export function noteQuery(relatedness: Relatedness, { note, text, caret }: NoteQuestion): Query {
  const passages = passagesOf(note, text);
  const profile = readProfileOf(relatedness.terms, caret === undefined ? passages : focused(passages, caret), namesOf(note));
  const self = relatedness.numberOf(note.uri);
  const linked = new Set(self === undefined ? [] : relatedness.engine.links.around(self));
  return {
    ...surroundingsOf(relatedness.vault, note),
    profile,
    title: note.title.text,
    self,
    linked,
    linkRanges: note.references.map(({ range }) => range),
  };
}

function relations(relatedness: Relatedness, query: Query, limit: number): readonly Relation[] {
  const { engine, weights } = relatedness;
  const candidates = new Candidates(new Asked(engine, query));
  const found: Relation[] = [];
  for (const ranked of candidates.ranked(weights)) {
    if (found.length >= limit) break;
    const note = relatedness.noteOf(ranked.note);
    const isLinked = query.linked.has(ranked.note);
    if (!note || note.kind === "topic" || !(isLinked || isEnough(ranked, weights.closest))) continue;
    const reasons = reasonsFor({ relatedness, candidates, weights }, ranked);
    if (reasons.length > 0) found.push({ note, score: ranked.score, linked: reasons.some(({ kind }) => isLink(kind)), reasons });
  }
  return found;
}

/** The best candidate is close to the best whatever it is: that part says nothing about noise. */
const isEnough = ({ score, amounts }: Ranked, weight: number) => score - weight * amounts.closest >= leastScore;
