import { describe, it } from "mocha";
import { checkSpans } from "./noteText";

describe("wiki links", () => {
  it("have a target, and may have a label", () => {
    checkSpans("See ⟦[[‹Does it work?›]]⟧ and ⟦[[‹A›|the first]]⟧.", ["Does it work?", "A | the first"]);
  });

  it("keep a part with their target", () => {
    checkSpans("⟦[[‹A#Heading›]]⟧ ⟦[[‹A#B#C›|x]]⟧ ⟦[[‹A#^block-1›]]⟧ ⟦[[‹#Heading›]]⟧", [
      "A#Heading",
      "A#B#C | x",
      "A#^block-1",
      "#Heading",
    ]);
  });

  it("embed with an exclamation mark", () => {
    checkSpans("⟦![[‹A›]]⟧ ⟦![[‹img.png›|100x80]]⟧ ⟦![[‹A#Part›]]⟧", ["embed A", "embed img.png | 100x80", "embed A#Part"]);
    checkSpans(String.raw`\!⟦[[‹A›]]⟧ !\[[A]]`);
  });

  it("have a target without outer blanks", () => {
    checkSpans("⟦[[ ‹A b› ]]⟧ ⟦[[ ‹A› | the label ]]⟧", ["A b", "A | the label"]);
  });

  it("stand at their exact place behind wide characters", () => {
    checkSpans("🙂 漢字 é\u0301 ⟦[[‹A 🙂?›|漢]]⟧ x\n🙂⟦[[‹B›]]⟧", ["A 🙂? | 漢", "B"]);
  });

  it("stand at their exact place with Windows line ends", () => {
    checkSpans("one\r\ntwo ⟦[[‹A›]]⟧\r\n\r\n- ⟦[[‹B›]]⟧\r\n");
  });

  it("stand in every kind of block", () => {
    checkSpans("# Is ⟦[[‹A›]]⟧ so?\n\n> ⟦[[‹B›]]⟧\n> > ⟦[[‹C›]]⟧\n\n- ⟦[[‹D›]]⟧\n  1. **⟦[[‹E›]]⟧** _⟦[[‹F›|f]]⟧_\n\n⟦[[‹G›]]⟧\n===\n");
  });

  it("are side by side", () => {
    checkSpans("⟦[[‹A›]]⟧⟦[[‹B›]]⟧ (⟦[[‹C›]]⟧)");
  });

  it("stay on one line, have a target, and are closed by two brackets", () => {
    checkSpans("[[A\nb]] [[]] [[ ]] [[A] b [A");
  });

  it("may hold single brackets; of nested links the inner one counts", () => {
    checkSpans("⟦[[‹a [b] c›]]⟧ [[a ⟦[[‹b›]]⟧ c]]", ["a [b] c", "b"]);
  });

  it("may stand in brackets themselves", () => {
    checkSpans("[⟦[[‹A›]]⟧]", ["A"]);
    checkSpans("[see ⟦[[‹A›]]⟧]", ["A"]);
  });

  it("keep question marks, dots, colons and percent signs in their target", () => {
    checkSpans("⟦[[‹Why: 50% of v1.2? %20›]]⟧ ⟦[[‹note.md›]]⟧ ⟦[[‹sub/../note›]]⟧", ["Why: 50% of v1.2? %20", "note.md", "sub/../note"]);
  });

  it("divide target and label by an escaped bar in a table", () => {
    checkSpans(
      String.raw`| a | b |
| --- | --- |
| ⟦[[‹A›\|one]]⟧ | ⟦[[‹B›]]⟧ |
| ⟦![[‹img.png›\|100]]⟧ | x |
`,
      ["A | one", "B", "embed img.png | 100"],
    );
  });

  it("are none where escaped", () => {
    checkSpans(String.raw`\[[A]] [\[A]] \\⟦[[‹B›]]⟧`, ["B"]);
  });

  it("are none where the target is an address or a template's mark", () => {
    checkSpans("[[https://example.com]] [[obsidian://open?vault=x]] [[mailto:a@b.c]] [[{{title}}]] [[<% tp.file.title %>]] [[{% x %}]]");
    checkSpans("⟦[[‹Ratio 3:4?›]]⟧ ⟦[[‹A {b}›]]⟧ ⟦[[‹50% <x›]]⟧");
  });

  it("with brackets around a number and an address behind are Markdown links", () => {
    checkSpans("⟦[[1]](‹a.md›)⟧", ["a.md"]);
  });
});

