// What stands behind `#`: headings in every spelling.
import { hit, nearMiss, type Rule } from "./rule";

const file = "server/index/parts.ts";
const body = "server/core/markdownTree.ts";
const from = "format of notes: headings";

export const headings: readonly Rule[] = [
  {
    name: "heading",
    says: "A part is a heading by its text, at every level, underlined too.",
    from,
    off: { file, find: "firstOf(`key ", replace: "firstOf(`no key " },
    cases: [
      hit(
        "with closing marks, underlined, of other letters, in a quote",
        "[[b#Set up]] [[b#Why so?]] [[b#日本語]] [[b#Quoted]]\n//- /b.md\n### Set up ##\n\nWhy so?\n---\n# 日本語\n> ## Quoted",
      ),
      hit(
        "with a label, from a Markdown link",
        "[[b#Set up|x]] [x](b.md#Set%20up)\n//- /b.md\n## Set up",
        "[[b#Set up|x]] -> stem b.md › Set up",
        "[x](b.md#Set%20up) -> path b.md › Set up",
      ),
      nearMiss(
        "half of its words, a tag, code, and front matter",
        "[[b#Set]] [[b#tag]] [[b#Code]]\n  ^^^^^ broken-heading\n            ^^^^^ broken-heading\n                      ^^^^^^ broken-heading\n//- /b.md\n## Set up\n#tag\n```\n# Code\n```",
      ),
    ],
  },
  {
    name: "heading-marks",
    says: "Case and punctuation of a heading do not matter: `#Does it work?` and `#does-it-work` are one.",
    from: `${from}; Obsidian, as measured`,
    off: { file: "server/core/key.ts", find: 'return words === "" ? folded.trim() : words;', replace: "return folded.trim();" },
    cases: [
      hit("question marks, colons, dashes", "[[b#does it work]] [[b#does-it-work]] [[b#A B C]]\n//- /b.md\n## Does it work?\n## A: B & C"),
      nearMiss("another word", "[[b#does it works]]\n  ^^^^^^^^^^^^^^^ broken-heading\n//- /b.md\n## Does it work?"),
    ],
  },
  {
    name: "bare-marks",
    says: "A heading of marks alone is found by its marks.",
    from,
    off: { file: "server/core/key.ts", find: 'return words === "" ? folded.trim() : words;', replace: "return words;" },
    cases: [
      hit("of two such headings the right one", "[[b#$0!!!]]\n//- /b.md\n## ???\n<def>## !!!</def>"),
      nearMiss("marks that no heading has", "[[b#...]]\n  ^^^^^ broken-heading\n//- /b.md\n## ???"),
    ],
  },
  {
    name: "heading-markup",
    says: "The markup inside a heading is stripped.",
    from,
    off: { file: body, find: '  "URL",\n  "LinkTitle",', replace: "" },
    cases: [
      hit(
        "a link, emphasis, code, an image, a comment",
        "[[b#See it there]] [[b#Is it so]]\n//- /b.md\n## See [it](b.md) there %%x%%\n## Is *it* `so`? <!-- x -->",
      ),
      nearMiss("the text of a link is kept", "[[b#See there]]\n  ^^^^^^^^^^^ broken-heading\n//- /b.md\n## See [it](b.md) there"),
    ],
  },
  {
    name: "heading-link",
    says: "A wiki link inside a heading counts as what is shown of it.",
    from: "Obsidian, as measured",
    off: { file: body, find: "return label ?? target;", replace: "return written;" },
    cases: [
      hit("its label, its target", "[[b#See the plan]] [[b#See c too]]\n//- /b.md\n## See [[c|the plan]]\n## See [[c]] too\n//- /c.md"),
      nearMiss("the target behind a label", "[[b#See c]]\n  ^^^^^^^ broken-heading\n//- /b.md\n## See [[c|the plan]]\n//- /c.md"),
    ],
  },
  {
    name: "slug-number",
    says: "GitHub's slugs number equal headings from `-1`.",
    from: `${from}; GitHub`,
    off: { file, find: "firstOf(`slug ", replace: "firstOf(`no slug " },
    cases: [
      hit("the second one", "[x](b.md#set$0up-1)\n//- /b.md\n## Setup\n<def>## Setup</def>"),
      hit("also in a wiki link", "[[b#setup-1]] [[b#setup-2]]\n//- /b.md\n## Setup\n### Setup\n## *Setup*"),
      nearMiss("one more than there are", "[x](b.md#setup-2)\n    ^^^^^^^^^^^^ broken-heading\n//- /b.md\n## Setup\n## Setup"),
    ],
  },
  {
    name: "first-heading",
    says: "Of equal headings the first is meant.",
    from: "format of notes: headings; peers, a second equal heading is addressed by order",
    off: {
      file,
      find: "if (!firsts.has(whole)) firsts.set(whole",
      replace: "firsts.set(whole",
    },
    cases: [
      hit("two of one text", "[[b#Set up$0]]\n//- /b.md\n<def>## Set up</def>\n## Set up"),
      nearMiss("two that differ in a word", "[[b#Set up n$0ow]]\n//- /b.md\n## Set up\n<def>## Set up now</def>"),
    ],
  },
  {
    name: "heading-chain",
    says: "`#A#B` is B under A; levels in between may be left out.",
    from: `${from}; Obsidian: Internal links`,
    off: { file, find: "pieces.slice(0, -1).reverse()", replace: "[] as string[]" },
    cases: [
      hit("the second of two equal headings", "[[b#B#Re$0sults]]\n//- /b.md\n## A\n### Results\n## B\n<def>### Results</def>"),
      hit("a level left out", "[[b#A#Deep]]\n//- /b.md\n# A\n## B\n### Deep", "[[b#A#Deep]] -> stem b.md › Deep"),
      nearMiss(
        "a heading that stands behind and not under",
        "[[b#A#C]]\n  ^^^^^ broken-heading: “b” has no heading “A#C”.\n//- /b.md\n## A\n## C",
      ),
    ],
  },
  {
    name: "line-fragment",
    says: "`#L12` and `#top` of a Markdown link are the editor's and the browser's, and are not asked for.",
    from: "VS Code: links to a line; HTML: the top of the document",
    off: { file: "server/index/resolve.ts", find: "fragment && !/^(?:top|", replace: "fragment && !/^(?:" },
    cases: [
      hit("the top", "[x](b.md#top) [x](#top)\n//- /b.md"),
      hit("a line, a line and column, several lines", "[x](b.md#L12) [x](b.md#L1,2) [x](b.md#L1-L4)\n//- /b.md"),
      nearMiss(
        "what only begins so",
        "[x](b.md#L12x) [x](#topic)\n    ^^^^^^^^^ broken-heading\n                   ^^^^^^ broken-heading\n//- /b.md",
      ),
    ],
  },
  {
    name: "file-part",
    says: "The part of a file that is no note (`#page=3`) is not asked for.",
    from: "Obsidian: Embed files",
    off: {
      file: "server/index/resolve.ts",
      find: 'if (found.kind === "file") return found;',
      replace: 'if (found.kind === "file") return pieces.length > 0 ? { kind: "missing" } : found;',
    },
    cases: [
      hit(
        "a page of a PDF, the height of it",
        "![[a.pdf#page=3]] [x](a.pdf#height=400)\n//- /a.pdf",
        "![[a.pdf#page=3]] -> file a.pdf",
        "[x](a.pdf#height=400) -> file a.pdf",
      ),
      nearMiss("a page of a note", "![[b#page=3]]\n   ^^^^^^^^ broken-heading\n//- /b.md"),
    ],
  },
  {
    name: "heading-entities",
    says: "An entity in a heading is the character it stands for.",
    from: "CommonMark 2.5",
    off: { file: body, find: 'if (node.name === "Entity") return decodeString(written);', replace: "" },
    cases: [
      hit(
        "an ampersand, by text and by slug",
        "[[b#A & B]] [x](b.md#a--b)\n//- /b.md\n## A &amp; B",
        "[[b#A & B]] -> stem b.md › A & B",
        "[x](b.md#a--b) -> path b.md › A & B",
      ),
      nearMiss("in code it stays", "[[b#amp]]\n//- /b.md\n## `&amp;`", "[[b#amp]] -> stem b.md › &amp;"),
    ],
  },
  {
    name: "wordless-slug",
    says: "The slug of a heading without letters is `section`, with a number from the second on.",
    from: "Pandoc: auto_identifiers",
    off: { file, find: 'isWordless(slug) ? "section" : ', replace: "" },
    cases: [
      hit(
        "the first and the second",
        "[x](#section) [x](#section-1)\n## $$\n## $?",
        "[x](#section) -> self note.md › $$",
        "[x](#section-1) -> self note.md › $?",
      ),
      nearMiss("a heading of that word goes before", "[x](#section)\n## $$\n## Section", "[x](#section) -> self note.md › Section"),
    ],
  },
];
