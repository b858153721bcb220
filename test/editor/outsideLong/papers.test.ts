// The Papers view as a person uses it: papers are found, leads followed to who cites them, and one that nobody cites becomes a question.
import assert from "node:assert/strict";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { atEditor } from "../outside/atEditor";
import { eventually, sampleNotes } from "../outside/workbench";

const zebras =
  "\n@article{zebra2020, title={Why zebras have **stripes** [x](command:y)}, author={Caro, Tim}, year={2020}, url={https://example.org/zebras}}\n";

/** More than are shown at first. */
const many = Array.from({ length: 600 }, (_, at) => `@misc{zz${at}, title={Zz ${String(at).padStart(3, "0")}}, year={2020}}\n`).join("");

describe("outside: the Papers view", function () {
  this.timeout(120_000);
  const at = atEditor();

  it("finds papers, leads to who cites them, tells what is cited once or never, and writes a note about one", async () => {
    const folder = sampleNotes(at.editor, "papers");
    appendFileSync(join(folder, "papers.bib"), zebras + many);
    const { page, row, picture, openTopics, type } = await at.open(folder);
    await openTopics();
    await row("Reinforcement Learning, 41 notes").waitFor();
    const header = page.locator(".pane-header", { hasText: "Papers" });
    await header.click();
    // Rows out of sight are not drawn: the view gets most of the sidebar.
    await page.locator(".pane-header", { hasText: "Topics" }).click();
    const press = async (name: string) => {
      await header.hover();
      await header.getByRole("button", { name }).click();
    };
    const viewAs = async (name: string) => {
      await press("View as");
      await page.getByRole("menuitem", { name }).hover();
      await picture("papers-view-as");
      await page.getByRole("menuitem", { name }).click();
    };
    const titled = (text: string) => page.locator(".quick-input-title", { hasText: text }).waitFor();
    await page
      .getByRole("treeitem", { name: /, \d{4}, \d+ notes?$/ })
      .first()
      .waitFor();
    await picture("papers");

    await press("Filter Papers...");
    await titled("Filter Papers");
    await type("2505.24298");
    await page.getByText(/Filter “2505\.24298”: 1 of \d+ papers\./).waitFor();
    await page.keyboard.press("Enter");
    const areal = row("AReaL");
    await areal.click();
    const citing = row("Can RL training run while generation continues without waiting?, line ");
    await citing.waitFor();
    await picture("papers-filtered");
    await citing.click();
    await page.locator(".monaco-editor[data-uri$='without-waiting.md'] .view-line").first().waitFor();
    await page
      .getByText(/\(\d+ selected\)/)
      .first()
      .waitFor();
    await areal.hover();
    await areal.getByRole("button", { name: "New Note About This Paper..." }).click();
    await titled("New Question About “AReaL");
    await type("Who waits for whom?");
    await page.keyboard.press("Enter");
    await titled("New Question: Topics");
    const list = page.locator(".quick-input-list");
    const systems = list.locator(".monaco-list-row", { hasText: "Systems and Scale" }).first();
    assert.equal(await systems.getByRole("checkbox").first().getAttribute("aria-checked"), "true");
    await page.keyboard.press("Enter");
    await titled("New Question: Related Notes");
    await list.locator(".monaco-list-row").first().getByText("cites the paper").waitFor();
    await page.keyboard.press("Escape");
    await press("Clear Filter");
    await page.getByText(/Filter “/).waitFor({ state: "detached" });
    await header.getByRole("button", { name: "Clear Filter" }).waitFor({ state: "detached" });

    await viewAs("Cited Once");
    await header.getByText(/^Cited Once · \d+$/).waitFor();
    const counts = await page.getByRole("treeitem", { name: /, \d+ notes?$/ }).evaluateAll((all) => all.map((it) => it.ariaLabel ?? ""));
    assert.ok(counts.length > 3 && counts.every((it) => it.endsWith(", 1 note")), counts.join("\n"));
    await picture("papers-once");
    await viewAs("In a Bibliography, Never Cited");
    const zebra = row("Why zebras have **stripes** [x](command:y), 2020, never cited");
    await header.getByText("Never Cited · 601").waitFor();
    await zebra.click();
    await page.keyboard.press("End");
    await row("101 more papers…").click();
    await row("101 more papers…").waitFor({ state: "detached" });
    await page.keyboard.press("End");
    await row("Zz 599, 2020, never cited").waitFor();
    await page.keyboard.press("Home");
    await zebra.click({ button: "right" });
    await picture("papers-menu");
    await page.getByRole("menuitem", { name: "Copy Citation Key" }).click();
    await page.getByText("Copied zebra2020").first().waitFor();
    await zebra.hover();
    await page.locator(".monaco-hover", { hasText: "example.org" }).first().waitFor();
    await picture("papers-never");
    await page.keyboard.press("Escape");

    await zebra.hover();
    await zebra.getByRole("button", { name: "New Note About This Paper..." }).click();
    await titled("New Question About “Why zebras");
    await type("Do stripes confuse flies?");
    await picture("papers-new");
    await page.keyboard.press("Enter");
    await titled("New Question: Topics");
    await page.keyboard.press("Enter");
    await titled("New Question: Related Notes");
    await page.keyboard.press("Enter");
    await page.locator(".monaco-editor[data-uri$='/do-stripes-confuse-flies.md'] .view-line").first().waitFor();
    const left = await eventually(
      () => zebra.count(),
      (count) => count === 0,
    );
    assert.equal(left, 0);
    await picture("papers-written");
    // It lies beside the note that was active.
    const text = readFileSync(join(folder, "systems", "do-stripes-confuse-flies.md"), "utf8");
    assert.match(text, /^---\ntitle: "Do stripes confuse flies\?"\ntopics: \[.*systems.*\]\nsources: \["zebra2020"\]\n---\n/);
  });
});
