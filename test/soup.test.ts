// Whatever stands in a file is read: without throwing, every place inside the text, in time that grows with the length and no faster.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Note, Range } from "../server/core/note";
import { decodeText } from "../server/core/text";
import { diagnosticsOf } from "../server/features/diagnostics";
import { VaultIndex } from "../server/index/vaultIndex";
import { anyNoteText, soup } from "./anyNote";
import { diagnosticSettings } from "./check";
import { folders, noteAt } from "./indexText";

const seeded = { seed: 20260223, numRuns: 400 } as const;
const [folder] = folders as readonly [(typeof folders)[number]];

const placesOf = (note: Note): readonly Range[] => [
  note.title.range,
  ...[...note.aliases, ...note.sources, ...note.headings, ...note.anchors, ...note.silences, ...note.problems].map(({ range }) => range),
  ...note.topics.flatMap(({ range }) => range ?? []),
  ...note.references.flatMap(({ range, targetRange }) => [range, targetRange]),
];

function checkPlaces(text: string): Note {
  const note = noteAt(folder, "a.md", text);
  for (const { start, end } of placesOf(note))
    assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
  for (const { range, targetRange } of note.references)
    assert.ok(range.start <= targetRange.start && targetRange.end <= range.end, "the target lies in its reference");
  const inBody = note.references.filter((reference) => reference.kind !== "wiki" || reference.place !== "related");
  for (const list of [inBody, note.headings])
    list.reduce((last, { range }) => {
      assert.ok(last <= range.start, "one comes after the other");
      return range.start;
    }, 0);
  return note;
}

describe("any text", () => {
  it("is read, with all places inside it and in its order", () => {
    fc.assert(
      fc.property(anyNoteText, (text) => void checkPlaces(text)),
      seeded,
    );
  });

  it("stands in a vault with problems that lie inside it", () => {
    fc.assert(
      fc.property(anyNoteText, (text) => {
        const vault = new VaultIndex();
        vault.addFolder(folder, { isObsidian: false });
        vault.put(noteAt(folder, "sub/zebra.md", "# Zebra?\n\n## One\n"));
        const note = noteAt(folder, "a.md", text);
        vault.put(note);
        for (const { range } of diagnosticsOf(vault, note, diagnosticSettings()))
          assert.ok(range.start <= range.end && range.end <= text.length, `${range.start}-${range.end} of ${text.length}`);
      }),
      seeded,
    );
  });

  it("has the same references with either line break", () => {
    fc.assert(
      fc.property(soup, (parts) => {
        const text = parts.join("").replace(/\r/g, "");
        const seen = (it: string) => {
          const note = noteAt(folder, "a.md", it);
          return note.references.map(({ targetRange }) => it.slice(targetRange.start, targetRange.end)).join("\n");
        };
        assert.equal(seen(text.replaceAll("\n", "\r\n")).replaceAll("\r\n", "\n"), seen(text));
      }),
      seeded,
    );
  });
});

describe("any bytes", () => {
  it("are a text that is read, or no text", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = decodeText(bytes);
        if (text !== undefined) checkPlaces(text);
      }),
      seeded,
    );
  });
});

/** How many times longer reading takes at four times the length; of several attempts the best, because other work disturbs them. */
function growth(text: (size: number) => string, size: number): number {
  const time = (of: string) => {
    const start = performance.now();
    noteAt(folder, "a.md", of);
    return performance.now() - start;
  };
  const [short, long] = [text(size), text(4 * size)];
  const best = (of: string) => Math.min(...Array.from({ length: 4 }, () => time(of)));
  best(short);
  return best(long) / best(short);
}

describe("the time to read", () => {
  const lines: Readonly<Record<string, string>> = {
    "lines of links": "See [[Zebra?]] and [x](a.md) with `code` and $x$.\n",
    "a line of links": "[[a]] [x](a.md) ",
    "unclosed wiki links": "[[a\n\n",
    "unclosed marks of every kind": "%% $$ $a `b <!-- ** __ ~~ \n\n",
    "openings of wiki links in a line": "[[a",
    "openings of comments in a line": "%% a ",
    "dollars in a line": "$a ",
    "citations in a line": "[@a; @b] ",
    "openings of citations in a line": "[@a; ",
    headings: "## A heading\n\ntext ^id\n\n",
    tables: "| [[a\\|b]] | c |\n| - | - |\n| [[d]] | e |\n\n",
    footnotes: "[^1]: A note with [[a]].\n\n",
    ids: "<a id='x'>\n\n",
    fields: "",
  };
  for (const [name, line] of Object.entries(lines)) {
    it(`grows with the length of ${name}`, () => {
      const text = (size: number) =>
        line === "" ? `---\nrelated:\n${'  - "[[a]]"\n'.repeat(size / 20)}---\n` : line.repeat(size / line.length);
      // The best of some attempts, as long as none is good: another process may have the machine for a while.
      const attempts = [10_000, 10_000, 20_000].map((size) => () => growth(text, size));
      assert.ok(
        attempts.some((attempt) => attempt() <= 12),
        "four times the length takes more than twelve times as long",
      );
    });
  }
});
