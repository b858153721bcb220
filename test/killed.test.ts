// `quaestio rename` that is killed: no file is ever half written, and the same command run again does what is left.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { quaestio } from "./commandLine";
import { killRenames, linkedVault } from "./killedRename";
import { removeFolder, tempFolder, textsIn } from "./tempFolder";

describe("a rename that is killed", function () {
  this.timeout(120_000);

  it("leaves each file old or new, and is finished by the same command", async () => {
    const { faults } = await killRenames({ notes: 150, kills: 6, seed: 11 });
    assert.deepEqual(faults, []);
  });

  const call = ["rename", "sub/does-it-scale.md", "Does it grow?", "--no-cache"] as const;
  const old = linkedVault(6);
  const renamed = (): ReadonlyMap<string, string> => {
    const root = tempFolder(old);
    assert.equal(quaestio(root, ...call).status, 0);
    const texts = textsIn(root);
    removeFolder(root);
    return texts;
  };
  const run = (files: Iterable<readonly [string, string]>, ...more: readonly string[]) => {
    const root = tempFolder(Object.fromEntries(files));
    const { status, out, err } = quaestio(root, ...call, ...more);
    const texts = textsIn(root);
    removeFolder(root);
    return { status, out, err, texts };
  };

  it("between the file's new name and its new text is finished, its own links too", () => {
    const wanted = renamed();
    const half = new Map([...wanted, ["sub/does-it-grow.md", old["sub/does-it-scale.md"] ?? ""]]);
    const { status, texts } = run(half);
    assert.equal(status, 0);
    assert.deepEqual(texts, wanted);
    const dry = run(half, "--dry-run");
    assert.match(dry.out, /^sub\/does-it-grow\.md got its name by a rename that was stopped/);
    assert.deepEqual(dry.texts, new Map([...half].sort(([a], [b]) => (a < b ? -1 : 1))));
  });

  it("after all was done has nothing left to do", () => {
    const wanted = renamed();
    const { status, out, texts } = run(wanted);
    assert.deepEqual({ status, out }, { status: 0, out: "sub/does-it-grow.md has that title already.\n" });
    assert.deepEqual(texts, wanted);
  });

  it("is not finished with a note that only has the name", () => {
    const { status, err } = run(new Map([...renamed(), ["sub/does-it-grow.md", "# Quite another?\n"]]));
    assert.equal(status, 2);
    assert.match(err, /^There is no note sub\/does-it-scale\.md in the vault\./);
  });
});
