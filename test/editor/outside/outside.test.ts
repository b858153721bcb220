// The main job as a person does it: in a real editor with the packaged extension, by keyboard and mouse alone.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { chanceFrom } from "../../bench/words";
import { type Remembered, remembered } from "../../remembered";
import { sampleVault } from "../../sampleVault";
import { atEditor } from "./atEditor";
import { clickUntil, pressOn } from "./pointer";
import { eventually, sampleNotes, testedVsix } from "./workbench";

/** Bytes that everybody downloads: a megabyte and a half. */
const largestPackage = 1_500_000;
/** Kilobytes that each part of it may have, unpacked, so that what grows is noticed where it grows. */
const largestParts: Readonly<Record<string, number>> = {
  "dist/cli/main.node.js": 1500,
  "dist/client/main.node.js": 860,
  "dist/client/main.browser.js": 540,
  "dist/server/main.browser.js": 1000,
  "dist/page/main.js": 290,
  "dist/page/topic.html": 95,
  "dist/page/codicon.ttf": 5,
};

describe("outside: a person at the editor", function () {
  this.timeout(60_000);
  const at = atEditor();

  const open = async (folder: string) => {
    const bench = await at.open(folder);
    await bench.openTopics();
    return bench;
  };

  const samples = async () => {
    const bench = await at.openSamples();
    await bench.openTopics();
    return bench;
  };

  it("is installed from a small package without an MCP server, which its command line says", () => {
    assert.ok(statSync(testedVsix).size < largestPackage, `${statSync(testedVsix).size} bytes`);
    const extensions = join(at.editor.scratch, "extensions");
    const ours = readdirSync(extensions).find((name) => name.startsWith("quaestio.quaestio-"));
    assert.ok(ours);
    const sizes = Object.keys(largestParts).map((part) => [part, Math.round(statSync(join(extensions, ours, part)).size / 1000)] as const);
    const tooLarge = sizes.filter(([part, size]) => size > (largestParts[part] ?? 0));
    assert.deepEqual(tooLarge, []);
    const { status, stderr } = spawnSync(process.execPath, [join(extensions, ours, "dist", "cli", "main.node.js"), "mcp"], {
      encoding: "utf8",
    });
    assert.equal(status, 2);
    assert.match(stderr, /^This copy of Quaestio came without its MCP server/);
  });

  it("shows the topics with both counts, and their notes", async () => {
    const { row, unfold, picture } = await samples();
    await row("Reinforcement Learning, 41 notes, 180 papers").waitFor();
    await row("Systems and Scale, 4 notes, 18 papers").waitFor();
    await unfold("Systems and Scale");
    await row("Can RL training run while generation continues without waiting?, 4 papers").waitFor();
    await picture("topics");
  });

  it("completes a question from remembered words, key by key, and writes the whole link", async () => {
    const { row, openFile, newParagraph, type, suggestions, caretLine, picture, page } = await samples();
    await row("Reinforcement Learning").waitFor();
    await openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    await newParagraph();
    await type("See [[waiting train");
    const wanted = "Can RL training run while generation continues without waiting?";
    const rows = await eventually(suggestions, ([first]) => first?.startsWith(wanted) ?? false);
    assert.deepEqual(
      rows.map((name) => name.replace(/, Reference$/, "")),
      [wanted],
    );
    await picture("completion");
    await page.keyboard.press("Enter");
    assert.equal(await eventually(caretLine, (line) => line.includes("]]")), `See [[${wanted}]]`);
  });

  it("finds ten questions by three of their words, in the list that a person sees", async () => {
    const { row, openFile, newParagraph, type, suggestions, page } = await samples();
    await row("Reinforcement Learning").waitFor();
    await openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    const all = remembered(await sampleVault(), chanceFrom(47)).filter(({ question }) => !question.path.includes("does-network-depth"));
    for (let at = 0; at < 10; at++) {
      const { question, words } = all[at * 79] as Remembered;
      await newParagraph();
      await type(`[[${words.join(" ")}`);
      const rows = await eventually(suggestions, ([first]) => first?.startsWith(question.title.text) ?? false);
      assert.equal(rows[0], `${question.title.text}, Reference`, words.join(" "));
      await page.keyboard.press("Escape");
    }
  });

  it("goes on suggesting after a word was taken back, and where nothing matches offers what was typed", async () => {
    const { row, openFile, newParagraph, type, suggestions, page, picture } = await samples();
    await row("Reinforcement Learning").waitFor();
    await openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    await newParagraph();
    await type("See [[reinforcement sparse");
    const isNew = ([first]: string[]) => first === "reinforcement sparse, Text";
    assert.deepEqual(await eventually(suggestions, isNew), ["reinforcement sparse, Text"]);
    await picture("new-question");
    for (let left = "sparse".length; left > 0; left--) await page.keyboard.press("Backspace");
    await type("fraction");
    const wanted = "Does reinforcement learning update only a small fraction of parameters?, Reference";
    assert.deepEqual(await eventually(suggestions, ([first]) => first === wanted), [wanted]);
  });

  it("completes a heading behind #, and in a Markdown link the path to a note, with a slip in its title", async () => {
    const { row, openFile, newParagraph, type, suggestions, caretLine, picture, page } = await samples();
    await row("Reinforcement Learning").waitFor();
    await openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    await newParagraph();
    await type("See [[asynchronous RL#staleness");
    const heading = "Why staleness is tolerable";
    await eventually(suggestions, ([first]) => first?.startsWith(heading) ?? false);
    await picture("heading");
    await page.keyboard.press("Enter");
    assert.equal(await eventually(caretLine, (line) => line.includes("]]")), `See [[asynchronous RL#${heading}]]`);
    await newParagraph();
    await type("See [this](wiating trian");
    const title = "Can RL training run while generation continues without waiting?";
    await eventually(suggestions, ([first]) => first?.startsWith(title) ?? false);
    await picture("destination");
    await page.keyboard.press("Enter");
    const path = "can-rl-training-run-while-generation-continues-without-waiting.md";
    assert.equal(await eventually(caretLine, (line) => line.includes(".md)")), `See [this](${path})`);
  });

  it("suggests nothing in code, where two brackets are no link", async () => {
    const { row, openFile, newParagraph, type, page } = await samples();
    await row("Reinforcement Learning").waitFor();
    await openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    await newParagraph();
    await type("```bash\n");
    await type("if [[ $mode == tra");
    // A list would come within this time: there is nothing else to wait for where none is wanted.
    await page.waitForTimeout(1500);
    assert.equal(await page.locator(".suggest-widget.visible").count(), 0);
  });

  it("reports a broken link once, and no more when it is mended", async () => {
    const { row, openFile, newParagraph, type, problems, picture, page } = await samples();
    await row("Reinforcement Learning").waitFor();
    await openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    await newParagraph();
    await type("See [[Can RL training run while generation waits]]");
    const message =
      "Did you mean “Can RL training run while generation continues without waiting?”? No note, file or image answers “Can RL training run while generation waits”.";
    const found = await eventually(problems, ([first]) => first?.includes(message) ?? false);
    assert.deepEqual(found, [`Error: ${message} at line 29 and character 7. generated by quaestio`]);
    await picture("problems");
    await page.locator(".monaco-editor .view-line").last().click();
    await page.keyboard.press("Control+End");
    for (let left = "Can RL training run while generation waits]]".length; left > 0; left--) await page.keyboard.press("Backspace");
    await type("asynchronous RL]]");
    assert.deepEqual(await eventually(problems, (all) => all.length === 0), []);
  });

  it("reads a note in the Markdown preview", async () => {
    const { row, unfold, page, picture } = await samples();
    await unfold("Systems and Scale");
    const note = row("Can RL training run while generation continues without waiting?");
    await pressOn(note, "Read");
    const preview = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await preview.getByRole("heading", { name: "Why synchronous training waits" }).waitFor();
    await picture("read");
  });

  it("explores related notes, and opens one by Enter", async () => {
    const { row, unfold, page, picture } = await samples();
    await unfold("Systems and Scale");
    const note = row("Can RL training run while generation continues without waiting?");
    await pressOn(note, "Explore Related");
    const first = page.locator(".quick-input-list .monaco-list-row").first();
    await first.waitFor();
    await page.locator(".quick-input-list").getByText("not linked yet").first().waitFor();
    const title = page.locator(".quick-input-title");
    const asked = "Related to “Can RL training run while generation continues without waiting?”";
    assert.equal(
      await eventually(
        () => title.innerText(),
        (text) => text === asked,
      ),
      asked,
    );
    await picture("related");
    await pressOn(first, "Explore Related of This One");
    const isNext = (text: string) => text.startsWith("Related to “") && text !== asked;
    assert.ok(isNext(await eventually(() => title.innerText(), isNext)));
    await page.getByRole("button", { name: "Back" }).last().click();
    assert.equal(
      await eventually(
        () => title.innerText(),
        (text) => text === asked,
      ),
      asked,
    );
    await page.locator(".quick-input-list").getByText("not linked yet").first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".monaco-editor[data-uri$='.md'] .view-line").first().waitFor();
  });

  it("finds what comes close to a question while it is typed, what asks the same first", async () => {
    const { row, page, type, picture } = await samples();
    await row("Reinforcement Learning").waitFor();
    await page.getByRole("button", { name: "Topics Section" }).hover();
    await page.getByRole("button", { name: "Explore Related to a Question..." }).first().click();
    const list = page.locator(".quick-input-list");
    await page.getByPlaceholder("Type a question, or a few words of one").waitFor();
    await type("can training with RL run without waiting while generation continues?");
    await list.getByText("asks the same in other words").first().waitFor();
    const first = list.locator(".monaco-list-row").first();
    assert.match((await first.innerText()).replaceAll("\u00a0", " "), /^Can RL training run while generation continues without waiting\?/);
    await picture("question");
    await page.locator(".quick-input-widget input[type=text]").fill("zzyzx qwertz");
    await list.getByText("Nothing in the vault comes close to “zzyzx qwertz” yet.").waitFor();
    await page.locator(".quick-input-widget input[type=text]").fill("waiting for slow generation");
    await list.getByText("shares").filter({ visible: true }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".monaco-editor[data-uri$='.md'] .view-line").first().waitFor();
  });

  it("leads a broken link by a quick fix to the title it comes close to", async () => {
    const { row, page, openFile, newParagraph, showFix, caretLine, picture } = await samples();
    await row("Reinforcement Learning").waitFor();
    await openFile("can-rl-training-run-while-generation-continues-without-waiting.md");
    await newParagraph();
    await page.keyboard.insertText("So [[Can two simple techniques match complex RL algorithm|here]].");
    await page.locator(".squiggly-error").first().waitFor();
    for (let step = 0; step < 12; step++) await page.keyboard.press("ArrowLeft");
    await showFix("Change to “Can two simple techniques match complex RL algorithms?”");
    await picture("fix");
    await page.keyboard.press("Enter");
    const wanted = "So [[Can two simple techniques match complex RL algorithms?|here]].";
    assert.equal(await eventually(caretLine, (line) => line === wanted), wanted);
  });

  it("explores from over a title, and hides what is linked already", async () => {
    const { row, page, openFile, picture } = await samples();
    await row("Reinforcement Learning").waitFor();
    await openFile("can-rl-training-run-while-generation-continues-without-waiting.md");
    const lens = page.getByRole("button", { name: "Explore related", exact: true }).first();
    await lens.waitFor();
    await picture("lens");
    const list = page.locator(".quick-input-list");
    await clickUntil(lens, list.getByText("not linked yet").first());
    await page.keyboard.type("can two simple");
    const linked = list.getByText("linked from this note").first();
    await linked.waitFor();
    await page.getByRole("button", { name: "Hide Notes That Are Linked Already" }).click();
    await linked.waitFor({ state: "hidden" });
    await picture("unlinked");
  });

  it("follows edits before they are saved, and shows the active note", async () => {
    const { row, openFile, goToLine, page, type } = await samples();
    await row("Systems and Scale, 4 notes, 18 papers").waitFor();
    await openFile("can-rl-training-run-while-generation-continues-without-waiting.md");
    await page
      .locator("[role=treeitem][aria-selected=true]", {
        hasText: "Can RL training run",
      })
      .waitFor();
    await goToLine(4);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await type(", another-field");
    await row("Another Field, 1 note, 4 papers").waitFor();
    await page.keyboard.press("Control+KeyZ");
    await row("Another Field").waitFor({ state: "detached" });
  });

  it("tells about a note when it is pointed at, with the links of this moment", async () => {
    const { row, unfold, openFile, newParagraph, type, page, picture } = await samples();
    await unfold("Systems and Scale");
    await openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    const note = row("Can RL training run while generation continues without waiting?");
    await note.hover();
    await page.getByText("4 papers · 4 notes link here").waitFor();
    await picture("tooltip");
    await newParagraph();
    await type("See [[asynchronous RL]]");
    await page.mouse.move(700, 20);
    await page.waitForTimeout(1000);
    await note.hover();
    await page.getByText("4 papers · 5 notes link here").waitFor();
  });

  it("goes to the note under the caret by F12", async () => {
    const { row, openFile, newParagraph, type, page } = await samples();
    await row("Reinforcement Learning").waitFor();
    await openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    await newParagraph();
    await type("See [[asynchronous RL]]");
    await page.keyboard.press("Escape");
    for (let left = 0; left < 4; left++) await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("F12");
    await page.locator(".monaco-editor[data-uri$='can-rl-training-run-while-generation-continues-without-waiting.md']").waitFor();
  });

  it("shows the active note of a restored window", async () => {
    const { row, openFile, reload, page } = await samples();
    await row("Systems and Scale").waitFor();
    await openFile("can-rl-training-run-while-generation-continues-without-waiting.md");
    const selected = page.locator("[role=treeitem][aria-selected=true]", { hasText: "Can RL training run" });
    await selected.waitFor();
    await reload();
    await selected.waitFor();
  });

  it("writes by a quick fix the note that an open question asks for, and goes there", async () => {
    const { row, page, openFile, newParagraph, takeFirstFix, picture } = await samples();
    await row("Systems and Scale, 4 notes").waitFor();
    await openFile("can-rl-training-run-while-generation-continues-without-waiting.md");
    await newParagraph();
    await page.keyboard.insertText("So [[How do replay buffers forget?]]");
    await page.locator(".squiggly-info").first().waitFor();
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowLeft");
    const written = page.locator(".monaco-editor[data-uri$='how-do-replay-buffers-forget.md'] .view-line").first();
    await takeFirstFix("Write “How do replay buffers forget?”", written);
    await row("Systems and Scale, 5 notes").waitFor();
    await page.keyboard.insertText("They do so slowly.");
    await page.locator(".view-line").getByText("They do so slowly.").waitFor();
    await picture("write");
  });

  it("reports broken links of notes that nobody opened", async () => {
    const folder = sampleNotes(at.editor, "closed");
    writeFileSync(join(folder, "unopened.md"), "# Is this one open?\n\nNo, and it links to [[something lost]].\n");
    const { problems } = await open(folder);
    const found = await eventually(problems, (all) => all.length > 0);
    assert.deepEqual(found.length, 1);
    assert.match(found[0] ?? "", /something lost/);
  });

  it("counts a note once while a diff of it is open and edited", async () => {
    const folder = sampleNotes(at.editor, "diff");
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], { cwd: folder, stdio: "ignore" });
    const file = join(folder, "systems", "does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    appendFileSync(file, "\nOnce there was [[a broken link]].\n");
    git("init");
    git("add", ".");
    git("commit", "-m", "Notes");
    writeFileSync(
      file,
      execFileSync("git", ["show", `HEAD:systems/${file.split("/").at(-1)}`], {
        cwd: folder,
      })
        .toString()
        .replace("[[a broken link]]", "a link"),
    );
    const { row, run, openFile, page, type, problems, picture } = await open(folder);
    await row("Reinforcement Learning, 41 notes, 180 papers").waitFor();
    await openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    await run("Git: Open Changes");
    await page.locator(".diff-editor, .monaco-diff-editor").first().waitFor();
    await page.locator(".monaco-diff-editor .modified .view-line").last().click();
    await page.keyboard.press("Control+End");
    await type(" More words.");
    await picture("diff");
    assert.deepEqual(await problems(), []);
    await row("Reinforcement Learning, 41 notes, 180 papers").waitFor();
    await row("Systems and Scale, 4 notes, 18 papers").waitFor();
  });

  it("welcomes a person in a folder without notes", async () => {
    const folder = join(at.editor.scratch, "empty");
    mkdirSync(folder, { recursive: true });
    const bench = await at.open(folder);
    await bench.page.getByRole("tab", { name: "Quaestio" }).first().click();
    await bench.page.getByText("This folder holds no notes yet.").waitFor();
    await bench.picture("welcome");
  });
});
