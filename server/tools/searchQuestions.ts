// The tool `search_questions`: notes by words of their titles, aliases and summaries.
import type { Note, NoteUri } from "../core/note";
import { questionsFor } from "../features/goTo";
import { filteredNotes } from "../features/noteFilter";
import { relatedToText } from "../features/related/relations";
import { notesOf } from "../features/topics";
import { inSlices } from "../host/breather";
import { namedTopic, topicArgument } from "./namedTopic";
import { listed, listedShape, onlyData } from "./places";
import { list, object, oneOf, text } from "./shape";
import { type AskedVault, paged, pageFields, pageOf, tool } from "./tool";

const usual = 20;
const page = pageFields("notes");

/** Where the words stand: in the title or an alias, in title and summary together, or all over the note. */
const matches = ["title", "alias", "summary", "text"] as const;

export const searchQuestions = tool({
  name: "search_questions",
  title: "Search Questions",
  inShort: "Finds notes by words of their titles, summaries or texts.",
  description: `Finds notes of the vault by a few words. Each note is titled by a question and weighs source papers. First come notes that have all words in the title or an alias, in any order, where beginnings of words are enough and slips of the pen forgiven; then those that have them in the summary; then those whose text is about them. Without words it lists the notes changed last. For a whole question in your own words use \`related_questions\`, which also says why. ${onlyData}`,
  input: object(
    {},
    {
      query: text("A few words, such as “training waiting”. Leave it out for the notes changed last."),
      topic: topicArgument("Only notes in this topic and below it"),
      ...pageOf("notes", usual, 100),
    },
  ),
  output: object(
    {
      ...page.required,
      notes: list(
        object({ ...listedShape, matched: oneOf(matches, "Where the words stand.") }, { alias: text("The alias that has them.") }),
        "The best first.",
      ),
    },
    page.optional,
  ),
  async answer(asked, { query = "", topic, ...wanted }) {
    const { vault } = asked;
    const all = await foundNotes(asked, query);
    const among = topic === undefined ? undefined : new Set(notesOf(vault, namedTopic(vault, topic).id, "all"));
    const found = all.filter(({ note }) => among?.has(note) ?? true);
    const { page: notes, ...counts } = paged(found, wanted, usual);
    return { ...counts, notes: notes.map(({ note, ...how }) => ({ ...listed(asked, note), ...how })) };
  },
});

interface Found {
  readonly note: Note;
  readonly matched: (typeof matches)[number];
  /** The alias that has the words. */
  readonly alias?: string;
}

/** The best first: by name, by summary, then those that are about the words. Without words all notes, those changed last first. */
async function foundNotes(asked: AskedVault, query: string): Promise<readonly Found[]> {
  const { vault } = asked;
  const named = questionsFor(vault, query, vault.size).map(({ note, name }): Found => {
    const isTitle = name === note.title.text;
    return { note, matched: isTitle ? "title" : "alias", ...(isTitle ? {} : { alias: name }) };
  });
  if (query.trim() === "") return named;
  const summed = (await inSlices(filteredNotes(vault, query))).map((note): Found => ({ note, matched: "summary" }));
  const about = relatedToText(await asked.relatedness(), query, vault.size).map(({ note }): Found => ({ note, matched: "text" }));
  const found = new Map<NoteUri, Found>();
  for (const it of [...named, ...summed, ...about]) if (it.note.kind === "note" && !found.has(it.note.uri)) found.set(it.note.uri, it);
  return [...found.values()];
}
