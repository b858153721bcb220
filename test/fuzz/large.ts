// Texts of a megabyte that are nothing but one thing, over and over: what takes more than its share shows here. `npm run large`.
import { parseBibliography } from "../../server/core/bibliography";
import type { NoteUri } from "../../server/core/note";
import { diagnosticsOf } from "../../server/features/diagnostics";
import { VaultIndex } from "../../server/index/vaultIndex";
import { diagnosticSettings } from "../check";
import { folders, noteAt } from "../indexText";

const [folder] = folders as readonly [(typeof folders)[number]];

/** What is repeated. */
export const repeated: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["[", "]", "*", "_", "`", "|", "<", ">", "!", "#", "(", "$", "~", "\\", "&", "@", "^", "-", "=", ":", "{", "%"].map((it) => [it, it]),
  ),
  "[[": "[[",
  "[[a": "[[a",
  "[[a]]": "[[a]]",
  "[a](": "[a](",
  "[a](b)": "[a](b)",
  "![": "![",
  "a[": "a[",
  "*a ": "*a ",
  "*a_ ": "*a_ ",
  "`a ": "`a ",
  "``a` ": "``a` ",
  "<!--": "<!--",
  "<a ": "<a ",
  "<a b='": "<a b='",
  "&#x": "&#x",
  $$a: "$$a",
  "%%": "%%",
  "[@k; ": "[@k; ",
  "[^a]": "[^a]",
  quotes: "> ",
  items: "- ",
  "items deeper": "  - a\n",
  "quotes on lines": "> a\n",
  headings: "# One\n",
  underlined: "a\n===\n",
  rows: "| a | b |\n",
  "table heads": "| a |\n| - |\n",
  fences: "```\n",
  "fences of tildes": "~~~a\n\n",
  definitions: "[a]: b\n",
  "one definition each": "[a]: <b\n",
  footnotes: "[^1]: a\n",
  "html blocks": "<div>\n",
  comments: "<!-- quaestio-ignore -->\n",
  blanks: " ",
  "line feeds": "\n",
  "carriage returns": "\r",
  "block ids": "a ^id\n\n",
  addresses: "https://x.org/a ",
  mail: "a@b.c ",
  www: "www.",
  letters: "a",
  words: "a ",
  emoji: "🙂",
  accents: "e\u0301",
  nul: "\0",
};

/** What is repeated inside front matter. */
export const repeatedFields: Readonly<Record<string, string>> = {
  lists: "- a\n",
  keys: "a: b\n",
  brackets: "[",
  braces: "{",
  anchors: "- &a b\n- *a\n",
  quotes: '"',
  "one line": "a",
  comments: "# a\n",
};

/** What is repeated in a bibliography. */
export const repeatedItems: Readonly<Record<string, string>> = {
  entries: "@misc{a, title={b}}\n",
  open: "@misc{a, title={\n",
  ats: "@",
  braces: "{",
  closed: "{}",
  strings: '@string{a = "b"}\n',
  comments: "@comment{a}\n",
  fields: "a = {b},\n",
};

export interface Timed {
  readonly name: string;
  /** Milliseconds of reading the text. */
  readonly read: number;
  /** Milliseconds of filing what was read and of looking for its problems. */
  readonly checked: number;
}

/** Reads each kind whose name has these words at the size, and looks for problems. */
export function* timedAll(size: number, words: string): Generator<Timed> {
  const fill = (unit: string) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  for (const { name, unit, measure } of kinds) if (name.includes(words)) yield { name, ...measure(fill(unit)) };
}

interface Kind {
  readonly name: string;
  readonly unit: string;
  measure(filled: string): Omit<Timed, "name">;
}

const kindsOf = (what: string, units: Readonly<Record<string, string>>, measure: Kind["measure"]): readonly Kind[] =>
  Object.entries(units).map(([name, unit]) => ({ name: `${what} of ${name}`, unit, measure }));

const kinds: readonly Kind[] = [
  ...kindsOf("note", repeated, timedNote),
  ...kindsOf("front matter", repeatedFields, (filled) => timedNote(`---\ntitle: x\nrelated:\n${filled}\n---\n`)),
  ...kindsOf("bibliography", repeatedItems, (filled) => {
    const file = { uri: "memory:///v/a.bib" as NoteUri, folder, path: "a.bib" };
    return { read: timed(() => parseBibliography(file, filled))[0], checked: 0 };
  }),
];

function timedNote(text: string): Omit<Timed, "name"> {
  const [read, note] = timed(() => noteAt(folder, "a.md", text));
  const [checked] = timed(() => {
    const index = new VaultIndex();
    index.addFolder(folder, { isObsidian: false });
    index.put(note);
    diagnosticsOf(index, note, diagnosticSettings());
  });
  return { read, checked };
}

function timed<T>(act: () => T): readonly [milliseconds: number, done: T] {
  const begun = performance.now();
  const done = act();
  return [Math.round(performance.now() - begun), done];
}
