// What the destination of a Markdown link means.
import { describe, it } from "mocha";
import { checkMeanings } from "./check";

describe("a Markdown target", () => {
  it("is a path relative to the note or, with a slash, to the vault", () => {
    checkMeanings(
      `
      //- /s/a.md
      [x](b.md) [x](../b.md) [x](/b.md) [x](/s/b.md) [x](./b.md) [x](c.md) [x](s/b.md)
      //- /b.md
      //- /s/b.md
      //- /c.md
      `,
      `
      [x](b.md) -> path s/b.md
      [x](../b.md) -> path b.md
      [x](/b.md) -> path b.md
      [x](/s/b.md) -> path s/b.md
      [x](./b.md) -> path s/b.md
      [x](c.md) -> missing
      [x](s/b.md) -> missing
      `,
    );
  });

  it("may leave .md, index.md and README.md out", () => {
    checkMeanings(
      `
      //- /a.md
      [x](b) [x](i) [x](i/) [x](r) [x](both) [x](n)
      //- /b.md
      //- /i/index.md
      //- /r/README.md
      //- /both.md
      //- /both/index.md
      `,
      `
      [x](b) -> path b.md
      [x](i) -> path i/index.md
      [x](i/) -> path i/index.md
      [x](r) -> path r/README.md
      [x](both) -> path both.md
      [x](n) -> missing
      `,
    );
  });

  it("is a folder, the root of the vault too", () => {
    checkMeanings(
      `
      //- /s/a.md
      [x](sub) [x](sub/) [x](..) [x](/) [x](.) [x](su)
      //- /s/sub/img.png
      `,
      `
      [x](sub) -> file s/sub
      [x](sub/) -> file s/sub
      [x](..) -> file /
      [x](/) -> file /
      [x](.) -> file s
      [x](su) -> missing
      `,
    );
  });

  it("is any file", () => {
    checkMeanings(
      `
      //- /a.md
      ![x](img/plot.png) [x](data.csv) [x](.quaestio.json) ![x](plot.png)
      //- /img/plot.png
      //- /data.csv
      //- /.quaestio.json
      `,
      `
      ![x](img/plot.png) -> file img/plot.png
      [x](data.csv) -> file data.csv
      [x](.quaestio.json) -> file .quaestio.json
      ![x](plot.png) -> missing
      `,
    );
  });

  it("keeps question marks, percent signs and number signs of names", () => {
    checkMeanings(
      `
      //- /a.md
      [x](does-it-work?.md) [x](does-it-work%3F.md) [x](does-it-work.md) [x](100%.md) [x](100%25.md) [x](c%23.md) [x](a%20b.md) [x](<a b.md>)
      //- /does-it-work?.md
      //- /100%.md
      //- /c#.md
      //- /a b.md
      `,
      `
      [x](does-it-work?.md) -> path does-it-work?.md
      [x](does-it-work%3F.md) -> path does-it-work?.md
      [x](does-it-work.md) -> missing
      [x](100%.md) -> path 100%.md
      [x](100%25.md) -> path 100%.md
      [x](c%23.md) -> path c#.md
      [x](a%20b.md) -> path a b.md
      [x](<a b.md>) -> path a b.md
      `,
    );
  });

  it("finds a name composed in another way, and one that differs in case only", () => {
    checkMeanings(
      "//- /a.md\n[x](caf\u00e9.md) [x](B.md)\n//- /cafe\u0301.md\n//- /b.md\n",
      "[x](caf\u00e9.md) -> path cafe\u0301.md\n[x](B.md) -> path b.md",
    );
  });

  it("prefers the exact case", () => {
    checkMeanings(
      `
      //- /a.md
      [x](b.md) [x](B.md)
      //- /B.md
      //- /b.md
      `,
      `
      [x](b.md) -> path b.md
      [x](B.md) -> path B.md
      `,
    );
  });

  it("outside the vault is not asked for", () => {
    checkMeanings(
      `
      //- /s/a.md
      [x](../../b.md) [x](../b.md)
      //- /c.md
      `,
      `
      [x](../../b.md) -> unchecked
      [x](../b.md) -> missing
      `,
    );
  });

  it("is no title and no file name, except in an Obsidian vault", () => {
    const notes = `
      [x](b.md) [x](s/b.md) [x](b) [x](plot.png) [x](u/c) [x](../u/c.md) [x](n.md)
      //- /s/b.md
      //- /img/plot.png
      //- /s/u/c.md
      `;
    checkMeanings(
      `
      //- /t/a.md${notes}`,
      `
      [x](b.md) -> missing
      [x](s/b.md) -> missing
      [x](b) -> missing
      [x](plot.png) -> missing
      [x](u/c) -> missing
      [x](../u/c.md) -> missing
      [x](n.md) -> missing
      `,
    );
    checkMeanings(
      `
      //- /t/a.md${notes}//- /.obsidian/ (folder)
      `,
      `
      [x](b.md) -> stem s/b.md
      [x](s/b.md) -> path s/b.md
      [x](b) -> stem s/b.md
      [x](plot.png) -> file img/plot.png
      [x](u/c) -> stem s/u/c.md
      [x](../u/c.md) -> missing
      [x](n.md) -> missing
      `,
    );
  });

  it("is sought in the note's own workspace folder only", () => {
    checkMeanings(
      `
      //- one:/a.md
      [x](b.md) [x](/b.md)
      //- two:/b.md
      `,
      `
      [x](b.md) -> missing
      [x](/b.md) -> missing
      `,
    );
  });

  it("is what the definition of a reference says", () => {
    checkMeanings(
      `
      //- /a.md
      [text][ref]

      [ref]: b.md#setup
      //- /b.md
      ## Setup
      `,
      "[ref]: b.md#setup -> path b.md › Setup",
    );
  });
});
