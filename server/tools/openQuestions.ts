// The tool `open_questions`: what links ask and no note answers yet.
import { openQuestions as asked } from "../features/openQuestions";
import { inSlices } from "../host/breather";
import { namedTopic, topicArgument } from "./namedTopic";
import { onlyData, placeIn, placeShape } from "./places";
import { count, list, object, text } from "./shape";
import { paged, pageFields, pageOf, tool } from "./tool";

const usual = 20;
const page = pageFields("open questions");

/** As many notes that ask a question are told; the others are counted. */
const mostAsking = 50;

const question = object({
  title: text("The question, as the links ask it."),
  noteCount: count("How many notes ask it."),
  topics: list(text("Topic id."), "Ids of the topics of the notes that ask it, those of most of them first."),
  notes: list(placeShape, `Notes that ask it, each with the first place where it does; at most ${mostAsking}.`),
});

export const openQuestions = tool({
  name: "open_questions",
  title: "Open Questions",
  inShort: "Lists questions that notes ask and none answers yet.",
  description: `Lists the questions that notes of the vault link to and no note answers yet, those first that most notes ask: what is to be written or found out next. ${onlyData}`,
  input: object(
    {},
    { topic: topicArgument("Only questions that notes in this topic or below it ask"), ...pageOf("questions", usual, 100) },
  ),
  output: object({ ...page.required, questions: list(question, "Those that most notes ask first.") }, page.optional),
  async answer({ vault }, { topic, ...wanted }) {
    const among = topic === undefined ? {} : { topic: namedTopic(vault, topic).id };
    const { questions, total } = await inSlices(asked(vault, among));
    const { page: shown, ...counts } = paged(questions, wanted, usual);
    const toRow = ({ title, asked: places, topics }: (typeof questions)[number]) => ({
      ...{ title, noteCount: places.length, topics },
      notes: places.slice(0, mostAsking).map(({ from, reference }) => placeIn(vault, from, reference.range)),
    });
    return { ...counts, total, questions: shown.map(toRow) };
  },
});
