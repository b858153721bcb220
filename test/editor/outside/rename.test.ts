// Renaming and moving as a person does it: F2 on a title, F2 on a heading, and dragging a file; each link is edited once, and undone at once.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { textsIn } from "../../tempFolder";
import { atEditor } from "./atEditor";
import { eventually, type Workbench } from "./workbench";

const old = "Can RL training run while generation continues without waiting?";
const oldFile = "systems/can-rl-training-run-while-generation-continues-without-waiting.md";

describe("outside: renaming", function () {
  this.timeout(60_000);
  const at = atEditor();

  async function renameTo({ page }: Workbench, name: string): Promise<void> {
    await page.keyboard.press("F2");
    const input = page.locator(".rename-box input");
    await input.waitFor();
    await input.fill(name);
    await page.keyboard.press("Enter");
  }

  it("gives a title, its heading, its file and every link a new name by F2, and all of it back by one undo", async () => {
    const bench = await at.openSamples();
    const { page, openTopics, row, openFile, goToLine, picture, folder } = bench;
    const before = textsIn(folder);
    await openTopics();
    await row("Reinforcement Learning").waitFor();
    await openFile("can-rl-training-run-while-generation-continues-without-waiting.md");
    await goToLine(2);
    await page.keyboard.press("End");
    const name = "Must training wait for generation?";
    const newFile = "systems/must-training-wait-for-generation.md";
    await page.keyboard.press("F2");
    await page.locator(".rename-box input").waitFor();
    await picture("rename");
    await page.locator(".rename-box input").fill(name);
    await page.keyboard.press("Enter");
    await eventually(
      async () => existsSync(join(folder, newFile)),
      (isThere) => isThere,
    );
    const wanted = new Map([...before].map(([path, text]) => [path === oldFile ? newFile : path, text.replaceAll(old, name)]));
    const after = await eventually(
      async () => textsIn(folder),
      (texts) => [...texts].every(([path, text]) => wanted.get(path) === text),
    );
    await picture("renamed");
    for (const [path, text] of wanted) assert.equal(after.get(path), text, path);
    assert.equal(await page.getByRole("tab", { name: /\.md/ }).count(), 1, "no other tab is open");
    await page.locator(".monaco-editor .view-line").first().click();
    await page.keyboard.press("Control+KeyZ");
    await picture("undo");
    const ask = page.getByRole("button", { name: /Undo in \d+ Files/ });
    if (
      await ask.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      )
    )
      await ask.click();
    await eventually(
      async () => existsSync(join(folder, oldFile)),
      (isThere) => isThere,
    );
    await bench.run("File: Save All Files");
    const undone = await eventually(
      async () => textsIn(folder),
      (texts) => [...before].every(([path, text]) => texts.get(path) === text),
    );
    await picture("undone");
    for (const [path, text] of before) assert.equal(undone.get(path), text, path);
  });

  it("tells why a name cannot be given", async () => {
    const bench = await at.openSamples();
    await bench.openTopics();
    await bench.row("Reinforcement Learning").waitFor();
    await bench.openFile("can-rl-training-run-while-generation-continues-without-waiting.md");
    await bench.goToLine(2);
    await bench.page.keyboard.press("End");
    await renameTo(bench, "Can two simple techniques match complex RL algorithms?");
    await bench.page.getByText("is already the title of").first().waitFor();
    await bench.picture("rename-refused");
  });

  it("shows what a new name would change before it does, file by file, and applies that", async () => {
    const bench = await at.openSamples();
    const { page, openTopics, row, openFile, goToLine, picture, folder } = bench;
    const before = textsIn(folder);
    await openTopics();
    await row("Reinforcement Learning").waitFor();
    await openFile("can-rl-training-run-while-generation-continues-without-waiting.md");
    await goToLine(2);
    await page.keyboard.press("End");
    const name = "Must training wait for generation?";
    const newFile = "systems/must-training-wait-for-generation.md";
    await page.keyboard.press("F2");
    const input = page.locator(".rename-box input");
    await input.waitFor();
    await input.fill(name);
    await picture("preview-key");
    await page.keyboard.press("Control+Enter");
    const apply = page.getByRole("button", { name: /^Apply/ }).first();
    await apply.waitFor();
    const rows = page.locator(".part.panel .monaco-list-row");
    await rows.first().waitFor();
    await picture("preview");
    const told = (await rows.evaluateAll((all) => all.map((it) => it.getAttribute("aria-label") ?? ""))).join("\n");
    assert.match(told, /^agents\/can-reinforcement-learning-scale-beyond-single-turn-language-tasks\.md, making text edits$/m);
    assert.match(told, /^line 29, replacing Can RL training run while .* with Must training wait for generation\?$/m);
    assert.match(told, /^Renaming systems\/can-rl-.* to systems\/must-training-wait-for-generation\.md, also making text edits$/m);
    assert.deepEqual(textsIn(folder), before, "nothing has changed yet");
    await apply.click();
    const wanted = new Map([...before].map(([path, text]) => [path === oldFile ? newFile : path, text.replaceAll(old, name)]));
    const after = await eventually(
      async () => textsIn(folder),
      (texts) => [...wanted].every(([path, text]) => texts.get(path) === text),
    );
    await picture("preview-applied");
    assert.equal(await page.getByRole("tab", { name: /\.md/ }).count(), 1, "no other tab is open");
    for (const [path, text] of wanted) assert.equal(after.get(path), text, path);
  });

  it("asks before it changes a plain mention, and changes what is ticked together with the links", async () => {
    const bench = await at.openSamples({
      "asked.md": `# Why ask?\n\n[[${old}]] A mention: ${old}\n`,
      "left.md": `# Why not?\n\n${old}\n`,
    });
    const { page, openTopics, row, openFile, goToLine, picture, folder } = bench;
    await openTopics();
    await row("Reinforcement Learning").waitFor();
    await openFile("can-rl-training-run-while-generation-continues-without-waiting.md");
    await goToLine(2);
    await page.keyboard.press("End");
    const before = textsIn(folder);
    const name = "Must training wait?";
    await renameTo(bench, name);
    const rows = page.locator(".bulk-edit-panel .monaco-list-row");
    const inPreview = (file: string) => rows.filter({ has: page.getByText(file, { exact: true }) });
    await inPreview("asked.md").waitFor();
    await picture("rename-mentions");
    assert.deepEqual(textsIn(folder), before, "nothing is changed before “Apply”");
    const places = page.locator(".bulk-edit-panel .monaco-list-row[aria-label^='line 3, replacing Can RL']");
    const ticks = () => places.locator(".edit-checkbox").evaluateAll((all) => all.map((it) => it.getAttribute("aria-checked")));
    const [link, mentions] = ["true", ["false", "false"]];
    await eventually(ticks, (it) => it.length > mentions.length);
    assert.deepEqual(await ticks(), [link, ...mentions], "the link is ticked, the mentions are not");
    await places.nth(1).locator(".edit-checkbox").click();
    assert.deepEqual(await ticks(), ["true", "true", "false"]);
    await page.getByRole("button", { name: "Group Changes By Type" }).first().click();
    await page.getByText("Plain mentions of the title").first().waitFor();
    await picture("rename-mentions-by-type");
    await page.getByRole("button", { name: "Apply" }).click();
    const texts = await eventually(
      async () => textsIn(folder),
      (it) => it.get("asked.md")?.includes(name) === true && it.has("systems/must-training-wait.md"),
    );
    await picture("rename-mentioned");
    const isLeft = (path: string) => path === "left.md";
    for (const [path, text] of before)
      assert.equal(
        texts.get(path === oldFile ? "systems/must-training-wait.md" : path),
        isLeft(path) ? text : text.replaceAll(old, name),
        path,
      );
    assert.equal(await page.getByRole("tab", { name: /\.md/ }).count(), 1, "no other tab is open");
  });

  it("leads the links on when a folder gets another name in the explorer", async () => {
    const { page, openTopics, row, picture, folder } = await at.openSamples({
      "index.md": "# Where to begin\n\n[waiting](systems/can-rl-training-run-while-generation-continues-without-waiting.md)\n",
    });
    await openTopics();
    await row("Reinforcement Learning").waitFor();
    await page.keyboard.press("Control+Shift+KeyE");
    const files = page.locator(".explorer-folders-view");
    const input = page.locator(".explorer-item-edited input");
    await eventually(async () => {
      // The explorer takes no key until the folder has unfolded, and ends what is typed when it reads the disk anew. What was taken may show late.
      if (await files.getByText("scale", { exact: true }).isVisible()) return true;
      await files
        .getByText("systems", { exact: true })
        .click({ timeout: 3000 })
        .catch(() => undefined);
      await page.keyboard.press("F2");
      await input.fill("scale", { timeout: 2000 }).then(
        () => page.keyboard.press("Enter"),
        () => undefined,
      );
      return files
        .getByText("scale", { exact: true })
        .waitFor({ timeout: 2000 })
        .then(
          () => true,
          () => false,
        );
    }, Boolean);
    const wanted = "# Where to begin\n\n[waiting](scale/can-rl-training-run-while-generation-continues-without-waiting.md)\n";
    const text = () => readFileSync(join(folder, "index.md"), "utf8");
    assert.equal(
      await eventually(
        async () => text(),
        (it) => it === wanted,
      ),
      wanted,
    );
    const moved = join(folder, oldFile.replace("systems/", "scale/"));
    assert.ok(
      await eventually(
        async () => existsSync(moved),
        (isThere) => isThere,
      ),
    );
    await page.waitForTimeout(1500);
    assert.equal(await page.getByRole("tab", { name: /\.md/ }).count(), 0, "no tab is open");
    assert.equal(text(), wanted);
    await picture("moved");
  });
});
