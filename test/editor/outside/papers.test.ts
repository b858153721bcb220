// The Papers view as a person uses it: papers are found, leads followed to who cites them, and one that nobody cites becomes a question.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { atEditor } from "./atEditor";
import { choose, pressOn } from "./pointer";
import { eventually } from "./workbench";

const zebras =
  "@article{zebra2020, title={Why zebras have **stripes** [x](command:y)}, author={Caro, Tim}, year={2020}, url={https://example.org/zebras}}\n";

/** More than are shown at first. */
const many = Array.from({ length: 600 }, (_, at) => `@misc{zz${at}, title={Zz ${String(at).padStart(3, "0")}}, year={2020}}\n`).join("");

const further = { "further.bib": many + zebras };

describe("outside: the Papers view", function () {
  this.timeout(120_000);
  const at = atEditor();

  const open = async () => {
    const bench = await at.openSamples(further);
    const { page, type } = bench;
    await bench.openTopics();
    await bench.onlyView("Papers");
    await page
      .getByRole("treeitem", { name: /, \d{4}, \d+ notes?$/ })
      .first()
      .waitFor();
    const header = page.locator(".pane-header", { hasText: "Papers" });
    const titled = (text: string) => page.locator(".quick-input-title", { hasText: text }).waitFor();
    const press = async (name: string) => {
      await pressOn(header, name);
    };
    /** Filters by words that one paper alone has. */
    const find = async (words: string) => {
      await press("Filter Papers...");
      await titled("Filter Papers");
      await type(words);
      await page.getByText(new RegExp(`Filter “${words}”: 1 of \\d+ papers\\.`)).waitFor();
      await page.keyboard.press("Enter");
    };
    const clear = async () => {
      await press("Clear Filter");
      await page.getByText(/Filter “/).waitFor({ state: "detached" });
      await header.getByRole("button", { name: "Clear Filter" }).waitFor({ state: "detached" });
    };
    return { ...bench, header, titled, press, find, clear };
  };

  it("opens the page of a paper once the editor has asked, and goes to its entry in the bibliography", async () => {
    const { page, row, find, clear, picture, caretLine } = await open();
    await find("zebras");
    const zebra = row("Why zebras have **stripes**");
    await pressOn(zebra, "Open Paper");
    const dialog = page.locator(".monaco-dialog-box");
    await dialog.getByText("https://example.org/zebras").waitFor();
    await picture("papers-open");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await zebra.click({ button: "right" });
    await choose(page, "Reveal in Bibliography");
    await page.locator(".monaco-editor[data-uri$='/further.bib'] .view-line", { hasText: "@article{zebra2020" }).waitFor();
    assert.match(await eventually(caretLine, (line) => line.startsWith("@article")), /^@article\{zebra2020, /);
    await picture("papers-entry");
    await clear();
  });

  it("finds papers, leads to who cites them, tells what is cited once or never, and writes a note about one", async () => {
    const { page, row, picture, type, folder, header, titled, press, find, clear } = await open();
    await picture("papers");
    const viewAs = async (name: string) => {
      await press("View as");
      await page.getByRole("menuitem", { name }).hover();
      await picture("papers-view-as");
      await page.keyboard.press("Enter");
    };
    await find("2505.24298");
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
    await pressOn(areal, "New Note About This Paper...");
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
    await clear();

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
    await choose(page, "Copy Citation Key");
    await page.getByText("Copied zebra2020").first().waitFor();
    await zebra.hover();
    await page.locator(".monaco-hover", { hasText: "example.org" }).first().waitFor();
    await picture("papers-never");
    await page.keyboard.press("Escape");

    await pressOn(zebra, "New Note About This Paper...");
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
