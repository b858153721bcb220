// What stands behind `#`: headings in any spelling, headings under headings, slugs, blocks; and titles that hold a `#`.
import { describe, it } from "mocha";
import { checkMeanings } from "./check";

describe("the part of a target", () => {
  it("is a heading as written, as a slug, or without its markup", () => {
    checkMeanings(
      `
      //- /a.md
      [[b#Does it *work*?]] [[b#does-it-work]] [[b#DOES IT WORK]] [[b#Does it]] [x](b.md#does-it-work) [x](b.md#Does%20it%20work?)
      //- /b.md
      ## Does it *work*?
      `,
      `
      [[b#Does it *work*?]] -> stem b.md › Does it work?
      [[b#does-it-work]] -> stem b.md › Does it work?
      [[b#DOES IT WORK]] -> stem b.md › Does it work?
      [[b#Does it]] -> stem b.md without “Does it”
      [x](b.md#does-it-work) -> path b.md › Does it work?
      [x](b.md#Does%20it%20work?) -> path b.md › Does it work?
      `,
    );
  });

  it("is a heading under a heading", () => {
    checkMeanings(
      `
      //- /a.md
      [[b#A#Notes]] [[b#B#Notes]] [[b#T#B#Notes]] [[b#Notes#B]] [[b#C#Notes]]
      //- /b.md
      # T
      ## A
      ### Notes
      ## B
      #### Notes
      ## C
      `,
      `
      [[b#A#Notes]] -> stem b.md › Notes
      [[b#B#Notes]] -> stem b.md › Notes
      [[b#T#B#Notes]] -> stem b.md › Notes
      [[b#Notes#B]] -> stem b.md without “Notes#B”
      [[b#C#Notes]] -> stem b.md without “C#Notes”
      `,
    );
  });

  it("is a slug with a number for a heading that comes again", () => {
    checkMeanings(
      `
      //- /a.md
      [x](b.md#setup) [x](b.md#setup-1) [[b#setup-1]] [x](b.md#setup-2)
      //- /b.md
      ## Setup
      ### Setup
      `,
      `
      [x](b.md#setup) -> path b.md › Setup
      [x](b.md#setup-1) -> path b.md › Setup
      [[b#setup-1]] -> stem b.md › Setup
      [x](b.md#setup-2) -> path b.md without “setup-2”
      `,
    );
  });

  it("is a slug of letters beyond English", () => {
    checkMeanings(
      `
      //- /a.md
      [x](b.md#für-große-fälle) [x](b.md#f%C3%BCr-gro%C3%9Fe-f%C3%A4lle) [[b#日本語の見出し]]
      //- /b.md
      ## Für große Fälle!
      ## 日本語の見出し
      `,
      `
      [x](b.md#für-große-fälle) -> path b.md › Für große Fälle!
      [x](b.md#f%C3%BCr-gro%C3%9Fe-f%C3%A4lle) -> path b.md › Für große Fälle!
      [[b#日本語の見出し]] -> stem b.md › 日本語の見出し
      `,
    );
  });

  it("is a block by its id", () => {
    checkMeanings(
      `
      //- /a.md
      [[b#^one-1]] [[b#^ONE-1]] [[b#^two]] ![[b#^one-1]] [x](b.md#^one-1)
      //- /b.md
      Text ^one-1
      `,
      `
      [[b#^one-1]] -> stem b.md › block one-1
      [[b#^ONE-1]] -> stem b.md › block one-1
      [[b#^two]] -> stem b.md without “^two”
      ![[b#^one-1]] -> stem b.md › block one-1
      [x](b.md#^one-1) -> path b.md › block one-1
      `,
    );
  });

  it("is an element of HTML by its id", () => {
    checkMeanings(
      `
      //- /a.md
      [x](b.md#here) [x](b.md#there)
      //- /b.md
      <a id="here"></a> Text
      `,
      `
      [x](b.md#here) -> path b.md › html here
      [x](b.md#there) -> path b.md without “there”
      `,
    );
  });

  it("stands alone for a part of the note itself", () => {
    checkMeanings(
      `
      //- /a.md
      [[#Setup]] [[#^one]] [x](#setup) [[#Nothing]]
      ## Setup
      Text ^one
      `,
      `
      [[#Setup]] -> self a.md › Setup
      [[#^one]] -> self a.md › block one
      [x](#setup) -> self a.md › Setup
      [[#Nothing]] -> self a.md without “Nothing”
      `,
    );
  });

  it("may be empty", () => {
    checkMeanings(
      `
      //- /a.md
      [[b#]] [x](b.md#)
      //- /b.md
      `,
      `
      [[b#]] -> stem b.md
      [x](b.md#) -> path b.md
      `,
    );
  });

  it("of a file that is no note is not asked for", () => {
    checkMeanings(
      `
      //- /a.md
      ![[paper.pdf#page=3]] [x](paper.pdf#page=3)
      //- /paper.pdf
      `,
      `
      ![[paper.pdf#page=3]] -> file paper.pdf
      [x](paper.pdf#page=3) -> file paper.pdf
      `,
    );
  });
});

describe("a number sign in a title", () => {
  it("belongs to the title where the whole text is one", () => {
    checkMeanings(
      `
      //- /a.md
      [[C# tips]] [[C# tips#Setup]] [[C# tips#Nothing]] [[Is #1 best?]]
      //- /b.md
      # C# tips
      ## Setup
      //- /best.md
      # Is #1 best?
      `,
      `
      [[C# tips]] -> title b.md
      [[C# tips#Setup]] -> title b.md › Setup
      [[C# tips#Nothing]] -> title b.md without “Nothing”
      [[Is #1 best?]] -> title best.md
      `,
    );
  });

  it("belongs to the title also where the shorter text is a note without such a part", () => {
    checkMeanings(
      `
      //- /a.md
      [[C#Setup]] [[C# tips#Setup]]
      //- /b.md
      # C# tips
      ## Setup
      //- /c.md
      # C
      ## Setup
      `,
      `
      [[C#Setup]] -> title c.md › Setup
      [[C# tips#Setup]] -> title b.md › Setup
      `,
    );
  });

  it("belongs to a title that is only a file name", () => {
    checkMeanings(
      `
      //- /a.md
      [[C# tips]]
      //- /C# tips.md
      `,
      "[[C# tips]] -> stem C# tips.md",
    );
  });
});
