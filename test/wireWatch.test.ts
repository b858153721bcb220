// For a client that tells of no changed files, as plain editors are, the server follows the folder by itself.
import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { ServedFolder } from "./servedFolder";
import { writeFiles } from "./tempFolder";

const served = new ServedFolder();
const capabilities = { textDocument: { publishDiagnostics: {} }, workspace: { workspaceFolders: true } };

describe("a server whose client tells of no files", () => {
  beforeEach(() =>
    served.start({ "a.md": "[[Target?]] [[Deep]]\n", "sub/b.md": "# B\n\n[[c]]\n", "sub/c.md": "# C\n", ".git/x": "" }, { capabilities }),
  );
  afterEach(() => served.stop());

  it("notices a note that is written, changed and deleted", async () => {
    assert.equal(served.client.codes(served.uri("a.md")), "broken-reference, broken-reference");
    writeFiles(served.root, { "sub/t.md": "# Target?\n" });
    await served.untilCodes("a.md", "broken-reference");
    writeFiles(served.root, { "sub/t.md": "# Other?\n" });
    await served.untilCodes("a.md", "broken-reference, broken-reference");
    rmSync(join(served.root, "sub/c.md"));
    await served.untilCodes("sub/b.md", "broken-reference");
  });

  it("notices what happens in folders that are made later, however deep", async () => {
    mkdirSync(join(served.root, "new/inner"), { recursive: true });
    writeFiles(served.root, { "new/inner/Deep.md": "# Deep one\n" });
    await served.untilCodes("a.md", "broken-reference");
    writeFiles(served.root, { "new/inner/t.md": "# Target?\n" });
    await served.untilCodes("a.md", "");
  });

  it("notices a folder that is renamed, and what happens in it then", async () => {
    renameSync(join(served.root, "sub"), join(served.root, "moved"));
    await served.client.until("the folder is elsewhere", () => served.client.codes(served.uri("moved/b.md")) === "");
    rmSync(join(served.root, "moved/c.md"));
    await served.untilCodes("moved/b.md", "broken-reference");
    assert.equal(await served.counts(), "moved 1, unfiled 1");
  });
});
