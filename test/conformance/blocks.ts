// What stands behind `#^`, and the ids of HTML elements.
import { hit, nearMiss, type Rule } from "./rule";

const file = "server/core/markdownTree.ts";
const anchors = "server/core/anchors.ts";
const parts = "server/index/parts.ts";
const from = "format of notes: block ids; Obsidian: Internal links, link to a block";

export const blocks: readonly Rule[] = [
  {
    name: "block",
    says: "`^id` at the end of a paragraph or a list item, behind a blank, names the block.",
    from,
    off: { file, find: "if (endsBlock.has(name)) takeBlockIds(", replace: "if (false) takeBlockIds(" },
    cases: [
      hit(
        "of a paragraph, an item, an item in an item, a heading",
        "[[b#^p]] [[b#^i-1]] ![[b#^i-2]] [[b#^h]] [x](b.md#^p)\n//- /b.md\n## Setup ^h\nTwo\nlines ^p\n\n- item ^i-1\n  - inner ^i-2",
      ),
      nearMiss("in the middle of a paragraph", "[[b#^p]]\n  ^^^^ broken-block: “b” has no block “^p”.\n//- /b.md\nText ^p goes on."),
      nearMiss("in code", "[[b#^p]]\n  ^^^^ broken-block\n//- /b.md\n```\ntext ^p\n```\n`text ^p`"),
    ],
  },
  {
    name: "block-below",
    says: "Behind a quote, a list or a table `^id` stands on a line of its own.",
    from,
    off: { file: anchors, find: "if (at < 0 || (at > 0 &&", replace: "if (at <= 0 || (at > 0 &&" },
    cases: [
      hit("with a blank line between", "[[b#^q]] [[b#^l]] [[b#^t]]\n//- /b.md\n> Quote\n\n^q\n\n- item\n\n^l\n\n| a |\n| - |\n| b |\n\n^t"),
      nearMiss("inside of code", "[[b#^q]]\n  ^^^^ broken-block\n//- /b.md\n> Quote\n\n```\n^q\n```"),
    ],
  },
  {
    name: "block-of-task",
    says: "A task may end in a block id like any item.",
    from,
    off: { file, find: '  "Task",\n', replace: "" },
    cases: [
      hit("done or not", "[[b#^one]] [[b#^two]]\n//- /b.md\n- [ ] Read it ^one\n- [x] Read it ^two"),
      nearMiss("an id before the text", "[[b#^one]]\n  ^^^^^^ broken-block\n//- /b.md\n- [ ] ^one Read it"),
    ],
  },
  {
    name: "block-of-table",
    says: "A table may end in a block id without a blank line before it.",
    from,
    off: { file, find: '  "Table",\n', replace: "" },
    cases: [
      hit("on the line behind its last row", "[[b#^t]]\n//- /b.md\n| a |\n| - |\n| b |\n^t"),
      nearMiss("in a cell", "[[b#^t]]\n  ^^^^ broken-block\n//- /b.md\n| a |\n| - |\n| b ^t |"),
    ],
  },
  {
    name: "block-blank",
    says: "A blank stands before `^id`.",
    from,
    off: { file: anchors, find: " || (at > 0 && !/\\s/.test(block.charAt(at - 1)))", replace: "" },
    cases: [
      hit("a power is no id", "[[b#^2]]\n  ^^^^ broken-block\n//- /b.md\nIt grows with n^2"),
      nearMiss("a power before an id", "[[b#^end]]\n//- /b.md\nIt grows with n^2 ^end", "[[b#^end]] -> stem b.md › block end"),
    ],
  },
  {
    name: "underlined-block",
    says: "A heading that is underlined may have a block id.",
    from,
    off: {
      file,
      find: "takeBlockIds(stretch, placeOf({ from: node.from, to: underlineOf(node.node) }, stretch));",
      replace: "void underlineOf;",
    },
    cases: [
      hit("before the line", "[[b#^why]]\n//- /b.md\nWhy it works ^why\n---", "[[b#^why]] -> stem b.md › block why"),
      nearMiss("without a blank before it", "[[b#^why]]\n  ^^^^^^ broken-block\n//- /b.md\nWhy it works^why\n---"),
    ],
  },
  {
    name: "block-letters",
    says: "A block id is made of letters, digits and dashes.",
    from,
    off: { file: anchors, find: "/^[A-Za-z0-9-]+$/.test(id)", replace: "/^\\S+$/.test(id)" },
    cases: [
      hit(
        "an underscore, an umlaut",
        "[[b#^a_b]] [[b#^ä]]\n  ^^^^^^ broken-block\n             ^^^^ broken-block\n//- /b.md\nOne ^a_b\n\nTwo ^ä",
      ),
      nearMiss("a dash and a digit", "[[b#^a-1]]\n//- /b.md\nOne ^a-1", "[[b#^a-1]] -> stem b.md › block a-1"),
    ],
  },
  {
    name: "block-case",
    says: "Case does not matter in a block id.",
    from: "format of notes: headings and blocks",
    off: {
      file: parts,
      find: `const anchor = anchorsOf(note).get(\`\${kind} \${fold(id)}\`);`,
      replace: `const anchor = anchorsOf(note).get(\`\${kind} \${id}\`);`,
    },
    cases: [
      hit("capitals in the link", "[[b#^ONE]]\n//- /b.md\nText ^one", "[[b#^ONE]] -> stem b.md › block one"),
      nearMiss("a letter more", "[[b#^one1]]\n  ^^^^^^^ broken-block\n//- /b.md\nText ^one"),
    ],
  },
  {
    name: "block-is-no-heading",
    says: "A part that begins with `^` is a block and never a heading.",
    from,
    off: { file: parts, find: 'if (last.startsWith("^")) return anchorOf(note, "block", last.slice(1));', replace: "" },
    cases: [
      hit("a heading of the same word", "[[b#^setup]]\n  ^^^^^^^^ broken-block\n//- /b.md\n## Setup"),
      nearMiss("without the mark", "[[b#setup]]\n//- /b.md\n## Setup", "[[b#setup]] -> stem b.md › Setup"),
    ],
  },
  {
    name: "html-id",
    says: "The `id` or `name` of an HTML element is a part of a note.",
    from: "GitHub; HTML: the indicated part of the document",
    off: { file, find: 'name === "HTMLTag" || name === "HTMLBlock"', replace: "false" },
    cases: [
      hit(
        "in a line and in a block",
        '[x](b.md#here) [x](b.md#there) [[b#here]]\n//- /b.md\n<a id="here"></a> Text\n\n<div name=there>\n</div>',
      ),
      nearMiss(
        "in code, in a comment, and as another attribute",
        '[x](b.md#here)\n    ^^^^^^^^^ broken-heading\n//- /b.md\n`<a id="here">` <!-- <a id="here"> --> <a data-id="here">',
      ),
    ],
  },
];
