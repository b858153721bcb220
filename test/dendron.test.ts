// A Dendron workspace: labels stand first, embeds name stretches of notes, titles are no names.
import { describe, it } from "mocha";
import { checkDefinition, checkDiagnostics, checkMeanings } from "./check";

describe("in a Dendron workspace", () => {
  it("a wiki link has its label first", () => {
    checkMeanings(
      `
      //- /vault/a.md
      [[Why|b.c]] [[b.c]] [[Setup|b.c#setup]] [[b.c|Why]] [[|b.c]]
      //- /vault/b.c.md
      ---
      title: C
      related: ["[[Label|a]]"]
      ---
      ## Setup
      //- /dendron.yml
      `,
      `
      [[Why|b.c]] -> stem vault/b.c.md
      [[b.c]] -> stem vault/b.c.md
      [[Setup|b.c#setup]] -> stem vault/b.c.md › Setup
      [[b.c|Why]] -> missing
      [[|b.c]] -> stem vault/b.c.md
      `,
    );
  });

  it("a link elsewhere has its label last", () => {
    checkMeanings(
      `
      //- /a.md
      [[Why|b]] [[b|Why]]
      //- /b.md
      `,
      `
      [[Why|b]] -> missing
      [[b|Why]] -> stem b.md
      `,
    );
  });

  it("a problem stands at the target", () => {
    checkDiagnostics(`
      //- /a.md
      [[A label|nothing here]]
                ^^^^^^^^^^^^ broken-reference error: No note, file or image answers “nothing here”.
      //- /dendron.yml
      `);
  });

  it("an embed may name where it begins and ends, or many notes", () => {
    checkDiagnostics(`
      //- /a.md
      ![[b#setup,1:#*]] ![[b#setup:#end]] ![[b#^begin:#^x_1]] ![[b#^x_1]] ![[b.*]]
      ![[b#nothing,1:#*]]
         ^^^^^^^^^ broken-heading error: “b” has no heading “nothing”.
      //- /b.md
      ## Setup
      Text ^x_1
      goes on
      //- /dendron.yml
      `);
  });

  it("a path from the root begins at the vault of the note", () => {
    checkDiagnostics(`
      //- /vault/a.md
      ![](/assets/p.png) ![](/assets/q.png)
                             ^^^^^^^^^^^^^ broken-reference
      //- /vault/assets/p.png
      //- /dendron.yml
      `);
    checkDefinition(
      `
      //- /vault/a.md
      ![](/assets/$0p.png)
      //- /vault/assets/p.png
      //- /dendron.yml
      `,
      "vault/assets/p.png",
    );
    checkDiagnostics(`
      //- /vault/a.md
      ![](/assets/p.png)
          ^^^^^^^^^^^^^ broken-reference
      //- /vault/assets/p.png
      `);
  });

  it("equal titles are no problem, as long as nobody links by one", () => {
    const notes = "//- /x.md\n---\ntitle: Commands\n---\n//- /y.md\n---\ntitle: Commands\n---\n";
    checkDiagnostics(`${notes}//- /dendron.yml\n`);
  });
});
