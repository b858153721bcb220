// The server keeps step with files, open documents, folders and settings.
import assert from "node:assert/strict";
import { readdirSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import { ServedFolder } from "./servedFolder";
import { writeFiles } from "./tempFolder";

const served = new ServedFolder();

describe("the server follows files", () => {
  beforeEach(() => served.start({ "a.md": "[[Target?]] [x](img.png)\n", "sub/b.md": "# B\n\n[[a]] [[c]]\n", "sub/c.md": "# C\n" }));
  afterEach(() => served.stop());

  it("that are created, notes and others", async () => {
    assert.equal(served.client.codes(served.uri("a.md")), "broken-reference, broken-reference");
    writeFiles(served.root, { "new/t.md": "# Target?\n" });
    await served.client.files(1, served.uri("new/t.md"));
    await served.untilCodes("a.md", "broken-reference");
    writeFiles(served.root, { "img.png": "" });
    await served.client.files(1, served.uri("img.png"));
    await served.untilCodes("a.md", "");
    assert.equal(await served.counts(), "new 1, sub 2, unfiled 1");
  });

  it("that changed without a word, once it is to look", async () => {
    // What changed just now is looked at again in any case.
    const rescan = () => {
      for (const path of readdirSync(served.root, { recursive: true, encoding: "utf8" }))
        utimesSync(join(served.root, path), 1e9, 1e9 + path.length);
      return served.client.ask("quaestio/rescan", { reach: "near" });
    };
    await rescan();
    assert.equal(await rescan(), 0);
    writeFiles(served.root, {
      "new/t.md": "# Target?\n",
      "img.png": "",
      "sub/b.md": "# Bee\n\n[[a]] [[D]]\n",
      "c#%41.md": "# D\n[[Nobody]]\n",
    });
    rmSync(join(served.root, "sub/c.md"));
    assert.equal(await rescan(), 5);
    await served.untilCodes("a.md", "");
    await served.untilCodes("sub/b.md", "");
    await served.untilCodes("c#%41.md", "broken-reference");
    assert.equal(await served.counts(), "new 1, sub 1, unfiled 2");
    writeFiles(served.root, { ".gitignore": "new/\n" });
    assert.equal(await rescan(), 2, "the rules and the folder that they hide");
    await served.untilCodes("a.md", "broken-reference");
  });

  it("that are changed", async () => {
    writeFiles(served.root, { "sub/c.md": "# Target?\n\n[[Nothing]]\n" });
    await served.client.files(2, served.uri("sub/c.md"));
    await served.untilCodes("sub/c.md", "broken-reference");
    await served.untilCodes("a.md", "broken-reference");
  });

  it("that are deleted", async () => {
    rmSync(join(served.root, "sub/c.md"));
    await served.client.files(3, served.uri("sub/c.md"));
    await served.untilCodes("sub/b.md", "broken-reference");
    assert.equal(await served.counts(), "sub 1, unfiled 1");
  });

  it("that are deleted with their problems", async () => {
    rmSync(join(served.root, "a.md"));
    await served.client.files(3, served.uri("a.md"));
    await served.untilCodes("a.md", "");
    await served.untilCodes("sub/b.md", "broken-reference");
  });

  it("in a folder that is deleted, which is one event", async () => {
    await served.client.open(served.uri("d.md"), "[[b]] [x](sub)\n");
    await served.client.settled(() => served.client.change(served.uri("d.md"), "[[b]] [x](sub) \n"));
    assert.equal(served.client.codes(served.uri("d.md")), "");
    rmSync(join(served.root, "sub"), { recursive: true });
    await served.client.files(3, served.uri("sub"));
    await served.untilCodes("d.md", "broken-reference, broken-reference");
    assert.equal(await served.counts(), "unfiled 2");
  });

  it("in a folder that appears, which is one event", async () => {
    writeFiles(served.root, { "moved/in/t.md": "# Target?\n", "moved/node_modules/x.md": "# X\n" });
    await served.client.files(1, served.uri("moved"));
    await served.untilCodes("a.md", "broken-reference");
    assert.equal(await served.counts(), "moved 1, sub 2, unfiled 1");
  });

  it("that are renamed: deleted here and created there at once", async () => {
    rmSync(join(served.root, "sub/c.md"));
    writeFiles(served.root, { "other/c.md": "# C\n" });
    await served.client.settled(() =>
      served.client.files(3, served.uri("sub/c.md")).then(() => served.client.files(1, served.uri("other/c.md"))),
    );
    await served.client.until("both were taken in", () =>
      served.client.changes().some(({ notes }) => notes !== "all" && notes.includes(served.uri("other/c.md"))),
    );
    assert.equal(served.client.codes(served.uri("sub/b.md")), "");
    assert.equal(await served.counts(), "other 1, sub 1, unfiled 1");
  });

  it("but not those that are ignored", async () => {
    writeFiles(served.root, { "node_modules/p/t.md": "# Target?\n", ".hidden/t.md": "# Target?\n", "z.md": "" });
    await served.client.settled(() =>
      served.client.files(1, served.uri("node_modules/p/t.md"), served.uri(".hidden/t.md"), served.uri("z.md")),
    );
    assert.equal(served.client.codes(served.uri("a.md")), "broken-reference, broken-reference");
    assert.equal(await served.counts(), "sub 2, unfiled 2");
  });

  it("and tells the client what changed", async () => {
    writeFiles(served.root, { "sub/c.md": "---\ntopics: [new]\n---\n# C\n" });
    await served.client.settled(() => served.client.files(2, served.uri("sub/c.md")));
    const last = served.client.changes().at(-1);
    assert.equal(last?.topicsChanged, true);
    assert.ok(last?.notes !== "all" && last?.notes.includes(served.uri("sub/c.md")));
  });
});

describe("the server follows open documents", () => {
  beforeEach(() => served.start({ "a.md": "[[C]]\n", "c.md": "# C\n" }));
  afterEach(() => served.stop());

  it("edit by edit, and says which version its problems belong to", async () => {
    await served.client.open(served.uri("a.md"), "[[C]]\n");
    await served.client.change(served.uri("a.md"), "[[C]] [[D]]\n");
    await served.untilCodes("a.md", "broken-reference");
    const published = served.client.all("textDocument/publishDiagnostics") as readonly PublishDiagnosticsParams[];
    assert.equal(published.filter((it) => it.uri === served.uri("a.md")).at(-1)?.version, 2);
  });

  it("whose edits count before they are saved, for other notes too", async () => {
    await served.client.open(served.uri("c.md"), "# C\n");
    await served.client.change(served.uri("c.md"), "# Another title altogether\n");
    await served.client.settled(() => undefined);
    assert.equal(served.client.codes(served.uri("a.md")), "", "the file's name still answers");
    await served.client.change(served.uri("a.md"), "");
    await served.client.open(served.uri("a.md"), "[[C#Part]]\n");
    await served.untilCodes("a.md", "broken-heading");
    await served.client.change(served.uri("c.md"), "# C\n\n## Part\n");
    await served.untilCodes("a.md", "");
  });

  it("which win over their files", async () => {
    await served.client.open(served.uri("c.md"), "# C\n");
    await served.client.change(served.uri("c.md"), "# C\n\n[[Mine]]\n");
    await served.untilCodes("c.md", "broken-reference");
    writeFiles(served.root, { "c.md": "# C\n\n[[Theirs]] [[Theirs too]]\n", "z.md": "[[Nothing]]\n" });
    await served.client.files(2, served.uri("c.md"), served.uri("z.md"));
    await served.untilCodes("z.md", "broken-reference");
    assert.equal(served.client.codes(served.uri("c.md")), "broken-reference");
    await served.client.close(served.uri("c.md"));
    await served.untilCodes("c.md", "broken-reference, broken-reference");
  });

  it("and goes back to the file when one is closed unsaved", async () => {
    await served.client.open(served.uri("c.md"), "# C\n");
    await served.client.change(served.uri("c.md"), "---\ntopics: [unsaved]\n---\n[[Nothing]]\n");
    await served.untilCodes("c.md", "broken-reference");
    assert.equal(await served.counts(), "unsaved 1, unfiled 1");
    await served.client.close(served.uri("c.md"));
    await served.untilCodes("c.md", "");
    assert.equal(await served.counts(), "unfiled 2");
  });

  it("that were never saved, until they are closed", async () => {
    await served.client.open(served.uri("new.md"), "---\ntopics: [new]\n---\n[[Nothing]]\n");
    await served.untilCodes("new.md", "broken-reference");
    assert.equal(await served.counts(), "new 1, unfiled 2");
    await served.client.close(served.uri("new.md"));
    await served.untilCodes("new.md", "");
    assert.equal(await served.counts(), "unfiled 2");
  });

  it("but takes a deleted note for gone while it is still open, until it is edited or its file comes back", async () => {
    await served.client.open(served.uri("c.md"), "# C\n\n[[Nothing]]\n");
    await served.untilCodes("c.md", "broken-reference");
    rmSync(join(served.root, "c.md"));
    await served.client.files(3, served.uri("c.md"));
    await served.untilCodes("a.md", "broken-reference");
    await served.untilCodes("c.md", "");
    await served.client.change(served.uri("c.md"), "# C\n\n[[Nothing]] more\n");
    await served.untilCodes("a.md", "");
    await served.untilCodes("c.md", "broken-reference");
    await served.client.files(3, served.uri("c.md"));
    await served.untilCodes("a.md", "broken-reference");
    writeFiles(served.root, { "c.md": "# C as in the file\n" });
    await served.client.files(1, served.uri("c.md"));
    await served.untilCodes("a.md", "");
    await served.untilCodes("c.md", "broken-reference");
  });
});
