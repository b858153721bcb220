// Which places of a note light up together: those that mean what is under the caret, under whatever name.
import { describe, it } from "mocha";
import { checkHighlights } from "./check";

const other = "//- /b.md\n---\ntitle: Does it scale?\naliases: [scaling]\n---\n## Why\n";

describe("highlights", () => {
  it("are all links to one note, under whatever name, and none to another or to a part of it", () => {
    checkHighlights(
      `//- /a.md\nSee <ref>[[Does it$0 scale?]]</ref>, <ref>[[scaling|again]]</ref>, <ref>[x](b.md)</ref>, [[b#Why]], [[a]].\n${other}`,
    );
    checkHighlights(`//- /a.md\nSee [[b]], <ref>[[b#W$0hy]]</ref> and <ref>[x](b.md#why)</ref>.\n${other}`);
  });

  it("are the title, the heading that repeats it and the links of the note to itself", () => {
    checkHighlights(
      "//- /a.md\n---\ntitle: <def>Is it$0 so?</def>\n---\n<def># Is it so?</def>\n<ref>[[Is it so?]]</ref> <ref>[[a]]</ref> [[#Why]]\n## Why\n",
    );
  });

  it("are a heading and what names it", () => {
    checkHighlights("//- /a.md\n<ref>[[#Why]]</ref> and <ref>[[a#why]]</ref>, not [[a]]\n<def>## Wh$0y</def>\n## Why not\n");
    checkHighlights("//- /a.md\n<ref>[[#W$0hy]]</ref>\n<def>## Why</def>\n");
  });

  it("are a paper in all its spellings", () => {
    checkHighlights(`
      //- /a.md
      ---
      sources: [<ref>2505.24$0298</ref>, 10.1000/x]
      ---
      By <ref>@fu2025</ref> and [<ref>@fu2025</ref>; @other].
      //- /papers.bib
      @misc{fu2025, eprint = {2505.24298}}
      @misc{other, title = {Other}}
    `);
  });

  it("are equal links where nothing answers them", () => {
    checkHighlights("//- /a.md\n<ref>[[No$0where]]</ref> <ref>[[Nowhere|there]]</ref> [[Somewhere]] <!-- -->\n");
  });

  it("are none where nothing stands", () => {
    checkHighlights(`//- /a.md\nSe$0e [[b]].\n${other}`);
  });
});
