// The template of new notes as an editor meets it: named by the vault, read with its settings, followed on the disk, and no note itself.
import assert from "node:assert/strict";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { ClientCapabilities, CodeAction } from "vscode-languageserver/node";
import { quaestioIn } from "./commandLine";
import { removeFolder, tempFolder, writeFiles } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

const day = /\d{4}-\d\d-\d\d/;

describe("a template of new notes", () => {
  let root = "";
  let client: WireClient | undefined;
  const settings = (template: string) => ({ ".quaestio.json": JSON.stringify({ notes: { template } }) });
  const uri = (path: string) => uriOf(root, path);
  const begin = async (files: Readonly<Record<string, string>>, capabilities?: ClientCapabilities) => {
    writeFiles(root, files);
    client = await WireClient.loaded([root], {
      initializationOptions: { host: "vscode" },
      ...(capabilities ? { capabilities } : {}),
    });
    return client;
  };
  const written = async (title: string) => {
    const made = await client?.ask("quaestio/newNote", { title, topics: ["x"] });
    return made?.kind === "new" ? made.text : undefined;
  };
  const told = () => (client?.all("window/showMessageRequest") ?? []).map((message) => (message as { readonly message: string }).message);

  beforeEach(() => {
    root = tempFolder();
  });
  afterEach(async () => {
    assert.equal((await client?.stop()) ?? 0, 0);
    client = undefined;
    removeFolder(root);
  });

  const template = "---\ntitle: {{title}}\ncreated: {{date}}\n---\n# {{title}}\n\n[[Nowhere]]\n";

  it("is what they begin with, and what nobody reports problems of or counts as a note", async () => {
    const server = await begin({ ...settings("templates/question.md"), "templates/question.md": template, "a.md": "# A?\n" });
    const text = await written("Why so?");
    assert.equal(text?.replace(day, "DAY"), '---\ntitle: "Why so?"\ncreated: DAY\ntopics: ["x"]\n---\n# Why so?\n\n[[Nowhere]]\n');
    assert.deepEqual([...server.problems()], []);
    assert.deepEqual(told(), []);
    assert.match(quaestioIn({}, root, "check", "--no-cache").out, /^0 problems in 1 note\./);
  });

  it("is what the note of a quick fix begins with", async () => {
    const asking = "# A?\n\n[[Why sing?]]\n";
    const workspace = { workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] } };
    const server = await begin(
      { ...settings("t.md"), "t.md": template, "a.md": asking },
      { textDocument: { publishDiagnostics: {} }, workspace },
    );
    await server.open(uri("a.md"), asking);
    const at = { line: 2, character: 4 };
    const actions = await server.request<CodeAction[]>("textDocument/codeAction", {
      ...{ textDocument: { uri: uri("a.md") }, range: { start: at, end: at }, context: { diagnostics: [] } },
    });
    const [, text] = actions.find(({ title }) => title.startsWith("Write “Why sing?”"))?.command?.arguments ?? [];
    assert.match(
      String(text),
      /^---\ntitle: "Why sing\?"\ncreated: \d{4}-\d\d-\d\d\nrelated: \["\[\[A\?\]\]"\]\n---\n# Why sing\?\n\n\[\[Nowhere\]\]\n$/,
    );
  });

  it("is followed as its file changes, comes and goes", async () => {
    const server = await begin({ ...settings("t/t.md"), "t/t.md": "---\ntitle: {{title}}\n---\nOne.\n", "a.md": "# A?\n" });
    assert.match((await written("Why so?")) ?? "", /One\.\n$/);
    writeFileSync(join(root, "t/t.md"), "---\ntitle: {{title}}\n---\nTwo.\n");
    await server.files(2, uri("t/t.md"));
    // The server reads it behind the requests that are there already.
    for (let tries = 0; tries < 100; tries++) if (/Two/.test((await written("Why so?")) ?? "")) break;
    assert.match((await written("Why so?")) ?? "", /Two\.\n$/);
    rmSync(join(root, "t"), { recursive: true });
    await server.files(3, uri("t"));
    await server.until("the user is told", () => told().length > 0);
    assert.deepEqual(told(), ["New notes begin without the template t/t.md. There is no such file in the workspace folder."]);
    assert.match((await written("Why so?")) ?? "", /^---\ntitle: "Why so\?"\ntopics: \["x"\]\n---\n\n# Why so\?\n\n$/);
  });

  it("is told of where notes cannot begin with it, once when it is read and when a note is written", async () => {
    await begin({ ...settings("t.md"), "t.md": "---\ntitle: Always this\n---\n", "a.md": "# A?\n" });
    const why = "The template t.md was not used: with it the note would not have its title.";
    assert.deepEqual(told(), [why]);
    const made = await client?.ask("quaestio/newNote", { title: "Why so?" });
    assert.equal(made?.kind === "new" && made.fault, why);
  });

  it("is never read from outside the folder", async () => {
    const outside = tempFolder({ "secret.md": "---\ntitle: {{title}}\n---\nSecret.\n" });
    symlinkSync(join(outside, "secret.md"), join(root, "linked.md"));
    try {
      for (const [path, why] of [
        ["../secret.md", "A template is a Markdown file in the workspace folder, named by its path from there."],
        [join(outside, "secret.md"), "There is no such file in the workspace folder."],
        ["..\\secret.md", "A template is a Markdown file in the workspace folder, named by its path from there."],
        ["secret.txt", "A template is a Markdown file in the workspace folder, named by its path from there."],
        ["linked.md", "It leads out of the workspace folder."],
      ] as const) {
        await begin({ ...settings(path), "a.md": "# A?\n" });
        assert.deepEqual(told(), [`New notes begin without the template ${path}. ${why}`]);
        assert.doesNotMatch((await written("Why so?")) ?? "Secret", /Secret/);
        await client?.stop();
        client = undefined;
      }
    } finally {
      removeFolder(outside);
    }
  });
});
