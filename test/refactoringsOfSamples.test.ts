// Refactorings of all sample notes, held to a look at the whole vault that knows nothing of how they were tried.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "mocha";
import type { Note, Range } from "../server/core/note";
import { uriBelow } from "../server/core/noteUri";
import { parseNote } from "../server/core/parseNote";
import { type LinkStyle, linkStyles } from "../server/core/settings";
import { type RefactoringKind, refactoringsAt } from "../server/features/refactorings/refactorings";
import { changed } from "../server/features/rename/plan";
import type { Resolution } from "../server/index/vault";
import type { VaultIndex } from "../server/index/vaultIndex";
import { projectRoot } from "./editor/paths";
import { sampleFolder, sampleVault } from "./sampleVault";

const read = (note: Note, text: string) => parseNote(note, text, { topicsFromTags: false });

/** Where a reference leads, in words. */
function placeOf(meaning: Resolution): string {
  if (meaning.kind === "note") {
    const { note, part, rivals } = meaning;
    return `${note.title.text}, ${part?.kind === "heading" ? part.heading.text : (part?.anchor.id ?? "whole")}, ${rivals.length}`;
  }
  return meaning.kind === "paper" ? meaning.paper : meaning.kind === "missingPart" ? `${meaning.note.path} lacks it` : meaning.kind;
}

describe("refactorings of the sample notes", () => {
  let vault: VaultIndex;
  const texts = new Map<string, string>();
  const notes = () => [...vault.notes()].filter(({ path }) => texts.has(path));

  before(async () => {
    vault = await sampleVault();
    for (const { path } of vault.notes()) texts.set(path, readFileSync(join(projectRoot, "notes", path), "utf8"));
  });

  const offered = (note: Note, text: string, place: Range, kind: RefactoringKind, style: LinkStyle = "title") =>
    refactoringsAt({ vault, open: { note, text, reread: (other) => read(note, other) }, place, style }, kind);

  it("write every link to a note in the other form and back", () => {
    const results = notes().flatMap((note) => {
      const text = texts.get(note.path) ?? "";
      const links = note.references.filter(
        (it) => it.kind !== "citation" && !(it.kind === "wiki" && it.place === "related") && vault.resolve(note, it).kind === "note",
      );
      return links.map(({ range }) => {
        const place = { start: range.start + 3, end: range.start + 3 };
        const turned = (from: string) => {
          const form = offered(read(note, from), from, place, "rewrite").find(({ title }) => title.startsWith("Write as"));
          return form && changed(from, form.changes);
        };
        const other = turned(text);
        return other !== undefined && other !== text && turned(other) === text;
      });
    });
    assert.ok(results.length > 150);
    assert.ok(results.every((isRight) => isRight));
  });

  it("take paragraphs into a new note with no link of the vault led elsewhere", () => {
    const state = (files: ReadonlyMap<string, string>) =>
      [...vault.notes()].flatMap((note) =>
        note.references.map(({ range }, at) => {
          const reference = note.references[at];
          return reference ? `${files.get(note.path)?.slice(range.start, range.end)} -> ${placeOf(vault.resolve(note, reference))}` : "";
        }),
      );
    const old = state(texts);
    let made = 0;
    for (const [number, note] of notes().entries()) {
      const text = texts.get(note.path) ?? "";
      const paragraphs = [...text.matchAll(/(?:[^\n]+\n)+/g)];
      const [first, last] = [paragraphs[2 + (number % 3)], paragraphs[2 + (number % 3) + (number % 4)]];
      if (!first || !last) continue;
      const place = { start: first.index, end: last.index + last[0].length };
      const [found] = offered(note, text, place, "extract", linkStyles[number % linkStyles.length]);
      if (!found?.creates) continue;
      made++;
      const { path, text: written } = found.creates;
      const uri = uriBelow(sampleFolder, path);
      const files = new Map([...texts, [note.path, changed(text, found.changes)], [path, written]]);
      vault.addFile(sampleFolder, path);
      vault.put(read(note, files.get(note.path) ?? ""));
      vault.put(parseNote({ uri, folder: sampleFolder, path, modified: 0 }, written, { topicsFromTags: false }));
      const left = state(files);
      for (const it of old) {
        assert.ok(left.includes(it), `${note.path}: ${it}`);
        left.splice(left.indexOf(it), 1);
      }
      assert.equal(left.length, 2, "the link to the new note and the one back");
      vault.remove(uri);
      vault.removeFile(sampleFolder, path);
      vault.put(note);
    }
    assert.ok(made > 20, `${made}`);
  });
});
