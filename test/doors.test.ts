// The table in the README that says what works where: each of its cells is shown by a test, named here.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { projectRoot } from "./tempFolder";

const columns = ["desktop", "remote", "web", "Neovim", "command line", "MCP"] as const;

/** A file below `test`, and the title of a test in it. */
type Shown = readonly [file: string, title: string];

/**
 * For each row what shows it in an editor with Node, which a desktop and a remote editor have alike, in a browser, in Neovim, on the command line
 * and by the Model Context Protocol.
 */
const rows: Readonly<Record<string, readonly (Shown | undefined)[]>> = {
  "problems of every note, open or not": [
    ["editor/outside/outside.test.ts", "reports broken links of notes that nobody opened"],
    ["editor/inside/inside.test.ts", "reports a note written on disk without opening it, and forgets it when it is deleted"],
    ["editors/neovim.lua", "attaches, and shows the problems of a note"],
    ["cli.test.ts", "prints each problem on a line, then a summary, and exits with 1"],
    ["mcpChanges.test.ts", "tells problems and open questions as the command line does"],
  ],
};

describe("what works where", () => {
  const readme = readFileSync(join(projectRoot, "README.md"), "utf8");
  const table = readme.slice(readme.indexOf("## The same everywhere"), readme.indexOf("## Command line"));
  const cells = [...table.matchAll(/^\| (.+) \|$/gm)].map(([, line = ""]) => line.split(" | "));

  it("has a column for each door", () => {
    assert.deepEqual(
      cells[0],
      ["|", ...columns].flatMap((it) => (it === "|" ? [""] : [it])),
    );
  });

  it("is told of the rows that are shown", () => {
    assert.deepEqual(
      cells.slice(2).map(([row]) => row),
      Object.keys(rows),
    );
  });

  for (const [row, shown] of Object.entries(rows)) {
    it(`is true of ${row}`, () => {
      const [, desktop, remote, ...others] = cells.find(([name]) => name === row) ?? [];
      assert.equal(desktop, remote);
      const told = [desktop, ...others].map((it) => it !== "–");
      assert.deepEqual(
        shown.map((it) => it !== undefined),
        told,
      );
      for (const [file, title] of shown.filter((it) => it !== undefined)) {
        const text = readFileSync(join(projectRoot, "test", file), "utf8");
        assert.ok(text.includes(JSON.stringify(title)), `${file} has no test “${title}”`);
      }
    });
  }
});
