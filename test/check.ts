// One check a feature: a fixture in, what the feature makes of it compared with what the fixture expects, both as text.
import assert from "node:assert/strict";
import { parseBody, parseBodyInFull } from "../server/core/body";
import { parseFrontMatter } from "../server/core/frontMatter";
import type { Note, Problem, Range } from "../server/core/note";
import { type LinkStyle, readSettings, type Settings } from "../server/core/settings";
import { positionAt } from "../server/core/text";
import type { Dialect } from "../server/core/wikiLink";
import { type Candidate, linkCandidates } from "../server/features/completion";
import { diagnosticsOf } from "../server/features/diagnostics";
import { highlightsAt } from "../server/features/highlights";
import { hoverAt } from "../server/features/hover";
import { definitionAt, type Place, placeOf, referencesAt } from "../server/features/navigation";
import { Relatedness } from "../server/features/related/relatedness";
import { type Relation, relatedTo, relatedToText } from "../server/features/related/relations";
import { suggestionsFor } from "../server/features/suggestions";
import { type Topic, topics } from "../server/features/topics";
import { typedAt } from "../server/features/typed";
import { typedLinkAt } from "../server/features/typedLink";
import type { Resolution } from "../server/index/vault";
import { dedent, type ExpectedProblem, type Fixture, type FixtureFile, type FixtureOptions, fixture, type Mark, noteIn } from "./fixture";

/** The quick reader of plain blocks and the full parser find the same in a note's body. */
export function checkReaders(text: string, dialect: Dialect = "usual"): void {
  const start = parseFrontMatter(text).bodyStart;
  assert.deepEqual(parseBody(text, start, dialect), parseBodyInFull(text, start, dialect), JSON.stringify(text));
}

/** The settings for problems with some severities changed. */
export function diagnosticSettings(severity: Readonly<Record<string, string>> = {}): Settings["diagnostics"] {
  return readSettings([{ diagnostics: { severity } }]).settings.diagnostics;
}

/** The problems of every note are those that the `^^^` lines expect, no more and no fewer. */
export function checkDiagnostics(source: string, severity: Readonly<Record<string, string>> = {}): void {
  const { vault, files } = fixture(source);
  const settings = diagnosticSettings(severity);
  const shown = files.map((file) => {
    const found = file.note ? diagnosticsOf(vault, file.note, settings).map((problem) => lineOf(file, problem)) : [];
    const agreed = found.map((problem) => file.problems.find((expected) => agrees(expected, problem)) ?? problem);
    return { actual: withProblems(file, agreed), expected: withProblems(file, file.problems) };
  });
  assert.equal(shown.map(({ actual }) => actual).join("\n"), shown.map(({ expected }) => expected).join("\n"));
}

/** A problem as a `^^^` line says it; cut at the end of its first line, one caret at least. */
function lineOf({ text, note }: FixtureFile, problem: Problem): ExpectedProblem {
  const starts = note?.lineStarts ?? new Uint32Array([0]);
  const { line, character } = positionAt(starts, problem.range.start);
  const lineEnd = text.indexOf("\n", problem.range.start);
  const end = Math.min(problem.range.end, lineEnd < 0 ? text.length : lineEnd) - (starts[line] ?? 0);
  const { code, severity, message, data } = problem;
  return {
    line,
    start: character,
    end: Math.max(end, character + 1),
    code,
    severity,
    message,
    isOpenQuestion: data?.openQuestion === true,
  };
}

function agrees(expected: ExpectedProblem, found: ExpectedProblem): boolean {
  return (
    (["line", "start", "end", "code", "isOpenQuestion"] as const).every((key) => expected[key] === found[key]) &&
    (expected.severity === undefined || expected.severity === found.severity) &&
    found.message.startsWith(expected.message)
  );
}

