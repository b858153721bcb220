// A suggestion that is taken as soon as its last letter is typed: no second list may open, for the next Enter would take a word of it.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { atEditor } from "./atEditor";
import { sampleNotes } from "./workbench";

/** How long after a letter Enter is pressed, in milliseconds: about when the editor is asked for a list, should none be open. */
const delays = [100, 106, 112, 124, 136];

describe("outside: a suggestion that is taken", function () {
  this.timeout(60_000);
  const at = atEditor();

  it("is followed by no other list, however soon it is taken", async () => {
    const { page, openTopics, row, openFile, newParagraph, type } = await at.open(sampleNotes(at.editor, "taken"));
    await openTopics();
    await row("Reinforcement Learning").waitFor();
    await openFile("does-network-depth-unlock-qualitatively-new-behaviors-in-rl.md");
    const list = page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "Why staleness is tolerable" }).first();
    const seen: (readonly [number, string | null])[] = [];
    for (const delay of delays) {
      await newParagraph();
      await type("See [[asynchronous RL#stale");
      await list.waitFor();
      // So that the letters before are not asked about any more.
      await page.waitForTimeout(300);
      await page.keyboard.press("KeyN");
      await page.waitForTimeout(delay);
      await page.keyboard.press("Enter");
      await list.waitFor({ state: "hidden" });
      // A list would come within this time: there is nothing else to wait for where none is wanted.
      const other = page.locator(".suggest-widget.visible .monaco-list-row").first();
      const came = await other.waitFor({ timeout: 500 }).then(
        () => true,
        () => false,
      );
      if (came) seen.push([delay, await other.getAttribute("aria-label").catch(() => null)]);
      await page.keyboard.press("Escape");
    }
    assert.deepEqual(seen, []);
  });
});
