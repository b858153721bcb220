// Merges in a fixture: the texts that change, and a look at the whole vault that knows nothing of how the merge was worked out.
import assert from "node:assert/strict";
import type { Note, NoteUri, Reference } from "../server/core/note";
import { uriBelow } from "../server/core/noteUri";
import { parseNote } from "../server/core/parseNote";
import { merge } from "../server/features/merge/merge";
import { Refused, type VaultEdit } from "../server/features/rename/plan";
import type { Vault } from "../server/index/vault";
import { VaultIndex } from "../server/index/vaultIndex";
import { dedent, type Fixture, type FixtureFile, fixture } from "./fixture";
import { applied, textsOf } from "./renaming";

/** Merges the first note of a fixture into the second: the files that change, each as a fixture has it, or the reason why not. */
export async function checkMerge(source: string, expected: string): Promise<void> {
  const made = fixture(source);
  const { vault, files } = made;
  const [gone, into] = files.flatMap(({ note }) => note ?? []);
  assert.ok(gone && into, "there are no two notes");
  let edit: VaultEdit;
  try {
    edit = await merge(vault, textsOf(made), gone, into);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    assert.equal(error.message, expected);
    return;
  }
  assert.deepEqual(
    edit.gone.map(({ uri }) => uri),
    [gone.uri],
  );
  const now = applied(made, edit);
  const changed = files.filter((file) => file.note?.uri !== gone.uri && now.get(file) !== file.text);
  assert.equal(changed.map((file) => `//- /${file.path}\n${now.get(file)?.replace(/\n$/, "")}\n`).join(""), dedent(expected));
  checkMergedLinks(made, now, gone, into);
}

/** Every reference of the vault, those of the note that is gone included, leads where it led, or to the same place in the other note. */
export function checkMergedLinks(made: Fixture, now: ReadonlyMap<FixtureFile, string>, gone: Note, into: Note): void {
  const after = indexOf(made, now, gone);
  const joint = after.note(into.uri);
  assert.ok(joint);
  const shift = { heading: joint.headings.length - gone.headings.length, anchor: joint.anchors.length - gone.anchors.length };
  const before = placesIn(made.vault, ({ uri }) => (uri === gone.uri ? { uri: into.uri, ...shift } : { uri, heading: 0, anchor: 0 }));
  const then = placesIn(after, ({ uri }) => ({ uri, heading: 0, anchor: 0 }));
  for (const { note: old } of made.files) {
    if (!old || old.uri === gone.uri) continue;
    const note = after.note(old.uri);
    assert.ok(note);
    const bodies = old.uri === into.uri ? [old, gone] : [old];
    const was = bodies.flatMap((it) => inText(it).map((reference) => before(it, reference)));
    const is = inText(note).map((reference) => then(note, reference));
    assert.equal(is.length, was.length, `${old.path} has the links of both`);
    for (const [at, place] of was.entries()) if (place !== undefined) assert.equal(is[at], place, `the link ${at + 1} of ${old.path}`);
    const listed = new Set(inList(note).map((reference) => then(note, reference)));
    for (const place of bodies.flatMap((it) => inList(it).map((reference) => before(it, reference))))
      assert.ok(place === undefined || place === note.uri || listed.has(place), `${old.path} lists ${place}`);
  }
}

function indexOf(made: Fixture, now: ReadonlyMap<FixtureFile, string>, gone: Note): VaultIndex {
  const after = new VaultIndex();
  for (const { uri, isObsidian, dialect } of made.vault.folders) after.addFolder(uri, { isObsidian, dialect });
  for (const [file, text] of now) {
    const about = { uri: uriBelow(file.folder, file.path), folder: file.folder, path: file.path, modified: 0 };
    if (about.uri === gone.uri) continue;
    after.addFile(file.folder, file.path);
    if (file.note) after.put(parseNote(about, text, { topicsFromTags: false }));
  }
  return after;
}

const isListed = (it: Reference) => it.kind === "wiki" && it.place === "related";
const inText = ({ references }: Note) => references.filter((it) => !isListed(it)).sort((a, b) => a.range.start - b.range.start);
const inList = ({ references }: Note) => references.filter(isListed);

interface Where {
  readonly uri: NoteUri;
  readonly heading: number;
  readonly anchor: number;
}

/** Where references lead: a note, and a heading or anchor of it by its number. */
function placesIn(vault: Vault, whereOf: (note: Note) => Where): (from: Note, reference: Reference) => string | undefined {
  return (from, reference) => {
    const meaning = vault.resolve(from, reference);
    if (meaning.kind === "file") return uriBelow(meaning.folder.uri, meaning.path);
    if (meaning.kind === "paper") return meaning.paper;
    if (meaning.kind !== "note") return undefined;
    const { uri, ...shift } = whereOf(meaning.note);
    const { part } = meaning;
    if (part === undefined) return uri;
    const all: readonly { readonly range: { readonly start: number } }[] =
      part.kind === "heading" ? meaning.note.headings : meaning.note.anchors;
    const { start } = (part.kind === "heading" ? part.heading : part.anchor).range;
    return `${uri} ${part.kind} ${all.findIndex(({ range }) => range.start === start) + shift[part.kind]}`;
  };
}
