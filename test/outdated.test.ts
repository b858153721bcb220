// Edits for texts that are no longer there, which the extension does not make.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { WorkspaceEdit } from "vscode-languageclient";
import { isOutdated } from "../client/outdated";

describe("an edit that the server answered", () => {
  const open: Readonly<Record<string, number>> = { "file:///a.md": 3, "file:///b.md": 1 };
  const of = (...documents: readonly (readonly [string, number | null])[]): WorkspaceEdit => ({
    documentChanges: [
      ...documents.map(([uri, version]) => ({ textDocument: { uri, version }, edits: [] })),
      { kind: "delete", uri: "file:///a.md" },
    ],
  });

  for (const [what, edit, expected] of [
    ["for the versions that are open", of(["file:///a.md", 3], ["file:///b.md", 1]), false],
    ["for files, whether or not they are open", of(["file:///a.md", null], ["file:///c.md", null]), false],
    ["for a version before the last letter", of(["file:///b.md", 1], ["file:///a.md", 2]), true],
    ["for a version that nobody has typed yet", of(["file:///a.md", 4]), true],
    ["for a document that was closed meanwhile", of(["file:///c.md", 1]), true],
    ["for no versions at all", { changes: { "file:///a.md": [] } } as WorkspaceEdit, false],
  ] as const)
    it(`${what} is ${expected ? "not made" : "made"}`, () =>
      assert.equal(
        isOutdated(edit, (uri) => open[uri]),
        expected,
      ));
});
