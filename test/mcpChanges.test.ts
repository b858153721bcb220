// `quaestio mcp` on folders that change under it, and how it ends.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { quaestio } from "./commandLine";
import { cliScript, McpClient, type Told } from "./mcpClient";
import { removeFolder, tempFolder, testEnvironment, writeFiles } from "./tempFolder";

const vault = {
  ".gitignore": "built/\n",
  "built/page.html": "",
  "a.md":
    "---\ntitle: Does replay help?\ntopics: [rl]\nsources: [key2025]\n---\nSee [[Is water wet?]], [[Nobody]] and [page](built/page.html).\n",
  "sub/b.md": "# Which data first?\n\n[[Does replay help?]] [[Is water wet?]]\n",
  "papers.bib": "@article{key2025, title = {It runs}, year = {2025}}\n",
};

describe("quaestio mcp on a folder that changes", function () {
  this.timeout(30_000);
  let root = "";
  let client: McpClient;
  beforeEach(async () => {
    root = tempFolder(vault);
    client = await McpClient.on(root);
  });
  afterEach(async () => {
    await client.stop();
    removeFolder(root);
  });

  const problems = async () =>
    (await client.ask("check")).problems.map(({ path, line, code }: Told) => `${path}:${line} ${code}`).join("\n");
  const open = async () =>
    (await client.ask("open_questions")).questions.map(({ title, notes }: Told) => `${title} ${notes.map(({ path }: Told) => path)}`);
  const titles = async (query: string) => (await client.ask("search_questions", { query })).notes.map(({ title }: Told) => title);

  it("tells problems and open questions as the command line does", async () => {
    const cli = JSON.parse(quaestio(root, "check", "--format", "json").out);
    const { problems: told, ...counts } = await client.ask("check");
    assert.deepEqual(counts, { total: cli.problems.length, notes: cli.notes, errors: 1, warnings: 0 });
    assert.deepEqual(
      told.map(({ path, line, column, severity, code, message }: Told) => ({ path, line, column, severity, code, message })),
      cli.problems.map(({ file: path, range: { start }, severity, code, message }: Told) => ({
        ...{ path, line: start.line + 1, column: start.character + 1, severity, code, message },
      })),
    );
    const questions = JSON.parse(quaestio(root, "open-questions", "--json").out);
    assert.deepEqual(
      (await client.ask("open_questions")).questions,
      questions.map(({ title, topics, notes }: Told) => ({
        ...{ title, topics, noteCount: notes.length },
        notes: notes.map(({ file: path, title: asker, range }: Told) => ({ path, title: asker, line: range.start.line + 1 })),
      })),
    );
    assert.equal((await client.ask("check", { severity: "error" })).total, 1);
    assert.deepEqual(
      [(await client.ask("check", { note: "sub/b.md" })).notes, (await client.ask("check", { limit: 2 })).nextOffset],
      [1, 2],
    );
  });

  it("sees notes that are written, edited, moved and deleted", async () => {
    assert.deepEqual(await open(), ["Is water wet? a.md,sub/b.md"]);
    writeFiles(root, { "c.md": "# Is water wet?\n\nPrioritized replay of wet water.\n" });
    assert.deepEqual(await open(), []);
    assert.equal((await titles("water"))[0], "Is water wet?");
    assert.equal((await client.ask("get_note", { note: "Is water wet?" })).linkedFrom.length, 2);
    writeFiles(root, { "a.md": "# Does replay help?\n" });
    assert.equal(await problems(), "");
    assert.equal((await client.ask("get_note", { note: "a.md" })).text, "# Does replay help?\n");
    mkdirSync(join(root, "other"));
    renameSync(join(root, "sub"), join(root, "other", "sub"));
    assert.equal((await client.ask("get_note", { note: "Which data first?" })).path, "other/sub/b.md");
    assert.match(await client.refusal("get_note", { note: "/sub/b.md" }), /^“\/sub\/b\.md” is no note of the vault/);
    rmSync(join(root, "other"), { recursive: true });
    rmSync(join(root, "c.md"));
    assert.deepEqual(
      (await client.ask("search_questions")).notes.map(({ path }: Told) => path),
      ["a.md"],
    );
  });

  it("ranks by the texts as they are now", async () => {
    const related = async () =>
      (await client.ask("related_questions", { question: "prioritized sampling of transitions" })).notes.map(({ path }: Told) => path);
    assert.deepEqual(await related(), []);
    writeFiles(root, { "sub/b.md": "# Which data first?\n\nPrioritized sampling of rare transitions.\n" });
    assert.deepEqual(await related(), ["sub/b.md"]);
  });

  it("sees changed bibliographies, settings and ignored folders", async () => {
    const titleOf = async () => (await client.ask("papers")).papers.map(({ title }: Told) => title);
    assert.deepEqual(await titleOf(), ["It runs"]);
    writeFiles(root, { "papers.bib": "@article{key2025, title = {It ran}, year = {2025}}\n" });
    assert.deepEqual(await titleOf(), ["It ran"]);
    writeFiles(root, { ".quaestio.json": '{ "diagnostics": { "severity": { "broken-reference": "off", "open-question": "off" } } }' });
    assert.equal(await problems(), "");
    rmSync(join(root, ".quaestio.json"));
    writeFiles(root, { ".gitignore": "built/\nsub/\n" });
    assert.deepEqual(
      (await client.ask("search_questions")).notes.map(({ path }: Told) => path),
      ["a.md"],
    );
    writeFiles(root, { ".gitignore": "built/\n" });
    assert.equal((await client.ask("search_questions")).total, 2);
  });

  it("finds notes in folders behind symbolic links, and a bibliography outside that it is given", async () => {
    const outside = tempFolder({
      "linked/c.md": "# What lies behind?\n\n[@else2020]\n",
      "library.bib": "@misc{else2020, title = {Elsewhere}}\n",
    });
    symlinkSync(join(outside, "linked"), join(root, "link"), "junction");
    const other = await McpClient.on(root, "--bibliography", join(outside, "library.bib"));
    try {
      assert.deepEqual(await titles("lies behind"), ["What lies behind?"]);
      assert.match(await problems(), /link\/c\.md:3 unknown-citation/);
      const { problems: left } = await other.ask("check", { note: "link/c.md" });
      assert.deepEqual(left, []);
    } finally {
      await other.stop();
      removeFolder(outside);
    }
  });

  it("asks the disk about what ignored folders hold", async () => {
    assert.equal(await problems(), "a.md:6 broken-reference\na.md:6 broken-reference\nsub/b.md:3 broken-reference");
    rmSync(join(root, "built"), { recursive: true });
    assert.match((await client.ask("check", { severity: "error" })).problems[1]?.message, /built\/page\.html/);
    writeFiles(root, { "built/page.html": "" });
    assert.equal((await client.ask("check", { severity: "error" })).total, 1);
  });

  it("gives no text of a file that a link leads to outside", async () => {
    const outside = tempFolder({ "secret.md": "# A secret?\n" });
    try {
      symlinkSync(join(outside, "secret.md"), join(root, "linked.md"));
    } catch {
      // Windows lets only some make links.
      return;
    }
    assert.equal(
      await client.refusal("get_note", { note: "linked.md" }),
      "linked.md is a link to a file outside the vault, so its text is not given.",
    );
    removeFolder(outside);
  });

  it("answers calls that come at once, each with all of what was there", async () => {
    writeFiles(root, { "c.md": "# Is water wet?\n" });
    const answers = await Promise.all(["a.md", "c.md", "sub/b.md"].map((note) => client.ask("get_note", { note })));
    assert.deepEqual(
      answers.map(({ title }) => title),
      ["Does replay help?", "Is water wet?", "Which data first?"],
    );
  });
});

