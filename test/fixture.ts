// Note-shaped strings: one string becomes a vault, with the caret, the expected problems and the expected places taken out of it.
//
//   //- /sub/a.md                 a file header; before the first one the file is /note.md
//   //- /img.png                  a file that is no note: it exists and has no text
//   //- /.obsidian/ (folder)      a folder that marks the vault
//   //- /dendron.yml              the mark of a Dendron workspace
//   //- /papers.bib               a bibliography
//   //- /big.md (unreadable)      a note whose text could not be had; its text here is the reason
//   //- other:/a.md               a file of a second workspace folder
//   $0                            the caret
//   <def>…</def>  <ref>…</ref>    places that a feature is expected to find
//   ^^^ code severity: message    under the expected range of a problem; severity and the end of the message may be left out
import { type Bibliography, parseBibliography } from "../server/core/bibliography";
import type { Note, NoteUri, Range } from "../server/core/note";
import { packed } from "../server/core/packedNote";
import { parseNote, unreadableNote } from "../server/core/parseNote";
import { VaultIndex } from "../server/index/vaultIndex";

export interface FixtureFile {
  readonly folder: NoteUri;
  readonly path: string;
  /** Without marks. */
  readonly text: string;
  readonly note: Note | undefined;
  /** What a `.bib` file describes. */
  readonly bibliography: Bibliography | undefined;
  readonly marks: readonly Mark[];
  readonly problems: readonly ExpectedProblem[];
}

/** A place marked with `<def>` or `<ref>`. */
export interface Mark {
  readonly kind: MarkKind;
  readonly range: Range;
}

export type MarkKind = "def" | "ref";

/** One `^^^` line: the line above it, and the columns of its carets. */
export interface ExpectedProblem {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly severity: string | undefined;
  readonly isOpenQuestion: boolean;
  readonly message: string;
}

export interface Fixture {
  readonly vault: VaultIndex;
  readonly files: readonly FixtureFile[];
  readonly caret: { readonly file: FixtureFile; readonly offset: number } | undefined;
}

/** Takes the indentation away that all lines share, and the line break behind the opening quote. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^\n/, "")
    .replace(/\n[ ]*$/, "\n")
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const shared = indents.length > 0 ? Math.min(...indents) : 0;
  return lines.map((line) => line.slice(shared)).join("\n");
}

export interface FixtureOptions {
  readonly topicsFromTags?: boolean;
}

/** Reads a fixture and puts all its notes into an index. */
export function fixture(source: string, { topicsFromTags = false }: FixtureOptions = {}): Fixture {
  const vault = new VaultIndex();
  const sections = sectionsOf(dedent(source));
  const folders = [...new Set(sections.map(({ folder }) => folder))];
  const holds = (folder: NoteUri, path: string) => sections.some((it) => it.folder === folder && it.path === path);
  const dialectOf = (folder: NoteUri) => (holds(folder, "dendron.yml") ? "dendron" : "usual");
  for (const folder of folders) vault.addFolder(folder, { isObsidian: holds(folder, ".obsidian/"), dialect: dialectOf(folder) });
  let caret: { readonly path: string; readonly folder: NoteUri; readonly offset: number } | undefined;
  const files = sections.flatMap((section): readonly FixtureFile[] => {
    const { folder, path, option, body } = section;
    if (option === "folder") return [];
    const plain = withoutMarks(withoutProblemLines(body).text);
    const { problems } = withoutProblemLines(body);
    if (plain.caret !== undefined) caret = { folder, path, offset: plain.caret };
    vault.addFile(folder, path);
    const about = { uri: `${folder}/${path}` as NoteUri, folder, path, modified: 0 };
    const read = () =>
      option === "unreadable"
        ? unreadableNote(about, plain.text.trim())
        : parseNote(about, plain.text, { topicsFromTags, dialect: dialectOf(folder) });
    const note = /\.md$/i.test(path) ? packed(read()) : undefined;
    if (note) vault.put(note);
    const bibliography = /\.bib$/i.test(path) ? parseBibliography(about, plain.text) : undefined;
    if (bibliography) vault.putBibliography(bibliography);
    return [{ folder, path, text: plain.text, note, bibliography, marks: plain.marks, problems }];
  });
  const file = files.find((it) => it.folder === caret?.folder && it.path === caret.path);
  return { vault, files, caret: caret && file && { file, offset: caret.offset } };
}

/** The note of a path in a fixture; the first one where no path is given. */
export function noteIn({ files }: Fixture, path?: string): Note {
  const note = files.find((file) => file.note && (path === undefined || file.path === path))?.note;
  if (!note) throw new Error(`The fixture has no note ${path ?? ""}.`);
  return note;
}

interface Section {
  readonly folder: NoteUri;
  readonly path: string;
  readonly option: string | undefined;
  readonly body: string;
}

const header = /^\/\/- (?:(\w+):)?\/(.*?)(?: \((folder|unreadable)\))?$/;

function sectionsOf(source: string): readonly Section[] {
  const sections: { folder: NoteUri; path: string; option: string | undefined; lines: string[] }[] = [];
  for (const line of source.split("\n")) {
    const found = header.exec(line);
    if (found) sections.push({ folder: `memory:///${found[1] ?? "vault"}` as NoteUri, path: found[2] ?? "", option: found[3], lines: [] });
    else if (sections.length > 0) sections.at(-1)?.lines.push(line);
    else if (line !== "") sections.push({ folder: "memory:///vault" as NoteUri, path: "note.md", option: undefined, lines: [line] });
  }
  return sections.map(({ lines, ...section }) => ({ ...section, body: lines.join("\n") }));
}

const problemLine = /^(\s*)(\^+) ([a-z]+-[a-z-]+)(?: (error|warning|information|hint))?( open-question)?(?:: (.*))?$/;

/** Takes the `^^^ code` lines out; their carets stand under the columns of the last text line before them. */
function withoutProblemLines(body: string): { readonly text: string; readonly problems: readonly ExpectedProblem[] } {
  const lines: string[] = [];
  const problems: ExpectedProblem[] = [];
  for (const line of body.split("\n")) {
    const found = problemLine.exec(line);
    if (!found) {
      lines.push(line);
      continue;
    }
    const [, blanks = "", carets = "", code = "", severity, open, message = ""] = found;
    const start = blanks.length;
    const place = { line: lines.length - 1, start, end: start + carets.length };
    problems.push({ ...place, code, severity, isOpenQuestion: open !== undefined, message });
  }
  return { text: lines.join("\n"), problems };
}

/** Takes `$0`, `<def>` and `<ref>` out. */
function withoutMarks(body: string): { readonly text: string; readonly caret: number | undefined; readonly marks: readonly Mark[] } {
  let text = "";
  let caret: number | undefined;
  const marks: Mark[] = [];
  const open: { kind: MarkKind; start: number }[] = [];
  for (const piece of body.split(/(\$0|<\/?(?:def|ref)>)/)) {
    const tag = /^<(\/?)(def|ref)>$/.exec(piece);
    if (piece === "$0") caret = text.length;
    else if (!tag) text += piece;
    else if (tag[1] === "") open.push({ kind: tag[2] as MarkKind, start: text.length });
    else {
      const begun = open.pop();
      if (begun) marks.push({ kind: begun.kind, range: { start: begun.start, end: text.length } });
    }
  }
  return { text, caret, marks };
}