describe("Markdown links", () => {
  it("have a path and may have a fragment", () => {
    checkSpans('⟦[text](‹a.md›)⟧ ⟦[text](‹../b/c.md#does-it-work›)⟧ ⟦[text](‹#here›)⟧ ⟦[text](‹/root.md› "title")⟧', [
      "a.md",
      "../b/c.md # does-it-work",
      " # here",
      "/root.md",
    ]);
  });

  it("may stand in angle brackets", () => {
    checkSpans("⟦[text](<‹a b.md›>)⟧ ⟦[text](<‹a (b).md#x y›>)⟧", ["a b.md", "a (b).md # x y"]);
  });

  it("are images, also inside a link", () => {
    checkSpans("⟦![alt](‹image.png›)⟧ ⟦[⟦![alt](‹i.png›)⟧](‹a.md›)⟧", ["image image.png", "a.md", "image i.png"]);
  });

  it("are checked at their definition", () => {
    checkSpans('[text][ref] and [ref] and [ref][]\n\n⟦[ref]: ‹path/a.md› "title"⟧\n⟦[other]: <‹a b.md›>⟧\n', ["path/a.md", "a b.md"]);
  });

  it("are decoded once; a malformed percent sign is literal", () => {
    checkSpans("⟦[x](‹a%20b.md›)⟧ ⟦[x](‹100%25.md›)⟧ ⟦[x](‹a%2520b.md›)⟧ ⟦[x](‹100%.md›)⟧ ⟦[x](‹why%3F.md#a%20b›)⟧", [
      "a b.md",
      "100%.md",
      "a%20b.md",
      "100%.md",
      "why?.md # a b",
    ]);
  });

  it("keep a question mark in the name, and an encoded number sign", () => {
    checkSpans("⟦[x](‹does-it-work?.md›)⟧ ⟦[x](‹c%23.md#s›)⟧", ["does-it-work?.md", "c#.md # s"]);
  });

  it("undo Markdown's own escapes", () => {
    checkSpans(String.raw`⟦[x](‹a\(b\).md›)⟧ ⟦[x](‹a_b\_c.md›)⟧`, ["a(b).md", "a_b_c.md"]);
  });

  it("stand at their exact place behind wide characters", () => {
    checkSpans("🙂漢 ⟦[🙂](‹漢🙂.md›)⟧");
  });

  it("lead nowhere of ours with a scheme, a host or a template's mark", () => {
    checkSpans(
      "[x](https://example.com/a.md) [x](mailto:a@b.c) [x](obsidian://open) [x](tel:123) [x](//host/a.md) [x]({{url}}) [x](<<% url %>>) [x](file:///a.md) [x](vscode:x)",
    );
    checkSpans("<https://example.com/a.md> https://example.com/b.md www.example.com\n\n[ref]: https://example.com/c.md\n");
  });

  it("are none without an address, or where escaped", () => {
    checkSpans(String.raw`[text] [text](<>) \[x](a.md) [x]\(a.md) [x] (a.md) [ ](`);
  });
});

describe("what is no reference", () => {
  it("code: inline, fenced and indented", () => {
    checkSpans("`[[A]]` ``[[B]] ` [x](c.md)`` ⟦[[‹D›]]⟧ ` ⟦[[‹E›]]⟧");
    checkSpans(
      "```md\n[[A]]\n[x](b.md)\n```\n⟦[[‹C›]]⟧\n\n~~~\n[[D]]\n```\n[[E]]\n~~~\n\n    [[F]]\n\n- item\n\n      [[G]]\n\n  ⟦[[‹H›]]⟧\n",
    );
  });

  it("a fence that is never closed, to the end", () => {
    checkSpans("⟦[[‹A›]]⟧\n\n```\n[[B]]\n\n[[C]]");
  });

  it("HTML comments, blocks and tags", () => {
    checkSpans(
      '<!-- [[A]] -->\n\nx <!-- [[B]]\n[y](c.md) --> ⟦[[‹D›]]⟧ <span title="[[E]]">⟦[[‹F›]]⟧</span>\n\n<div>\n[[G]]\n</div>\n\n⟦[[‹H›]]⟧',
    );
  });

  it("%%comments%% in a line", () => {
    checkSpans("a %%[[B]]%% ⟦[[‹C›]]⟧ %% [x](d.md)\nstill [[E]] %% ⟦[[‹F›]]⟧");
    checkSpans("100%% of ⟦[[‹A›]]⟧ and 5% of ⟦[[‹B›]]⟧");
  });

  it("%%comments%% as a block", () => {
    checkSpans("⟦[[‹A›]]⟧\n\n%%\n[[B]]\n\n[x](c.md)\n%%\n\n⟦[[‹D›]]⟧");
    checkSpans("> %%\n> [[A]]\n> %%\n\n⟦[[‹B›]]⟧");
  });

  it("footnotes, but what they say", () => {
    checkSpans("A claim[^1] and[^long-name].\n\n[^1]: See ⟦[[‹A›]]⟧ and ⟦[x](‹b.md›)⟧.\n[^long-name]: a.md\n");
  });

  it("task boxes", () => {
    checkSpans("- [ ] ⟦[[‹A›]]⟧\n- [x] done\n- [-] ⟦[x](‹b.md›)⟧\n- [ ] [ ] x\n");
  });
});

describe("math", () => {
  it("hides what looks like a link", () => {
    checkSpans("$a[[0]]$ ⟦[[‹B›]]⟧ $$x[[1]] [y](z.md)$$ ⟦[[‹C›]]⟧");
    checkSpans("$$\nx[[1]]\n$$\n⟦[[‹A›]]⟧");
    checkSpans("Prose\n$$\nx[[1]]\n$$\n⟦[[‹A›]]⟧");
  });

  it("is none with a blank inside the dollars or a digit behind", () => {
    checkSpans("costs $5 ⟦[[‹x›]]⟧ for $6");
    checkSpans("$ ⟦[[‹x›]]⟧$ and $20,000 ⟦[[‹y›]]⟧ to USD$30,000");
  });

  it("is none where a dollar before it stands alone: the first closing that cannot be one ends the attempt", () => {
    checkSpans("costs $5 ⟦[[‹x›]]⟧ for $6 and $y$ [z]");
  });

  it("is none where the dollar is escaped or never closed", () => {
    checkSpans(String.raw`\$a ⟦[[‹x›]]⟧$ and $b ⟦[[‹y›]]⟧\$`);
    checkSpans("a $b ⟦[[‹x›]]⟧\n\nc$");
  });

  it("is none in a paragraph of two dollars that are never closed", () => {
    checkSpans("$$$ is what ⟦[[‹A›]]⟧ costs.\n\nAnd ⟦[[‹B›]]⟧.\n\n## Is ⟦[[‹C›]]⟧ so?");
  });
});
