// Merging as a person does it: a command, a question chosen by its words, one note less; and all of it back by one undo.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { atEditor } from "./atEditor";
import { eventually, sampleNotes } from "./workbench";

const gone = "reasoning/can-reasoning-systems-forget-history-without-losing-coherence.md";
const into = "reasoning/does-gradually-tightening-token-budgets-beat-fixed-budget-training.md";

describe("outside: merging", function () {
  this.timeout(60_000);
  const at = atEditor();

  it("makes a note a section of another, and takes it back by one undo", async () => {
    const folder = sampleNotes(at.editor, "merge");
    const textOf = (path: string) => readFileSync(join(folder, path), "utf8");
    const before = [textOf(gone), textOf(into)];
    const bench = await at.open(folder);
    const { page, openTopics, row, openFile, picture } = bench;
    await openTopics();
    await row("Reinforcement Learning").waitFor();
    await openFile("can-reasoning-systems-forget-history-without-losing-coherence.md");
    await bench.run("Quaestio: Merge Into Another Question");
    const list = page.locator(".quick-input-list .monaco-list-row");
    await list.first().waitFor();
    await picture("merge");
    await page.keyboard.type("budgets tightening");
    await list.filter({ hasText: "Does gradually tightening token budgets" }).first().waitFor();
    await page.keyboard.press("Enter");
    await eventually(
      async () => existsSync(join(folder, gone)),
      (isThere) => !isThere,
    );
    const joint = await eventually(
      async () => textOf(into),
      (text) => text.includes("## Can reasoning systems forget history without losing coherence?"),
    );
    await page.getByText("Merged into").first().waitFor();
    await picture("merged");
    assert.match(joint, /aliases: .*Can reasoning systems forget history without losing coherence\?.*/);
    assert.equal(await page.getByRole("tab", { name: /\.md/ }).count(), 1, "only the note that took the other in is open");
    await page.locator(".monaco-editor .view-line").first().click();
    await page.keyboard.press("Control+KeyZ");
    const ask = page.getByRole("button", { name: /Undo in \d+ Files/ });
    await ask.waitFor({ timeout: 3000 }).then(
      () => ask.click(),
      () => undefined,
    );
    await eventually(
      async () => existsSync(join(folder, gone)),
      (isThere) => isThere,
    );
    await bench.run("File: Save All Files");
    const undone = await eventually(
      async () => [textOf(gone), textOf(into)],
      (texts) => texts.every((text, index) => text === before[index]),
    );
    assert.deepEqual(undone, before);
  });
});
