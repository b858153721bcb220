// What the destination of a Markdown link means.
import { hit, nearMiss, type Rule } from "./rule";

const file = "server/index/resolve.ts";
const keys = "server/index/keys.ts";
const from = "format of notes: Markdown targets";

export const markdownTargets: readonly Rule[] = [
  {
    name: "relative",
    says: "A path is relative to the note, `.` and `..` included.",
    from: `${from}; reference kinds`,
    off: { file, find: "const wanted = joinPath(folderOf(source.path), path);", replace: 'const wanted = joinPath("", path);' },
    cases: [
      hit(
        "beside, above, below",
        "//- /s/a.md\n[x](b.md) [x](./b.md) [x](../c.md) [x](t/d.md)\n//- /s/b.md\n//- /c.md\n//- /s/t/d.md",
        "[x](b.md) -> path s/b.md",
        "[x](./b.md) -> path s/b.md",
        "[x](../c.md) -> path c.md",
        "[x](t/d.md) -> path s/t/d.md",
      ),
      nearMiss(
        "a file at the root, a title and a name",
        "//- /s/a.md\n[x](b.md) [x](T?) [x](c)\n    ^^^^ broken-reference\n              ^^ broken-reference\n                      ^ broken-reference\n//- /b.md\n# T?\n//- /t/c.md",
      ),
    ],
  },
  {
    name: "root",
    says: "A path that begins with `/` is relative to the vault.",
    from: `${from}; reference kinds`,
    off: { file: "server/core/key.ts", find: 'path.startsWith("/") || folder === ""', replace: 'folder === ""' },
    cases: [
      hit(
        "from a folder",
        "//- /s/a.md\n[x](/b.md) ![x](/img/p.png)\n//- /b.md\n//- /img/p.png",
        "[x](/b.md) -> path b.md",
        "![x](/img/p.png) -> file img/p.png",
      ),
      nearMiss("a file of the note's own folder", "//- /s/a.md\n[x](/c.md)\n    ^^^^^ broken-reference\n//- /s/c.md"),
    ],
  },
  {
    name: "outside",
    says: "What lies outside of the vault is not asked for.",
    from: "format of notes: a note of the vault",
    off: { file: "server/core/key.ts", find: "else if (segments.pop() === undefined) return undefined;", replace: "else segments.pop();" },
    cases: [
      hit(
        "a folder above the vault",
        "//- /s/a.md\n[x](../../other/b.md) ![x](/../p.png)\n//- /s/b.md",
        "[x](../../other/b.md) -> unchecked",
        "![x](/../p.png) -> unchecked",
      ),
      nearMiss("a folder above the note", "//- /s/t/a.md\n[x](../../other/b.md)\n    ^^^^^^^^^^^^^^^^ broken-reference"),
    ],
  },
  {
    name: "added-md",
    says: "`.md` may be left out.",
    from,
    off: { file: keys, find: `\`\${path}.md\`, `, replace: "" },
    cases: [
      hit(
        "of a plain name and of one with dots",
        "[x](b) [x](v1.2#setup)\n//- /b.md\n//- /v1.2.md\n## Setup",
        "[x](b) -> path b.md",
        "[x](v1.2#setup) -> path v1.2.md › Setup",
      ),
      nearMiss("another ending", "![x](plot)\n     ^^^^ broken-reference\n//- /plot.png"),
    ],
  },
  {
    name: "index",
    says: "A folder is its `index.md`.",
    from,
    off: { file: keys, find: `\`\${below}index.md\`, `, replace: "" },
    cases: [
      hit(
        "with and without a slash, and a heading in it",
        "[x](i) [x](i/) [x](i#setup)\n//- /i/index.md\n## Setup",
        "[x](i) -> path i/index.md",
        "[x](i/) -> path i/index.md",
        "[x](i#setup) -> path i/index.md › Setup",
      ),
      nearMiss("a note of the name goes before it", "[x](i)\n//- /i.md\n//- /i/index.md", "[x](i) -> path i.md"),
    ],
  },
  {
    name: "readme",
    says: "A folder without `index.md` is its `README.md`.",
    from,
    off: { file: keys, find: `, \`\${below}README.md\`]`, replace: "]" },
    cases: [
      hit(
        "below and at the root",
        "//- /s/a.md\n[x](r) [x](/)\n//- /s/r/README.md\n//- /README.md",
        "[x](r) -> path s/r/README.md",
        "[x](/) -> path README.md",
      ),
      nearMiss("where there is an index", "[x](r)\n//- /r/README.md\n//- /r/index.md", "[x](r) -> path r/index.md"),
    ],
  },
  {
    name: "folder",
    says: "A folder resolves.",
    from,
    off: { file, find: "const inner = folder.files.findFolder(path);", replace: "const inner = undefined as string | undefined;" },
    cases: [
      hit(
        "below, above, and the vault itself",
        "//- /s/a.md\n[x](img) [x](img/) [x](..) [x](/s)\n//- /s/img/p.png",
        "[x](img) -> file s/img",
        "[x](img/) -> file s/img",
        "[x](..) -> file /",
        "[x](/s) -> file s",
      ),
      nearMiss("the beginning of its name", "[x](im)\n    ^^ broken-reference\n//- /img/p.png"),
    ],
  },
  {
    name: "folder-case",
    says: "A folder of another case resolves, with a hint.",
    from: "format of notes: problems, path-case",
    off: {
      file,
      find: "const inner = folder.files.findFolder(path);",
      replace: "const inner = folder.files.hasFolder(path) ? path : undefined;",
    },
    cases: [
      hit(
        "in capitals",
        "[x](IMG)\n    ^^^ path-case hint: On the disk this path is spelled “img”.\n//- /img/p.png",
        "[x](IMG) -> file img",
      ),
      nearMiss("as on the disk", "[x](img)\n//- /img/p.png", "[x](img) -> file img"),
    ],
  },
  {
    name: "route",
    says: "A path from the root that begins where nothing is, and has no file's ending, is a page of a site and not checked.",
    from: "format of notes: problems; every report must be defensible",
    off: { file, find: "wanted === undefined || isRoute(own, path)", replace: "wanted === undefined" },
    cases: [
      hit(
        "of an API, of a tag",
        "[x](/api/system.console) [x](/tags/rl)\n//- /tags/ml.md",
        "[x](/api/system.console) -> unchecked",
        "[x](/tags/rl) -> unchecked",
      ),
      nearMiss(
        "a file's ending, a folder that is there",
        "[x](/none/b.md) ![x](/none/p.png) [x](/sub/none)\n    ^^^^^^^^^^ broken-reference\n                     ^^^^^^^^^^^ broken-reference\n                                      ^^^^^^^^^ broken-reference\n//- /sub/b.md",
      ),
    ],
  },
  {
    name: "any-file",
    says: "Every file of the folder resolves, also one that is no note.",
    from,
    off: { file, find: 'candidate === "" ? undefined : folder.files.find(candidate);', replace: "undefined;" },
    cases: [
      hit(
        "an image, a paper, a file without an ending, a dot file",
        "![x](img/p.png) [x](a.pdf#page=3) [x](LICENSE) [x](.quaestio.json)\n//- /img/p.png\n//- /a.pdf\n//- /LICENSE\n//- /.quaestio.json",
      ),
      nearMiss("one in another folder", "![x](p.png)\n     ^^^^^ broken-reference\n//- /img/p.png"),
    ],
  },
  {
    name: "own-workspace",
    says: "A path is sought in the note's own workspace folder.",
    from: "format of notes: Markdown targets; several workspace folders",
    off: {
      file,
      find: "const scope = { lookup, source, folder: own };",
      replace: "const scope = { lookup, source, folder: lookup.folders.at(-1) ?? own };",
    },
    cases: [
      hit(
        "a file of another one",
        "//- one:/a.md\n[x](b.md) [x](/b.md)\n    ^^^^ broken-reference\n              ^^^^^ broken-reference\n//- two:/b.md",
      ),
      nearMiss(
        "of two equal paths its own",
        "//- one:/a.md\n[x](b.md)\n//- one:/b.md\n//- two:/b.md",
        "[x](b.md) -> path memory:///one/b.md",
      ),
    ],
  },
  {
    name: "obsidian",
    says: "In a vault of Obsidian's a path is also sought from the root and then by its name.",
    from: `${from}; Obsidian, as measured`,
    off: { file, find: "(own.isObsidian ?", replace: "(false ?" },
    cases: [
      hit(
        "from the root, by name, a file by its name",
        "//- /s/a.md\n[x](t/b.md) [x](My%20plan.md) [x](b) ![x](p.png)\n//- /t/b.md\n//- /t/u/My plan.md\n//- /img/p.png\n//- /.obsidian/ (folder)",
        "[x](t/b.md) -> path t/b.md",
        "[x](My%20plan.md) -> stem t/u/My plan.md",
        "[x](b) -> stem t/b.md",
        "![x](p.png) -> file img/p.png",
      ),
      nearMiss(
        "the note's own folder goes first",
        "//- /s/a.md\n[x](b.md)\n//- /s/b.md\n//- /b.md\n//- /.obsidian/ (folder)",
        "[x](b.md) -> path s/b.md",
      ),
    ],
  },
  {
    name: "plain-markdown",
    says: "In any other vault a path is only that path, as in VS Code and on GitHub.",
    from,
    off: { file, find: "(own.isObsidian ?", replace: "(true ?" },
    cases: [
      hit(
        "a path from the root, a name",
        "//- /s/a.md\n[x](t/b.md) [x](b.md)\n    ^^^^^^ broken-reference\n                ^^^^ broken-reference\n//- /t/b.md",
      ),
      nearMiss(
        "in a vault of Obsidian's `..` is still that path",
        "//- /s/a.md\n[x](../b.md)\n    ^^^^^^^ broken-reference\n//- /t/b.md\n//- /.obsidian/ (folder)",
      ),
    ],
  },
  {
    name: "exact-case",
    says: "Of paths that differ in case the one as written is meant.",
    from: `${from}, path-case`,
    off: { file, find: "const note = notes.find((it) => it.path === candidate) ?? notes[0];", replace: "const note = notes[0];" },
    cases: [
      hit(
        "two notes on a disk that regards case",
        "[x](plan.md) [x](Plan.md)\n//- /Plan.md\n//- /plan.md",
        "[x](plan.md) -> path plan.md",
        "[x](Plan.md) -> path Plan.md",
      ),
      nearMiss(
        "a spelling that neither has",
        "[x](PLAN.md)\n    ^^^^^^^ path-case hint: On the disk this path is spelled “Plan.md”.\n//- /Plan.md\n//- /plan.md",
      ),
    ],
  },
  {
    name: "drive",
    says: "A path that begins with a drive of Windows lies in no vault.",
    from: "format of notes: NoteUri",
    off: { file: "server/core/destination.ts", find: "return !isDrive && ", replace: "return " },
    cases: [
      hit("with either slash", "[x](C:/b.md) [x](<d:\\b.md>)\n//- /b.md", ""),
      nearMiss("a name with a colon", "[x](C:b.md)\n//- /C:b.md", "[x](C:b.md) -> path C:b.md"),
    ],
  },
];