function withProblems({ path, text }: FixtureFile, problems: readonly ExpectedProblem[]): string {
  const linesBelow = (line: number) =>
    problems
      .filter((problem) => problem.line === line)
      .sort((a, b) => a.start - b.start)
      .map(({ start, end, code, severity, isOpenQuestion, message }) => {
        const words = [code, severity, isOpenQuestion ? "open-question" : undefined].filter(Boolean).join(" ");
        return `${" ".repeat(start)}${"^".repeat(end - start)} ${words}${message === "" ? "" : `: ${message}`}`;
      });
  return [`//- /${path}`, ...text.split("\n").flatMap((line, index) => [line, ...linesBelow(index)])].join("\n");
}

/** The problems of one note with their related places, one line each. */
export function problemsText(at: Fixture, path?: string, settings = diagnosticSettings()): string {
  return diagnosticsOf(at.vault, noteIn(at, path), settings).map(problemText).join("\n");
}

export function problemText({ code, severity, message, related = [], data }: Problem): string {
  const places = related.map((place) => `  -> ${place.note.path}: ${place.message}`);
  return [`${severity} ${code}${data?.openQuestion ? " (open question)" : ""}: ${message}`, ...places].join("\n");
}

export interface ExpectedCompletion {
  readonly style?: LinkStyle;
  /** All labels, in their order; an empty list means that nothing is offered. */
  readonly labels?: readonly string[];
  /** The caret's line after the first candidate was accepted. */
  readonly line?: string;
}

/** What the caret is offered. */
export function completionAt(
  source: string,
  style: LinkStyle = "title",
): { at: Fixture; typed: Range | undefined; items: readonly Candidate[] } {
  const at = fixture(source);
  if (!at.caret?.file.note) throw new Error("The fixture has no caret in a note.");
  const { file, offset } = at.caret;
  const typed = typedLinkAt(file.text, offset);
  const items = typed ? linkCandidates(at.vault, at.caret.file.note, typed, { style }) : [];
  return { at, typed: typed?.range, items };
}

/** The labels in order, the line after accepting the first, and that the editor's own filter keeps every candidate. */
export function checkCompletion(source: string, { style = "title", labels, line }: ExpectedCompletion): void {
  const { at, typed, items } = completionAt(source, style);
  const { file, offset } = at.caret as NonNullable<Fixture["caret"]>;
  for (const { range, filterText } of items) {
    assert.deepEqual(range, typed, "every candidate replaces the typed link");
    const word = file.text.slice(range.start, offset);
    assert.equal(filterText.slice(0, word.length), word, "the filter text begins with what was typed");
  }
  const found = items.map(({ label }) => label);
  if (labels) assert.equal(found.join("\n"), labels.join("\n"));
  if (line !== undefined) assert.equal(lineWith(file.text, items[0]), line);
}

export interface ExpectedSuggestions extends ExpectedCompletion {
  /** Whether the editor's own Markdown extension is there. */
  readonly host?: "vscode";
  /** What each candidate would write, in their order. */
  readonly texts?: readonly string[];
}

/** What is offered at the caret, whatever is being typed there; checked as `checkCompletion` does. */
export function checkSuggestions(source: string, { style = "title", labels, line, host, texts }: ExpectedSuggestions): void {
  const at = fixture(source);
  const { file, offset } = at.caret ?? {};
  if (!file?.note || offset === undefined) throw new Error("The fixture has no caret in a note.");
  const typed = typedAt(file.text, offset);
  const place = { from: file.note, text: file.text, caret: offset };
  const headings = host === "vscode" ? "left to the editor" : "offered";
  const items = typed ? suggestionsFor(at.vault, place, typed, { style, headings }) : [];
  for (const { range, filterText } of items) {
    assert.ok(range.start <= offset && offset <= range.end, "the caret stands in what is replaced");
    const word: string = file.text.slice(range.start, offset);
    assert.equal(filterText.slice(0, word.length), word, "the filter text begins with what was typed");
  }
  if (labels) assert.equal(items.map(({ label }) => label).join("\n"), labels.join("\n"));
  if (texts) assert.equal(items.map(({ text }) => text).join("\n"), texts.join("\n"));
  if (line !== undefined) assert.equal(lineWith(file.text, items[0]), line);
}

