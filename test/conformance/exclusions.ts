// Where text is no reference: code, comments, HTML, escapes, brackets alone, footnotes, addresses and templates.
import { hit, nearMiss, none, type Rule } from "./rule";

const grammar = "server/core/grammar.ts";
const wikiLink = "server/core/wikiLink.ts";
const configured = "commonMark.configure([GFM, notes])";
const without = (node: string) => `commonMark.configure([GFM, notes, { remove: ["${node}"] }])`;

export const exclusions: readonly Rule[] = [
  {
    name: "code-span",
    says: "What stands between backticks is no reference.",
    from: "format of notes: not references; CommonMark 6.1",
    off: { file: grammar, find: configured, replace: without("InlineCode") },
    cases: [
      hit("one backtick or several, also over two lines", "`[[Lost]]` ``[[Lost]] ` [x](lost.md)`` `a\n[[Lost]] b`", none),
      nearMiss(
        "a backtick that nothing closes, and an escaped one",
        "One ` [[b]].\n\nTwo \\`[[b]]\\`.\n//- /b.md",
        "[[b]] -> stem b.md",
        "[[b]] -> stem b.md",
      ),
    ],
  },
  {
    name: "fenced-code",
    says: "What stands in a fenced code block is no reference.",
    from: "format of notes: not references; CommonMark 4.5",
    off: { file: grammar, find: configured, replace: without("FencedCode") },
    cases: [
      hit("backticks and tildes, to the mark that fits", "````md\n[[Lost]]\n```\n[x](lost.md)\n````\n\n~~~\n[[Lost]]\n```\n~~~", none),
      hit("in a list item and in a quote", "- Run:\n  ```\n  [[Lost]]\n  ```\n\n> ~~~\n> [[Lost]]\n> ~~~", none),
      hit("never closed, to the end", "```\n[[Lost]]\n\n[[Lost]]", none),
      nearMiss(
        "behind the end of the block, of the item and of the quote",
        "```\n```\n[[b]]\n\n- ```\n\n[[b]]\n\n> ```\n\n[[b]]\n//- /b.md",
        ...Array(3).fill("[[b]] -> stem b.md"),
      ),
    ],
  },
  {
    name: "indented-code",
    says: "What stands in an indented code block is no reference.",
    from: "format of notes: not references; CommonMark 4.4",
    off: { file: grammar, find: configured, replace: without("IndentedCode") },
    cases: [
      hit("four blanks or a tab behind a blank line", "Run\n\n    [[Lost]]\n\n\t[x](lost.md)\n\n- item\n\n      [[Lost]]", none),
      nearMiss(
        "the further lines of a paragraph or an item",
        "Prose\n    [[b]]\n\n- item\n\n    [[b]]\n//- /b.md",
        "[[b]] -> stem b.md",
        "[[b]] -> stem b.md",
      ),
    ],
  },
  {
    name: "html-comment",
    says: "What stands in an HTML comment is no reference.",
    from: "format of notes: not references; CommonMark 4.6 and 6.6",
    off: { file: grammar, find: configured, replace: `commonMark.configure([GFM, notes, { remove: ["HTMLTag", "HTMLBlock"] }])` },
    cases: [
      hit(
        "in a line, over lines, as a block",
        "One <!-- [[Lost]] --> two <!-- [[Lost]]\n[x](lost.md) -->.\n\n<!--\n[[Lost]]\n\n[[Lost]]\n-->",
        none,
      ),
      nearMiss(
        "behind the comment, and what only looks like one",
        "One <!-- --> [[b]] <! -- [[b]] -->\n//- /b.md",
        "[[b]] -> stem b.md",
        "[[b]] -> stem b.md",
      ),
    ],
  },
  {
    name: "html-block",
    says: "What stands in a block of HTML is no reference.",
    from: "format of notes: not references; CommonMark 4.6",
    off: { file: grammar, find: configured, replace: without("HTMLBlock") },
    cases: [
      hit("from a tag to the next blank line", "<div>\n[[Lost]] [x](lost.md)\n</div>\n\n<pre>\n\n[[Lost]]\n</pre>", none),
      nearMiss("behind a blank line Markdown goes on", "<details>\n\n[[b]]\n\n</details>\n//- /b.md", "[[b]] -> stem b.md"),
    ],
  },
  {
    name: "html-tag",
    says: "What stands in a tag is no reference, what stands between tags is.",
    from: "format of notes: not references; CommonMark 6.6",
    off: { file: grammar, find: configured, replace: without("HTMLTag") },
    cases: [
      hit("in an attribute", 'A <span title="[[Lost]]">word</span> and <img alt="[x](lost.md)">.', none),
      nearMiss(
        "between tags, and behind a sign that is no tag",
        "A <b>[[b]]</b> for p < 0.05 [[b]] > x\n//- /b.md",
        "[[b]] -> stem b.md",
        "[[b]] -> stem b.md",
      ),
    ],
  },
  {
    name: "comment-in-line",
    says: "What stands between `%%` is no reference.",
    from: "format of notes: not references; Obsidian: Basic formatting syntax",
    off: { file: grammar, find: '{ name: "Hidden", before: "Escape", parse: parseComment },', replace: "" },
    cases: [
      hit("in a line and over two", "One %%[[Lost]]%% two %% [x](lost.md)\n[[Lost]] %% three.", none),
      nearMiss(
        "one percent sign, and two that nothing closes",
        "5% of [[b]] are 5% and 100%% of [[b]] too.\n//- /b.md",
        "[[b]] -> stem b.md",
        "[[b]] -> stem b.md",
      ),
    ],
  },
  {
    name: "comment-block",
    says: "What stands between lines of `%%` is no reference, blank lines included.",
    from: "format of notes: not references; Obsidian: Basic formatting syntax",
    off: { file: grammar, find: 'fencedBy("%%", "HiddenBlock", "FencedCode"), ', replace: "" },
    cases: [
      hit("of several paragraphs", "%%\n[[Lost]]\n\n[[Lost]]\n%%", none),
      nearMiss(
        "behind the block, and behind the quote it stands in",
        "%%\na\n%%\n[[b]]\n\n> %%\n\n[[b]]\n//- /b.md",
        "[[b]] -> stem b.md",
        "[[b]] -> stem b.md",
      ),
    ],
  },
  {
    name: "escape",
    says: "An escaped bracket opens no reference.",
    from: "format of notes: not references; CommonMark 2.4",
    off: { file: grammar, find: configured, replace: without("Escape") },
    cases: [
      hit("before the first or the second bracket", "\\[[Lost]] [\\[Lost]] \\[x](lost.md)", none),
      nearMiss(
        "an escaped backslash, and one before a letter",
        "\\\\[[b]] \\a[[b]]\n//- /b.md",
        "[[b]] -> stem b.md",
        "[[b]] -> stem b.md",
      ),
    ],
  },
  {
    name: "single-brackets",
    says: "Brackets alone (a task box, a callout, a mark like `[TOC]`) are no reference.",
    from: "format of notes: not references, task boxes; GFM 5.3",
    off: {
      file: grammar,
      find: '{ name: "Shortcut", before: "Link", parse: parseShortcut },',
      replace: `{ name: "Shortcut", before: "Link", parse(cx, next, at) {
        const end = next === 91 && cx.char(at + 1) !== 91 ? cx.text.indexOf("]", at - cx.offset) : -1;
        return end < 0 ? -1 : cx.addElement(cx.elt("WikiLink", at - 1, cx.offset + end + 2));
      } },`,
    },
    cases: [
      hit("task boxes of every kind", "- [ ] Read it\n- [x] Read it\n- [-] Read it\n- [?] Read it", none),
      hit("callouts, marks and insertions", "[TOC]\n\n> [!note] Of interest\n\n“It [the model] fails [sic]”", none),
      nearMiss(
        "what is to be done in a task",
        "- [ ] Read [[b]]\n- [x] Read [x](b.md)\n//- /b.md",
        "[[b]] -> stem b.md",
        "[x](b.md) -> path b.md",
      ),
    ],
  },
  {
    name: "footnote",
    says: "A footnote is no reference, and what it says may hold one.",
    from: "format of notes: not references; Pandoc: footnotes; Obsidian: Basic formatting syntax",
    off: { file: grammar, find: '"FencedCode"), footnotes],', replace: '"FencedCode")],' },
    cases: [
      hit(
        "its mark and its text",
        "It scales.[^1][^why][^2]\n\n[^1]: See [[b]].\n[^why]: lost.md\n\n[^2]: [[b]]\n//- /b.md",
        "[[b]] -> stem b.md",
        "[[b]] -> stem b.md",
      ),
      nearMiss("a definition whose label is no footnote's", "[x][a^1]\n\n[a^1]: b.md\n//- /b.md", "[a^1]: b.md -> path b.md"),
    ],
  },
  {
    name: "footnote-blocks",
    says: "A footnote goes on in lines indented by four, which are no code.",
    from: "Pandoc: footnotes",
    off: { file: grammar, find: "  line.moveBaseColumn(line.baseIndent + indent);\n  return true;", replace: "  return false;" },
    cases: [
      hit(
        "in the next line and in a further paragraph",
        "It scales.[^1]\n\n[^1]: Note\n    and [[b]].\n\n    See [[b]].\n//- /b.md",
        "[[b]] -> stem b.md",
        "[[b]] -> stem b.md",
      ),
      nearMiss("code behind a paragraph that is no footnote", "It scales.\n\n    See [[b]].\n//- /b.md", none),
    ],
  },
  {
    name: "wiki-address",
    says: "An address in double brackets is no reference.",
    from: "format of notes: not references, external URLs",
    off: { file: wikiLink, find: "!/^[a-z][a-z0-9+.-]*:\\/\\//i.test(target)", replace: "true" },
    cases: [
      hit("with two slashes", "[[https://arxiv.org/abs/2505.24298]] [[file:///a.md|x]]", none),
      nearMiss(
        "a title with a colon",
        "[[RL: a method?]] [[Ratio 3://4?]]\n//- /b.md\n# RL: a method?\n//- /c.md\n# Ratio 3://4?",
        "[[RL: a method?]] -> title b.md",
        "[[Ratio 3://4?]] -> title c.md",
      ),
    ],
  },
  {
    name: "wiki-mailto",
    says: "`mailto:` and `obsidian:` in double brackets are no reference.",
    from: "format of notes: not references",
    off: { file: wikiLink, find: "!/^(?:mailto|obsidian):\\S/i.test(target)", replace: "true" },
    cases: [
      hit("without slashes", "[[mailto:a@b.c]] [[obsidian:open?vault=x|x]]", none),
      nearMiss(
        "a title that begins with the word",
        "[[Obsidian or paper?]] [[Obsidian: worth it?]]\n//- /b.md\n# Obsidian or paper?\n//- /c.md\n# Obsidian: worth it?",
        "[[Obsidian or paper?]] -> title b.md",
        "[[Obsidian: worth it?]] -> title c.md",
      ),
    ],
  },
  {
    name: "wiki-template",
    says: "A wiki target with the marks of a template is no reference.",
    from: "format of notes: not references",
    off: { file: wikiLink, find: "!/\\{\\{|\\{%|<%/.test(target)", replace: "true" },
    cases: [
      hit("each kind of mark", "[[{{title}}]] [[{% x %}|x]] [[<% tp.file.title %>]]", none),
      nearMiss("one brace, and a percent sign", "[[Is {x} 5%?]]\n//- /b.md\n# Is {x} 5%?", "[[Is {x} 5%?]] -> title b.md"),
    ],
  },
  {
    name: "link-template",
    says: "A destination with the marks of a template is no reference.",
    from: "format of notes: not references",
    off: { file: "server/core/destination.ts", find: " || /\\{\\{|\\{%|<%/.test(destination)", replace: "" },
    cases: [
      hit("each kind of mark", "[x]({{url}}) [x](<{% link b.md %}>) ![x](<img/<% name %>.png>) [x]({{a}}/b.md)", none),
      nearMiss("single braces", "[x](a{b}.md)\n//- /a{b}.md", "[x](a{b}.md) -> path a{b}.md"),
    ],
  },
];
