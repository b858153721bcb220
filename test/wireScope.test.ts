// Which notes the server reports: by the kind of folder, by settings and ignore files, by what the editor hides.
import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { ServedFolder } from "./servedFolder";
import { removeFolder, tempFolder, writeFiles } from "./tempFolder";
import { uriOf } from "./wireClient";

const served = new ServedFolder();

describe("which notes are reported", () => {
  afterEach(() => served.stop());

  it("in a plain folder of Markdown is the open ones", async () => {
    await served.start({ "a.md": "[x](nowhere.md)\n", "b.md": "[x](nowhere.md)\n" });
    assert.equal(served.client.problems().size, 0);
    await served.client.open(served.uri("a.md"), "[x](nowhere.md)\n");
    await served.untilCodes("a.md", "broken-reference");
    assert.deepEqual([...served.client.problems().keys()], [served.uri("a.md")]);
    await served.client.close(served.uri("a.md"));
    await served.untilCodes("a.md", "");
  });

  it("is all of them once the first wiki link makes the folder a vault, until the last is gone", async () => {
    await served.start({ "a.md": "[x](nowhere.md)\n", "b.md": "[x](nowhere.md)\n" });
    await served.client.open(served.uri("a.md"), "[[b]]\n");
    await served.untilCodes("b.md", "broken-reference");
    await served.client.change(served.uri("a.md"), "b\n");
    await served.untilCodes("b.md", "");
  });

  for (const [name, files] of [
    [".quaestio.json", { ".quaestio.json": "{}" }],
    [".obsidian", { ".obsidian/app.json": "{}" }],
    [".foam", { ".foam/x.json": "{}" }],
    ["a field of ours", { "c.md": "---\nsummary: x\n---\n" }],
  ] as const) {
    it(`is all of them in a folder with ${name}`, async () => {
      await served.start({ "a.md": "[x](nowhere.md)\n", ...files });
      assert.equal(served.client.codes(served.uri("a.md")), "broken-reference");
    });
  }

  it("is what the settings say: the whole vault, open notes only, or nothing", async () => {
    await served.start({ "a.md": "[x](nowhere.md)\n" }, { settings: { quaestio: { diagnostics: { scope: "vault" } } } });
    assert.equal(served.client.codes(served.uri("a.md")), "broken-reference");
    served.client.settings["quaestio"] = { diagnostics: { scope: "open" } };
    await served.client.notify("workspace/didChangeConfiguration", { settings: null });
    await served.untilCodes("a.md", "");
    served.client.settings["quaestio"] = { diagnostics: { scope: "vault", severity: { "broken-reference": "hint" } } };
    await served.client.notify("workspace/didChangeConfiguration", { settings: null });
    await served.client.until(
      "the severity is a hint",
      () => served.client.problems().get(served.uri("a.md"))?.diagnostics[0]?.severity === 4,
    );
    served.client.settings["quaestio"] = { enable: false, diagnostics: { scope: "vault" } };
    await served.client.notify("workspace/didChangeConfiguration", { settings: null });
    await served.untilCodes("a.md", "");
  });

  it("follows the folder's own settings when their file changes", async () => {
    await served.start({ "a.md": "[[Nowhere]]\n", "draft/b.md": "[[Nowhere]]\n" });
    assert.equal(served.client.problems().size, 2);
    writeFiles(served.root, { ".quaestio.json": '{ "notes": { "exclude": ["draft/**"] } }' });
    await served.client.files(1, served.uri(".quaestio.json"));
    await served.untilCodes("draft/b.md", "");
    assert.equal(served.client.codes(served.uri("a.md")), "broken-reference");
    writeFiles(served.root, { ".quaestio.json": '{ "diagnostics": { "severity": { "broken-reference": "off" } } }' });
    await served.client.files(2, served.uri(".quaestio.json"));
    await served.untilCodes("a.md", "");
  });

  it("leaves out what the editor hides", async () => {
    await served.start(
      { "a.md": "[[Nowhere]]\n", "out/b.md": "[[Nowhere]]\n" },
      { settings: { "files.exclude": { "**/out": true, "**/a.md": false } } },
    );
    assert.deepEqual([...served.client.problems().keys()], [served.uri("a.md")]);
  });

  it("follows a .gitignore when it changes", async () => {
    await served.start({ "a.md": "[[Nowhere]]\n", "out/b.md": "[[Nowhere]]\n" });
    writeFiles(served.root, { ".gitignore": "out/\n" });
    await served.client.files(1, served.uri(".gitignore"));
    await served.untilCodes("out/b.md", "");
  });

  it("does not report links into folders that are not looked into, where the file exists", async () => {
    await served.start({
      "a.md": "[[x]] [l](node_modules/p/LICENSE) [l](node_modules/p) [l](node_modules/p/NOTHING)\n",
      "x.md": "",
      "node_modules/p/LICENSE": "",
    });
    assert.equal(served.client.codes(served.uri("a.md")), "broken-reference");
  });

  it("follows workspace folders that come and go", async () => {
    await served.start({ "a.md": "[[Only there]]\n" });
    const other = tempFolder({ "b.md": "# Only there\n\n[[Nowhere]]\n" });
    const folder = { uri: uriOf(other), name: "other" };
    await served.client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [folder], removed: [] } });
    await served.untilCodes("a.md", "");
    await served.client.until("the other folder is reported", () => served.client.codes(uriOf(other, "b.md")) === "broken-reference");
    await served.client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [folder] } });
    await served.untilCodes("a.md", "broken-reference");
    await served.client.until("the other folder is not reported any more", () => served.client.codes(uriOf(other, "b.md")) === "");
    removeFolder(other);
  });
});
