// Papers as a person cites them: in a real editor with the packaged extension, by keyboard and mouse alone.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { atEditor } from "./atEditor";
import { eventually } from "./workbench";

describe("outside: a person who cites papers", function () {
  this.timeout(60_000);
  const at = atEditor();

  const open = async () => {
    const bench = await at.openSamples();
    await bench.openTopics();
    await bench.row("Reinforcement Learning").waitFor();
    await bench.openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    return bench;
  };

  it("finds one by a word of its title, and goes to its entry by F12", async () => {
    const { newParagraph, type, suggestions, caretLine, picture, page } = await open();
    await newParagraph();
    await type("As shown [@async");
    const rows = await eventually(suggestions, (all) => all.some((name) => name.includes("Asynchronous")));
    await picture("citation");
    assert.ok(
      rows.every((name) => /async/i.test(name)),
      rows.join("\n"),
    );
    await page.keyboard.press("Enter");
    const line = await eventually(caretLine, (text) => /\[@\w+2\d{3}\w+\]/.test(text));
    const key = /@(\w+)/.exec(line)?.[1] ?? "";
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("F12");
    await page.locator(".monaco-editor[data-uri$='papers.bib']").waitFor();
    assert.match(await eventually(caretLine, (text) => text.includes(key)), new RegExp(`^@\\w+\\{${key},`));
  });

  it("finds one for the sources", async () => {
    const { goToLine, type, suggestions, page, picture, caretLine } = await open();
    await goToLine(5);
    await page.keyboard.press("End");
    assert.match(await caretLine(), /^sources: \[.*\]$/);
    await page.keyboard.press("ArrowLeft");
    await type(", adam opti");
    await page.keyboard.press("Escape");
    for (let left = "adam opti".length; left > 0; left--) await page.keyboard.press("Backspace");
    await type("deepseek");
    await eventually(suggestions, (all) => all.some((name) => name.includes("DeepSeek")));
    await picture("source");
    await page.keyboard.press("Enter");
    assert.match(await eventually(caretLine, (text) => /, \w+2\d{3}\w+\]$/.test(text)), /, \w+2\d{3}\w+\]$/);
  });

  it("is chosen in quotes that are opened for it, which are closed once, whoever closes them", async () => {
    const { type, caretLine, suggestions, goToLine, page, picture } = await open();
    await goToLine(4);
    const line = await caretLine();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await type(', "agen');
    await eventually(suggestions, ([first]) => first?.includes("agents") ?? false);
    await picture("quoted");
    await page.keyboard.press("Enter");
    const wanted = line.replace("]", ', "reinforcement-learning/agents"]');
    assert.equal(await eventually(caretLine, (it) => it === wanted), wanted);
  });

  it("hears of a key that no bibliography holds, and of the closest", async () => {
    const { newParagraph, type, problems, page } = await open();
    await newParagraph();
    await type("As shown [@fu2025areall].");
    await page.keyboard.press("Escape");
    const found = await eventually(problems, ([first]) => first?.includes("“fu2025areall”") ?? false); // a half-typed key is unknown, too
    assert.match(found[0] ?? "", /No bibliography holds the key “fu2025areall”/);
  });

  it("is left alone once the citation is closed", async () => {
    const { newParagraph, type, page } = await open();
    for (const text of ["As shown [@fu2025areal].", "See [[asynchronous RL]].", "By @fu2025areal, too"]) {
      await newParagraph();
      await type(text);
      // A list would come and stay within this time: there is nothing else to wait for where none is wanted.
      await page.waitForTimeout(2000);
      assert.equal(await page.locator(".suggest-widget.visible").count(), 0, text);
    }
  });

  it("reads about one by pointing at it", async () => {
    const { newParagraph, type, page, picture } = await open();
    await newParagraph();
    await type("As shown [@fu2025areal].");
    await page.keyboard.press("Escape");
    const key = page.locator(".view-line", { hasText: "As shown" }).getByText("fu2025areal").first();
    const card = page.locator(".monaco-hover").getByText("Cited by");
    // The editor takes a card away when it draws the lens over the title anew, some time after the last key: a person points again.
    const point = async () => {
      await page.mouse.move(0, 0);
      await key.hover();
      return card.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    };
    assert.ok(await eventually(point, (isShown) => isShown));
    await picture("paper-hover");
  });
});
