// What a reference says when pointed at, and that nothing from a note comes alive in it.
import assert from "node:assert/strict";
import { GFM, parser } from "@lezer/markdown";
import { describe, it } from "mocha";
import { checkHover, hoverText } from "./check";

const markdownParser = parser.configure(GFM);

/** What a renderer of Markdown would make more of than plain words. */
function livePartsOf(markdown: string): readonly string[] {
  const names: string[] = [];
  markdownParser.parse(markdown).iterate({ enter: ({ name }) => void names.push(name) });
  return names.filter((name) => !["Document", "Paragraph", "Escape", "EmphasisMark"].includes(name));
}

/** The words that a renderer shows: backslashes and entities undone. */
const shownBy = (markdown: string) =>
  markdown.replace(/&lt;|&amp;|\\([!-/:-@[-`{-~])/g, (it, char: string) => (it === "&lt;" ? "<" : it === "&amp;" ? "&" : char));

describe("hover", () => {
  it("tells the question, its topics, its summary, its counts and how it was found", () => {
    checkHover(
      `
      //- /a.md
      [[Does it$0 work?]]
      //- /s/b.md
      ---
      title: Does it work?
      summary: It does, in three of four studies.
      topics: [methods/testing, tools]
      sources: [arxiv:2505.24298, 2505.24298v2, 10.1000/x]
      ---
      //- /c.md
      [[Does it work?]] and again [[b]]
      `,
      `
      **Does it work?**

      Testing · Tools

      It does, in three of four studies\\.

      2 source papers · 2 notes link here

      *Found by its title: s/b\\.md*
      `,
    );
  });

  it("leaves out what a note does not have, and counts one as one", () => {
    checkHover(
      `
      //- /a.md
      [[$0b]]
      //- /b.md
      ---
      sources: x
      ---
      `,
      `
      **b**

      Unfiled

      1 source paper · 1 note links here

      *Found by its file name: b\\.md*
      `,
    );
  });

  it("names the heading that is meant, and each way to be found", () => {
    assert.match(hoverText("//- /a.md\n[[b#Set$0up]]\n//- /b.md\n## Setup") ?? "", /^\*\*b\*\* › Setup\n/);
    assert.match(hoverText("//- /a.md\n[[#Set$0up]]\n## Setup") ?? "", /\*In this note: a\\\.md\*$/);
    assert.match(hoverText("//- /a.md\n[x](b$0.md)\n//- /b.md") ?? "", /\*Found by its path: b\\\.md\*$/);
    assert.match(hoverText("//- /a.md\n[[other$0]]\n//- /b.md\n---\naliases: other\n---") ?? "", /\*Found by an alias: b\\\.md\*$/);
  });

  it("uses the label of a topic note", () => {
    const source =
      "//- /a.md\n[[b$0]]\n//- /b.md\n---\ntopics: [x]\n---\n//- /t.md\n---\ntype: topic\ntitle: The X of it\ntopics: [x]\n---";
    assert.match(hoverText(source) ?? "", /\n\nThe X of it\n\n/);
  });

  it("names a file", () => {
    checkHover("//- /a.md\n![[plot$0.png]]\n//- /img/plot.png", "File `img/plot.png`");
  });

  it("shows the note when only the part is missing", () => {
    assert.match(hoverText("//- /a.md\n[[b#No$0pe]]\n//- /b.md") ?? "", /^\*\*b\*\*\n/);
  });

  it("says nothing outside references and where nothing answers", () => {
    checkHover("//- /a.md\nte$0xt [[b]]\n//- /b.md");
    checkHover("//- /a.md\n[[Now$0here]]");
    checkHover("//- /a.md\n`[[$0b]]`\n//- /b.md");
  });

  for (const [name, text] of [
    ["a command link", "[run](command:workbench.action.quit)"],
    ["an image", "![x](https://example.com/i.png)"],
    ["a tag", '<img src=x onerror="y"> <b>x</b>'],
    ["an automatic link", "<https://example.com> https://example.com www.example.com a@b.c mailto:a@b.c"],
    ["an entity", "&lt;b&gt; &#91;x &amp;"],
    ["an icon, code and emphasis", "$(alert) and `code` and *em* _u_ ~~s~~ __b__"],
    ["a backslash before a bracket", "\\[x](y) \\"],
    ["a wiki link", "[[x]] and ![[y]]"],
    ["a comment", "<!-- x --> %%y%%"],
  ] as const) {
    it(`keeps ${name} in a title or summary as dead text`, () => {
      const yaml = JSON.stringify(text);
      const shown = hoverText(`//- /a.md\n[[$0b]]\n//- /b.md\n---\ntitle: ${yaml}\nsummary: ${yaml}\n---`) ?? "";
      const [title = "", , summary = ""] = shown.split("\n\n");
      assert.deepEqual(livePartsOf(title), ["StrongEmphasis"]);
      assert.deepEqual(livePartsOf(summary), []);
      assert.equal(shownBy(title), `**${text}**`);
      assert.equal(shownBy(summary), text);
      assert.doesNotMatch(shown, /(?<!\\)\$\(/);
    });
  }

  it("does not let a summary begin a block of its own", () => {
    for (const summary of ["# Heading", "- item", "1. item", "> quote", "```js", "---", "| a | b |", "===", "+ item", "1) item", "* * *"]) {
      const shown = hoverText(`//- /a.md\n[[$0b]]\n//- /b.md\n---\nsummary: ${JSON.stringify(summary)}\n---`) ?? "";
      assert.doesNotMatch(shown.split("\n\n")[2] ?? "", /^(?:#|[-+*] |\d+[.)] |>|```|---|\||===|\* \*)/, summary);
    }
  });
});
