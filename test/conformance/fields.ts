// The front matter: where it begins and ends, and what its fields say.
import { hit, nearMiss, none, type Rule } from "./rule";

const file = "server/core/frontMatter.ts";
const parseNote = "server/core/parseNote.ts";

export const fields: readonly Rule[] = [
  {
    name: "first-line",
    says: "Front matter begins on the first line.",
    from: "format of notes: a note",
    off: {
      file,
      find: 'const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;\n  if (!text.startsWith("---", mark)) return undefined;\n  const opening = /^\\ufeff?',
      replace: "const mark = text.search(/\\S/);\n  const opening = /^\\s*",
    },
    cases: [
      hit("dashes and blanks", "[[T?]]\n//- /b.md\n---  \ntitle: T?\n---", "[[T?]] -> title b.md"),
      nearMiss("a blank line before it", "//- /a.md\n\n---\naliases: [T]\n---\n[[T]]\n  ^ broken-reference"),
    ],
  },
  {
    name: "last-line",
    says: "A line that is exactly `---` closes the front matter.",
    from: "format of notes: a note",
    off: { file, find: "const closing = /^---\\r?$/gm;", replace: "const closing = /^---/gm;" },
    cases: [
      hit("with Windows line ends", "//- /a.md\n---\r\nsummary: S\r\n---\r\n[[Lost]]\r\n  ^^^^ broken-reference"),
      nearMiss("more than dashes", "//- /a.md\n---\nsummary: |\n  text\n---b: [[Lost]]\naliases: [T]\n---\n[[T]]", "[[T]] -> alias a.md"),
    ],
  },
  {
    name: "unclosed",
    says: "Dashes that nothing closes are a rule, and all of the note is its body.",
    from: "format of notes: a note",
    off: {
      file,
      find: "if (!close) return undefined;",
      replace:
        "if (!close) return { start: mark + 3, end: text.length, bodyStart: text.length, lines: { start: inside, end: text.length }, newline };",
    },
    cases: [
      hit("the body's links count", "//- /a.md\n---\nSee: [[Lost]]\n       ^^^^ broken-reference"),
      nearMiss("closed at the last character", "//- /a.md\n---\naliases: [T]\n---\n//- /b.md\n[[T]]"),
    ],
  },
  {
    name: "mapping",
    says: "What is no YAML mapping is body.",
    from: "format of notes: a note",
    off: {
      file,
      find: "if (!isMap(document.contents)) return nothing;",
      replace: "if (!isMap(document.contents)) return { ...nothing, bodyStart: block.bodyStart };",
    },
    cases: [
      hit("prose between two rules", "//- /a.md\n---\nSee [[Lost]] there\n      ^^^^ broken-reference\n---"),
      nearMiss("nothing between them", "//- /a.md\n---\n---\n[[Lost]]\n  ^^^^ broken-reference"),
    ],
  },
  {
    name: "related-link",
    says: "The links in `related:` are references, quoted or not, with their own places.",
    from: "format of notes: reference kinds; Obsidian: Properties",
    off: { file: parseNote, find: "[...relatedOf(front, text, dialect), ...references]", replace: "references" },
    cases: [
      hit(
        "quoted, in a list, bare",
        `
        //- /a.md
        ---
        related: ["[[Lost]]", '[[b|the plan]]', [[Lost]]]
                     ^^^^ broken-reference
                                                  ^^^^ broken-reference
        ---
        //- /b.md
        ---
        related: [[Lost]]
                   ^^^^ broken-reference
        ---
        `,
      ),
      nearMiss("a link in another field", '//- /a.md\n---\nsource: "[[Lost]]"\n---', none),
    ],
  },
  {
    name: "related-title",
    says: "An item of `related:` without brackets is a title.",
    from: "format of notes: reference kinds",
    off: { file: parseNote, find: "return [wholeItem(item, plain(alone), dialect)];", replace: "return [];" },
    cases: [
      hit(
        "with a colon, which is a mapping to YAML",
        "//- /a.md\n---\nrelated:\n  - RL: a method?\n  - Lost\n    ^^^^ broken-reference\n---\n//- /b.md\n# RL: a method?",
      ),
      nearMiss("a number and an address", "//- /a.md\n---\nrelated: [7, https://arxiv.org/abs/2505.24298]\n---", none),
    ],
  },
  {
    name: "related-escapes",
    says: "The escapes of a quoted YAML string are undone in a target.",
    from: "format of notes: reference kinds",
    off: { file: parseNote, find: 'single: (text) => text.replaceAll("\'\'", "\'"),', replace: "single: (text) => text," },
    cases: [
      hit(
        "in single quotes",
        '//- /a.md\n---\nrelated: [\'[[Isn\'\'t it?]]\', "[[Is \\"it\\" so?]]"]\n---\n//- /b.md\n# Isn\'t it?\n//- /c.md\n# Is "it" so?',
        "[[Isn''t it?]] -> title b.md",
        '[[Is \\"it\\" so?]] -> title c.md',
      ),
      nearMiss("in the body there are none", "[[Isn''t it?]]\n  ^^^^^^^^^^ broken-reference\n//- /b.md\n# Isn't it?"),
    ],
  },
  {
    name: "title-field",
    says: "`title:` is the note's title.",
    from: "format of notes: title",
    off: { file: parseNote, find: 'if (declared && declared.text.trim() !== "")', replace: "if (false)" },
    cases: [
      hit("before a heading", "[[T?]] [[Other]]\n         ^^^^^ broken-reference\n//- /b.md\n---\ntitle: T?\n---\n# Other"),
      nearMiss("an empty one", "[[Other]]\n//- /b.md\n---\ntitle:\n---\n# Other", "[[Other]] -> title b.md"),
    ],
  },
  {
    name: "title-heading",
    says: "Without `title:` the first heading of level 1 is the title.",
    from: "format of notes: title",
    off: {
      file: parseNote,
      find: "headings.find(({ level, text }) => level === 1",
      replace: "headings.find(({ level, text }) => level === 7",
    },
    cases: [
      hit(
        "behind others, underlined too",
        "[[T?]] [[U?]]\n//- /b.md\n## Not yet\n# T?\n# Later\n//- /c.md\nU?\n===",
        "[[T?]] -> title b.md",
        "[[U?]] -> title c.md",
      ),
      nearMiss(
        "a lower level, code, and no blank behind the sign",
        "[[Lost]]\n  ^^^^ broken-reference\n//- /b.md\n## Lost\n#Lost\n```\n# Lost\n```",
      ),
    ],
  },
  {
    name: "title-stem",
    says: "Otherwise the title is the file name, `-` and `_` read as blanks.",
    from: "format of notes: title",
    off: { file: "server/core/key.ts", find: 'return stem.replace(/[-_]+/g, " ").trim() || stem;', replace: "return stem;" },
    cases: [
      hit("dashes and underscores", "[[does it work?]]\n//- /sub/does-it_work.md", "[[does it work?]] -> stem sub/does-it_work.md"),
      nearMiss(
        "a note with a title of its own",
        "[[does it work]]\n  ^^^^^^^^^^^^ broken-reference\n//- /does-it-work.md\n# Will this pay off?",
      ),
    ],
  },
  {
    name: "scalar-list",
    says: "One value is accepted where a list is meant.",
    from: "format of notes: a note",
    off: {
      file: "server/core/plainFields.ts",
      find: "list: (field) => valuesOf(field).map(toWritten),",
      replace: "list: (field) => (fields.get(field)?.isList ? valuesOf(field).map(toWritten) : []),",
    },
    cases: [
      hit("an alias and a related title", "//- /a.md\n---\naliases: RLHF\nrelated: RLHF\n---", "RLHF -> alias a.md"),
      nearMiss(
        "a mapping is none",
        "//- /a.md\n---\naliases: { a: b }\n         ^^^^^^^^ front-matter warning: `aliases` should be a list of texts.\n---",
      ),
    ],
  },
  {
    name: "source-text",
    says: "A source is read as it is written: an unquoted id keeps its last zero.",
    from: "format of notes: a note",
    off: {
      file: parseNote,
      find: "const written = item.folded ?? unescapers[item.quote](text.slice(range.start, range.end));",
      replace: "const written = String(Number(text.slice(range.start, range.end)));",
    },
    cases: [
      hit("a number that ends in zero", "//- /a.md\n---\nsources: [2401.00010]\n---"),
      nearMiss("one that lacks the zero", "//- /a.md\n---\nsources: [2401.0001]\n          ^^^^^^^^^ invalid-source\n---"),
    ],
  },
];
