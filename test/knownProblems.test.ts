// The problems of a note are worked out once, and anew where a change can have altered them.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { NoteUri } from "../server/core/note";
import { KnownProblems } from "../server/features/knownProblems";
import { diagnosticSettings } from "./check";
import { emptyIndex, folders, noteAt } from "./indexText";

const [folder] = folders as readonly [NoteUri];
const rules = diagnosticSettings();

function vaultOf(texts: Readonly<Record<string, string>>) {
  const index = emptyIndex();
  const problems = new KnownProblems(index);
  const put = (path: string, text: string) => {
    const note = noteAt(folder, path, text);
    problems.concern([...index.put(note).notes].map(({ uri }) => uri));
    return note;
  };
  const notes = Object.entries(texts).map(([path, text]) => put(path, text));
  return { problems, put, notes };
}

describe("known problems", () => {
  it("are the same until a change concerns their note", () => {
    const { problems, put, notes } = vaultOf({ "a.md": "[[B?]] [[C?]]", "b.md": "# B?" });
    const [a] = notes as [(typeof notes)[0]];
    const before = problems.of(a, rules);
    put("b.md", "# B?\nwith words");
    assert.equal(problems.of(a, rules), before);
    put("b.md", "# Other?");
    assert.equal(problems.of(a, rules).length, before.length + 1);
  });

  it("point into other notes as these stand now", () => {
    const { problems, put, notes } = vaultOf({ "a.md": "[[B?#Nowhere]]", "b.md": "# B?" });
    const [a] = notes as [(typeof notes)[0]];
    const places = () => problems.of(a, rules).flatMap(({ related = [] }) => related.map(({ range }) => range.start));
    assert.deepEqual(places(), [0]);
    put("b.md", "\n\n# B?");
    assert.deepEqual(places(), [2]);
  });

  it("are others for other rules", () => {
    const { problems, notes } = vaultOf({ "a.md": "[[Nobody]]" });
    const [a] = notes as [(typeof notes)[0]];
    assert.notEqual(problems.of(a, rules).length, 0);
    const quiet = diagnosticSettings({ "broken-reference": "off" });
    assert.deepEqual(
      problems.of(a, quiet).filter(({ code }) => code === "broken-reference"),
      [],
    );
  });

  it("are counted by their codes, questions asked on purpose left out, and not when they are gone", () => {
    const { problems, put, notes } = vaultOf({ "a.md": "[[x]] [[y]] [[z#H]] [[Why do birds sing?]]", "z.md": "# Z" });
    const [a] = notes as [(typeof notes)[0]];
    const counts = () => [...problems.countsOf("broken-reference"), ...problems.countsOf("broken-heading")];
    problems.of(a, rules);
    const twoAndOne = [
      [a.uri, 2],
      [a.uri, 1],
    ];
    assert.deepEqual(counts(), twoAndOne);
    problems.of(a, diagnosticSettings());
    assert.deepEqual(counts(), twoAndOne);
    problems.of(put("a.md", "[[x]]"), rules);
    assert.deepEqual(counts(), [[a.uri, 1]]);
    problems.clear();
    assert.deepEqual(counts(), []);
  });
});
