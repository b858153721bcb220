// The tool `check`: the problems of the vault or of one note.
import { defaultSeverity, type Note, type Problem, type Severity, type SeverityKey, severities } from "../core/note";
import { byPlace } from "../core/order";
import { positionAt } from "../core/text";
import { inSlices } from "../host/breather";
import { namedNote, noteArgument } from "./namedNote";
import { onlyData, placeFields, placeIn } from "./places";
import { count, list, object, oneOf, text, truth } from "./shape";
import { type AskedVault, paged, pageFields, pageOf, tool } from "./tool";

const usual = 50;
const page = pageFields("problems");

const problem = object(
  {
    ...placeFields,
    column: count("Column, counted from 1 in UTF-16 units.", { minimum: 1 }),
    severity: oneOf(severities, "How grave it is."),
    code: text("The kind of problem, such as broken-reference."),
    message: text("What is wrong, in a sentence."),
  },
  {
    openQuestion: truth("True where a link asks a question that no note answers yet, which is no mistake."),
    related: list(object({ ...placeFields, message: text("What that place has to do with it.") }), "Other places that it is about."),
  },
);

const codes = Object.keys(defaultSeverity).filter((word): word is Exclude<SeverityKey, "open-question"> => word !== "open-question");

export const check = tool({
  name: "check",
  title: "Check the Vault",
  inShort: "Reports broken links and other problems of the notes.",
  description: `Reports what is wrong in the notes of the vault, or in one of them: links, headings and citations that lead nowhere or could mean several notes, front matter that cannot be read, ids of papers that cannot exist, titles that two notes share, questions that were asked before. Use it after notes were changed. It changes nothing itself. ${onlyData}`,
  input: object(
    {},
    {
      note: noteArgument("Only the problems of this note"),
      severity: oneOf(severities, "Only problems at least as grave as this: error is the gravest, hint the least.", "hint"),
      code: oneOf(codes, "Only problems of this kind."),
      ...pageOf("problems", usual, 200),
    },
  ),
  output: object(
    {
      ...page.required,
      notes: count("How many notes were looked at."),
      ...{ errors: count("How many of all problems found are errors."), warnings: count("How many are warnings.") },
      problems: list(problem, "By path, then in the order of the text."),
    },
    page.optional,
  ),
  async answer(asked, { note: name, severity = "hint", code, ...wanted }) {
    const notes = name === undefined ? [...asked.vault.notes()].sort(byPlace) : [await namedNote(asked, name)];
    const grave = severities.slice(0, severities.indexOf(severity) + 1);
    const isWanted = (it: Problem) => grave.includes(it.severity) && (code === undefined || it.code === code);
    const found = (await inSlices(problemsOf(asked, notes))).filter(([, it]) => isWanted(it));
    const { page: problems, ...counts } = paged(found, wanted, usual);
    const countOf = (level: Severity) => found.filter(([, it]) => it.severity === level).length;
    return {
      ...{ ...counts, notes: notes.length, errors: countOf("error"), warnings: countOf("warning") },
      problems: problems.map(([note, it]) => asRow(asked, note, it)),
    };
  },
});

/** The problems of notes, each with its note; gives way at each. */
function* problemsOf(asked: AskedVault, notes: readonly Note[]): Generator<void, (readonly [Note, Problem])[]> {
  const found: (readonly [Note, Problem])[] = [];
  for (const note of notes) {
    yield;
    for (const it of asked.problemsOf(note)) found.push([note, it]);
  }
  return found;
}

function asRow({ vault }: AskedVault, note: Note, { severity, code, message, range, related = [], data }: Problem) {
  const others = related.map((other) => ({ ...placeIn(vault, other.note, other.range), message: other.message }));
  return {
    ...{ ...placeIn(vault, note, range), column: positionAt(note.lineStarts, range.start).character + 1 },
    ...{ severity, code, message },
    ...(data?.openQuestion ? { openQuestion: true } : {}),
    ...(others.length > 0 ? { related: others } : {}),
  };
}
