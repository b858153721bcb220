// Globs that silence problems in some files.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readSettings } from "../server/core/settings";
import { diagnosticsOf } from "../server/features/diagnostics";
import { rulesOf } from "../server/host/rules";
import { fixture } from "./fixture";

/** The problems of all notes under a setting `ignore`, as `path code`. */
function problemsUnder(ignore: unknown): readonly string[] {
  const { vault, files } = fixture("//- /drafts/a.md\n[[Lost]] [[Is it?]] [[b#Lost]]\n//- /b.md\n[[Lost]]\n");
  const rules = rulesOf(readSettings([{ ignore }]).settings);
  return files.flatMap(({ path, note }) =>
    note ? diagnosticsOf(vault, note, rules).map(({ code, data }) => `${path} ${data ? "open-question" : code}`) : [],
  );
}

const all = ["drafts/a.md broken-reference", "drafts/a.md open-question", "drafts/a.md broken-heading", "b.md broken-reference"];
const without = (...gone: readonly number[]) => all.filter((_, index) => !gone.includes(index));

describe("the setting `ignore`", () => {
  it("silences nothing by itself", () => assert.deepEqual(problemsUnder(undefined), all));

  it("silences a code in the files its globs name, open questions with broken references", () => {
    assert.deepEqual(problemsUnder({ "broken-reference": ["drafts/**"] }), without(0, 1));
  });

  it("silences open questions alone", () => {
    assert.deepEqual(problemsUnder({ "open-question": ["**"] }), without(1));
  });

  it("silences every code by a star", () => {
    assert.deepEqual(problemsUnder({ "*": ["drafts/*.md"] }), without(0, 1, 2));
  });

  it("complains of a word that is no code, and of what is no list", () => {
    const { complaints } = readSettings([{ ignore: { "broken-link": ["a"], "broken-heading": "b" } }]);
    assert.deepEqual(
      complaints.map((sentence) => sentence.split(" ")[0]),
      ["ignore.broken-link", "ignore.broken-heading"],
    );
  });
});
