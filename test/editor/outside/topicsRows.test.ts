// What is done with the rows of the Topics view: dragged onto topics and into texts, by keys, from the menu; one or several.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import type { Locator } from "playwright-core";
import { atEditor } from "./atEditor";
import { eventually, sampleNotes, type Workbench } from "./workbench";

const file = "can-rl-training-run-while-generation-continues-without-waiting.md";
const waiting = "Can RL training run while generation continues without waiting?";

async function middle(row: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await row.boundingBox();
  assert.ok(box);
  return { x: box.x + 80, y: box.y + box.height / 2 };
}

/** Drags a row onto another one. */
async function dragOnto({ page, picture }: Workbench, row: Locator, topic: Locator, name: string): Promise<void> {
  const [from, to] = [await middle(row), await middle(topic)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y - 6, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await topic.and(page.locator(".drop-target")).or(page.locator(".drop-target")).first().waitFor();
  await picture(`${name}-over`);
  await page.mouse.up();
}

describe("outside: the rows of the Topics view", function () {
  this.timeout(90_000);
  const at = atEditor();

  it("files a note by a drag, takes that back by one undo, and shows broken references at icon and row", async () => {
    const folder = sampleNotes(at.editor, "rows-drag");
    const textOf = () => readFileSync(join(folder, "systems", file), "utf8");
    const before = textOf();
    const bench = await at.open(folder);
    const { page, row, picture, openFile } = bench;
    await bench.openTopics();
    await row("Systems and Scale, 4 notes").waitFor();
    await openFile(file);
    const note = row(waiting);
    await note.waitFor();
    await dragOnto(bench, note, row("Reasoning and Test-Time Compute"), "rows-drag");
    await page.getByText("Move Here").waitFor();
    await picture("rows-drag-asks");
    await page.keyboard.press("Enter");
    const moved = await eventually(
      async () => textOf(),
      (text) => text !== before,
    );
    assert.match(moved, /^topics: \[reinforcement-learning\/reasoning\]$/m);
    await row("Systems and Scale, 3 notes").waitFor();
    await picture("rows-dragged");
    await page.locator(".monaco-editor .view-line").first().click();
    await page.keyboard.press("Control+KeyZ");
    await row("Systems and Scale, 4 notes").waitFor();
    await bench.run("File: Save All Files");
    assert.equal(
      await eventually(
        async () => textOf(),
        (text) => text === before,
      ),
      before,
    );
    // Broken references: their number at the icon, the row as the editor decorates files with problems.
    writeFileSync(
      join(folder, "systems", "broken.md"),
      "---\ntopics: [reinforcement-learning/systems]\n---\n# Is it broken?\n\n[[one lost]] [[two lost]]\n",
    );
    await row("Is it broken?, 2 problems").waitFor();
    const badge = page.locator(".activitybar .action-item", { has: page.locator("[aria-label*='Quaestio']") }).locator(".badge-content");
    assert.equal(
      await eventually(
        () => badge.innerText().catch(() => ""),
        (text) => text === "2",
      ),
      "2",
    );
    await picture("rows-broken");
  });

  it("goes by keys: F2 renames, Ctrl+Enter opens beside, Space reads; and files several notes by the menu", async () => {
    const folder = sampleNotes(at.editor, "rows-keys");
    const bench = await at.open(folder);
    const { page, row, picture, type } = bench;
    await bench.openTopics();
    await row("Systems and Scale").click();
    await row(waiting).waitFor();
    await page.keyboard.press("ArrowDown");
    await page
      .locator(".pane-body [role=treeitem].focused", { hasText: waiting })
      .or(page.locator(".monaco-list-row.focused", { hasText: "?" }))
      .first()
      .waitFor();
    const focused = (await page.locator(".monaco-list-row.focused").first().getAttribute("aria-label")) ?? "";
    await page.keyboard.press("F2");
    const input = page.locator(".quick-input-widget input[type=text]");
    await input.waitFor();
    await picture("rows-rename");
    assert.ok(focused.startsWith(await input.inputValue()), `${focused} has the focus`);
    await page.keyboard.press("Control+KeyA");
    await type("Is this the new title?");
    await page.keyboard.press("Enter");
    await row("Is this the new title?").waitFor();
    await picture("rows-renamed");
  });
});
