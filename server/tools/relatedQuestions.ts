// The tool `related_questions`: what the vault says near to a note, or to a question in anyone's words, and why.
import { relatedTo, relatedToText } from "../features/related/relations";
import { namedNote, noteArgument } from "./namedNote";
import { lineIn, listed, listedShape, onlyData } from "./places";
import { amount, count, list, object, text, truth, Unanswerable } from "./shape";
import { paged, pageFields, pageOf, tool } from "./tool";

const usual = 10;
const page = pageFields("related notes");

const reason = object(
  {
    kind: text("What ties the two, such as shared-words, shared-papers, links-here or asked-before (the same question in other words)."),
    text: text("The reason in a few words that can be checked in the two notes."),
    weight: amount("Its share in the score."),
  },
  { line: count("Line of the note asked about that says it, counted from 1.") },
);

export const relatedQuestions = tool({
  name: "related_questions",
  title: "Related Questions",
  inShort: "Finds the notes closest to a note or to a question, with reasons.",
  description: `Finds the notes of the vault that are closest to a note, or to a question in your own words, each with a score and the reasons: shared rare words, names, papers and topics, links, the same question asked before. Give either note or question. Use it to learn what the vault already says about something before you answer or write, and to find notes that ought to be linked. ${onlyData}`,
  input: object(
    {},
    {
      note: noteArgument("The note to find related ones of"),
      question: text("A question or a few sentences in your own words, instead of a note."),
      ...pageOf("related notes", usual, 50),
    },
  ),
  output: object(
    {
      ...page.required,
      notes: list(
        object({
          ...listedShape,
          score: amount("How close it is: 1 is very close."),
          linked: truth("Whether either note links to the other already."),
          reasons: list(reason, "Why, the strongest first."),
        }),
        "The closest first.",
      ),
    },
    page.optional,
  ),
  async answer(asked, { note: name, question, ...wanted }) {
    if ((name === undefined) === (question === undefined))
      throw new Unanswerable("related_questions takes either “note”, to name one of the vault, or “question”, in your own words.");
    const relatedness = await asked.relatedness();
    const from = name === undefined ? undefined : await namedNote(asked, name);
    const found = from
      ? relatedTo(relatedness, { note: from, text: await asked.textOf(from) }, all)
      : relatedToText(relatedness, question ?? "", all);
    const { page: relations, ...counts } = paged(found, wanted, usual);
    const notes = relations.map(({ note, score, linked, reasons }) => ({
      ...{ ...listed(asked, note), score: rounded(score), linked },
      reasons: reasons.map(({ kind, text: why, weight, range }) => ({
        ...{ kind, text: why, weight: rounded(weight) },
        ...(from && range ? { line: lineIn(from, range) } : {}),
      })),
    }));
    return { ...counts, notes };
  },
});

/** No more come so close that they are told anyway. */
const all = Number.MAX_SAFE_INTEGER;

/** A score as it is told: nobody reads more digits. */
export const rounded = (score: number): number => Math.round(score * 1000) / 1000;
