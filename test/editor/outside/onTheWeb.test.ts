// A person in VS Code for the Web, where there is no Node: extension and server are web workers, and the notes lie in no disk's folder.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import { writeFiles } from "../../tempFolder";
import { quietSettings } from "../settings";
import { startWebEditor, type WebEditor } from "../webEditor";
import { clickUntil, pressOn } from "./pointer";
import { topicFrame } from "./topicFrame";
import { eventually, sampleNotes, type Workbench, workbenchAt } from "./workbench";

const asking = { "asks.md": "---\ntitle: Who asks?\ntopics: [asked]\n---\n\n[[Do clusters sleep?]]\n" };

const note = "Can RL training run while generation continues without waiting?";
const file = "can-rl-training-run-while-generation-continues-without-waiting.md";

describe("outside: a person on the web", function () {
  this.timeout(60_000);
  const scratch = mkdtempSync(join(tmpdir(), "quaestio-"));
  let served: WebEditor | undefined;
  let bench: Workbench;

  before(async () => {
    const folder = sampleNotes({ scratch }, "notes");
    writeFiles(folder, { ...asking, ".vscode/settings.json": JSON.stringify(quietSettings) });
    served = await startWebEditor(folder);
    bench = await workbenchAt(served.url, folder);
    await bench.openTopics();
  });

  after(async () => {
    await bench?.close();
    served?.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await bench.picture(`failed-web-${this.currentTest.title.replace(/\W+/g, "-")}`);
  });

  /** Opens the note from the Topics view: this host finds no files by their names. */
  const openNote = async () => {
    await bench.unfold("Systems and Scale");
    await bench.row(note).dblclick();
    await bench.page.locator(`.monaco-editor.focused[data-uri$='${file}']`).waitFor();
  };

  const titled = (text: string) => bench.page.locator(".quick-input-title", { hasText: text }).waitFor();

  it("has the topics with both counts, and the page of one with what is related in a card", async () => {
    const { page, row, picture } = bench;
    const topic = row("Reinforcement Learning, 41 notes, 180 papers");
    await topic.click();
    await topic.getByRole("button", { name: "Open Topic Page" }).click();
    const frame = await topicFrame(page, "Reinforcement Learning");
    await frame.getByText("41 synthesis notes · 180 source papers").waitFor();
    const card = frame.getByRole("article").first();
    await card.getByRole("button", { name: /^Explore related of/ }).click();
    await card.getByRole("region", { name: "Related notes" }).getByRole("listitem").first().waitFor();
    await picture("web-topic");
    await page.getByRole("tab", { name: "Reinforcement Learning" }).getByRole("button", { name: /Close/ }).click();
  });

  it("reads a note with its papers by their authors, and goes to another by a click", async () => {
    const { page, row, picture } = bench;
    await bench.unfold("Reinforcement Learning");
    await bench.unfold("Systems and Scale");
    await pressOn(row(note), "Read");
    const preview = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await preview.locator(".quaestio-header").getByRole("link", { name: "Fu et al., 2025 — AReaL" }).waitFor();
    await picture("web-read");
    const other = "Does reinforcement learning update only a small fraction of parameters?";
    // The page follows clicks once its script is there.
    await clickUntil(preview.locator("p").getByRole("link", { name: other }), preview.getByRole("heading", { name: other, level: 1 }));
    await page
      .getByRole("tab", { name: /^Preview/ })
      .getByRole("button", { name: /Close/ })
      .click();
  });

  it("completes a question from remembered words", async () => {
    await openNote();
    await bench.newParagraph();
    await bench.type("[[two simple tech");
    const rows = await eventually(bench.suggestions, ([first]) => first?.startsWith("Can two simple techniques") ?? false);
    assert.match(rows[0] ?? "", /^Can two simple techniques match complex RL algorithms\?/);
    await bench.page.keyboard.press("Enter");
    assert.equal(
      await eventually(bench.caretLine, (line) => line.endsWith("]]")),
      "[[Can two simple techniques match complex RL algorithms?]]",
    );
  });

  it("sees what is related to the note, with reasons", async () => {
    const { page } = bench;
    await bench.onlyView("Related");
    const rows = page.getByRole("tree", { name: "Related" }).locator("[role=treeitem][aria-level='2']");
    await rows.first().waitFor();
    assert.match((await rows.first().getAttribute("aria-label")) ?? "", /\?, .+/);
    await bench.picture("web-related");
  });

  it("finds a paper by its id, and goes to who cites it", async () => {
    const { page, row, type } = bench;
    await bench.onlyView("Papers");
    const header = page.locator(".pane-header", { hasText: "Papers" });
    await pressOn(header, "Filter Papers...");
    await titled("Filter Papers");
    await type("2505.24298");
    await page.keyboard.press("Enter");
    await row("AReaL").click();
    await row(`${note}, line `).first().click();
    await page
      .getByText(/\(\d+ selected\)/)
      .first()
      .waitFor();
    await bench.picture("web-papers");
  });

  it("sees what is asked and not answered, and writes that note", async () => {
    const { page, row } = bench;
    await bench.onlyView("Open Questions");
    const question = row("Do clusters sleep?, 1 note");
    await pressOn(question, "Write This Note...");
    for (const step of ["Topics", "Related Notes"]) {
      await titled(`New Question: ${step}`);
      await page.keyboard.press("Enter");
    }
    await page.locator(".monaco-editor[data-uri$='/do-clusters-sleep.md'] .view-line").first().waitFor();
    await question.waitFor({ state: "detached" });
  });

  it("renames a question with every link to it, and makes two notes one", async () => {
    const { page, row } = bench;
    await bench.goToLine(2);
    await page.keyboard.press("End");
    await page.keyboard.press("F2");
    const input = page.locator(".rename-box input");
    await input.waitFor();
    await input.fill("When do clusters sleep?");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Topics Section" }).click();
    const renamed = row("When do clusters sleep?");
    // The row of the active note may be shown by itself.
    await renamed.waitFor({ timeout: 3000 }).catch(() => row("Asked").click());
    await renamed.waitFor();
    await row("Who asks?").click();
    await page.locator(".monaco-editor[data-uri$='/asks.md'] .view-line", { hasText: "[[When do clusters sleep?]]" }).waitFor();
    await page.locator(".monaco-editor[data-uri$='/asks.md'] .view-line").first().click();
    await bench.run("Quaestio: Merge Into Another Question");
    await titled("Merge “Who asks?”");
    await bench.type("clusters sleep");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "When do clusters sleep?" }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("Merged into").first().waitFor();
    await row("Who asks?").waitFor({ state: "detached" });
    await bench.picture("web-merged");
  });
});
