// What is offered for a problem at the caret, and the line as it is with each fix.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseNote } from "../server/core/parseNote";
import { diagnosticsOf } from "../server/features/diagnostics";
import { fixesOf } from "../server/features/fixes";
import { diagnosticSettings } from "./check";
import { fixture } from "./fixture";

/** The fixes of the problems at the caret: their titles, each with the line that it makes; preferred ones starred. */
function checkFixes(source: string, ...expected: readonly string[]): void {
  const { vault, caret } = fixture(source);
  const note = caret?.file.note;
  assert.ok(caret && note, "the caret stands in no note");
  const { text } = caret.file;
  const dialect = vault.folderOf(note)?.dialect ?? "usual";
  const open = { note, text, reread: (changed: string) => parseNote(note, changed, { topicsFromTags: false, dialect }) };
  const here = diagnosticsOf(vault, note, diagnosticSettings()).filter(
    ({ range }) => range.start <= caret.offset && caret.offset <= range.end,
  );
  const fixes = here.flatMap((problem) => fixesOf(vault, open, problem));
  const shown = fixes.map(({ title, range, text: put, isPreferred }) => {
    const changed = text.slice(0, range.start) + put + text.slice(range.end);
    const line = changed.slice(changed.lastIndexOf("\n", range.start - 1) + 1).split("\n")[0];
    return `${isPreferred ? "* " : ""}${title}: ${line}`;
  });
  assert.deepEqual(shown, expected);
}

const others =
  "//- /b.md\n# Does self-play beat imitation?\n## How it works\n## What it costs\n//- /sub/c.md\n---\naliases: [imitation learning]\n---\n# Does self-play beat imitations?\n";

describe("a broken link", () => {
  it("is led to the titles that come close, the closest first", () =>
    checkFixes(
      `[[Does self-play beat imitatin?$0]]\n${others}`,
      "* Change to “Does self-play beat imitation?”: [[Does self-play beat imitation?]]",
      "Change to “Does self-play beat imitations?”: [[Does self-play beat imitations?]]",
    ));

  it("keeps its label, its part and all else on the line", () =>
    checkFixes(
      `See ![[does selfplay beat imitation$0#How it works|this]], **b**.\n//- /b.md\n# Does self-play beat imitation?\n## How it works\n`,
      "* Change to “Does self-play beat imitation?”: See ![[Does self-play beat imitation?#How it works|this]], **b**.",
    ));

  it("is led to an alias, in a table and in the front matter as well", () => {
    checkFixes(`[[imitation lerning$0]]\n${others}`, "* Change to “imitation learning”: [[imitation learning]]");
    checkFixes(
      `| a | b |\n| - | - |\n| [[imitation lerning$0\\|x]] | y |\n${others}`,
      "* Change to “imitation learning”: | [[imitation learning\\|x]] | y |",
    );
    checkFixes(
      `---\nrelated: ["[[imitation lerning$0]]", b]\n---\n${others}`,
      '* Change to “imitation learning”: related: ["[[imitation learning]]", b]',
    );
  });

  it("is led to a file's name where the title cannot stand there", () =>
    checkFixes(
      `---\nrelated: ["[[Is say a good word$0]]"]\n---\n//- /say.md\n# Is "say" a good word?\n`,
      '* Change to “Is "say" a good word?”: related: ["[[say]]"]',
    ));

  it("gets no fix where nothing comes close", () => checkFixes(`[[Why do birds sing?$0]]\n${others}`));
});

describe("a broken part of a link", () => {
  it("is led to the headings that come close", () =>
    checkFixes(`[[b#How it wrks$0|so]]\n${others}`, "* Change to “#How it works”: [[b#How it works|so]]"));

  it("is led to a heading of the note itself", () =>
    checkFixes("# A?\n[[#Evidense$0]]\n## Evidence\n", "* Change to “#Evidence”: [[#Evidence]]"));

  it("gets no fix where no heading comes close", () => checkFixes(`[[b#Results$0]]\n${others}`));
});

describe("an unknown citation key", () => {
  const library = "//- /papers.bib\n@article{fu2025areal, title={AReaL}, author={Fu, W}, year={2025}}\n";

  it("is led to the closest key, in the text and among the sources", () => {
    checkFixes(`So says [@fu2025arel$0, p. 3].\n${library}`, "* Change to “fu2025areal”: So says [@fu2025areal, p. 3].");
    checkFixes(`---\nsources: [fu2025arael$0]\n---\n${library}`, "* Change to “fu2025areal”: sources: [fu2025areal]");
  });

  it("gets no fix where none comes close", () => checkFixes(`[@smith1999$0]\n${library}`));
});
