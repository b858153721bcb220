// Which of several notes a wiki target means.
import { describe, it } from "mocha";
import { checkMeanings } from "./check";

describe("of several notes a wiki target means", () => {
  it("the one in the note's own folder", () => {
    checkMeanings(
      `
      //- /s/a.md
      [[b]] [[T?]]
      //- /b.md
      # T?
      //- /s/b.md
      # T?
      `,
      `
      [[b]] -> stem s/b.md
      [[T?]] -> title s/b.md
      `,
    );
  });

  it("then, of one file name, the one with the shortest path", () => {
    checkMeanings(
      `
      //- /s/a.md
      [[b]]
      //- /x/y/b.md
      # One
      //- /x/b.md
      # Two
      `,
      "[[b]] -> stem x/b.md",
    );
  });

  it("in doubt the first of two that are equally far", () => {
    checkMeanings(
      `
      //- /s/a.md
      [[b]] [[x/b]] [[T]]
      //- /x/b.md
      # One
      //- /y/b.md
      # Two
      //- /x/c.md
      # T
      //- /y/d.md
      # T
      `,
      `
      [[b]] -> stem x/b.md or y/b.md
      [[x/b]] -> path x/b.md
      [[T]] -> title x/c.md or y/d.md
      `,
    );
  });

  it("a title of the first step, however far, before one of the next", () => {
    checkMeanings(
      `
      //- /s/a.md
      [[X?]]
      //- /far/away/b.md
      # X?
      //- /s/c.md
      # X
      //- /s/d.md
      ---
      aliases: X?
      ---
      `,
      "[[X?]] -> title far/away/b.md",
    );
  });

  it("one in the note's own workspace folder before one in the others", () => {
    checkMeanings(
      `
      //- one:/a.md
      [[T]] [[stem-only]] [[U]]
      //- two:/t.md
      # T
      //- two:/stem-only.md
      # Whatever
      //- one:/deep/stem-only.md
      # Another
      //- two:/u.md
      # U
      //- one:/u.md
      # u
      `,
      `
      [[T]] -> title memory:///two/t.md
      [[stem-only]] -> stem memory:///one/deep/stem-only.md
      [[U]] -> title memory:///one/u.md
      `,
    );
  });
});
