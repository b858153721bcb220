// Symbolic links that lead out of a vault: notes behind them are listed, as is documented, and agents are given no word of their texts.
import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { quaestio } from "./commandLine";
import { McpClient } from "./mcpClient";
import { removeFolder, tempFolder, textsIn } from "./tempFolder";
import { uriOf, WireClient } from "./wireClient";

/** Words of a text that stand in no title, heading or summary. */
const secret = "Xylophones are hidden beneath the observatory.";

describe("links that lead out of a vault", () => {
  let outer = "";
  let root = "";
  before(function () {
    if (process.platform === "win32") return this.skip();
    outer = tempFolder({
      "secret.md": `# Where is it?\n\nXylophones are hidden beneath it, says [[Are xylophones hidden?]]. ${secret} [[Nowhere]]\n`,
      "elsewhere/behind.md": `# What is behind?\n\n${secret}\n`,
      "elsewhere/deep/deeper.md": `# What is deeper?\n\n${secret}\n`,
      "vault/a.md": "# Are xylophones hidden?\n\nIt is asked beneath which observatory. [[Where is it?]] [[What is behind?]]\n",
      ".quaestio.json": "{}",
    });
    root = join(outer, "vault");
    for (const [to, from] of [
      ["../secret.md", "link.md"],
      ["link.md", "second.md"],
      ["../elsewhere", "folder"],
      ["..", "up"],
    ] as const)
      symlinkSync(to, join(root, from));
  });
  after(() => removeFolder(outer));

  it("are followed to notes, of which no tool gives an agent the text", async () => {
    const client = await McpClient.on(root);
    try {
      assert.ok((await client.ask("check")).notes > 3);
      const notes = ["link.md", "second.md", "folder/behind.md", "folder/deep/deeper.md", "Where is it?", "What is behind?", "a.md"];
      for (const note of notes)
        for (const [name, input] of [
          ["get_note", { note }],
          ["related_questions", { note }],
          ["related_questions", { question: secret }],
          ["search_questions", { query: secret }],
          ["open_questions", {}],
          ["papers", {}],
          ["topic", {}],
        ] as const) {
          const { content } = await client.client.callTool({ name, arguments: { ...input } });
          assert.doesNotMatch(JSON.stringify(content), /are hidden beneath/i, `${name} ${JSON.stringify(input)}`);
        }
    } finally {
      await client.stop();
    }
  });

  it("give the editor's agents no more", async () => {
    const client = await WireClient.loaded([root]);
    try {
      for (const note of ["link.md", "folder/behind.md", uriOf(root, "folder/deep/deeper.md"), uriOf(outer, "secret.md")]) {
        const answer = await client.ask("quaestio/tool", { name: "get_note", input: { note } });
        assert.equal(answer.kind, "refused", note);
      }
    } finally {
      await client.stop();
    }
  });

  it("are no way to write: what looks at a vault leaves what is behind them as it was", () => {
    const before = textsIn(join(outer, "elsewhere"));
    for (const args of [["check"], ["topics"], ["papers"], ["related", "a.md"], ["rename", "a.md", "Are they?", "--dry-run"]])
      quaestio(root, ...args);
    assert.deepEqual(textsIn(join(outer, "elsewhere")), before);
  });
});
