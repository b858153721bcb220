// A file that somebody changes while `quaestio rename` or `merge` is at work keeps what was written: nothing is overwritten, and a sentence says so.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { cliScript } from "./mcpClient";
import { projectRoot, removeFolder, tempFolder, testEnvironment, textsIn } from "./tempFolder";

const files = {
  "a.md": "# Asks?\n\n[[Does it scale?]]\n",
  "b.md": "# Asks too?\n\n[[Does it scale?]]\n",
  "does-it-scale.md": "# Does it scale?\n\nText.\n",
  "other.md": "---\ntopics: [t]\n---\n# Another?\n\n[[b]]\n",
};

const rename = ["rename", "does-it-scale.md", "Does it grow?"];
const merge = ["merge", "does-it-scale.md", "other.md"];

describe("a file that changes while", () => {
  let root = "";
  beforeEach(() => {
    root = tempFolder(files);
  });
  afterEach(() => removeFolder(root));

  /** Runs a command while a file changes: once it was read so often, or as the first file is written. */
  const run = (args: readonly string[], file: string, reads = "") =>
    spawnSync(process.execPath, ["--require", join(projectRoot, "dist", "test", "changeMeanwhile.js"), cliScript, ...args, "--no-cache"], {
      ...{ cwd: root, encoding: "utf8" },
      env: { ...testEnvironment(), QUAESTIO_MEANWHILE: JSON.stringify([join(root, file), reads]) },
    });

  for (const [what, args, file, reads] of [
    ["a rename has read it and plans", rename, "b.md", "2"],
    ["a rename writes another", rename, "b.md", ""],
    ["a rename writes another, being the note itself", rename, "does-it-scale.md", ""],
    ["a merge has read it and plans", merge, "other.md", "2"],
    ["a merge writes another, being about to go", merge, "does-it-scale.md", ""],
    ["a merge writes another", merge, "other.md", ""],
  ] as const)
    it(`${what} is not overwritten, and nothing else is changed`, () => {
      const { status, stdout, stderr } = run(args, file, reads);
      assert.deepEqual([status, stdout], [1, ""], stderr);
      assert.equal(stderr, `Nothing was changed: ${join(root, file)} has changed meanwhile. The same command can be given again.\n`);
      assert.deepEqual(Object.fromEntries(textsIn(root)), { ...files, [file]: `${files[file]}\nWritten meanwhile.\n` });
    });

  it("a rename writes another, being where the note is to move, is not overwritten", () => {
    const { status, stderr } = run(rename, "does-it-grow.md");
    assert.deepEqual([status, stderr], [1, `Nothing was changed: ${join(root, "does-it-grow.md")} is there already.\n`]);
    assert.deepEqual(Object.fromEntries(textsIn(root)), { ...files, "does-it-grow.md": "\nWritten meanwhile.\n" });
  });

  it("a rename has it read for the first time is renamed as it is then", () => {
    assert.equal(run(rename, "b.md", "1").status, 0);
    assert.equal(textsIn(root).get("b.md"), "# Asks too?\n\n[[Does it grow?]]\n\nWritten meanwhile.\n");
  });
});
