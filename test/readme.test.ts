// What people copy from the README is what a program takes: each block parses, each command runs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { parseDocument } from "yaml";
import { quaestio } from "./commandLine";
import { projectRoot } from "./tempFolder";

const readme = readFileSync(join(projectRoot, "README.md"), "utf8");

/** The fenced blocks of a language. */
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, text = ""]) => text);

describe("the README", () => {
  it("has JSON and YAML that parse", () => {
    const json = blocks("json");
    const yaml = blocks("yaml");
    assert.ok(json.length > 3 && yaml.length > 2);
    for (const text of json) assert.doesNotThrow(() => JSON.parse(text), text);
    for (const text of yaml) assert.deepEqual(parseDocument(text).errors, [], text);
  });

  it("has hooks and workflows whose commands pass on good notes", () => {
    const commands = blocks("yaml").flatMap((text) =>
      [...text.matchAll(/(?:entry|run): (?:npx --yes )?quaestio ([^>\n]+)/g)].map(([, args = ""]) => args),
    );
    assert.equal(commands.length, 3);
    for (const args of commands) {
      const { status, err } = quaestio(join(projectRoot, "notes"), ...args.trim().split(" "));
      assert.deepEqual({ status, err }, { status: 0, err: "" }, args);
    }
  });
});
