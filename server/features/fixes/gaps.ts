// Fixes of what a note could have and does not: the field is written from what the note says. A title that is no question has none: how to
// ask is for its author to say, and a rename takes heading, file and links along. A note nobody links to is linked from another one
// (`lsp/wideActions`).
import { bodyStartOf, parseFrontMatter } from "../../core/frontMatter";
import type { Note, Problem, ProblemCode } from "../../core/note";
import { counted } from "../../core/order";
import { referencesSeeking, titleIn } from "../../index/keys";
import type { Vault } from "../../index/vault";
import { firstParagraphs } from "../beginning";
import { noteTitled } from "../newNote";
import { isSameBesides, tried } from "../refactorings/refactoring";
import { isDoubtful, placeOf } from "../rename/places";
import type { TextChange } from "../rename/plan";
import { itemText, plainText } from "../yamlText";
import { citedInText } from "./citedInText";
import { firstSentence } from "./firstSentence";
import { choices, type Fix, type OpenText } from "./fix";

type Field = "title" | "summary" | "sources";

/** A field to be written, and when it says what is meant. */
interface NewField {
  readonly field: Field;
  /** For a menu. */
  readonly title: string;
  /** The forms its value may have in YAML, the plainest first. */
  readonly values: readonly string[];
  isRight(after: Note): boolean;
}

/** The fixes of a field that is missing; undefined where the problem is another. */
export function missingField(vault: Vault, open: OpenText, problem: Problem): readonly Fix[] | undefined {
  const find = fieldsFor[problem.code];
  if (!find) return undefined;
  const isBroken = open.note.problems.some(({ code, severity }) => code === "front-matter" && severity === "error");
  const fields = isBroken ? [] : find(vault, open);
  return choices(fields.map((field) => written(vault, open, problem, field)));
}

const fieldsFor: Partial<Record<ProblemCode, (vault: Vault, open: OpenText) => readonly NewField[]>> = {
  "missing-title": titles,
  "missing-summary": summaries,
  "no-source": sources,
};

/** The first heading, or the file's name; none that another note has. */
function titles(vault: Vault, { note }: OpenText): readonly NewField[] {
  const texts = new Set([...note.headings.slice(0, 1).map(({ text }) => text), note.title.text]);
  const isFree = (text: string) => [noteTitled(vault, text)].every((it) => it === undefined || it.uri === note.uri);
  return [...texts]
    .filter((text) => text.trim() !== "" && isFree(text))
    .map((text) => ({
      field: "title",
      title: `Add the title “${text}”`,
      values: valuesOf(text),
      isRight: ({ title }) => title.text === text && title.from === "frontMatter",
    }));
}

function summaries(_: Vault, { note, text }: OpenText): readonly NewField[] {
  const sentence = firstSentence(firstParagraphs(note, text));
  if (sentence === undefined) return [];
  return [
    {
      field: "summary",
      title: "Add its first sentence as its summary",
      values: valuesOf(sentence),
      isRight: ({ summary }) => summary === sentence,
    },
  ];
}

/** The papers that the text cites or links to. */
function sources(vault: Vault, open: OpenText): readonly NewField[] {
  const papers = citedInText(vault, open);
  if (papers.length === 0) return [];
  const ids = papers.map(({ paper }) => paper);
  const isRight = (after: Note) => after.sources.length === ids.length && after.sources.every(({ paper }, at) => paper === ids[at]);
  const title = `List the ${papers.length === 1 ? "paper" : counted(papers.length, "paper")} it cites as ${papers.length === 1 ? "its source" : "its sources"}`;
  const values = [papers.map((it) => itemText(it.text, "")), papers.map((it) => JSON.stringify(it.text))];
  return [{ field: "sources", title, values: values.map((items) => `[${items.join(", ")}]`), isRight }];
}

/** JSON's strings are YAML's as well (https://yaml.org/spec/1.2.2/#12-overview). */
const valuesOf = (text: string): readonly string[] => [...(plainText.test(text) ? [text] : []), JSON.stringify(text)];

/** The first way to write a field after which the note says it, and all else as before, and no link means another note. */
function written(vault: Vault, open: OpenText, problem: Problem, { field, title, values, isRight }: NewField): Fix | undefined {
  for (const value of values) {
    for (const { range, text } of placesFor(open.text, field, value)) {
      const trial = tried({ vault, open }, [{ range, text }]);
      const exchange = { gone: { start: range.start, end: range.start }, field, isNew: () => false };
      if (!isRight(trial.note) || !isSameBesides({ vault, open }, trial, exchange)) continue;
      const isSafe = field !== "title" || keepsLinks(vault, trial.note, trial.resolve);
      if (isSafe) return { title, problem, range, text, isPreferred: false };
    }
  }
  return undefined;
}

/** Whether every link of the vault by a note's new title means what it meant: a title goes before the names of files. */
function keepsLinks(vault: Vault, after: Note, resolve: ReturnType<typeof tried>["resolve"]): boolean {
  const keys = new Set([titleIn(after.title.text)]);
  return [...keys]
    .flatMap((key) => vault.seekers(key))
    .every((from) =>
      referencesSeeking(from, keys).every((reference) => {
        const [before, now] = [vault.resolve(from, reference), resolve(from, reference)];
        const place = placeOf(before);
        return place === undefined || (placeOf(now) === place && (isDoubtful(before) || !isDoubtful(now)));
      }),
    );
}

/** Where a field may be written: in its own empty line, below the title, or last; with the front matter where there is none. */
function placesFor(text: string, field: Field, value: string): readonly TextChange[] {
  const bodyStart = bodyStartOf(text);
  const newline = /\r?\n/.exec(text)?.[0] ?? "\n";
  const line = `${field}: ${value}`;
  if (bodyStart === 0) {
    // Some editors hand on a file's byte order mark: the block begins behind it.
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const gap = /^[\r\n]|^$/.test(text.slice(start)) ? "" : newline;
    return [insertion(start, ["---", line, "---", gap].join(newline))];
  }
  const block = text.slice(0, bodyStart);
  if (parseFrontMatter(text).keys.includes(field)) {
    const empty = new RegExp(`^${field}[ \\t]*:([ \\t]*(?:(?:""|''|~|null|\\[[ \\t]*\\])[ \\t]*)?)(?=\\r?$)`, "m").exec(block);
    const start = empty ? empty.index + empty[0].length - (empty[1]?.length ?? 0) : 0;
    return empty ? [{ range: { start, end: start + (empty[1]?.length ?? 0) }, text: ` ${value}` }] : [];
  }
  const first = block.indexOf("\n") + 1;
  const title = /^title[ \t]*:.*\n/m.exec(block);
  const last = block.lastIndexOf("---");
  const at = field === "title" ? [first] : [...(title ? [title.index + title[0].length] : []), last];
  return at.map((start) => insertion(start, line + newline));
}

const insertion = (at: number, text: string): TextChange => ({ range: { start: at, end: at }, text });
