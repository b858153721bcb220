// What a wiki target means as the name of a file: the stem, the end of a path, a number sign in a name, a file that is no note.
import { hit, nearMiss, type Rule } from "./rule";

const file = "server/index/resolve.ts";
const key = "server/core/key.ts";
const steps = "format of notes: resolution of a wiki target";

export const wikiNames: readonly Rule[] = [
  {
    name: "stem",
    says: "A target is a note's file name, in whatever folder the note lies.",
    from: `${steps}, step 3; Obsidian, as measured`,
    off: { file, find: "byTitle(scope, base) ?? byStem(scope, base) ??", replace: "byTitle(scope, base) ??" },
    cases: [
      hit(
        "with and without .md",
        "[[plan]] [[plan.md]] [[Plan.MD]]\n//- /x/plan.md\n# A title?",
        ...["plan", "plan.md", "Plan.MD"].map((it) => `[[${it}]] -> stem x/plan.md`),
      ),
      hit(
        "question mark, hash, colon, quote, percent and dot in a name",
        "[[why?]] [[a: 'b']] [[100%]] [[a%20b]] [[..x]]\n//- /why?.md\n//- /a: 'b'.md\n//- /100%.md\n//- /a%20b.md\n//- /..x.md",
      ),
      nearMiss("the end of another name", "[[todo]]\n  ^^^^ broken-reference\n//- /another-todo.md"),
    ],
  },
  {
    name: "known-ending",
    says: "Only a known ending is cut off: `v1.2 results` and `Why use Node.js` are names.",
    from: "format of notes: three separate keys",
    off: {
      file: key,
      find: "return /\\.md$/i.test(name) ? name.slice(0, -3) : name;",
      replace: 'return name.replace(/\\.\\w+(?: \\w+)?$/, "");',
    },
    cases: [
      hit(
        "a version and a program",
        "[[v1.2 results]] [[why use Node.js]]\n//- /v1.2 results.md\n//- /why use Node.js.md",
        "[[v1.2 results]] -> stem v1.2 results.md",
        "[[why use Node.js]] -> stem why use Node.js.md",
      ),
      nearMiss(
        "what would be left",
        "[[v1]] [[why use Node]] [[plan.txt]]\n  ^^ broken-reference\n         ^^^^^^^^^^^^ broken-reference\n                          ^^^^^^^^ broken-reference\n//- /v1.2 results.md\n//- /why use Node.js.md\n//- /plan.md",
      ),
    ],
  },
  {
    name: "name-composition",
    says: "Composed and decomposed letters are the same in file names.",
    from: "format of notes: three separate keys",
    off: { file: key, find: ': text.normalize("NFC").toLowerCase()', replace: ": text.toLowerCase()" },
    cases: [
      hit(
        "a name as macOS writes it",
        "[[caf\u00e9]] [x](caf\u00e9.md)\n//- /cafe\u0301.md\n# T?",
        "[[caf\u00e9]] -> stem cafe\u0301.md",
        "[x](caf\u00e9.md) -> path cafe\u0301.md",
      ),
      nearMiss("without its accent", "[[cafe]]\n  ^^^^ broken-reference\n//- /caf\u00e9.md\n# T?"),
    ],
  },
  {
    name: "title-first",
    says: "A title or alias goes before a file name.",
    from: `${steps}, steps 2 and 3`,
    off: { file, find: "byTitle(scope, base) ?? byStem(scope, base) ??", replace: "byStem(scope, base) ?? byTitle(scope, base) ??" },
    cases: [
      hit(
        "a title, an alias",
        "[[plan]] [[notes]]\n//- /plan.md\n# A?\n//- /b.md\n# Plan?\n//- /notes.md\n# C?\n//- /d.md\n---\naliases: notes\n---\n# D?",
        "[[plan]] -> title b.md",
        "[[notes]] -> alias d.md",
      ),
      nearMiss("a longer title", "[[plan]]\n//- /plan.md\n# A?\n//- /b.md\n# Plan of it?", "[[plan]] -> stem plan.md"),
    ],
  },
  {
    name: "stem-yields",
    says: "A title that is only a file name made readable answers with the file names, not with the titles.",
    from: "format of notes: title; resolution of a wiki target",
    off: { file, find: 'title.from !== "stem" && titleKey(title.text) === key', replace: "titleKey(title.text) === key" },
    cases: [
      hit("a declared title goes before it", "[[big plan]]\n//- /big-plan.md\n//- /s/b.md\n# Big plan", "[[big plan]] -> title s/b.md"),
      nearMiss("alone it answers", "[[big plan]]\n//- /big-plan.md", "[[big plan]] -> stem big-plan.md"),
    ],
  },
  {
    name: "readable-stem",
    says: "A file name made readable is found like the name.",
    from: "format of notes: title",
    off: { file, find: 'within(scope, titleIn(base)).filter(({ title }) => title.from === "stem");', replace: "[];" },
    cases: [
      hit(
        "blanks for dashes, and a question mark",
        "[[does it work?]]\n//- /s/does-it-work.md",
        "[[does it work?]] -> stem s/does-it-work.md",
      ),
      nearMiss(
        "the file that bears the very name",
        "[[big plan]]\n//- /s/big-plan.md\n//- /s/t/big plan.md",
        "[[big plan]] -> stem s/t/big plan.md",
      ),
    ],
  },
  {
    name: "path-end",
    says: "A target with `/` is the end of a path.",
    from: `${steps}, step 3; Obsidian, as measured`,
    off: { file, find: `pathOf(note) === path || pathOf(note).endsWith(\`/\${path}\`)`, replace: "pathOf(note) === path" },
    cases: [
      hit(
        "one folder, two folders, another case",
        "[[x/b]] [[y/x/b.md]] [[X/B]]\n//- /z/y/x/b.md\n# T?",
        ...["x/b", "y/x/b.md", "X/B"].map((it) => `[[${it}]] -> stem z/y/x/b.md`),
      ),
      nearMiss("a folder left out in between", "[[y/b]]\n  ^^^ broken-reference\n//- /z/y/x/b.md\n# T?"),
    ],
  },
  {
    name: "whole-segments",
    says: "Paths are compared by whole segments.",
    from: `${steps}, step 3`,
    off: { file, find: `pathOf(note).endsWith(\`/\${path}\`)`, replace: "pathOf(note).endsWith(path)" },
    cases: [
      hit("the end of a folder's name", "[[x/b]]\n  ^^^ broken-reference\n//- /y/ax/b.md\n# T?"),
      nearMiss("all of a folder's name", "[[ax/b]]\n//- /y/ax/b.md\n# T?", "[[ax/b]] -> stem y/ax/b.md"),
    ],
  },
  {
    name: "whole-path",
    says: "Of all ends of paths the whole path wins, even over a note in the link's own folder.",
    from: "Obsidian, as measured",
    off: { file, find: 'if (whole[0]) return { kind: "note", note: whole[0], rule: "path", rivals: [] };', replace: "" },
    cases: [
      hit("a neighbour and a whole path", "//- /y/x/a.md\n[[x/b]]\n//- /y/x/b.md\n# T?\n//- /x/b.md\n# U?", "[[x/b]] -> path x/b.md"),
      nearMiss("a name alone is no path", "//- /y/x/a.md\n[[b]]\n//- /y/x/b.md\n# T?\n//- /b.md\n# U?", "[[b]] -> stem y/x/b.md"),
    ],
  },
  {
    name: "file-name",
    says: "A file that is no note is found by its name with the ending, or by the end of its path.",
    from: "format of notes: broken-reference; Obsidian: Embed files",
    off: { file, find: " ?? byFileName(scope, base);", replace: ";" },
    cases: [
      hit(
        "images, papers and canvases",
        "![[PLOT.png]] [[x/a.pdf|the paper]] [[map.canvas]]\n//- /img/plot.png\n//- /x/a.pdf\n//- /map.canvas",
        "![[PLOT.png]] -> file img/plot.png",
        "[[x/a.pdf|the paper]] -> file x/a.pdf",
        "[[map.canvas]] -> file map.canvas",
      ),
      nearMiss(
        "without the ending, and in another folder",
        "![[plot]] ![[y/plot.png]]\n   ^^^^ broken-reference\n             ^^^^^^^^^^ broken-reference\n//- /img/plot.png",
      ),
    ],
  },
  {
    name: "hash-in-title",
    says: "The whole target may be a title, a `#` in it included.",
    from: steps,
    off: {
      file: "server/core/wikiLink.ts",
      find: "return [{ base: target, parts: [] }, ...split.map(",
      replace: "return [...(split.length > 0 ? [] : [{ base: target, parts: [] }]), ...split.map(",
    },
    cases: [
      hit(
        "in a title and in a file name",
        "[[Is #1 best?]] [[C#]]\n//- /b.md\n# Is #1 best?\n//- /C#.md",
        "[[Is #1 best?]] -> title b.md",
        "[[C#]] -> stem C#.md",
      ),
      nearMiss("a part of a note", "[[C#Setup]]\n//- /C.md\n## Setup", "[[C#Setup]] -> stem C.md › Setup"),
    ],
  },
  {
    name: "later-hash",
    says: "A part may follow a title that holds a `#`.",
    from: steps,
    off: { file: "server/core/wikiLink.ts", find: "pieces.slice(1, mostHashes)", replace: "pieces.slice(1, 2)" },
    cases: [
      hit(
        "its heading, also where a shorter title exists",
        "[[C# tips#Setup]]\n//- /b.md\n# C# tips\n## Setup\n//- /C.md",
        "[[C# tips#Setup]] -> title b.md › Setup",
      ),
      nearMiss(
        "two headings of the shorter title",
        "[[C#Tips#Setup]]\n//- /C.md\n## Tips\n### Setup",
        "[[C#Tips#Setup]] -> stem C.md › Setup",
      ),
    ],
  },
];
