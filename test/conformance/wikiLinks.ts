// Wiki links as they are written: brackets, label, part, size, and where one ends.
import { hit, nearMiss, none, type Rule } from "./rule";

const grammar = "server/core/grammar.ts";
const wikiLink = "server/core/wikiLink.ts";

export const wikiLinks: readonly Rule[] = [
  {
    name: "wiki-link",
    says: "`[[target]]` is a reference, in every kind of block, and its place is counted in UTF-16 units.",
    from: "format of notes: reference kinds; Obsidian: Internal links",
    off: {
      file: grammar,
      find: "const end = wikiLinkEnd(cx.text, (next === bang ? start + 1 : start) - cx.offset);",
      replace: "const end = -1;",
    },
    cases: [
      hit(
        "in headings, quotes, lists, tables and footnotes",
        `
        # Does [[Lost]] scale?
                 ^^^^ broken-reference error: No note, file or image answers “Lost”.
        > - 1. **[[Lost]]**
                   ^^^^ broken-reference

        | claim | note |
        | --- | --- |
        | holds | [[Lost]] |
                    ^^^^ broken-reference

        Reward models drift.[^1]

        [^1]: As [[Lost]] shows.
                   ^^^^ broken-reference
        `,
      ),
      hit(
        "behind an emoji, Han characters and a combining mark",
        `
        🙂🙂 [[Lost]]
               ^^^^ broken-reference
        漢字 é [[Lost]] 👩‍🔬 [[Lost]]
                ^^^^ broken-reference
                               ^^^^ broken-reference
        `.replace("é", "e\u0301"),
      ),
      hit(
        "with Windows line ends",
        "One\r\n\r\n- two [[Lost]]\r\n        ^^^^ broken-reference\nthree [[Lost]]\r\n        ^^^^ broken-reference",
      ),
      nearMiss("single brackets, half of the brackets, and nothing inside", "[Lost] [Lost]] [[]] [[ ]] [ [Lost] ] [[Lost]", none),
    ],
  },
  {
    name: "wiki-label",
    says: "The first `|` divides the target from the label, or from the size of an image.",
    from: "format of notes: reference kinds; Obsidian: Internal links, Embed files",
    off: { file: wikiLink, find: "return bar < 0 ? end : start + bar;", replace: "return end;" },
    cases: [
      hit("a label", "[[b|the plan]] [[b|a|b]]\n//- /b.md", "[[b|the plan]] -> stem b.md", "[[b|a|b]] -> stem b.md"),
      hit(
        "the size of an image",
        "![[plot.png|100x80]] ![[plot.png|100]]\n//- /plot.png",
        "![[plot.png|100x80]] -> file plot.png",
        "![[plot.png|100]] -> file plot.png",
      ),
      nearMiss("a full-width bar belongs to the target", "[[RL｜LLM?]]\n//- /b.md\n# RL｜LLM?", "[[RL｜LLM?]] -> title b.md"),
    ],
  },
  {
    name: "embed",
    says: "`![[target]]` embeds: one reference with its exclamation mark.",
    from: "format of notes: reference kinds; Obsidian: Embed files",
    off: { file: grammar, find: "(next === bang ? start + 1 : start) - cx.offset", replace: "start - cx.offset" },
    cases: [
      hit(
        "a note and a part of it",
        "![[b]] ![[b#Setup]]\n//- /b.md\n## Setup",
        "![[b]] -> stem b.md",
        "![[b#Setup]] -> stem b.md › Setup",
      ),
      nearMiss("an escaped mark, and one that stands apart", "\\![[b]] ! [[b]]\n//- /b.md", "[[b]] -> stem b.md", "[[b]] -> stem b.md"),
    ],
  },
  {
    name: "table-bar",
    says: "Before a `|` a backslash belongs to neither target nor label: in a table the bar is written `\\|`.",
    from: "format of notes: reference kinds; GFM 4.10; Obsidian: Advanced formatting syntax",
    off: { file: wikiLink, find: 'text.charAt(bar - 1) === "\\\\"', replace: "false" },
    cases: [
      hit(
        "labels, parts and sizes in cells",
        `
        | note | plot |
        | --- | --- |
        | [[b\\|the plan]] | ![[plot.png\\|100]] |
        | [[b#Setup\\|x]] | [[Lost\\|x]] |
                             ^^^^ broken-reference
        //- /b.md
        ## Setup
        //- /plot.png
        `,
      ),
      hit("outside of a table as well", "[[b\\|the plan]]\n//- /b.md", "[[b\\|the plan]] -> stem b.md"),
      nearMiss("a bar without backslash ends the cell, and no link is left", "| note |\n| --- |\n| [[Lost|x]] |", none),
      nearMiss("a backslash elsewhere belongs to the target", "[[a\\b|x]]\n//- /a\\b.md", "[[a\\b|x]] -> stem a\\b.md"),
    ],
  },
  {
    name: "one-line",
    says: "A wiki link stays on one line.",
    from: "Obsidian: Internal links",
    off: { file: wikiLink, find: "char === newline || ", replace: "" },
    cases: [
      hit("a line break inside the brackets", "Because [[Lost\nagain]] it ends.", none),
      nearMiss(
        "one at the end of a line and one at its start",
        "See [[b]]\n[[b]] too.\n//- /b.md",
        "[[b]] -> stem b.md",
        "[[b]] -> stem b.md",
      ),
    ],
  },
  {
    name: "inner-pair",
    says: "Of nested double brackets the inner pair is the link.",
    from: "Obsidian, as measured",
    off: { file: wikiLink, find: "(char === opening && text.charCodeAt(at + 1) === opening)", replace: "false" },
    cases: [
      hit("a link inside one", "[[see [[b]] there]]\n//- /b.md", "[[b]] -> stem b.md"),
      nearMiss("single brackets inside", "[[Is [b] so?]]\n//- /c.md\n# Is [b] so?", "[[Is [b] so?]] -> title c.md"),
    ],
  },
  {
    name: "two-close",
    says: "Two brackets close a wiki link, one does not.",
    from: "Obsidian, as measured",
    off: {
      file: wikiLink,
      find: "if (char !== closing || text.charCodeAt(at + 1) !== closing) continue;",
      replace: "if (char !== closing) continue;",
    },
    cases: [
      hit("a single bracket in a name", "[[Sq]uare]]\n//- /Sq]uare.md", "[[Sq]uare]] -> stem Sq]uare.md"),
      nearMiss("brackets around a link are not its own", "[[[b]]] [[b]]]\n//- /b.md", "[[b]] -> stem b.md", "[[b]] -> stem b.md"),
    ],
  },
  {
    name: "outer-blanks",
    says: "Blanks inside the brackets are not the target's.",
    from: "Obsidian, as measured",
    off: { file: wikiLink, find: "text: written.trim(), start:", replace: "text: written, start:" },
    cases: [
      hit(
        "around a target and its label",
        "[[ ./b ]] [[ ./b | the plan ]]\n//- /b.md",
        "[[ ./b ]] -> path b.md",
        "[[ ./b | the plan ]] -> path b.md",
      ),
      nearMiss("inner blanks are", "[[two words]] [[twowords]]\n                ^^^^^^^^ broken-reference\n//- /two words.md"),
    ],
  },
  {
    name: "number-link",
    says: "`[[1]](address)` is a Markdown link whose text is `[1]`.",
    from: "CommonMark 6.3, link text",
    off: { file: wikiLink, find: ' || text.charAt(at + 2) === "("', replace: "" },
    cases: [
      hit("a numbered source", "[[1]](b.md)\n//- /b.md", "[[1]](b.md) -> path b.md"),
      nearMiss("a parenthesis that stands apart", "[[b]] (see there)\n//- /b.md", "[[b]] -> stem b.md"),
    ],
  },
  {
    name: "own-part",
    says: "`[[#Heading]]` and `[[#^block]]` mean a part of the note itself.",
    from: "format of notes: reference kinds; Obsidian: Internal links",
    off: {
      file: "server/index/resolve.ts",
      find: 'if (base === "") return withPart({ kind: "note", note: source, rule: "self", rivals: [] }, parts);',
      replace: 'if (base === "") return { kind: "missing" };',
    },
    cases: [
      hit(
        "a heading and a block",
        "[[#Setup]] [[#^one|x]]\n\n## Setup\nText ^one",
        "[[#Setup]] -> self note.md › Setup",
        "[[#^one|x]] -> self note.md › block one",
      ),
      nearMiss("another note's heading", "[[#Setup]]\n  ^^^^^^ broken-heading: “note” has no heading “Setup”.\n//- /b.md\n## Setup"),
    ],
  },
];
