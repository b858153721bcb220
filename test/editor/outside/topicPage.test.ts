// The topic page as a person meets it: opened from the tree, viewed in four ways, filtered, explored, followed to notes and papers.
import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import type { Frame } from "playwright-core";
import { atEditor } from "./atEditor";
import { topicFrame } from "./topicFrame";
import { eventually, type Workbench } from "./workbench";

const topic = "Reinforcement Learning";

async function openTopicPage({ page, openTopics, row }: Workbench): Promise<Frame> {
  await openTopics();
  await row(topic).waitFor();
  await row(topic).click();
  await row(topic).getByRole("button", { name: "Open Topic Page" }).click();
  return topicFrame(page, topic);
}

describe("outside: the topic page", function () {
  this.timeout(60_000);
  const at = atEditor();

  it("shows a topic as cards, a list and its papers, and remembers which", async () => {
    const bench = await at.openSamples();
    const frame = await openTopicPage(bench);
    await frame.getByText("41 synthesis notes · 180 source papers").waitFor();
    await frame.getByRole("article").first().waitFor();
    await bench.picture("topic-cards");
    await frame.getByText("List", { exact: true }).click();
    await frame.getByRole("columnheader", { name: "Links here" }).getByRole("button").click();
    await frame.getByRole("row").nth(1).getByText("Can reinforcement learning discover reasoning strategies").waitFor();
    await bench.picture("topic-list");
    await frame.getByText("Papers", { exact: true }).click();
    await frame.getByRole("columnheader", { name: "Year" }).waitFor();
    const leaving = frame.getByRole("link", { name: /arxiv\.org, opens in the browser$/ });
    assert.match((await leaving.first().getAttribute("href")) ?? "", /^https:\/\/arxiv\.org\/abs\//);
    await bench.picture("topic-papers");
    await bench.page.getByRole("tab", { name: topic }).getByRole("button", { name: /Close/ }).click();
    await bench.row(topic).getByRole("button", { name: "Open Topic Page" }).click();
    const again = await topicFrame(bench.page, topic);
    await again.getByRole("columnheader", { name: "Year" }).waitFor();
    await again.getByText("Cards", { exact: true }).click();
    await again.getByRole("article").first().waitFor();
  });

  it("explores what is related in the card itself, from note to note and back", async () => {
    const bench = await at.openSamples();
    const frame = await openTopicPage(bench);
    const card = frame.getByRole("article").first();
    await card.getByRole("button", { name: /^Explore related of/ }).click();
    const related = card.getByRole("region", { name: "Related notes" });
    const first = related.getByRole("listitem").first();
    await first.waitFor();
    const before = await first.innerText();
    await bench.picture("topic-explored");
    await first.getByRole("button", { name: /^Explore related of/ }).click();
    await related.getByRole("heading", { name: /Related to “/ }).waitFor();
    await related.getByRole("button", { name: "Back", exact: true }).click();
    await related.getByRole("heading", { name: "Related", exact: true }).waitFor();
    assert.equal(await first.innerText(), before);
    await card
      .getByRole("button", { name: /^Explore related of/ })
      .first()
      .click();
    await related.waitFor({ state: "detached" });
  });

  it("stays when the window is loaded anew", async () => {
    const bench = await at.openSamples();
    const frame = await openTopicPage(bench);
    await frame.getByRole("button", { name: /^Credit Assignment, / }).click();
    await topicFrame(bench.page, "Credit Assignment");
    await bench.picture("topic-sub");
    await bench.reload();
    await bench.row(topic).waitFor();
    const restored = await topicFrame(bench.page, "Credit Assignment");
    await restored.getByRole("navigation").getByRole("button", { name: topic }).waitFor();
  });

  it("is written to one file, in which nothing of the disk is told", async () => {
    const bench = await at.openSamples();
    const { folder } = bench;
    const frame = await openTopicPage(bench);
    await frame.getByRole("button", { name: "Export Topic as HTML" }).click();
    const input = bench.page.locator(".quick-input-widget input[type=text]");
    await input.waitFor();
    await eventually(
      () => input.inputValue(),
      (value) => value.endsWith("reinforcement-learning.html"),
    );
    await bench.picture("topic-export");
    await bench.page.keyboard.press("Enter");
    await bench.page.getByText("was written to reinforcement-learning.html").first().waitFor();
    const file = join(folder, "reinforcement-learning.html");
    const page = readFileSync(file, "utf8");
    rmSync(file);
    assert.ok(page.includes('"title":"Can RL training run while generation continues without waiting?"'));
    assert.ok(!page.includes(folder) && !page.includes("file://"), "where the notes lie is nobody's business");
  });

  it("opens notes and the preview, filters, is walked through by keys, and follows what is typed", async () => {
    const bench = await at.openSamples();
    const { page } = bench;
    const frame = await openTopicPage(bench);
    await frame.getByRole("article").first().waitFor();
    await frame.getByLabel("Filter").fill("budgets tight");
    await frame.getByText("1 of 41").waitFor();
    assert.equal(await frame.getByRole("article").count(), 1);
    await bench.picture("topic-filtered");
    await frame.getByLabel("Filter").fill("no such words anywhere");
    await frame.getByRole("button", { name: "Show all" }).click();
    await frame.getByText("List", { exact: true }).click();
    const row = (at: number) => frame.getByRole("row").nth(at + 1);
    await row(0).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await eventually(
      () => row(2).evaluate((it) => it === it.ownerDocument.activeElement),
      (isFocused) => isFocused,
    );
    const title = (await row(2).getByRole("gridcell").first().innerText()).trim();
    await bench.picture("topic-keys");
    await page.keyboard.press("Enter");
    await page
      .locator(".monaco-editor .view-line", { hasText: `# ${title}` })
      .first()
      .waitFor();
    // What is typed shows in the page, unsaved, when that is seen again.
    await bench.goToLine(2);
    await page.keyboard.press("End");
    await page.keyboard.press("Control+Shift+ArrowLeft");
    await page.keyboard.type("zebras?");
    await page.getByRole("tab", { name: topic }).click();
    const shown = await topicFrame(page, topic);
    await shown.getByText("zebras?").first().waitFor();
    await shown.getByText("Cards", { exact: true }).click();
    await shown
      .getByRole("button", { name: /^Read / })
      .first()
      .click();
    await page.getByRole("tab", { name: /^Preview/ }).waitFor();
  });
});
