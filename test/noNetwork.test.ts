// No part of the server and the command line reaches the network or runs a program: where both are denied, everything works.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { cliScript, McpClient } from "./mcpClient";
import { projectRoot, removeFolder, tempFolder, testEnvironment } from "./tempFolder";
import { serverCommand, smallVault, uriOf, WireClient } from "./wireClient";

describe("without network and programs", function () {
  this.timeout(60_000);
  const denying = ["--require", join(projectRoot, "dist", "test", "denyNetwork.js")];
  let root = "";
  let told = "";
  before(() => {
    root = tempFolder({ ...smallVault, "p.bib": "@misc{k, title = {T}, url = {https://example.org/x}, eprint = {2505.24298}}\n" });
    told = join(tempFolder({ "denied.txt": "" }), "denied.txt");
  });
  after(() => {
    for (const folder of [root, join(told, "..")]) removeFolder(folder);
  });

  const environment = () => ({ QUAESTIO_DENIED: told });
  const denied = () => readFileSync(told, "utf8");
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [...denying, ...args], { cwd: root, encoding: "utf8", env: { ...testEnvironment(), ...environment() } });

  it("nothing that tries succeeds, so that this shows something", () => {
    for (const attempt of ["fetch('http://127.0.0.1:59999')", "require('net').connect(9)", "require('child_process').exec('true')"]) {
      const { status } = run("-e", `Promise.resolve().then(() => ${attempt}).then(() => process.exit(0), () => process.exit(7))`);
      assert.equal(status, 7, attempt);
    }
    assert.equal(denied().trim().split("\n").length, 3);
    spawnSync(process.execPath, ["-e", `require("fs").writeFileSync(${JSON.stringify(told)}, "")`]);
  });

  it("the language server answers, with its papers and their addresses", async () => {
    const client = await WireClient.loaded([root], { command: [...denying, ...serverCommand], environment: environment() });
    try {
      const uri = uriOf(root, "rl/async.md");
      await client.open(uri, `${smallVault["rl/async.md"]}\nSee [@k] and https://example.org.\n`);
      for (const name of ["definition", "references", "hover", "completion"])
        await client.at(name, uri, 9, 8, { context: { includeDeclaration: true } });
      assert.ok((await client.request<readonly object[]>("textDocument/documentLink", { textDocument: { uri } })).length > 0);
      assert.ok((await client.ask("quaestio/related", { uri })).length > 0);
      assert.ok(await client.ask("quaestio/renderModel", { uri }));
      assert.ok((await client.ask("quaestio/papers", {})).length > 0);
      await client.ask("quaestio/rescan", { reach: "all" });
    } finally {
      await client.stop();
    }
    assert.equal(denied(), "");
  });

  it("every command of the terminal works", () => {
    for (const args of [
      ["check"],
      ["topics"],
      ["related", "rl/async.md"],
      ["open-questions"],
      ["papers"],
      ["export", "rl"],
      ["rename", "rl/scale.md", "Does it grow?", "--dry-run"],
    ]) {
      const { stderr } = run(cliScript, ...args);
      assert.equal(stderr, "", args.join(" "));
    }
    assert.equal(denied(), "");
  });

  it("agents are answered", async () => {
    const client = await McpClient.by(denying, environment(), root);
    try {
      assert.ok((await client.ask("search_questions", { query: "scale" })).total > 0);
      assert.ok((await client.ask("papers")).total > 0);
    } finally {
      await client.stop();
    }
    assert.equal(denied(), "");
  });
});
