// A vault's own settings as a person writes them: the editor points out mistakes, proposes names and values, and explains them.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { atEditor } from "./atEditor";
import { eventually } from "./workbench";

const further = { ".quaestio.json": "{}\n" };

describe("outside: a person at .quaestio.json", function () {
  this.timeout(60_000);
  const at = atEditor();

  /** Opens the vault's settings and writes these lines instead of what is there. */
  const open = async (lines: readonly string[]) => {
    const bench = await at.openSamples(further);
    await bench.openFile(".quaestio.json");
    // Pasted, since what is typed gets closing brackets and indents of the editor's.
    await bench.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await bench.page.evaluate((text) => navigator.clipboard.writeText(text), lines.join("\n"));
    await bench.page.keyboard.press("Control+KeyA");
    await bench.page.keyboard.press("Control+KeyV");
    await bench.page
      .locator(".monaco-editor .view-line")
      .nth(lines.length - 1)
      .waitFor();
    return bench;
  };

  it("is warned of a misspelt level, and chooses a right one from a list", async () => {
    const lines = ["{", '  "diagnostics": {', '    "severity": { "broken-reference": "warn" }', "  }", "}"];
    const { problems, goToLine, page, caretLine, suggestions, picture } = await open(lines);
    const found = await eventually(problems, (all) => all.length > 0);
    assert.equal(found.length, 1);
    assert.match(found[0] ?? "", /^Warning: .*"error", "warning", "information", "hint", "off".* at line 3 /);
    await picture("settings-file-level");
    await goToLine(3);
    await page.keyboard.press("End");
    for (let left = '" }'.length; left > 0; left--) await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+Space");
    const isComplete = (all: string[]) => all.some((name) => name.startsWith('"warning"'));
    await eventually(suggestions, isComplete);
    await picture("settings-file-values");
    await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: '"warning"' }).click();
    const mended = '    "severity": { "broken-reference": "warning" }';
    assert.equal(await eventually(caretLine, (line) => line === mended), mended);
    assert.deepEqual(await eventually(problems, (all) => all.length === 0), []);
  });

  it("is warned of a name that is no setting", async () => {
    const { problems } = await open(["{", '  "dignostics": {}', "}"]);
    const found = await eventually(problems, (all) => all.length > 0);
    assert.equal(found.length, 1);
    assert.match(found[0] ?? "", /^Warning: .*dignostics.* at line 2 /);
  });

  it("is offered the names of settings, and told what they are for", async () => {
    const { goToLine, page, suggestions, picture, type } = await open(["{", "  ", "}"]);
    await goToLine(2);
    await page.keyboard.press("End");
    await type('"');
    const named = (all: string[]) => all.map((name) => name.split(",")[0] ?? "").sort();
    const wanted = ["diagnostics", "enable", "ignore", "links", "notes", "related", "topics"];
    assert.deepEqual(named(await eventually(suggestions, (all) => all.length === wanted.length)), wanted);
    await picture("settings-file-names");
    await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "links" }).click();
    const name = page.locator(".view-line span", { hasText: /^"links"$/ }).last();
    await name.hover();
    await page.locator(".monaco-hover").getByText("How links are written and counted.").waitFor();
    await picture("settings-file-hover");
  });
});
