// What a wiki target means: each step with what it finds and what it passes over.
import { describe, it } from "mocha";
import { checkMeanings } from "./check";

describe("a wiki target", () => {
  it("is a title: exactly, then forgivingly", () => {
    checkMeanings(
      `
      //- /a.md
      [[Does it work?]] [[does it  WORK]] [[Does it work.]] [[Does it]] [[Does it work well?]]
      //- /b.md
      # Does it work?
      `,
      `
      [[Does it work?]] -> title b.md
      [[does it  WORK]] -> title b.md
      [[Does it work.]] -> title b.md
      [[Does it]] -> missing
      [[Does it work well?]] -> missing
      `,
    );
  });

  it("prefers the exact punctuation, so that “X?” and “X” can both be linked", () => {
    checkMeanings(
      `
      //- /a.md
      [[X?]] [[X]] [[x]] [[X!]]
      //- /one.md
      # X?
      //- /two.md
      # X
      `,
      `
      [[X?]] -> title one.md
      [[X]] -> title two.md
      [[x]] -> title one.md or two.md
      [[X!]] -> title one.md or two.md
      `,
    );
  });

  it("is an alias when no title answers", () => {
    checkMeanings(
      `
      //- /a.md
      [[Async RL?]] [[Sync RL]]
      //- /b.md
      ---
      aliases: [async RL, sync RL]
      ---
      //- /c.md
      # Sync RL
      `,
      `
      [[Async RL?]] -> alias b.md
      [[Sync RL]] -> title c.md
      `,
    );
  });

  it("is a title before it is a file name", () => {
    checkMeanings(
      `
      //- /x.md
      [[plan]] [[Other]]
      //- /plan.md
      # Other
      //- /z.md
      # Plan
      `,
      `
      [[plan]] -> title z.md
      [[Other]] -> title plan.md
      `,
    );
  });

  it("is an alias before it is a file name", () => {
    checkMeanings(
      `
      //- /x.md
      [[plan]]
      //- /plan.md
      # Other
      //- /z.md
      ---
      aliases: plan
      ---
      `,
      "[[plan]] -> alias z.md",
    );
  });

  it("is a file name, with or without .md, whatever its case", () => {
    checkMeanings(
      `
      //- /a.md
      [[does-it-work]] [[Does-It-Work.md]] [[does it work]] [[does-it-work.txt]] [[does_it_work]]
      //- /sub/does-it-work.md
      `,
      `
      [[does-it-work]] -> stem sub/does-it-work.md
      [[Does-It-Work.md]] -> stem sub/does-it-work.md
      [[does it work]] -> stem sub/does-it-work.md
      [[does-it-work.txt]] -> missing
      [[does_it_work]] -> missing
      `,
    );
  });

  it("keeps the dots and question marks of names", () => {
    checkMeanings(
      `
      //- /a.md
      [[v1.2 results]] [[v1]] [[why use Node.js]] [[why use Node]] [[does it?]] [[100% sure]]
      //- /v1.2 results.md
      //- /why use Node.js.md
      //- /does it?.md
      //- /100% sure.md
      `,
      `
      [[v1.2 results]] -> stem v1.2 results.md
      [[v1]] -> missing
      [[why use Node.js]] -> stem why use Node.js.md
      [[why use Node]] -> missing
      [[does it?]] -> stem does it?.md
      [[100% sure]] -> stem 100% sure.md
      `,
    );
  });

  it("with a slash is the end of a path, on whole segments", () => {
    checkMeanings(
      `
      //- /a.md
      [[x/b]] [[y/x/b.md]] [[X/B]] [[ax/b]] [[y/b]] [[b]]
      //- /y/x/b.md
      # Another title
      `,
      `
      [[x/b]] -> stem y/x/b.md
      [[y/x/b.md]] -> path y/x/b.md
      [[X/B]] -> stem y/x/b.md
      [[ax/b]] -> missing
      [[y/b]] -> missing
      [[b]] -> stem y/x/b.md
      `,
    );
  });

  it("with a slash may be a title all the same", () => {
    checkMeanings(
      `
      //- /a.md
      [[Is TCP/IP slow?]]
      //- /b.md
      # Is TCP/IP slow?
      `,
      "[[Is TCP/IP slow?]] -> title b.md",
    );
  });

  it("beginning with ./, ../ or / is that path only", () => {
    checkMeanings(
      `
      //- /s/a.md
      [[./b]] [[../b]] [[/b.md]] [[/s/b]] [[./c]] [[../s]] [[../../b]]
      //- /b.md
      //- /s/b.md
      //- /c.md
      `,
      `
      [[./b]] -> path s/b.md
      [[../b]] -> path b.md
      [[/b.md]] -> path b.md
      [[/s/b]] -> path s/b.md
      [[./c]] -> missing
      [[../s]] -> file s
      [[../../b]] -> missing
      `,
    );
  });

  it("is any file by its name with the extension", () => {
    checkMeanings(
      `
      //- /a.md
      ![[plot.png]] ![[img/PLOT.png|100]] ![[g/plot.png]] ![[plot]] ![[other.png]]
      //- /x/img/plot.png
      `,
      `
      ![[plot.png]] -> file x/img/plot.png
      ![[img/PLOT.png|100]] -> file x/img/plot.png
      ![[g/plot.png]] -> missing
      ![[plot]] -> missing
      ![[other.png]] -> missing
      `,
    );
  });

  it("of marks alone finds nothing", () => {
    checkMeanings(
      `
      //- /a.md
      [[?]] [[...]]
      //- /b.md
      # ???
      `,
      `
      [[?]] -> missing
      [[...]] -> missing
      `,
    );
  });
});
