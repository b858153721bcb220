// The tool `topic`: all topics of the vault, or one with what lies in it.
import { allTopics, byTitle, enclosingTopics, notesOf, type Topic } from "../features/topics";
import { namedTopic, topicArgument } from "./namedTopic";
import { listed, listedShape, onlyData } from "./places";
import { count, list, object, text } from "./shape";
import { paged, pageFields, pageOf, tool } from "./tool";

const usual = 50;
const page = pageFields("notes of the topic, or topics where none was named,");

const label = text("Its name.");
const id = text("Its id, a path such as reinforcement-learning/systems: what stands before the last / is the topic around it.");
const topicShape = {
  ...{ id, label, description: text("What it is about; empty where no note says so.") },
  noteCount: count("How many notes lie in it and below it."),
  sourceCount: count("How many distinct papers those cite."),
};

export const topic = tool({
  name: "topic",
  title: "Topics",
  inShort: "Lists the topics of the vault, or the notes of one.",
  description: `Shows what the vault is about. Without arguments it lists all topics, each before those below it, with the numbers of notes and of distinct source papers; with a topic it gives that one, its sub-topics, and the notes in it and below it by title. Begin here to get to know a vault. The papers of a topic are given by the tool \`papers\`. ${onlyData}`,
  input: object({}, { topic: topicArgument("The topic to show"), ...pageOf("notes, or topics where none is named", usual, 200) }),
  output: object(
    {
      ...page.required,
      topics: list(object(topicShape), "The topics right below the one that was named; where none was named, a page of all topics."),
      notes: list(object(listedShape), "A page of the notes in the topic and below it; empty where none was named."),
    },
    {
      ...page.optional,
      topic: object({ ...topicShape, parents: list(object({ id, label }), "The topics that it lies in, the outermost first.") }),
    },
  ),
  answer(asked, { topic: name, ...wanted }) {
    const { vault } = asked;
    if (name === undefined) {
      const { page: topics, ...counts } = paged(allTopics(vault), wanted, usual);
      return { ...counts, topics: topics.map(asRow), notes: [] };
    }
    const named = namedTopic(vault, name);
    const { page: notes, ...counts } = paged([...notesOf(vault, named.id, "all")].sort(byTitle), wanted, usual);
    return {
      ...counts,
      topic: { ...asRow(named), parents: enclosingTopics(vault, named.id) },
      ...{ topics: named.children.map(asRow), notes: notes.map((note) => listed(asked, note)) },
    };
  },
});

const asRow = ({ id: its, label: name, description, noteCount, paperCount }: Topic) => ({
  ...{ id: its, label: name, description, noteCount, sourceCount: paperCount },
});
