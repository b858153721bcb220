// A small universe of notes that share titles, aliases, stems, headings and references; and all that an index says of it, as text.
import fc from "fast-check";
import { type Note, type NoteUri, targetText } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { diagnosticsOf } from "../server/features/diagnostics";
import { answersOf, rebuilding } from "../server/index/comparison";
import type { Impact } from "../server/index/impact";
import { nameIn, pathIn } from "../server/index/keys";
import { VaultIndex } from "../server/index/vaultIndex";
import { diagnosticSettings, meaningText, topicsText } from "./check";

export const folders = ["memory:///vault", "memory:///other"] as readonly string[] as readonly NoteUri[];

const notePaths = ["a.md", "b.md", "sub/a.md", "sub/index.md", "x/a.md", "C# tips.md"];
const filePaths = ["plot.png", "img/plot.png", "sub/data.csv", "deep/er/file.txt"];

/** What the notes of a universe are titled and what their links name. */
export interface Words {
  readonly titles: readonly string[];
  readonly targets: readonly string[];
}

/** No title comes close to another title or target: nothing here asks “did you mean”. */
export const farApart: Words = {
  titles: ["Zebra?", "zebra", "a", "C# tips", "Quokka plot"],
  targets: [
    "Zebra?",
    "zebra",
    "ZEBRA!",
    "a",
    "sub/a",
    "./a",
    "../a",
    "/x/a",
    "C# tips",
    "C# tips#One",
    "C",
    "plot.png",
    "img/plot.png",
    "Zebra#One",
    "a#One#Two",
    "#Two",
    "a#^id",
    "Nobody?",
    "Nobody",
    "alias",
  ],
};

/** Titles that differ by a word or a letter: problems name the closest. */
export const closeBy: Words = {
  titles: ["Does this method work well?", "Does this method works well?", "Do those methods work well?", "Why"],
  targets: ["Does this method work wel?", "Does that method work well?", "Does this method work well?", "Why"],
};

const markdownTargets = [
  "a.md",
  "a",
  "../a.md",
  "sub/",
  "sub",
  "/sub/index.md",
  "/sub/none",
  "/deep/none",
  "/a/none",
  "/x",
  "img/plot.png",
  "plot.png",
  "A.md#one",
  "deep",
  "../other/a.md",
  "#two",
];

/** A note before it is text: edits exchange one of its pieces. */
export interface Draft {
  readonly title: string | null;
  readonly heading: string | null;
  readonly type: string;
  readonly summary: string;
  readonly broken: string;
  readonly aliases: readonly string[];
  readonly topics: readonly string[];
  readonly sources: readonly string[];
  readonly related: readonly string[];
  readonly parts: readonly string[];
  readonly links: readonly string[];
  readonly markdown: readonly string[];
  readonly cited: readonly string[];
}

export function drafts({ titles, targets }: Words): fc.Arbitrary<Draft> {
  const some = (values: readonly string[], most: number) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: most });
  return fc.record({
    title: fc.option(fc.constantFrom(...titles)),
    heading: fc.option(fc.constantFrom(...titles)),
    type: fc.constantFrom("", "topic", ""),
    summary: fc.constantFrom("", "Words.", "Other words."),
    broken: fc.constantFrom("", "", "", "oops: [", "title: [x]"),
    aliases: some(["alias", "Zebra!", ...titles.slice(0, 1)], 1),
    topics: some(["t", "t/u", "v"], 2),
    sources: some(["2505.24298", "arxiv:2505.24298v2", "10.1000/x", "key", "kay"], 2),
    related: some(targets, 1),
    parts: some(["## One", "### Two", "Text ^id", "## Three"], 3),
    links: some(targets, 3),
    markdown: some(markdownTargets, 2),
    cited: some(["@key", "[@key]", "[@kay; @other]", "@doi:10.1000/x", "[@arxiv:2505.24298]", "[[@key]]"], 2),
  });
}

export function textOf({ title, heading, type, summary, broken, parts, links, markdown, cited, ...lists }: Draft): string {
  const list = (name: string, values: readonly string[]) =>
    values.length > 0 ? [`${name}: [${values.map((it) => JSON.stringify(it)).join(", ")}]`] : [];
  const fields = [
    ...(title === null ? [] : [`title: ${JSON.stringify(title)}`]),
    ...(type === "" ? [] : [`type: ${type}`]),
    ...(summary === "" ? [] : [`summary: ${summary}`]),
    ...(["aliases", "topics", "sources"] as const).flatMap((name) => list(name, lists[name])),
    ...list(
      "related",
      lists.related.map((it) => `[[${it}]]`),
    ),
    ...(broken === "" ? [] : [broken]),
  ];
  const block = fields.length > 0 ? ["---", ...fields, "---"] : [];
  const references = [...links.map((it) => `[[${it}]]`), ...markdown.map((it) => `[x](${it})`), ...cited];
  return [...block, ...(heading === null ? [] : [`# ${heading}`]), references.join(" "), "", ...parts.flatMap((it) => [it, ""])].join("\n");
}

