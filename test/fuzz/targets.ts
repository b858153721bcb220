// What is attacked, each with what has to hold of it whatever it is given.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseBibliography } from "../../server/core/bibliography";
import { parseFrontMatter, parseWithYaml } from "../../server/core/frontMatter";
import type { Note, NoteUri, Range } from "../../server/core/note";
import { readSettings, vaultSettings } from "../../server/core/settings";
import { diagnosticsOf } from "../../server/features/diagnostics";
import { hoverAt } from "../../server/features/hover";
import { policyFor } from "../../server/host/policy";
import { rulesOf } from "../../server/host/rules";
import { VaultIndex } from "../../server/index/vaultIndex";
import { diagnosticSettings } from "../check";
import { folders, noteAt } from "../indexText";
import { projectRoot } from "../tempFolder";

export interface Target {
  readonly name: string;
  /** Texts to begin with. */
  readonly seeds: () => readonly string[];
  /** Throws where something does not hold. */
  attack(text: string): void;
}

const [folder] = folders as readonly [(typeof folders)[number]];

function samples(extension: string): readonly string[] {
  const root = join(projectRoot, "notes");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(extension));
  return files.map((name) => readFileSync(join(root, name), "utf8"));
}

function checkRanges(ranges: Iterable<Range>, { length }: string): void {
  for (const { start, end } of ranges)
    assert.ok(0 <= start && start <= end && end <= length, `a place ${start}-${end} in a text of ${length}`);
}

function* placesOf(note: Note): Iterable<Range> {
  yield note.title.range;
  for (const list of [note.aliases, note.sources, note.headings, note.anchors, note.silences, note.problems])
    for (const { range } of list) yield range;
  for (const { range, targetRange } of note.references) {
    yield range;
    yield targetRange;
  }
}

/** Prototypes are as they were, whatever keys a text had. */
function checkPrototypes(): void {
  const { polluted, title, x } = {} as Record<string, unknown>;
  assert.deepEqual([polluted, title, x], [undefined, undefined, undefined], "every object has got a property");
}

const parser: Target = {
  name: "notes",
  seeds: () => samples(".md"),
  attack(text) {
    const note = noteAt(folder, "a.md", text);
    checkRanges(placesOf(note), text);
    checkPrototypes();
  },
};

const frontMatter: Target = {
  name: "front matter",
  seeds: () => [
    ...samples(".md").map((text) => text.slice(0, text.indexOf("\n---", 4) + 5)),
    "---\na: &x [1, 2]\nb: *x\n<<: {title: y}\n? complex\n: {a: [b, {c: d}]}\ntitle: |\n  two\n  lines\n---\n",
    "---json\n{}\n---\n",
  ],
  attack(text) {
    for (const read of [parseFrontMatter, parseWithYaml]) read(text);
    checkPrototypes();
  },
};

const bibliography: Target = {
  name: "bibliographies",
  seeds: () => [
    ...samples(".bib"),
    '@string{x = "y"}\n@article{a, title = x # {b}, author = "C, D and {E}", year = 2020}\n@comment{ @a{b} }\n',
  ],
  attack(text) {
    const uri = "memory:///v/a.bib" as NoteUri;
    const file = { uri, folder, path: "a.bib" };
    const read = parseBibliography(file, text);
    checkRanges(
      read.entries.map(({ range }) => range),
      text,
    );
    const again = parseBibliography(file, text, read);
    assert.deepEqual(
      again.entries.map(({ key }) => key),
      read.entries.map(({ key }) => key),
      "read after itself it is the same",
    );
  },
};

const vault: Target = {
  name: "links",
  seeds: () => samples(".md"),
  attack(text) {
    const index = new VaultIndex();
    index.addFolder(folder, { isObsidian: text.length % 2 === 0 });
    for (const [path, other] of [
      ["sub/zebra.md", "# Zebra?\n\n## One\n\nA block. ^id\n"],
      ["a b.md", "---\naliases: [x, '../../etc/passwd']\n---\n"],
    ] as const)
      index.put(noteAt(folder, path, other));
    const note = noteAt(folder, "a.md", text);
    index.put(note);
    checkRanges(
      diagnosticsOf(index, note, diagnosticSettings()).map(({ range }) => range),
      text,
    );
    for (const reference of note.references.slice(0, 50)) {
      const meaning = index.resolve(note, reference);
      if (meaning.kind === "note") assert.ok(meaning.note.uri.startsWith(`${folder}/`), "a link leads to a note of the vault");
      hoverAt(index, note, reference.range.start);
    }
  },
};

/** A text as JSON where it is that. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const settings: Target = {
  name: "settings and ignore rules",
  seeds: () => [
    JSON.stringify({ notes: { include: ["**/*.md"], exclude: ["drafts/**"], maxSize: 9 }, ignore: { "*": ["old/{a,b}?.md"] } }),
    '{ "links": { "style": "path" }, "diagnostics": { "severity": { "broken-heading": "off" } }, "related": { "languages": ["de"] } }',
    "# built\nbuild/\n*.tmp\n!keep.tmp\n/a/**/b\n[a-c]?.md\n\\#x\nlast\\ \n",
    "**/*.{md,markdown}\n+(a|b)*\n!(c)\n[[:alpha:]]*\n{1..9}\n./x\n",
  ],
  attack(text) {
    const { allowed } = vaultSettings(parsed(text));
    const { settings: read } = readSettings([allowed]);
    const globs = text.split("\n");
    for (const notes of [read.notes, { ...read.notes, include: globs, exclude: globs.slice(1) }]) {
      const policy = policyFor(notes, globs.slice(2));
      for (const at of ["", "a"]) policy.addGitignore(at, text);
      for (const path of ["a/b/c.md", "README.md", "a/[x]{y}.md", `${"a".repeat(200)}.md`, "a/papers.bib"]) {
        policy.isNote(path);
        policy.isBibliography(path);
      }
      for (const path of ["a", "a/b", "#x", "build"]) policy.skipsFolder(path);
    }
    rulesOf({ ...read, ignore: { "*": globs } }).isIgnored("broken-reference", "a/b.md");
    checkPrototypes();
  },
};

export const targets: readonly Target[] = [parser, frontMatter, bibliography, vault, settings];