/** The line that a candidate is written in, once it is. */
function lineWith(text: string, candidate: Candidate | undefined): string {
  assert.ok(candidate, "something is offered");
  const after = text.slice(0, candidate.range.start) + candidate.text + text.slice(candidate.range.end);
  const start = after.lastIndexOf("\n", candidate.range.start - 1) + 1;
  const end = after.indexOf("\n", start);
  return after.slice(start, end < 0 ? after.length : end);
}

/**
 * The reference at the caret leads to the place marked `<def>`, or to the file that is named: the start of a note without a title
 * of its own, or a file that is no note. Without either it leads nowhere.
 */
export function checkDefinition(source: string, file?: string): void {
  const at = fixture(source);
  if (!at.caret?.file.note) throw new Error("The fixture has no caret in a note.");
  const found = definitionAt(at.vault, at.caret.file.note, at.caret.offset);
  const place = found && placeOf(at.vault, found.target);
  const isStart = place && place.range.end === 0;
  const actual = place && !isStart ? [markOf("def", place)] : [];
  const path = found?.target.kind === "file" ? found.target.path : isStart ? place.file.path : undefined;
  assert.equal(withMarks(at, actual), withMarks(at, expectedMarks(at)));
  assert.equal(path, file);
}

/** The references to what is under the caret are those marked `<ref>`; what declares it is marked `<def>`. */
export function checkReferences(source: string): void {
  const at = fixture(source);
  if (!at.caret?.file.note) throw new Error("The fixture has no caret in a note.");
  const found = referencesAt(at.vault, at.caret.file.note, at.caret.offset);
  const actual = found
    ? [...(found.declaration ? [markOf("def", found.declaration)] : []), ...found.references.map((place) => markOf("ref", place))]
    : [];
  assert.equal(withMarks(at, actual), withMarks(at, expectedMarks(at)));
}

/** What is highlighted for the caret in its note is marked `<ref>` and, where it is declared, `<def>`. */
export function checkHighlights(source: string): void {
  const at = fixture(source);
  const file = at.caret?.file.note;
  if (!file) throw new Error("The fixture has no caret in a note.");
  const found = highlightsAt(at.vault, file, at.caret.offset);
  const actual = found.map(({ kind, range }) => markOf(kind === "declared" ? "def" : "ref", { file, range }));
  assert.equal(withMarks(at, actual), withMarks(at, expectedMarks(at)));
}

type PlacedMark = Mark & { readonly uri: Note["uri"] };

const markOf = (kind: Mark["kind"], { file, range }: Place): PlacedMark => ({ kind, range, uri: file.uri });

const expectedMarks = ({ files }: Fixture): readonly PlacedMark[] =>
  files.flatMap(({ marks, ...file }) => marks.flatMap((mark) => ((uri) => (uri ? [{ ...mark, uri }] : []))(uriOf(file))));

const uriOf = ({ note, bibliography }: Pick<FixtureFile, "note" | "bibliography">) => (note ?? bibliography)?.uri;

/** The fixture's files with marks put in. */
function withMarks({ files }: Fixture, marks: readonly PlacedMark[]): string {
  return files
    .map(({ folder, path, text, ...file }) => {
      const cuts = marks
        .filter(({ uri }) => uri === uriOf(file))
        .flatMap(({ kind, range }) => [
          { at: range.start, tag: `<${kind}>`, isEnd: false },
          { at: range.end, tag: `</${kind}>`, isEnd: true },
        ])
        .sort((a, b) => b.at - a.at || Number(a.isEnd) - Number(b.isEnd) || (a.tag < b.tag ? -1 : 1));
      const marked = cuts.reduce((out, { at, tag }) => out.slice(0, at) + tag + out.slice(at), text);
      return `//- ${folder}/${path}\n${marked}`;
    })
    .join("\n");
}

/** The hover at the caret; without an expectation there is none. */
export function checkHover(source: string, expected?: string): void {
  assert.equal(hoverText(source), expected === undefined ? undefined : dedent(expected).trim());
}

