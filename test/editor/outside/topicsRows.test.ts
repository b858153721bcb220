// What is done with the rows of the Topics view: dragged onto topics and into texts, by keys, from the menu; one or several.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import type { Locator } from "playwright-core";
import { writeFiles } from "../../tempFolder";
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
  await page.locator(".monaco-list-row.drop-target").first().waitFor();
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
    await row("Systems and Scale").click();
    const note = row(waiting);
    await note.waitFor();
    await dragOnto(bench, note, row("Test-time Reasoning, 7 notes"), "rows-drag");
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
    // The note was closed and is saved; who opens it can take the drag back.
    await openFile(file);
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

  it("are the first of a long list and the one of the active note, and more by a click", async () => {
    const folder = join(at.editor.scratch, "rows-many");
    const numbers = Array.from({ length: 250 }, (_, at) => String(at + 1).padStart(3, "0"));
    writeFiles(folder, Object.fromEntries(numbers.map((it) => [`n${it}.md`, `---\ntopics: [many]\n---\n# Is ${it} odd?\n`])));
    const bench = await at.open(folder);
    const { page, row, picture, openFile } = bench;
    await bench.openTopics();
    await row("Many, 250 notes").waitFor();
    await openFile("n240.md");
    const active = page.locator("[role=treeitem][aria-selected=true]", { hasText: "Is 240 odd?" });
    await active.waitFor();
    await bench.run("Quaestio: Focus on Topics View");
    await page.keyboard.press("End");
    const last = async () => {
      // Without the topic, which stays in sight above them.
      const rows = page.getByRole("tree", { name: "Topics" }).locator(".monaco-list-rows [role=treeitem]");
      return (await rows.evaluateAll((all) => all.map((it) => it.ariaLabel?.trim() ?? ""))).slice(-3);
    };
    const first = ["Is 200 odd?", "Is 240 odd?", "49 more…"];
    assert.deepEqual(await eventually(last, (it) => it.at(-1) === first.at(-1)), first);
    await picture("rows-many");
    await row("49 more…").click();
    await row("49 more…").waitFor({ state: "detached" });
    await page.keyboard.press("End");
    const all = ["Is 248 odd?", "Is 249 odd?", "Is 250 odd?"];
    assert.deepEqual(await eventually(last, (it) => it.at(-1) === all.at(-1)), all);
    await picture("rows-many-more");
  });

  it("goes by keys: F2 renames, Ctrl+Enter opens beside, Space reads; and files several notes by the menu", async () => {
    const folder = sampleNotes(at.editor, "rows-keys");
    writeFileSync(
      join(folder, "systems", "able-to-be-renamed.md"),
      "---\ntopics: [reinforcement-learning/systems]\n---\n# Able to be renamed?\n",
    );
    const bench = await at.open(folder);
    const { page, row, picture, type } = bench;
    await bench.openTopics();
    await row("Systems and Scale").click();
    await row(waiting).waitFor();
    await page.keyboard.press("ArrowDown");
    const focused = page.locator(".monaco-list-row.focused").first();
    const isAt = (name: string) => async () => ((await focused.getAttribute("aria-label")) ?? "").startsWith(name);
    assert.ok(await eventually(isAt("Able to be renamed?"), Boolean));
    await page.keyboard.press("F2");
    const input = page.locator(".quick-input-widget input[type=text]");
    await input.waitFor();
    assert.equal(await input.inputValue(), "Able to be renamed?");
    await page.keyboard.press("Control+KeyA");
    await type("Why is this the new title?");
    await picture("rows-rename");
    await page.keyboard.press("Enter");
    await row("Why is this the new title?").waitFor();
    // Which row has the focus now depends on when the list was drawn anew.
    const goTo = async (name: string) => {
      await bench.run("Quaestio: Focus on Topics View");
      await page.keyboard.press("Home");
      await eventually(isAt("Reinforcement Learning"), Boolean);
      for (let step = 0; step < 20 && !(await isAt(name)()); step++) {
        const before = await focused.getAttribute("aria-label");
        await page.keyboard.press("ArrowDown");
        await eventually(
          () => focused.getAttribute("aria-label"),
          (now) => now !== before,
        );
      }
      assert.ok(await eventually(isAt(name), Boolean), name);
    };
    await goTo(waiting);
    await page.keyboard.press("Space");
    const preview = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await preview.getByRole("heading", { name: "Why synchronous training waits" }).waitFor();
    await goTo("Does network depth unlock");
    await page.keyboard.press("Control+Enter");
    await page
      .locator(".editor-group-container")
      .nth(1)
      .locator(".monaco-editor[data-uri*='does-network-depth'] .view-line")
      .first()
      .waitFor();
    await picture("rows-beside");
    await row(waiting).click({ button: "right" });
    const menu = page.locator(".monaco-menu");
    const entries = async () => (await menu.locator(".action-item:not(.disabled) .action-label").allInnerTexts()).join(" · ");
    const ofOne =
      "Open to the Side · Read · Explore Related · Rename Question... · Move to Topic... · Add to Topic... · Merge Into Another Question... · Copy Link to Question · Reveal in Explorer · New Question Here...";
    assert.equal(await eventually(entries, (it) => it === ofOne), ofOne);
    await picture("rows-menu");
    await page.keyboard.press("Escape");
    // Several at once.
    await row(waiting).click();
    await row("Why is this the new title?").click({ modifiers: ["Control"] });
    await row(waiting).click({ button: "right" });
    const ofSeveral = "Open to the Side · Move to Topic... · Add to Topic... · Copy Link to Question";
    assert.equal(await eventually(entries, (it) => it === ofSeveral), ofSeveral);
    await picture("rows-menu-of-several");
    await menu.getByText("Move to Topic...").click();
    await page.getByPlaceholder("Choose a topic, or type the name of a new one").waitFor();
    await type("Theory of Scale");
    await page.getByText("New Topic “Theory of Scale”").waitFor();
    await picture("rows-new-topic");
    await page.keyboard.press("Enter");
    await row("Theory Of Scale, 2 notes").waitFor();
    // One of them is closed: it is saved as well.
    for (const path of [file, "why-is-this-the-new-title.md"]) {
      const textOf = async () => readFileSync(join(folder, "systems", path), "utf8");
      const filed = /^topics: \[Theory of Scale\]$/m;
      assert.match(await eventually(textOf, (text) => filed.test(text)), filed);
    }
    assert.deepEqual(await page.locator(".notification-list-item-message").allTextContents(), []);
    await picture("rows-filed");
    await page.locator(".monaco-editor .view-line").first().click();
    await page.keyboard.press("Control+KeyZ");
    await row("Systems and Scale, 5 notes").waitFor();
    assert.equal(await row("Theory Of Scale").count(), 0, "one undo takes both back");
  });
});
