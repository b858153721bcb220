// The outline of a note and what of it folds, each as lines of its text.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { bodyStartOf } from "../server/core/frontMatter";
import type { Range } from "../server/core/note";
import { foldsOf, outlineOf, type Section } from "../server/features/outline";
import { anyNoteText } from "./anyNote";
import { dedent, fixture, noteIn } from "./fixture";
import { folders, noteAt } from "./indexText";

const lineAt = (text: string, offset: number) => text.slice(0, offset).split("\n").length;

/** The sections as an indented list, each with its first line and the last it reaches. */
function checkOutline(source: string, expected: string): void {
  const at = fixture(source);
  const text = at.files[0]?.text ?? "";
  const linesOf = ({ start, end }: Range) => `${lineAt(text, start)}-${lineAt(text, text.slice(0, end).trimEnd().length)}`;
  const rows = (sections: readonly Section[], depth: number): readonly string[] =>
    sections.flatMap(({ heading, range, children }) => [
      `${"  ".repeat(depth)}${heading.text} ${linesOf(range)}`,
      ...rows(children, depth + 1),
    ]);
  assert.equal(rows(outlineOf(noteIn(at), text.length).sections, 0).join("\n"), dedent(expected).trim());
}

/** What folds, by first and last line. */
function foldsIn(text: string): readonly string[] {
  const note = noteIn(fixture(`//- /a.md\n${text}`));
  return foldsOf(note, text, bodyStartOf(text)).map(({ kind, range }) => `${kind} ${lineAt(text, range.start)}-${lineAt(text, range.end)}`);
}

describe("the outline of a note", () => {
  it("nests headings by their levels, skipped levels too", () => {
    checkOutline(
      "## One\ntext\n#### Deep\n### Less deep\n## Two\n# The question\n",
      `
      One 1-4
        Deep 3-3
        Less deep 4-4
      Two 5-5
      `,
    );
  });

  it("does not repeat the question, whose sections stand on the first level", () => {
    checkOutline("---\ntitle: Is it so?\n---\n# Is it so?\n## Why\n## How\n", "Why 5-5\nHow 6-6");
    checkOutline("# Is it so?\n## Why\n# Another\n### How\n", "Why 2-2\nAnother 3-4\n  How 4-4");
  });

  it("knows code from headings", () => {
    checkOutline("## One\n```\n# no heading\n```\n", "One 1-4");
  });
});

describe("folding", () => {
  it("takes front matter, and sections without the blank lines behind them", () => {
    const text = "---\ntitle: x\n---\n\n# A\n\ntext\n\n## B\n\nmore\n\n\n# C\nend\n";
    assert.deepEqual(foldsIn(text), ["frontMatter 1-3", "section 5-11", "section 9-11", "section 14-15"]);
  });

  it("leaves headings alone that have nothing below them, and a rule that begins a note", () => {
    assert.deepEqual(foldsIn("---\n\n# A\n# B\n\n"), []);
  });
});

describe("any note", () => {
  const holds = (outer: Range, inner: Range) => outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;

  it("has sections that lie in one another, in their order, each with its heading, and folds inside its text", () => {
    fc.assert(
      fc.property(anyNoteText, (text) => {
        const [folder] = folders as readonly [(typeof folders)[number]];
        const note = noteAt(folder, "a.md", text);
        const check = (outer: Range, sections: readonly Section[]) => {
          for (const [at, { range, heading, children }] of sections.entries()) {
            assert.ok(holds(outer, range) && holds(range, heading.range), heading.text);
            assert.ok((sections[at - 1]?.range.end ?? 0) <= range.start, heading.text);
            check(range, children);
          }
        };
        const { range, sections } = outlineOf(note, text.length);
        check(range, sections);
        for (const fold of foldsOf(note, text, bodyStartOf(text))) assert.ok(holds(range, fold.range));
      }),
      { seed: 20260223, numRuns: 400 },
    );
  });
});