export function hoverText(source: string): string | undefined {
  const at = fixture(source);
  if (!at.caret?.file.note) throw new Error("The fixture has no caret in a note.");
  return hoverAt(at.vault, at.caret.file.note, at.caret.offset)?.markdown;
}

/** The tree of topics as lines: `label (notes/papers) id`, and the description behind a dash. */
export function checkTopics(source: string, expected: string, options: FixtureOptions = {}): void {
  assert.equal(topicsText(fixture(source, options)), dedent(expected).trim());
}

export function topicsText({ vault }: Pick<Fixture, "vault">): string {
  const lines = (topic: Topic, depth: number): readonly string[] => {
    const { id, label, noteCount, paperCount, description, children } = topic;
    const line = `${"  ".repeat(depth)}${label} (${noteCount}/${paperCount}) ${id}${description ? ` - ${description}` : ""}`;
    return [line, ...children.flatMap((child) => lines(child, depth + 1))];
  };
  return topics(vault)
    .flatMap((topic) => lines(topic, 0))
    .join("\n");
}

/**
 * The notes related to the note with the caret, which is where it is asked from, else to the first note: `title (linked): reasons`, what a
 * reason has a range for standing in brackets behind it.
 */
export function checkRelated(source: string, expected: string, limit = 20): void {
  const at = fixture(source);
  const file = at.caret?.file ?? at.files.find(({ note }) => note);
  const { note, text } = file as FixtureFile & { note: Note };
  const found = relatedTo(relatednessOf(at), { note, text, caret: at.caret?.offset }, limit);
  assert.equal(relatedLines(found, text), dedent(expected).trim());
}

/** The notes related to a question that no note asks. */
export function checkRelatedToText(source: string, question: string, expected: string): void {
  assert.equal(relatedLines(relatedToText(relatednessOf(fixture(source)), question, 20), question), dedent(expected).trim());
}

/** All texts of a fixture, taken in. */
export function relatednessOf({ vault, files }: Fixture): Relatedness {
  const relatedness = new Relatedness(vault);
  for (const { note, text } of files) if (note) relatedness.put(note, text);
  for (const _ of relatedness.engine.vectors.refresh());
  return relatedness;
}

function relatedLines(found: readonly Relation[], text: string): string {
  const lines = found.map(({ note, linked, reasons }) => {
    const why = reasons.map((reason) => `${reason.text}${reason.range ? ` [${text.slice(reason.range.start, reason.range.end)}]` : ""}`);
    return `${note.title.text}${linked ? " (linked)" : ""}: ${why.join("; ")}`;
  });
  return lines.join("\n");
}

/** What every reference of the first note means, one line each: as written, the rule, the path, the part, the rivals. */
export function checkMeanings(source: string, expected: string): void {
  const at = fixture(source);
  const { text, note } = at.files.find((file) => file.note) as FixtureFile & { note: Note };
  const lines = note.references.map((reference) => {
    const { start, end } = reference.range;
    return `${text.slice(start, end)} -> ${meaningText(at.vault.resolve(note, reference))}`;
  });
  assert.equal(lines.join("\n"), dedent(expected).trim());
}

export function meaningText(meaning: Resolution): string {
  if (meaning.kind === "file") return `file ${meaning.path === "" ? "/" : meaning.path}`;
  if (meaning.kind === "paper") return `paper ${meaning.paper}`;
  if (meaning.kind === "missing" || meaning.kind === "unchecked") return meaning.kind;
  const where = `${meaning.note.folder?.endsWith("vault") ? "" : `${meaning.note.folder}/`}${meaning.note.path}`;
  const rivals = meaning.rivals.length > 0 ? ` or ${meaning.rivals.map(({ path }) => path).join(", ")}` : "";
  return `${meaning.rule} ${where}${partText(meaning)}${rivals}`;
}

function partText(meaning: Extract<Resolution, { kind: "note" | "missingPart" }>): string {
  if (meaning.kind === "missingPart") return ` without “${meaning.wanted}”`;
  const { part } = meaning;
  return part === undefined ? "" : part.kind === "heading" ? ` › ${part.heading.text}` : ` › ${part.anchor.kind} ${part.anchor.id}`;
}