describe("quaestio mcp", () => {
  const initialize = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "a test", version: "0" } };
  const message = (id: number, method: string, params: object) => `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
  const asked = [
    message(1, "initialize", initialize),
    `${JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" })}\n`,
    message(2, "tools/call", { name: "search_questions", arguments: {} }),
  ].join("");

  let root = "";
  beforeEach(() => {
    root = tempFolder({ "a.md": "# A?\n", ".quaestio.json": '{ "enable": false, "nonsense": 1 }' });
  });
  afterEach(() => removeFolder(root));

  it("answers what it was asked before its input ended, says nothing else there, and ends with 0", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cliScript, "mcp", root], {
      input: asked,
      encoding: "utf8",
      env: testEnvironment(),
    });
    const messages = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual([status, messages.map(({ id }) => id)], [0, [1, 2]]);
    assert.deepEqual(
      messages[1].result.structuredContent.notes.map(({ title }: Told) => title),
      ["A?"],
    );
    assert.match(stderr, /^quaestio: Setting ignored in \.quaestio\.json: nonsense is no setting/);
  });

  it("ends when its client goes away without a word", async () => {
    const server = spawn(process.execPath, [cliScript, "mcp", root], { stdio: ["pipe", "pipe", "ignore"], env: testEnvironment() });
    server.stdin.write(asked);
    await once(server.stdout, "data");
    server.stdin.end();
    server.stdout.destroy();
    assert.deepEqual(await once(server, "exit"), [0, null]);
  });

  it("is not part of every copy of the command line", () => {
    mkdirSync(join(root, "dist", "cli"), { recursive: true });
    copyFileSync(cliScript, join(root, "dist", "cli", "main.node.js"));
    const { status, stderr } = spawnSync(process.execPath, [join(root, "dist", "cli", "main.node.js"), "mcp", root], { encoding: "utf8" });
    assert.deepEqual(
      [status, stderr],
      [2, "This copy of Quaestio came without its MCP server, as the editor's does: install the npm package quaestio for it.\n"],
    );
  });

  it("reads again what has changed in the same instant and looks the same", async () => {
    // A time to come is one that another change may bear as well, however slow the machine.
    const soon = new Date(Date.now() + 3_600_000);
    writeFiles(root, { ".quaestio.json": '{ "topics": { "fromTags": true  } }', "a.md": "---\ntags: [x]\n---\n# A?\n" });
    utimesSync(join(root, ".quaestio.json"), soon, soon);
    const client = await McpClient.on(root);
    try {
      const topics = async () => (await client.ask("topic")).topics.map(({ id }: Told) => id);
      assert.deepEqual(await topics(), ["x"]);
      writeFiles(root, { ".quaestio.json": '{ "topics": { "fromTags": false } }' });
      utimesSync(join(root, ".quaestio.json"), soon, soon);
      assert.deepEqual(await topics(), ["unfiled"]);
    } finally {
      await client.stop();
    }
  });
});
