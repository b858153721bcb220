// What people are shown is kept up to date by looking again at the notes that an impact names, and at no others. After every single
// change it must be what a fresh load of the same files would show: all problems of all notes, those reported on request included.
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { VaultIndex } from "../server/index/vaultIndex";
import { diagnosticSettings } from "./check";
import { type Change, type Deed, Disk, deeds } from "./disk";
import { emptyIndex, problemsOf } from "./indexText";

const seeded = { seed: 20260223, numRuns: 60 } as const;

const everything = diagnosticSettings(
  Object.fromEntries(["missing-title", "missing-summary", "no-source", "not-a-question", "orphan-note"].map((code) => [code, "hint"])),
);

/** The problems of each note. */
type Shown = Map<NoteUri, string>;

/** An index of the notes and files that another holds, as a start of the editor would load them. */
function loaded(index: VaultIndex): VaultIndex {
  const fresh = new VaultIndex();
  for (const { uri, files, isObsidian } of index.folders) {
    fresh.addFolder(uri, { isObsidian });
    for (const path of [...files.all()].sort()) fresh.addFile(uri, path);
  }
  for (const bibliography of index.papers.bibliographies()) fresh.putBibliography(bibliography);
  for (const note of [...index.notes()].sort((a, b) => (a.uri < b.uri ? -1 : 1))) fresh.add(note);
  return fresh;
}

function shownBy(index: VaultIndex): Shown {
  return new Map([...index.notes()].map((note) => [note.uri, problemsOf(index, note, everything).join("\n")]));
}

/** Makes a change and looks again where its impact says so. */
function publish(index: VaultIndex, shown: Shown, change: Change): void {
  const impact = change();
  const concerned = impact === "all" ? index.notes() : impact.notes;
  for (const note of concerned) {
    assert.equal(index.note(note.uri), note, "an impact names notes as they are now");
    shown.set(note.uri, problemsOf(index, note, everything).join("\n"));
  }
  for (const uri of shown.keys()) if (!index.note(uri)) shown.delete(uri);
}

function checkShown(index: VaultIndex, shown: Shown, deed: Deed): void {
  const what = `after ${deed.kind} ${deed.folder} ${"path" in deed ? deed.path : ""}`;
  const expected = shownBy(loaded(index));
  for (const [uri, problems] of expected) {
    const found = shown.get(uri);
    if (found === problems) continue;
    const note = index.note(uri);
    const isKnown = note !== undefined && problemsOf(index, note, everything).join("\n") === problems;
    assert.equal(found, problems, `${uri} shows ${isKnown ? "what was true before" : "what a fresh load would not"} ${what}`);
  }
  assert.equal(shown.size, expected.size, what);
}

describe("what is shown", () => {
  it("is what a fresh load would show, after every change of a note, a file, a bibliography or a folder", () => {
    fc.assert(
      fc.property(deeds, (history) => {
        const index = emptyIndex();
        const disk = new Disk(index);
        const shown: Shown = new Map();
        for (const deed of history) {
          for (const change of disk.changesOf(deed)) {
            publish(index, shown, change);
            checkShown(index, shown, deed);
          }
        }
      }),
      seeded,
    );
  });
});
