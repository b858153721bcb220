// Quick fixes chosen by a person: those that change many notes leave none unsaved, and none is made where the text is another by then.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { atEditor, type Files } from "./atEditor";
import { eventually } from "./workbench";

const near = "Can two simple techniques match complex RL algorithm";
const title = "Can two simple techniques match complex RL algorithms?";

describe("outside: fixes", function () {
  this.timeout(60_000);
  const at = atEditor();

  const open = async (files: Files) => {
    const bench = await at.openSamples(files);
    await bench.openTopics();
    await bench.row("Reinforcement Learning").waitFor();
    const { page } = bench;
    const texts = async () => Object.keys(files).map((path) => readFileSync(join(bench.folder, path), "utf8"));
    const unsaved = () => page.locator(".tabs-container .tab.dirty").count();
    return { ...bench, texts, unsaved };
  };

  it("mends a kind of problem in the whole vault, saves the notes, opens none, and takes all of it back by one undo", async () => {
    const faulty = {
      "first.md": `# One?\n\n[[${near}|so]]\n`,
      "second.md": `# Two?\n\n[[${near}]]\n`,
      "third.md": `# Three?\r\n\r\n[[${near}]]\r\n`,
    };
    const { page, openFile, goToLine, showFix, picture, texts, unsaved, run } = await open(faulty);
    await openFile("first.md");
    await page.locator(".squiggly-error").first().waitFor();
    await goToLine(3);
    await page.keyboard.press("ArrowRight");
    const row = "Fix problems of this kind in the whole vault (3 in 3 notes)";
    await showFix(row);
    await picture("everywhere-menu");
    await page.getByText(row).first().click();
    const wanted = Object.values(faulty).map((text) => text.replace(near, title));
    const mended = await eventually(texts, (now) => now.every((text, index) => text === wanted[index]));
    await picture("everywhere-mended");
    assert.deepEqual(mended, wanted);
    assert.equal(await eventually(unsaved, (number) => number === 0), 0, "no note is left unsaved");
    assert.equal(await page.getByRole("tab", { name: /\.md/ }).count(), 1, "no other note was opened");
    await page.locator(".monaco-editor .view-line").first().click();
    await page.keyboard.press("Control+KeyZ");
    assert.equal(await eventually(unsaved, (number) => number === 3), 3, "all notes are as they were, for the person to save");
    await picture("everywhere-undone");
    await run("File: Save All Files");
    const before = Object.values(faulty);
    assert.deepEqual(await eventually(texts, (now) => now.every((text, index) => text === before[index])), before);
  });

  it("leads all links on to a file that was moved outside the editor", async () => {
    const broken = { "first.md": "# One?\n\n[so](old/plot.png)\n", "second.md": "# Two?\n\n![[old/plot.png]]\n" };
    const { page, openFile, goToLine, showFix, picture, texts, unsaved } = await open({
      ...broken,
      "pictures/plot.png": "",
    });
    await openFile("first.md");
    await page.locator(".squiggly-error").first().waitFor();
    await goToLine(3);
    for (let step = 0; step < 7; step++) await page.keyboard.press("ArrowRight");
    const row = "Moved to “pictures/plot.png”: update 2 links";
    await showFix(row);
    await picture("moved-outside-menu");
    await page.getByText(row).first().click();
    const wanted = Object.values(broken).map((text) => text.replace("old/", "pictures/"));
    const now = async () => (await texts()).slice(0, 2);
    assert.deepEqual(await eventually(now, (all) => all.every((text, index) => text === wanted[index])), wanted);
    assert.equal(await eventually(unsaved, (number) => number === 0), 0, "no note is left unsaved");
    await picture("moved-outside");
  });

  it("links a note that nobody links to from another one, which is saved and stays closed", async () => {
    const notes = {
      "first.md": "# Do octopuses dream in colour?\n\nOctopuses change colour while asleep, as if dreaming.\n",
      "second.md": "# Why do octopuses change colour?\n\nOctopuses change colour to hide, and while asleep.\n",
      ".quaestio.json": JSON.stringify({ diagnostics: { severity: { "orphan-note": "information" } } }),
    };
    const { page, openFile, goToLine, showFix, picture, texts, unsaved } = await open(notes);
    await openFile("first.md");
    await page.locator(".squiggly-info").first().waitFor();
    await goToLine(1);
    await page.keyboard.press("End");
    const row = "Link to this note from “Why do octopuses change colour?”";
    await showFix(row);
    await picture("orphan-menu");
    await page.getByText(row).first().click();
    const wanted = `---\nrelated: ["[[Do octopuses dream in colour?]]"]\n---\n\n${notes["second.md"]}`;
    const second = async () => (await texts())[1] ?? "";
    assert.equal(await eventually(second, (text) => text === wanted), wanted);
    await page.locator(".squiggly-info").first().waitFor({ state: "hidden" });
    await picture("orphan");
    assert.equal(await unsaved(), 0, "no note is left unsaved");
    assert.equal(await page.getByRole("tab", { name: /\.md/ }).count(), 1, "the other note stays closed");
  });

  it("changes nothing when another program wrote the note while the menu was open, and says so", async () => {
    const note = `# One?\n\n[[${near}|so]] and more.\n`;
    const { page, folder, openFile, goToLine, showFix, picture, texts, unsaved } = await open({ "first.md": note });
    await openFile("first.md");
    await page.locator(".squiggly-error").first().waitFor();
    await goToLine(3);
    await page.keyboard.press("ArrowRight");
    await showFix(title);
    const written = note.replace("\n\n", "\n\nThese words stand above by now, written by another program.\n\n");
    writeFileSync(join(folder, "first.md"), written);
    await page.locator(".view-line", { hasText: "These words" }).waitFor();
    await page.getByText(title).first().click();
    await page.getByText("Nothing was changed: a note was edited meanwhile").first().waitFor();
    await picture("fix-too-late");
    assert.equal(await unsaved(), 0, "the editor has the text of the file");
    await page.keyboard.press("Escape");
    await goToLine(5);
    await page.keyboard.press("ArrowRight");
    await showFix(title);
    await page.getByText(title).first().click();
    await eventually(unsaved, (number) => number === 1);
    await page.keyboard.press("Control+KeyS");
    const wanted = written.replace(near, title);
    assert.deepEqual(await eventually(texts, ([text]) => text === wanted), [wanted]);
  });
});
