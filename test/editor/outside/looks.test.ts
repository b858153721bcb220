// Looking around as a person does: counts over titles and entries, questions by Go to Symbol in Workspace, links in the colours of what they are.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { atEditor } from "./atEditor";
import { clickUntil } from "./pointer";
import { eventually } from "./workbench";

describe("outside: a person who looks around", function () {
  this.timeout(60_000);
  const at = atEditor();
  const note = "can-rl-training-run-while-generation-continues-without-waiting.md";

  const open = async (file: string) => {
    const bench = await at.openSamples();
    await bench.openTopics();
    await bench.row("Reinforcement Learning").waitFor();
    await bench.openFile(file);
    return bench;
  };

  it("reads over a title how many notes link there, and sees them by a click", async () => {
    const { page, picture } = await open(note);
    const lens = page.getByRole("button", { name: "4 notes link here", exact: true }).first();
    await lens.waitFor();
    await page.getByRole("button", { name: "Explore related", exact: true }).first().waitFor();
    await picture("count-lens");
    await clickUntil(lens, page.locator(".reference-zone-widget .ref-tree").getByText("systems.md").first());
    await picture("count-places");
  });

  it("sees the count change when a link is typed in a note beside it", async () => {
    const { page, openFile, newParagraph, type } = await open(note);
    const lens = (count: string) => page.getByRole("button", { name: count, exact: true }).first();
    await lens("4 notes link here").waitFor();
    await page.keyboard.press("Control+Backslash");
    await openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    await newParagraph();
    await type("See [[asynchronous RL]]");
    await lens("5 notes link here").waitFor();
  });

  it("can press a lens that was out of sight while lenses were drawn anew", async () => {
    const { page, newParagraph, type } = await open(note);
    await page.getByRole("button", { name: "4 notes link here", exact: true }).first().waitFor();
    const places = page.locator(".reference-zone-widget .ref-tree").getByText("systems.md").first();
    for (const missing of ["Nowhere", "Nobody"]) {
      await newParagraph();
      await type(`See [[${missing} at all]]`);
      // A broken link has its colour once the note is published, and lenses are asked for anew by then. When that is done cannot be seen.
      await page.locator(".monaco-editor .view-line span[class*='ced-']", { hasText: missing }).last().waitFor();
      await page.waitForTimeout(1500);
      await page.keyboard.press("Control+Home");
      await page.getByRole("button", { name: "4 notes link here", exact: true }).first().click();
      await places.waitFor({ timeout: 5000 });
      await page.keyboard.press("Escape");
    }
    assert.deepEqual(await page.locator(".notification-list-item-message").allTextContents(), []);
  });

  it("explores the note that a lens belongs to, with the caret in another beside it", async () => {
    const { page, openFile } = await open(note);
    await page.getByRole("button", { name: "Explore related", exact: true }).first().waitFor();
    await page.keyboard.press("Control+Backslash");
    await openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    await page.locator(".editor-group-container").first().getByRole("button", { name: "Explore related", exact: true }).first().click();
    await page.locator(".quick-input-title", { hasText: "Related to “Can RL training run" }).waitFor();
  });

  it("reads over an entry of a bibliography who cites it", async () => {
    const { page, picture } = await open("papers.bib");
    const lens = page.getByRole("button", { name: /^\d+ notes? cites? this$/ }).first();
    await lens.waitFor();
    await picture("cite-lens");
    await clickUntil(lens, page.locator(".reference-zone-widget .monaco-editor[data-uri$='.md']").first());
    await picture("cite-places");
  });

  it("goes to a question by some of its words in any order", async () => {
    const { page, type, picture } = await open("papers.bib");
    await page.keyboard.press("Control+KeyT");
    await page.locator(".quick-input-widget input[type=text]").waitFor();
    await type("waiting train");
    const row = page.locator(".quick-input-list .monaco-list-row", { hasText: "Can RL training run while generation continues" }).first();
    await row.waitFor();
    await picture("workspace-symbols");
    await row.click();
    await page.locator(`.monaco-editor[data-uri$='${note}']`).waitFor();
  });

  it("tells a broken link and an open question from others by their looks", async () => {
    const { page, newParagraph, picture } = await open(note);
    await newParagraph();
    await page.keyboard.insertText("See [[Nowhere at all]], [[Why do glaciers sing at night?]] and [[asynchronous RL]].");
    const looksOf = (text: string) =>
      page
        .locator(".monaco-editor .view-line span", { hasText: text })
        .last()
        .evaluate((it) => `${getComputedStyle(it).color} ${getComputedStyle(it).fontStyle}`);
    const isItalic = (look: string) => look.endsWith("italic");
    const question = await eventually(() => looksOf("glaciers"), isItalic);
    const broken = await looksOf("Nowhere");
    const found = await looksOf("asynchronous RL");
    await picture("link-looks");
    assert.ok(isItalic(question), question);
    assert.equal(new Set([question, broken, found]).size, 3);
  });
});
