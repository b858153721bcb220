// Links that are copied, pasted and dropped, by keyboard and mouse.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Locator } from "playwright-core";
import { atEditor } from "./atEditor";
import { eventually, type Workbench } from "./workbench";

const depth = "does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md";
const waiting = "Can RL training run while generation continues without waiting?";

const caretIn = ({ page }: Workbench) => page.locator(".monaco-editor.focused .cursor").first().boundingBox();

/** Drags a row to the caret of the active editor, or where that was. Who holds Shift there drops into the text: the editor's own rule. */
async function drag(bench: Workbench, row: Locator, name: string, caret = caretIn(bench)): Promise<void> {
  const { page, picture } = bench;
  const from = await row.boundingBox();
  const to = await caret;
  assert.ok(from && to);
  await page.mouse.move(from.x + 60, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x - 100, to.y - 30, { steps: 8 });
  await page.keyboard.down("Shift");
  await page.mouse.move(to.x + 4, to.y + 6, { steps: 8 });
  await page.locator(".monaco-editor .dnd-target").first().waitFor();
  await picture(`${name}-over`);
  await page.mouse.up();
  await page.keyboard.up("Shift");
}

describe("outside: links that are copied, pasted and dropped", function () {
  this.timeout(60_000);
  const at = atEditor();

  const open = async () => {
    const bench = await at.openSamples();
    await bench.openTopics();
    await bench.row("Systems and Scale, 4 notes").waitFor();
    const { page, newParagraph, caretLine } = bench;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    /** What the line of a new paragraph is in the end when a text is put into the clipboard and pasted. */
    const pasted = async (text: string, wanted: string) => {
      await newParagraph();
      await newParagraph();
      await page.evaluate((it) => navigator.clipboard.writeText(it), text);
      await page.keyboard.press("Control+KeyV");
      return eventually(caretLine, (line) => line === wanted);
    };
    return { ...bench, clipboard, pasted };
  };

  it("copies links to a question, a heading and a block that gets an id by one edit", async () => {
    const { page, openFile, run, clipboard, goToLine, caretLine, picture } = await open();
    await openFile("can-rl-training-run-while-generation-continues-without-waiting.md");
    await run("Quaestio: Copy Link to Question");
    assert.equal(await eventually(clipboard, (it) => it.startsWith("[[")), `[[${waiting}]]`);
    await goToLine(16);
    await run("Quaestio: Copy Link to Heading");
    const heading = `[[${waiting}#Why synchronous training waits]]`;
    assert.equal(await eventually(clipboard, (it) => it === heading), heading);
    await run("Quaestio: Copy Link to Block");
    const block = await eventually(clipboard, (it) => it.includes("#^"));
    assert.match(block, /^\[\[Can RL training run while generation continues without waiting\?#\^[a-z0-9]{6}\]\]$/);
    const id = block.slice(block.indexOf("^"), -2);
    await page.keyboard.press("End");
    await page.locator(".view-line").getByText(id).first().waitFor();
    await picture("copy-block");
    await run("Quaestio: Copy Link to Block");
    assert.equal(await clipboard(), block);
    await page.keyboard.press("Control+KeyZ");
    await page.locator(".view-line").getByText(id).waitFor({ state: "detached" });
    assert.doesNotMatch(await caretLine(), /\^/);
  });

  it("pastes the address of a paper as a citation, and other text as it is", async () => {
    const { openFile, pasted, picture } = await open();
    await openFile(depth);
    assert.equal(await pasted("https://arxiv.org/abs/2505.24298", "[@fu2025areal]"), "[@fu2025areal]");
    assert.equal(await pasted("https://doi.org/10.1000/xyz", "[@doi:10.1000/xyz]"), "[@doi:10.1000/xyz]");
    assert.equal(await pasted("https://example.org/", "https://example.org/"), "https://example.org/");
    await picture("paste");
  });

  it("pastes the address of a paper among the sources as an item", async () => {
    const { page, openFile, goToLine, caretLine, picture } = await open();
    await openFile(depth);
    await goToLine(5);
    const line = await caretLine();
    assert.match(line, /^sources: \[.*\]$/);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type(", ");
    await page.evaluate((it) => navigator.clipboard.writeText(it), "https://arxiv.org/abs/2505.24298");
    await page.keyboard.press("Control+KeyV");
    const wanted = line.replace(/\]$/, ", arxiv:2505.24298]");
    assert.equal(await eventually(caretLine, (it) => it === wanted), wanted);
    await picture("paste-source");
  });

  it("pastes a title as a link where that is wanted", async () => {
    const { page, openFile, newParagraph, run, caretLine } = await open();
    await openFile(depth);
    await newParagraph();
    await newParagraph();
    await page.evaluate((it) => navigator.clipboard.writeText(it), waiting);
    await run("Quaestio: Paste as Link");
    assert.equal(await eventually(caretLine, (line) => line !== ""), `[[${waiting}]]`);
  });

  it("links a note that is dragged from the Topics view into another, and two at once", async () => {
    const bench = await open();
    const { page, openFile, newParagraph, row, picture } = bench;
    await openFile(depth);
    await newParagraph();
    const note = row(waiting);
    await note.waitFor();
    await drag(bench, note, "drop");
    const link = page.locator(".view-line").getByText(`[[${waiting}]]`);
    await eventually(
      () => link.count(),
      (count) => count > 0,
    );
    await picture("drop");
    assert.equal(await link.count(), 1);
    // Two at once, chosen beside the row of the note that is open.
    await newParagraph();
    const caret = await caretIn(bench);
    const [own, other] = [row("Does network depth unlock"), row("Can two simple techniques match complex RL algorithms?")];
    for (const it of [note, other, own]) await it.click({ modifiers: ["Control"] });
    await drag(bench, note, "drop-two", Promise.resolve(caret));
    const both = page.locator(".view-line").getByText("match complex RL algorithms?]]").last();
    await both.waitFor();
    await picture("drop-two");
    assert.equal(await link.count(), 2);
  });

  it("links a note that is dragged from the Explorer into another", async () => {
    const bench = await open();
    const { page, openFile, newParagraph, picture } = bench;
    await openFile(depth);
    await newParagraph();
    await page.keyboard.press("Control+Shift+KeyE");
    const rows = page.locator(".explorer-folders-view .monaco-list-row");
    const file = rows.filter({ hasText: "can-rl-training-run-while" }).first();
    // The Explorer may read the folder anew, and fold it, after it has shown it.
    await eventually(async () => {
      if (!(await file.isVisible())) await rows.filter({ hasText: "systems" }).first().click();
      await page.locator(".monaco-editor .view-line").last().click();
      return file.isVisible();
    }, Boolean);
    await drag(bench, file, "drop-file");
    const link = page.locator(".view-line").getByText(`[[${waiting}]]`);
    await eventually(
      () => link.count(),
      (count) => count > 0,
    );
    await picture("drop-file");
    assert.equal(await link.count(), 1);
  });
});
