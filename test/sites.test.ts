// Folders from which a site is made: its routes, its editions, the slugs of its headings.
import { describe, it } from "mocha";
import { checkDiagnostics, checkMeanings } from "./check";

describe("a path from the root", () => {
  it("that begins where there is nothing, and has no file's ending, is a page of the site and not checked", () => {
    checkMeanings(
      `
      //- /sub/a.md
      [x](/dotnet/api/system.console) [x](/learn) [x](/sub/none) [x](/none/b.md) [x](/none.md) ![x](/img/p.png) [x](none/b)
      [x](/tags/rl) [x](/azure/app?tabs=net) [x](/index.md/x)
      //- /tags/ml.md
      `,
      `
      [x](/dotnet/api/system.console) -> unchecked
      [x](/learn) -> unchecked
      [x](/sub/none) -> missing
      [x](/none/b.md) -> missing
      [x](/none.md) -> missing
      ![x](/img/p.png) -> missing
      [x](none/b) -> missing
      [x](/tags/rl) -> unchecked
      [x](/azure/app?tabs=net) -> unchecked
      [x](/index.md/x) -> missing
      `,
    );
  });
});

describe("editions", () => {
  const note = (path: string) => `//- /${path}\n---\ntitle: Get-Verb\naliases: [gv]\n---\n`;

  it("of two versions or languages may have the same titles and aliases", () => {
    checkDiagnostics(note("5.1/core/a.md") + note("7.4/utility/a.md") + note("v2.x/a.md"));
    checkDiagnostics(note("docs/en/a.md") + note("docs/pt-BR/a.md"));
  });

  it("are no excuse within one of them, nor for other folders", () => {
    const twice = (path: string) =>
      `//- /${path}\n---\ntitle: Get-Verb\n       ^^^^^^^^ duplicate-title\naliases: [gv]\n          ^^ duplicate-alias\n---\n`;
    checkDiagnostics(twice("5.1/a.md") + twice("5.1/b.md"));
    checkDiagnostics(twice("systems/a.md") + twice("agents/a.md"));
    checkDiagnostics(twice("ml/a.md") + twice("ai/a.md"));
    checkDiagnostics(twice("5.1/a.md") + twice("b.md"));
  });
});

describe("the slug of a heading", () => {
  it("without letters is `section`, as Pandoc, Markdig and kramdown make it", () => {
    checkMeanings(
      `
      //- /a.md
      [x](#section) [x](#section-1) [x](#section-2)
      ## $$
      ## Text
      ## $?
      `,
      `
      [x](#section) -> self a.md › $$
      [x](#section-1) -> self a.md › $?
      [x](#section-2) -> self a.md without “section-2”
      `,
    );
  });

  it("is found with and without a type parameter", () => {
    checkMeanings(
      `
      //- /a.md
      [x](#plantoptions-optionst) [x](#plantoptions-options) [x](#a-b)
      ## plant(options: Options<T>)
      ## A <b>B</b>
      `,
      `
      [x](#plantoptions-optionst) -> self a.md › plant(options: Options<T>)
      [x](#plantoptions-options) -> self a.md › plant(options: Options<T>)
      [x](#a-b) -> self a.md › A B
      `,
    );
  });
});
