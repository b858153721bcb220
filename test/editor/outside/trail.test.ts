// The trail of questions as a person uses it: back to where one was, by a list or step by step, whatever the notes are called by then.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { atEditor } from "./atEditor";
import { eventually } from "./workbench";

const waiting = "can-rl-training-run-while-generation-continues-without-waiting.md";
const fraction = "does-reinforcement-learning-update-only-a-small-fraction-of-parameters.md";
const judge = "can-models-learn-to-judge-themselves-without-external-rewards.md";

describe("outside: the trail of questions", function () {
  this.timeout(120_000);
  const at = atEditor();

  const open = async () => {
    const bench = await at.openSamples();
    const { page } = bench;
    await bench.openTopics();
    await bench.row("Reinforcement Learning, 41 notes").waitFor();
    const active = (name: string) =>
      page.locator(`.editor-group-container.active .monaco-editor[data-uri$='${name}'] .view-line`).first().waitFor();
    const rows = page.locator(".quick-input-list .monaco-list-row");
    const labels = () =>
      rows.evaluateAll((all) => all.map((it) => (it.querySelector(".label-name")?.textContent ?? "").replaceAll("\u00a0", " ")));
    const recent = async (count: number) => {
      await page.keyboard.press("F1");
      await page.locator(".quick-input-widget input[type=text]").fill(">Quaestio: Recent Questions...");
      await rows.filter({ hasText: "Recent Questions..." }).first().click();
      await page.locator(".quick-input-title", { hasText: "Recent Questions" }).waitFor();
      return eventually(labels, (all) => all.length === count);
    };
    return { ...bench, active, recent };
  };

  it("is remembered when the window is loaded anew", async () => {
    const { page, row, openFile, reload, active, recent } = await open();
    for (const name of [waiting, fraction]) await openFile(name);
    await reload();
    await row("Reinforcement Learning, 41 notes").waitFor();
    await active(fraction);
    assert.match((await recent(2)).join("\n"), /^Does reinforcement learning update.*\nCan RL training run.*$/);
    await page.keyboard.press("Escape");
  });

  it("lists the questions visited last with the one before chosen, follows a rename, and steps back and forth", async () => {
    const { page, row, openFile, run, picture, goToLine, folder, active, recent } = await open();
    for (const name of [waiting, fraction, judge]) await openFile(name);
    const [first, second, third] = await recent(3);
    assert.match(`${first}\n${second}\n${third}`, /^Can models learn to judge.*\nDoes reinforcement.*\nCan RL training run/);
    await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Does reinforcement learning update" }).waitFor();
    await picture("trail-recent");
    await page.keyboard.press("Enter");
    await active(fraction);

    await goToLine(2);
    await page.keyboard.press("End");
    await page.keyboard.press("F2");
    const box = page.locator(".rename-box input, input.rename-input").first();
    await box.waitFor();
    await box.fill("Do few weights change?");
    await page.keyboard.press("Enter");
    await active("do-few-weights-change.md");
    assert.match((await recent(3)).join("\n"), /^Do few weights change\?\nCan models learn to judge.*\nCan RL training run/);
    await picture("trail-renamed");
    await page.keyboard.press("Escape");

    await run("Quaestio: Back to Previous Question");
    await active(judge);
    await run("Quaestio: Back to Previous Question");
    await active("do-few-weights-change.md");
    await run("Quaestio: Forward to Next Question");
    await active(judge);
    await picture("trail-forward");

    // What is gone is left out without a word.
    rmSync(join(folder, "systems", waiting));
    await row("Reinforcement Learning, 40 notes").waitFor();
    assert.match((await recent(2)).join("\n"), /^Can models learn to judge.*\nDo few weights change\?$/);
    await picture("trail-without");
  });
});
