// The language server ends, by itself as far as the editor can see: it is started again with what is typed and not saved, and in the end on request.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, it } from "mocha";
import { atEditor } from "./atEditor";
import { eventually } from "./workbench";

describe("outside: a server that ends", function () {
  this.timeout(120_000);
  const at = atEditor();

  /** The processes of the server of this test's editor. */
  const servers = (): readonly number[] =>
    execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" })
      .split("\n")
      .filter((line) => line.includes(at.editor.scratch) && line.includes("main.node.js lsp"))
      .map((line) => Number.parseInt(line, 10));

  const kill = async () => {
    const [old] = await eventually(
      async () => servers(),
      ({ length }) => length === 1,
    );
    assert.ok(old);
    process.kill(old, "SIGKILL");
    await eventually(
      async () => servers(),
      (all) => !all.includes(old),
    );
    return old;
  };

  it("comes back with texts that are not saved, and after five ends on request", async () => {
    const bench = await at.openSamples();
    const { page, openTopics, row, openFile, newParagraph, type, problems, picture } = bench;
    await openTopics();
    await row("Reinforcement Learning").waitFor();
    await openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    await newParagraph();
    await type("[[Nowhere at all]]");
    const has = (text: string) => async () => (await eventually(problems, (all) => all.some((it) => it.includes(text)))).join("\n");
    assert.match(await has("“Nowhere at all”")(), /“Nowhere at all”/);
    const old = await kill();
    const [fresh] = await eventually(
      async () => servers(),
      ([pid]) => pid !== undefined && pid !== old,
    );
    assert.ok(fresh);
    assert.match(await has("“Nowhere at all”")(), /“Nowhere at all”/);
    await page.locator(".monaco-editor .view-line").last().click();
    await newParagraph();
    await type("[[Nor here]]");
    assert.match(await has("“Nor here”")(), /“Nowhere at all”/);
    for (let ends = 1; ends < 5; ends++) {
      await kill();
      if (ends === 4) break;
      // One that ends while it is being told who its client is, is not counted: by then the problems are another server's.
      await page.waitForTimeout(2000);
      assert.match(await has("“Nor here”")(), /“Nor here”/);
    }
    const told = page.getByText("has ended 5 times in three minutes").first();
    await told.waitFor();
    assert.equal(servers().length, 0);
    await picture("server-ended");
    await page.getByRole("button", { name: "Start Again" }).click();
    await page.locator(".monaco-editor .view-line").last().click();
    await newParagraph();
    await type("[[Back again]]");
    assert.match(await has("“Back again”")(), /“Nor here”/);
  });
});
