// A note that is kept as text answers as it did before.
import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Note } from "../server/core/note";
import { bodyOf, bodyRow, headOf, headRow, linesRow } from "../server/core/noteRow";
import { PackedNote, packed, packer } from "../server/core/packedNote";
import { anyNoteText } from "./anyNote";
import { noteOf } from "./noteText";

/** Everything a note says. */
const contents = (note: Note) => ({
  ...{ uri: note.uri, folder: note.folder, path: note.path, kind: note.kind, title: note.title, summary: note.summary },
  ...{ aliases: note.aliases, topics: note.topics, sources: note.sources, headings: note.headings, anchors: note.anchors },
  ...{ references: note.references, silences: note.silences, problems: note.problems, lineStarts: note.lineStarts },
  ...{ hasOwnFields: note.hasOwnFields, citesInText: note.citesInText, modified: note.modified, fileModified: note.fileModified },
  fileSize: note.fileSize,
});

const everything = `---
title: "Is it \u201cpacked\u201d?"
summary: 日本語 and 🙂
aliases: [Packed]
type: topic
topics: [a/b, c]
sources: [arXiv:2505.24298, 10.1000/xyz, "https://a.org/b"]
related: [Zebra?, "[[a#One|label]]"]
sources: [twice]
---
# One ^id
| ![[p.png]] | [[Zebra\\|striped]] |
| --- | --- |
<a id="here"></a> [x](a%20b.md#part) ![i](i.png) [self](#one) [@key; @doi:10.1000/xyz] and @bare
<!-- quaestio-ignore broken-reference -->
`;

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

describe("a packed note", () => {
  it("says what it said before, once it is read back", () => {
    const check = (text: string) => {
      const note = noteOf(text);
      const read = new PackedNote(headOf(note, headRow(note)), { body: bodyRow(note), lines: linesRow(note.lineStarts) });
      assert.deepEqual(contents(read), contents(note));
      assert.deepEqual(bodyOf(read.text.body).references, note.references);
    };
    check(everything);
    fc.assert(fc.property(anyNoteText, check), { seed: 20261125, numRuns: 400 });
  });

  it("says the same whether it is read alone or among others", () => {
    const pack = packer();
    fc.assert(
      fc.property(anyNoteText, (text) => {
        const note = noteOf(text);
        for (const it of [packed(note), pack(note)]) assert.deepEqual(bodyOf(it.text.body).references, note.references);
        assert.equal(pack(note).text.lines, packed(note).text.lines);
      }),
      { seed: 20261127, numRuns: 200 },
    );
  });

  // Of a store that they shared, the last one would have kept all.
  it("keeps nothing of those that were read on their own and are gone", () => {
    const note = noteOf(`# A\n\n${"[[Somewhere else entirely]]\n".repeat(200)}`);
    const size = bodyRow(note).length + linesRow(note.lineStarts).length;
    const held = () => {
      collectGarbage();
      return process.memoryUsage().arrayBuffers;
    };
    const before = held();
    const kept: Note[] = [];
    for (let at = 0; at < 2000; at++) {
      const read = packed(note);
      if (at % 50 === 0) kept.push(read);
    }
    const each = (held() - before) / kept.length;
    assert.ok(each < 4 * size, `${each} bytes for each of ${kept.length}`);
  });

  it("knows all kinds of references, problems and silences", () => {
    const { references, problems, silences, anchors } = noteOf(everything);
    assert.deepEqual(new Set(references.map(({ kind }) => kind)), new Set(["wiki", "markdown", "citation"]));
    assert.ok(problems.length > 0 && silences.length > 0 && anchors.length > 1);
  });

  it("answers still when many others were asked since", () => {
    const notes = Array.from({ length: 500 }, (_, index) => packed(noteOf(`# ${index}\n[[${index}]]`, `${index}.md`)));
    for (const round of ["first", "again"])
      notes.forEach((note, index) => {
        assert.equal(note.headings[0]?.text, String(index), round);
        assert.equal(note.references.length, 1, round);
      });
  });
});
