// Links to a file that was moved outside the editor: which of them are about it, and how each reads when it is led on.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Note } from "../server/core/note";
import { parseNote } from "../server/core/parseNote";
import { diagnosticsOf } from "../server/features/diagnostics";
import { mendedByFixes, mendedIn } from "../server/features/fixes/everywhere";
import { ledToMoved, lostPath, movedFile } from "../server/features/fixes/movedFile";
import { changed, type Texts } from "../server/features/rename/plan";
import { diagnosticSettings } from "./check";
import { fixture } from "./fixture";

/** What the links to the file that the link at the caret has lost become: the file it lies at now, and each note that changes. */
async function ledOn(source: string): Promise<string | undefined> {
  const { vault, files, caret } = fixture(source);
  const from = caret?.file.note;
  assert.ok(from);
  const reference = from.references.find(({ range }) => range.start <= caret.offset && caret.offset <= range.end);
  const problemsOf = (note: Note) => diagnosticsOf(vault, note, diagnosticSettings());
  const lost = reference && lostPath(from, reference);
  const moved = lost && movedFile(vault, from, lost, problemsOf);
  if (!moved) return undefined;
  const textOf = ({ uri }: Pick<Note, "uri">) => files.find(({ note }) => note?.uri === uri)?.text ?? "";
  const texts: Texts = { read: async (note) => textOf(note), reread: (about, text) => parseNote(about, text, { topicsFromTags: false }) };
  const fixing = ledToMoved(vault, moved, problemsOf);
  const made = await mendedIn(moved.links.keys(), { texts, isCancelled: () => false, mend: (open) => mendedByFixes(open, fixing) });
  const number = [...moved.links.values()].reduce((sum, it) => sum + it, 0);
  assert.equal(made?.found, number, "as many links as were told are found");
  const to = typeof moved.to === "string" ? moved.to : moved.to.path;
  const after = made.files.map(({ file, changes }) => `${file.path}: ${changed(textOf(file), changes).trim()}`);
  return [`${made.mended} of ${number} to ${to}`, ...after].join("\n");
}

const checkLedOn = async (source: string, ...expected: readonly string[]): Promise<void> =>
  assert.equal(await ledOn(source), expected.join("\n"));

const there = "//- /new/c.md\n# C?\n## Part\n";

describe("links to a note that was moved", () => {
  it("are all led to where it lies, from wherever they are written, in the form each has", () =>
    checkLedOn(
      `//- /a.md\n[x](old/c.md#part$0 "t") and [y](<old/c.md>) and [[/old/c#Part|z]]\n//- /old/b.md\n[x](c.md) [y](./c) ![[./c]]\n//- /d.md\n[[old/c]]\n${there}`,
      "7 of 7 to new/c.md",
      'a.md: [x](new/c.md#part "t") and [y](<new/c.md>) and [[/new/c#Part|z]]',
      "d.md: [[new/c]]",
      "old/b.md: [x](../new/c.md) [y](../new/c) ![[../new/c]]",
    ));

  it("are found from a link that gives only the end of the path", () =>
    checkLedOn(
      `//- /a.md\n[[old/c$0]]\n//- /d.md\n[x](/rl/old/c.md)\n//- /e.md\n[[rl/old/c|e]]\n${there}`,
      "2 of 2 to new/c.md",
      "a.md: [[new/c]]",
      "e.md: [[new/c|e]]",
    ));

  it("are those in front matter and tables, too", () =>
    checkLedOn(
      `//- /a.md\n---\nrelated: ["[[old/c]]"]\n---\n[x](old/c.md$0)\n//- /b.md\n| [[old/c\\|x]] |\n| - |\n${there}`,
      "3 of 3 to new/c.md",
      'a.md: ---\nrelated: ["[[new/c]]"]\n---\n[x](new/c.md)',
      "b.md: | [[new/c\\|x]] |\n| - |",
    ));

  it("are not those to another lost file of that name, nor those that a comment silences, nor code", () =>
    checkLedOn(
      `//- /a.md\n[x](one/c.md$0)\n//- /b.md\n[x](two/c.md) \`[x](one/c.md)\`\n\n<!-- quaestio-ignore -->\n[x](one/c.md)\n\n[x](one/c.md)\n${there}`,
      "2 of 2 to new/c.md",
      "a.md: [x](new/c.md)",
      "b.md: [x](two/c.md) `[x](one/c.md)`\n\n<!-- quaestio-ignore -->\n[x](one/c.md)\n\n[x](new/c.md)",
    ));

  it("that could be about either of two lost files are led on only where they are written alike", () =>
    checkLedOn(
      `//- /a.md\n[[old/c$0]] [[old/c|x]]\n//- /b.md\n[x](one/old/c.md) [x](two/old/c.md)\n${there}`,
      "2 of 2 to new/c.md",
      "a.md: [[new/c]] [[new/c|x]]",
    ));

  it("stay where two files bear the name, or none", async () => {
    assert.equal(await ledOn(`//- /a.md\n[x](old/c.md$0) [y](old/c.md)\n${there}//- /other/c.md\n# C too?\n`), undefined);
    assert.equal(await ledOn("//- /a.md\n[x](old/c.md$0) [y](old/c.md)\n"), undefined);
  });
});

describe("links to an image that was moved", () => {
  it("are led to where it lies, embeds as well", () =>
    checkLedOn(
      "//- /a.md\n![p](img/p q.png$0)\n//- /b.md\n![p](<img/p q.png>) ![[img/p q.png|100]] [](/img/p%20q.png)\n//- /pictures/p q.png\n".replace(
        "(img/p q.png$0)",
        "(img/p%20q.png$0)",
      ),
      "4 of 4 to pictures/p q.png",
      "a.md: ![p](pictures/p%20q.png)",
      "b.md: ![p](<pictures/p%20q.png>) ![[pictures/p q.png|100]] [](/pictures/p%20q.png)",
    ));
});
