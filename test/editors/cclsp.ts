// A language client that asks for diagnostics itself and knows the base protocol alone: cclsp, which lets other programs use what it is told by
// commands of its own. Prints a line for each thing that works or does not, and one at the end; works in the current folder.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const folder = process.cwd();
const path = (name: string) => join(folder, name);
const { QUAESTIO_SERVER: server = "", QUAESTIO_CCLSP: program = "" } = process.env;

void main();

async function main(): Promise<void> {
  mkdirSync(path(".settings"));
  const settings = path(join(".settings", "cclsp.json"));
  const command = [process.execPath, server, "lsp", "--stdio"];
  writeFileSync(settings, JSON.stringify({ servers: [{ extensions: ["md"], command, rootDir: folder }] }));
  const client = new Client({ name: "quaestio-tests", version: "1.0.0" });
  const env = { ...process.env, CCLSP_CONFIG_PATH: settings } as Record<string, string>;
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [program], cwd: folder, env, stderr: "ignore" }));
  const ask: Ask = async (name, args) => {
    const { content } = await client.callTool({ name, arguments: args });
    return (content as readonly { text?: string }[]).map(({ text }) => text ?? "").join("\n");
  };
  for (const [name, test] of Object.entries(tests)) {
    const why = await test(ask).then(
      () => undefined,
      (error: Error) => error.message,
    );
    console.log(why === undefined ? `ok ${name}` : `not ok ${name}: ${why}`);
  }
  await client.close();
  console.log("done ");
}

/** Runs a command of the client; its answer as text. */
type Ask = (name: string, args: Record<string, unknown>) => Promise<string>;

const a = { file_path: path("a.md") };
const scale = { file_path: path(join("deep", "does-the-method-scale.md")) };

const tests: Record<string, (ask: Ask) => Promise<void>> = {
  "asks for the problems of a note": async (ask) => {
    assert.match(await ask("get_diagnostics", a), /Does the methd scale\?/);
  },

  "finds a note by its question": async (ask) => {
    assert.match(await ask("find_workspace_symbols", { query: "method scale" }), /does-the-method-scale\.md/);
  },

  "tells what a link leads to": async (ask) => {
    assert.match(await ask("get_hover", { ...a, line: 3, character: 8 }), /Does the method scale\?/);
  },

  "finds the links to a question": async (ask) => {
    assert.match(await ask("find_references", { ...scale, symbol_name: "Does the method scale?" }), /a\.md/);
  },

  "renames a question with every link to it": async (ask) => {
    await ask("rename_symbol", { ...scale, symbol_name: "Does the method scale?", new_name: "Does it hold at scale?" });
    assert.match(readFileSync(path("a.md"), "utf8"), /See \[\[Does it hold at scale\?\]\]/);
  },

  "asks anew, and is told that another program has written the note that was missing": async (ask) => {
    writeFileSync(path("c.md"), "# Does the methd scale?\n");
    let answer = "";
    for (const limit = Date.now() + 15_000; Date.now() < limit && !/No diagnostics/.test(answer); await delay(200)) {
      answer = await ask("get_diagnostics", a);
    }
    assert.match(answer, /No diagnostics/);
  },
};
