// The Open Questions view as a person uses it: it says what is asked, leads to who asks, and writes what is missing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { atEditor } from "./atEditor";
import { pressOn } from "./pointer";
import { eventually } from "./workbench";

const further = {
  "systems/asking.md": "---\nsources: [arxiv:2505.24298, arxiv:2401.00010]\n---\n# Who asks?\n\nI do: [[Do clusters sleep?]]\n",
  "systems/wondering.md":
    "---\ntopics: [dreams]\nsources: [arxiv:2505.24298]\n---\n# Who wonders?\n\nSee [[Do clusters sleep?]] or [[Is water wet?]]\n",
};

describe("outside: the Open Questions view", function () {
  this.timeout(90_000);
  const at = atEditor();

  const open = async () => {
    const bench = await at.openSamples(further);
    await bench.openTopics();
    // At once: what this view offers does not wait for the rows of the Topics view.
    await bench.onlyView("Open Questions");
    const titled = (text: string) => bench.page.locator(".quick-input-title", { hasText: text }).waitFor();
    return { ...bench, titled };
  };

  it("shows what most notes ask first, leads to the place that asks, and may look at one topic alone", async () => {
    const { page, row, picture, titled } = await open();
    await row("Do clusters sleep?, 2 notes").click();
    await row("Who asks?, line 6").waitFor();
    await picture("open-questions");
    await row("Who wonders?, line 7").click();
    await page.locator(".monaco-editor[data-uri$='/wondering.md'] .view-line").first().waitFor();
    await page.getByText("Ln 7, Col 27 (22 selected)").first().waitFor();
    const header = page.locator(".pane-header", { hasText: "Open Questions" });
    await pressOn(header, "Show Open Questions of a Topic...");
    await titled("Open Questions of a Topic");
    await page.keyboard.type("dreams");
    await page.keyboard.press("Enter");
    await row("Do clusters sleep?, 1 note").waitFor();
    await header.getByText("Dreams · 2").waitFor();
    await picture("open-questions-topic");
    await pressOn(header, "All Topics");
    await row("Do clusters sleep?, 2 notes").waitFor();
    assert.equal(await header.getByRole("button", { name: "All Topics" }).count(), 0);
  });

  it("writes a question with topics and sources of the notes that ask it and links to them, and has one less then", async () => {
    const { page, row, titled, picture, folder } = await open();
    const question = row("Do clusters sleep?, 2 notes");
    await pressOn(question, "Write This Note...");
    await titled("New Question: Topics");
    await page.keyboard.press("Enter");
    await titled("New Question: Sources");
    const most = page.locator(".quick-input-list .monaco-list-row").first();
    await most.getByText("cited by 2 of the notes that ask").waitFor();
    await page.locator(".quick-input-list").getByRole("checkbox").first().click();
    await page.getByText("1 Selected").waitFor();
    await picture("open-questions-sources");
    await page.keyboard.press("Enter");
    await titled("New Question: Related Notes");
    await page.getByText("2 Selected").waitFor();
    await picture("open-questions-related");
    await page.keyboard.press("Enter");
    await page.locator(".monaco-editor[data-uri$='/systems/do-clusters-sleep.md'] .view-line").first().waitFor();
    const gone = await eventually(
      () => question.count(),
      (count) => count === 0,
    );
    assert.equal(gone, 0);
    await row("Is water wet?, 1 note").waitFor();
    await picture("open-questions-written");
    const text = readFileSync(join(folder, "systems", "do-clusters-sleep.md"), "utf8");
    assert.match(
      text,
      /^---\ntitle: "Do clusters sleep\?"\n(?:topics: .*\n)?sources: \["arxiv:2505\.24298"\]\nrelated: \["\[\[Who asks\?\]\]", "\[\[Who wonders\?\]\]"\]\n/,
    );
  });
});
