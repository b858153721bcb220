// Folders that other tools made: Dendron's way of writing links, and the editions of a work.
import { hit, nearMiss, type Rule } from "./rule";

const wikiLink = "server/core/wikiLink.ts";
const from = "wiki.dendron.so: links, note references";
const dendron = "//- /dendron.yml";

export const dialects: readonly Rule[] = [
  {
    name: "dendron-label",
    says: "In a Dendron workspace the label of a wiki link stands first.",
    from,
    off: {
      file: wikiLink,
      find: 'dialect === "dendron" ? inDendron(left, right, embed) : [left, right]',
      replace: "[left, right] as const",
    },
    cases: [
      hit(
        "a label and a file's name",
        `[[Why|b.c]] [[b.c]]\n//- /b.c.md\n${dendron}`,
        "[[Why|b.c]] -> stem b.c.md",
        "[[b.c]] -> stem b.c.md",
      ),
      nearMiss("elsewhere it stands last", "[[b.c|Why]]\n//- /b.c.md", "[[b.c|Why]] -> stem b.c.md"),
    ],
  },
  {
    name: "dendron-vault",
    says: "The vault before a Dendron target is no part of its name.",
    from,
    off: { file: wikiLink, find: "text: text.slice(prefix.length), start: start + prefix.length", replace: "text, start" },
    cases: [
      hit(
        "with a label and without",
        `[[dendron://v/b]] [[x|dendron://v/b]]\n//- /b.md\n${dendron}`,
        "[[dendron://v/b]] -> stem b.md",
        "[[x|dendron://v/b]] -> stem b.md",
      ),
      nearMiss("elsewhere it is an address", "[[dendron://v/b]]\n//- /b.md", ""),
    ],
  },
  {
    name: "dendron-range",
    says: "An embed in Dendron may name where it begins, how far from there, and where it ends.",
    from,
    off: { file: wikiLink, find: 'target.replace(/(#[^#]*?)(?:,\\d+)?(?::#.*)?$/, "$1")', replace: "target" },
    cases: [
      hit(
        "an offset, an end, all that follows",
        `![[b#one,1:#*]] ![[b#one:#two]]\n//- /b.md\n## One\n## Two\n${dendron}`,
        "![[b#one,1:#*]] -> stem b.md › One",
        "![[b#one:#two]] -> stem b.md › One",
      ),
      nearMiss("elsewhere it is a heading's text", "![[b#one,1:#*]]\n   ^^^^^^^^^^ broken-heading\n//- /b.md\n## One"),
    ],
  },
  {
    name: "dendron-pattern",
    says: "A pattern in Dendron means many notes and is not checked.",
    from,
    off: { file: wikiLink, find: 'if (dialect === "dendron" && target.includes("*")) return false;', replace: "" },
    cases: [
      hit("all below a name", `![[b.*]]\n//- /b.c.md\n${dendron}`, ""),
      nearMiss("elsewhere it is a name", "![[b.*]]\n   ^^^ broken-reference\n//- /b.c.md"),
    ],
  },
  {
    name: "dendron-root",
    says: "In a Dendron workspace a path from the root may begin at the vault of the note.",
    from: "wiki.dendron.so: assets",
    off: {
      file: "server/index/resolve.ts",
      find: '(own.dialect === "dendron" ? belowEnclosing(scope, path) : undefined)',
      replace: "undefined",
    },
    cases: [
      hit(
        "an image of the vault",
        `//- /v/a.md\n![x](/assets/p.png)\n//- /v/assets/p.png\n${dendron}`,
        "![x](/assets/p.png) -> file v/assets/p.png",
      ),
      nearMiss(
        "elsewhere it begins at the root",
        "//- /v/a.md\n![x](/assets/p.png)\n     ^^^^^^^^^^^^^ broken-reference\n//- /v/assets/p.png",
      ),
    ],
  },
  {
    name: "dendron-titles",
    says: "In a Dendron workspace titles are no names, and may be equal.",
    from: "wiki.dendron.so: notes go by their file names",
    off: { file: "server/features/duplicateTitle.ts", find: ' || vault.folderOf(note)?.dialect === "dendron"', replace: "" },
    cases: [
      hit("declared twice", `//- /a.md\n---\ntitle: Quickstart\n---\n//- /b.md\n---\ntitle: Quickstart\n---\n${dendron}`),
      nearMiss(
        "elsewhere they are a problem",
        "//- /a.md\n---\ntitle: Quickstart\n       ^^^^^^^^^^ duplicate-title\n---\n//- /b.md\n---\ntitle: Quickstart\n       ^^^^^^^^^^ duplicate-title\n---",
      ),
    ],
  },
  {
    name: "editions",
    says: "Below folders of two versions or two languages equal titles are meant to be equal.",
    from: "format of notes: every report must be defensible",
    off: {
      file: "server/features/editions.ts",
      find: "if (parting >= Math.min(left.length, right.length) - 1) return false;",
      replace: "return false;",
    },
    cases: [
      hit("of two versions", "//- /5.1/a.md\n---\ntitle: Get-Verb\n---\n//- /7.4/b/a.md\n---\ntitle: Get-Verb\n---"),
      nearMiss(
        "of one version",
        "//- /5.1/a.md\n---\ntitle: Get-Verb\n       ^^^^^^^^ duplicate-title\n---\n//- /5.1/b.md\n---\ntitle: Get-Verb\n       ^^^^^^^^ duplicate-title\n---",
      ),
    ],
  },
];
