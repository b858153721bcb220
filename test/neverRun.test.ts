// A note whose first lines are a program: no door runs it, whatever language it claims to be in.
import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import matter from "gray-matter";
import { after, before, describe, it } from "mocha";
import { quaestio } from "./commandLine";
import { McpClient } from "./mcpClient";
import { removeFolder, tempFolder, textsIn, writeFiles } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

/** The languages that gray-matter has engines for or looks one up for, and one that somebody might add. */
const languages = [
  "js",
  "javascript",
  " js",
  "JS",
  "json",
  "coffee",
  "coffeescript",
  "cson",
  "toml",
  "yaml",
  "custom",
  "constructor",
  "__proto__",
];

describe("front matter that is a program", () => {
  let root = "";
  let files: Readonly<Record<string, string>> = {};
  const written = () => join(root, "written.txt");
  const program = () => `{ title: (require("fs").writeFileSync(${JSON.stringify(written())}, "ran"), "Ran?") }`;
  const asJson = () => JSON.stringify({ title: "Ran?", constructor: { prototype: { title: "x" } }, __proto__: null, run: program() });

  before(() => {
    root = tempFolder();
    const notes = languages.map((language, at) => [
      `n${at}.md`,
      `---${language}\n${language === "json" ? asJson() : program()}\n---\n# Note ${at}?\n\n[[Nowhere ${at}]]\n`,
    ]);
    files = {
      ...Object.fromEntries(notes),
      "tagged.md": `---\ntitle: !!js/function 'function () ${program()}'\n---\n[[Nowhere at all]]\n`,
    };
    writeFiles(root, files);
  });
  after(() => removeFolder(root));

  /** Nothing was written, and what a reader sees in each note is its body alone. */
  const untouched = () => {
    assert.equal(existsSync(written()), false, "the program ran");
    assert.deepEqual(
      [...textsIn(root)],
      Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  };

  it("would run where somebody let it, so that this shows something", () => {
    matter(files["n0.md"] ?? "");
    assert.equal(existsSync(written()), true);
    rmSync(written());
  });

  it("is text to quaestio check, which finds what stands below it", () => {
    const { out, err } = quaestio(root, "check", "--fail-on", "error");
    for (const at of languages.keys()) assert.match(out, new RegExp(`^n${at}\\.md:6:3 error broken-reference .*Nowhere ${at}”`, "m"));
    assert.match(out, /^tagged\.md:4:3 error broken-reference/m);
    assert.equal(err, "");
    untouched();
  });

  it("is text to the language server, from the disk and while it is typed", async () => {
    const client = await WireClient.loaded([root]);
    try {
      for (const [path, text] of Object.entries(files)) {
        const uri = uriOf(root, path);
        assert.equal(client.codes(uri), "broken-reference", path);
        await client.open(uri, text);
        await client.change(uri, `${text}\n[[Nowhere else]]\n`);
        await client.until("the edit is seen", () => client.codes(uri) === "broken-reference, broken-reference");
        await client.ask("quaestio/renderModel", { uri });
        await client.ask("quaestio/related", { uri });
      }
    } finally {
      await client.stop();
    }
    untouched();
  });

  it("is text to the server for agents", async () => {
    const client = await McpClient.on(root);
    try {
      assert.equal((await client.ask("check")).total, languages.length + 1);
      for (const path of Object.keys(files)) await client.ask("get_note", { note: path });
    } finally {
      await client.stop();
    }
    untouched();
  });
});
