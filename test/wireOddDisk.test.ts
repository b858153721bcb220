// A real server on a real disk whose folders vanish, turn into files and deny themselves: it says so, answers on, and takes in what comes back.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { ServedFolder } from "./servedFolder";
import { writeFiles } from "./tempFolder";
import { type ClientOptions, serverCommand } from "./wireClient";

const served = new ServedFolder();
const files = { "a.md": "# A?\n\n[[b]] [[C?]]\n", "sub/b.md": "# B?\n\n[[a]]\n", "sub/c.md": "# C?\n" };
const look = () => served.client.ask("quaestio/rescan", { reach: "near" });
const isPosix = process.platform !== "win32";

/** For those that tell of nothing, the server watches by itself. */
const clients: Readonly<Record<string, ClientOptions>> = {
  "a client that tells of files": {},
  "a client that tells of none": { capabilities: { textDocument: { publishDiagnostics: {} }, workspace: { workspaceFolders: true } } },
};

for (const [client, options] of Object.entries(clients))
  describe(`a server for ${client}`, () => {
    const tell = (...paths: readonly string[]) =>
      options.capabilities ? undefined : served.client.files(2, ...paths.map(served.uri, served));
    beforeEach(() => served.start(files, options));
    afterEach(() => served.stop());

    it("follows a folder that is replaced by a file of its name, and back", async () => {
      assert.equal(served.client.codes(served.uri("a.md")), "");
      renameSync(join(served.root, "sub"), join(served.root, ".aside"));
      writeFiles(served.root, { sub: "a file" });
      await tell("sub");
      await served.untilCodes("a.md", "broken-reference, broken-reference");
      assert.equal(await served.counts(), "unfiled 1");
      rmSync(join(served.root, "sub"));
      renameSync(join(served.root, ".aside"), join(served.root, "sub"));
      await tell("sub");
      await served.untilCodes("a.md", "");
      assert.equal(await served.counts(), "sub 2, unfiled 1");
    });

    it("follows a folder that another took the place of, of which no more is told", async () => {
      renameSync(join(served.root, "sub"), join(served.root, ".aside"));
      writeFiles(served.root, { "sub/c.md": "# C?\n\n[[Nobody]]\n", "sub/d.md": "# D?\n" });
      await tell("sub");
      await served.untilCodes("a.md", "broken-reference");
      await served.untilCodes("sub/c.md", "broken-reference");
      assert.equal(await served.counts(), "sub 2, unfiled 1");
    });

    it("follows a note that becomes a folder of the same name, and back", async () => {
      rmSync(join(served.root, "a.md"));
      writeFiles(served.root, { "a.md/in.md": "# In?\n\n[[Nobody]]\n" });
      await tell("a.md");
      await served.untilCodes("a.md/in.md", "broken-reference");
      await served.untilCodes("sub/b.md", "broken-reference");
      rmSync(join(served.root, "a.md"), { recursive: true });
      writeFiles(served.root, { "a.md": "# A?\n" });
      await tell("a.md");
      await served.untilCodes("a.md/in.md", "");
      await served.untilCodes("sub/b.md", "");
    });

    it("forgets nothing while the whole folder is gone, and reads what is there when it is back", async () => {
      rmSync(served.root, { recursive: true });
      await tell("");
      assert.equal(await look(), 0);
      assert.equal(await served.counts(), "sub 2, unfiled 1");
      writeFiles(served.root, { "a.md": "# A?\n\n[[b]]\n", "e/e.md": "# E?\n" });
      await tell("");
      await look();
      await served.untilCodes("a.md", "broken-reference");
      assert.equal(await served.counts(), "e 1, unfiled 1");
      writeFiles(served.root, { "e/b.md": "# B?\n" });
      await tell("e/b.md");
      await served.untilCodes("a.md", "");
      rmSync(join(served.root, "e/b.md"));
      await tell("e/b.md");
      await served.untilCodes("a.md", "broken-reference");
    });

    it("answers on where a note became a pipe", async function () {
      if (!isPosix) return this.skip();
      rmSync(join(served.root, "sub/b.md"));
      assert.equal(spawnSync("mkfifo", [join(served.root, "sub/b.md")]).status, 0);
      // Nobody told yet: what links to a note is read again from its file.
      await served.client.ask("quaestio/related", { uri: served.uri("a.md") });
      await tell("sub/b.md");
      await look();
      await served.untilCodes("a.md", "broken-reference");
    });

    it("notices a note whose name has a backslash, as Unix allows", async function () {
      if (!isPosix) return this.skip();
      writeFileSync(join(served.root, "back\\slash.md"), "# Backslash?\n\n[[Nobody]]\n");
      await tell("back\\slash.md");
      await served.untilCodes("back\\slash.md", "broken-reference");
    });
  });

describe("a server that may not read", () => {
  const isRoot = process.getuid?.() === 0;
  const powerless = isRoot ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all", process.execPath] : [process.execPath];
  const canBeDenied = isPosix && (!isRoot || spawnSync("setpriv", ["--version"]).status === 0);

  beforeEach(async function () {
    if (!canBeDenied) return this.skip();
    await served.start(files, { program: powerless, command: serverCommand });
  });
  afterEach(() => {
    for (const path of ["sub", "a.md"]) chmodSync(join(served.root, path), 0o755);
    return served.stop();
  });

  const sentences = () =>
    (served.client.all("window/logMessage") as readonly { readonly message: string }[]).map(({ message }) => message).join("\n");

  it("a note says so in it, goes on with the others, and reads it once it may", async () => {
    chmodSync(join(served.root, "a.md"), 0);
    await served.client.files(2, served.uri("a.md"));
    await served.untilCodes("a.md", "unreadable-note");
    const [{ message = "" } = {}] = served.client.problems().get(served.uri("a.md"))?.diagnostics ?? [];
    assert.equal(message, "This file cannot be read: permission denied.");
    // Its file's name still answers.
    assert.equal(served.client.codes(served.uri("sub/b.md")), "");
    writeFiles(served.root, { "sub/b.md": "# B?\n\n[[Nobody]]\n" });
    await served.client.files(2, served.uri("sub/b.md"));
    await served.untilCodes("sub/b.md", "broken-reference");
    chmodSync(join(served.root, "a.md"), 0o644);
    await look();
    await served.untilCodes("a.md", "");
  });

  it("a folder says so in the log, takes its notes for gone, and reads them once it may", async () => {
    chmodSync(join(served.root, "sub"), 0);
    await look();
    await served.untilCodes("a.md", "broken-reference, broken-reference");
    await served.client.files(2, served.uri("sub"));
    await served.client.until("it is said", () => /The folder .*\/sub cannot be listed: permission denied\./.test(sentences()));
    assert.equal(await served.counts(), "unfiled 1");
    chmodSync(join(served.root, "sub"), 0o755);
    await look();
    await served.untilCodes("a.md", "");
    assert.equal(await served.counts(), "sub 2, unfiled 1");
  });

  it("the whole folder forgets nothing and reads what is there once it may", async () => {
    mkdirSync(join(served.root, "more"));
    chmodSync(served.root, 0);
    await look();
    chmodSync(served.root, 0o755);
    await look();
    await served.untilCodes("a.md", "");
    assert.equal(await served.counts(), "sub 2, unfiled 1");
  });
});
