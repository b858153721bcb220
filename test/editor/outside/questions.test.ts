// The daily flow as a person goes through it: a question is asked, found again, or met by chance.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { atEditor, type Files } from "./atEditor";
import { pressOn } from "./pointer";
import { eventually } from "./workbench";

const waiting = "Can RL training run while generation continues without waiting?";

describe("outside: questions day by day", function () {
  this.timeout(60_000);
  const at = atEditor();

  const open = async (further?: Files) => {
    const bench = await at.openSamples(further);
    await bench.openTopics();
    await bench.row("Reinforcement Learning, 41 notes").waitFor();
    const { page } = bench;
    const list = page.locator(".quick-input-list");
    const rows = () =>
      list
        .locator(".monaco-list-row")
        .evaluateAll((all) => all.map((it) => (it.querySelector(".label-name")?.textContent ?? "").replaceAll("\u00a0", " ").trim()));
    const title = page.locator(".quick-input-title");
    const titled = (text: string) => title.filter({ hasText: text }).waitFor();
    const opened = (path: string) => page.locator(`.monaco-editor[data-uri$='${path}'] .view-line`).first().waitFor();
    /** Runs a command that opens a box of its own, which `run` would wait for to go. */
    const ask = async (command: string, box: string) => {
      await page.keyboard.press("F1");
      await page.locator(".quick-input-widget input[type=text]").fill(`>${command}`);
      await list.locator(".monaco-list-row", { hasText: command }).first().click();
      await titled(box);
    };
    return { ...bench, ask, list, rows, titled, opened };
  };

  it("opens the note that asks the question already instead of writing a second", async () => {
    const { page, type, ask, opened, picture } = await open();
    await ask("Quaestio: New Question...", "New Question");
    await type(waiting.slice(0, -1).toLowerCase());
    await page.keyboard.press("Enter");
    await page.getByText(`“${waiting}” is a note already: systems/`).first().waitFor();
    await picture("asked-already");
    await page.getByRole("button", { name: "Open It" }).click();
    await opened("/systems/can-rl-training-run-while-generation-continues-without-waiting.md");
  });

  it("goes to a question by remembered words in any order, the best first", async () => {
    const { page, type, ask, titled, rows, opened, list, picture } = await open();
    await ask("Quaestio: Go to Question...", "Go to Question");
    assert.equal((await eventually(rows, (all) => all.length > 5)).length > 5, true);
    await type("training rl");
    const found = await eventually(
      rows,
      (all) => all.length > 1 && all.every((it) => /\bRL\b|reinforcement/i.test(it) && /train/i.test(it)),
    );
    assert.ok(found.length > 1, found.join("\n"));
    await picture("go-to");
    await type(" wait");
    assert.deepEqual(await eventually(rows, (all) => all.length === 1), [waiting]);
    await page.keyboard.press("Enter");
    await opened("/systems/can-rl-training-run-while-generation-continues-without-waiting.md");
    await ask("Quaestio: Go to Question...", "Go to Question");
    await type("zebra xylophone");
    await list.getByText("No title has all of these words.").waitFor();
    await page.keyboard.press("Enter");
    await titled("Explore Related to a Question");
    await list.getByText("Nothing in the vault comes close to “zebra xylophone” yet.").waitFor();
  });

  it("opens a question by chance, and another each time", async () => {
    const { page, run } = await open();
    const shown = () =>
      page
        .locator(".monaco-editor[data-uri$='.md']")
        .first()
        .getAttribute("data-uri")
        .catch(() => null);
    await run("Quaestio: Random Question");
    const first = await eventually(shown, (uri) => uri !== null);
    await run("Quaestio: Random Question");
    const second = await eventually(shown, (uri) => uri !== null && uri !== first);
    assert.notEqual(second, first);
  });

  it("offers to write an open question that is clicked with Ctrl held", async () => {
    const { page, openFile, newParagraph, list, rows, titled, picture } = await open();
    await openFile("can-rl-training-run-while-generation-continues-without-waiting.md");
    await newParagraph();
    const question = "Why do glaciers sing at night?";
    await page.keyboard.insertText(`See [[${question}]].`);
    const link = page.locator(".monaco-editor .view-line span", { hasText: "glaciers sing" }).last();
    await page.locator(".monaco-editor .detected-link", { hasText: "glaciers sing" }).first().waitFor();
    await link.click({ modifiers: ["Control"] });
    await titled("New Question");
    await list.locator(".monaco-list-row").first().waitFor();
    assert.equal((await rows())[0], `Write “${question}”`);
    await picture("ctrl-click");
  });

  it("writes a new question, with topics and related notes that were chosen", async () => {
    const { page, type, list, rows, titled, opened, row, picture, folder, openFile } = await open();
    await openFile("can-rl-training-run-while-generation-continues-without-waiting.md");
    await page.getByRole("button", { name: "Topics Section" }).hover();
    await page.getByRole("button", { name: "New Question..." }).first().click();
    await titled("New Question");
    const question = "Does waiting for slow generation hurt?";
    await type(question);
    await list.getByText("shares").filter({ visible: true }).first().waitFor();
    const write = `Write “${question}”`;
    assert.equal((await eventually(rows, ([first]) => first === write))[0], write);
    await picture("new-question-typed");
    await page.keyboard.press("Enter");
    await titled("New Question: Topics");
    const systems = list.locator(".monaco-list-row", { hasText: "Systems and Scale" }).first();
    assert.equal(await systems.getByRole("checkbox").first().getAttribute("aria-checked"), "true");
    await picture("new-question-topics");
    await page.keyboard.press("Enter");
    await titled("New Question: Related Notes");
    await list.getByText("the note you are in").waitFor();
    await list.getByRole("checkbox").first().click();
    await page.getByText("1 Selected").waitFor();
    await picture("new-question-related");
    await page.keyboard.press("Enter");
    await opened("/systems/does-waiting-for-slow-generation-hurt.md");
    await row("Reinforcement Learning, 42 notes").waitFor();
    await page.keyboard.insertText("It does.");
    await page.locator(".view-line").getByText("It does.").waitFor();
    await picture("new-question-written");
    const path = join(folder, "systems", "does-waiting-for-slow-generation-hurt.md");
    assert.match(
      readFileSync(path, "utf8"),
      /^---\ntitle: "Does waiting.*\ntopics: \["[^"]*systems[^"]*"\]\nrelated: \["\[\[Can RL training run/,
    );
  });

  it("writes into the topic it is called on", async () => {
    const { page, type, titled, opened, row } = await open();
    const topic = row("Systems and Scale, 4 notes");
    await pressOn(topic, "New Question in This Topic...");
    await titled("New Question");
    await type("Do clusters sleep?");
    await page.keyboard.press("Enter");
    await opened("/systems/do-clusters-sleep.md");
    await row("Systems and Scale, 5 notes").waitFor();
  });

  it("begins it with the template that the vault names, which is no note itself", async () => {
    const { page, type, titled, opened, row, picture, folder } = await open({
      "templates/question.md": "---\ntitle: {{title}}\ntopics: {{topics}}\nstatus: seed\n---\n# {{title}}\n\n## Evidence\n",
      ".quaestio.json": JSON.stringify({ notes: { template: "templates/question.md" } }),
    });
    const topic = row("Systems and Scale, 4 notes");
    await pressOn(topic, "New Question in This Topic...");
    await titled("New Question");
    await type("Do clusters sleep?");
    await page.keyboard.press("Enter");
    await opened("/systems/do-clusters-sleep.md");
    await row("Systems and Scale, 5 notes").waitFor();
    await picture("template");
    const text = readFileSync(join(folder, "systems", "do-clusters-sleep.md"), "utf8");
    assert.match(
      text,
      /^---\ntitle: "Do clusters sleep\?"\ntopics: \["[^"]*systems[^"]*"\]\nstatus: seed\n---\n# Do clusters sleep\?\n\n## Evidence\n$/,
    );
  });
});