export type Step =
  | { readonly kind: "put"; readonly folder: NoteUri; readonly path: string; readonly text: string }
  | { readonly kind: "remove" | "putFile" | "removeFile"; readonly folder: NoteUri; readonly path: string };

/** A note is written anew, or the piece called `only` of it is exchanged. */
interface Write {
  readonly kind: "write";
  readonly folder: NoteUri;
  readonly path: string;
  readonly draft: Draft;
  readonly only: keyof Draft | null;
}

export function steps(words: Words): fc.Arbitrary<readonly Step[]> {
  // Most things happen in the first folder, so that notes meet.
  const folder = fc.constantFrom(...[0, 0, 0, 1].map((index) => folders[index] as NoteUri));
  const path = fc.constantFrom(...notePaths);
  const pieces = ["title", "heading", "type", "aliases", "topics", "sources", "related", "parts", "links", "markdown", "cited"] as const;
  const write: fc.Arbitrary<Write> = fc.record({
    kind: fc.constant("write" as const),
    folder,
    path,
    draft: drafts(words),
    only: fc.option(fc.constantFrom(...pieces), { freq: 2 }),
  });
  const remove: fc.Arbitrary<Step> = fc.record({ kind: fc.constant("remove" as const), folder, path });
  const file: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom("putFile" as const, "removeFile" as const),
    folder,
    path: fc.constantFrom(...filePaths, ...notePaths),
  });
  const step = fc.oneof({ weight: 6, arbitrary: write }, { weight: 1, arbitrary: remove }, { weight: 2, arbitrary: file });
  return fc.array(step, { minLength: 1, maxLength: 14 }).map(written);
}

function written(history: readonly (Step | Write)[]): readonly Step[] {
  const known = new Map<string, Draft>();
  return history.map((step) => {
    if (step.kind !== "write") return step;
    const { folder, path, draft, only } = step;
    const before = known.get(`${folder}/${path}`);
    const now = before && only !== null ? { ...before, [only]: draft[only] } : draft;
    known.set(`${folder}/${path}`, now);
    return { kind: "put", folder, path, text: textOf(now) };
  });
}

export function emptyIndex(): VaultIndex {
  const index = new VaultIndex();
  for (const folder of folders) index.addFolder(folder, { isObsidian: folder === folders[1] });
  return index;
}

export function noteAt(folder: NoteUri, path: string, text: string): Note {
  return parseNote({ uri: `${folder}/${path}` as NoteUri, folder, path, modified: 0 }, text, { topicsFromTags: false });
}

export function take(index: VaultIndex, { kind, folder, path, ...step }: Step): Impact {
  if (kind === "put") return index.put(noteAt(folder, path, (step as { text: string }).text));
  if (kind === "remove") return index.remove(`${folder}/${path}` as NoteUri);
  return kind === "putFile" ? index.putFile(folder, path) : index.removeFile(folder, path);
}

/** An index of the notes and files that another holds, put in anew in the order of their paths. */
export function rebuilt(index: VaultIndex): VaultIndex {
  return done(rebuilding(index));
}

/** Everything an index answers, in an order that does not depend on its history. */
export function indexText(index: VaultIndex): string {
  // Some keys are left only if something was not taken out.
  const known = [...notePaths, ...filePaths].flatMap((path) => [pathIn(path), nameIn(path)]);
  const lines = [...done(answersOf(index, known))].map(([asked, answer]) => `${asked}: ${answer.replaceAll("memory:///", "")}`);
  lines.push(topicsText({ vault: index }));
  for (const note of [...index.notes()].sort((a, b) => (a.uri < b.uri ? -1 : 1)))
    lines.push(...meaningsOf(index, note), ...problemsOf(index, note));
  return lines.join("\n");
}

function done<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const meaningsOf = (index: VaultIndex, note: Note) =>
  note.references.map((reference) => {
    const written = reference.kind === "markdown" ? `(${reference.path}#${reference.fragment ?? ""})` : targetText(reference);
    return `${note.uri} ${written} -> ${meaningText(index.resolve(note, reference))}`;
  });

/** A note's problems as its reader sees them. Where the other places of a problem begin is left out: typing in one note moves them. */
export function problemsOf(index: VaultIndex, note: Note, settings = diagnosticSettings()): readonly string[] {
  return diagnosticsOf(index, note, settings).map(({ code, severity, range, message, related = [] }) => {
    const places = related.map((place) => ` [${place.note.uri}: ${place.message}]`).join("");
    return `${note.uri} ${range.start}-${range.end} ${severity} ${code} ${message}${places}`;
  });
}
