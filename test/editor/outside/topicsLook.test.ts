// The Topics view looked at in other ways: by paper, by year, as one list, sorted, and filtered while somebody types.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { atEditor } from "./atEditor";
import { pressOn } from "./pointer";
import { eventually, type Workbench } from "./workbench";

describe("outside: the Topics view looked at in other ways", function () {
  this.timeout(60_000);
  const at = atEditor();

  const note = "can-rl-training-run-while-generation-continues-without-waiting.md";

  function treeOf({ page, row }: Workbench) {
    const names = () =>
      page
        .getByRole("tree", { name: "Topics" })
        .getByRole("treeitem")
        .evaluateAll((all) => all.map((it) => it.getAttribute("aria-label") ?? ""));
    const title = page.locator(".pane-header", { hasText: "Topics" }).first();
    return {
      names,
      /** Rows, once one of them begins so. */
      shown: (name: string) => eventually(names, (all) => all.some((it) => it.startsWith(name))),
      async viewAs(way: string) {
        const chosen = page.getByRole("menuitem", { name: way, exact: true });
        // A title that is drawn anew closes its menu.
        for (let tries = 0; tries < 4 && !(await chosen.isVisible()); tries++) {
          await page.keyboard.press("Escape");
          await pressOn(title, "More Actions...");
          await page
            .getByRole("menuitem", { name: "View As" })
            .hover({ timeout: 3000 })
            .catch(() => undefined);
          await chosen.waitFor({ timeout: 3000 }).catch(() => undefined);
        }
        // A click that comes with the menu counts as the end of the one that opened it.
        await chosen.hover();
        await page.keyboard.press("Enter");
        await chosen.waitFor({ state: "hidden" });
      },
      async press(button: string) {
        await pressOn(title, button);
      },
      row,
    };
  }

  it("filters titles and summaries while somebody types, counts what is left, and shows all again", async () => {
    const bench = await at.openSamples();
    const { page, openTopics, row, picture, type } = bench;
    await openTopics();
    await row("Reinforcement Learning").waitFor();
    const tree = treeOf(bench);
    const before = await tree.names();
    await tree.press("Filter Questions...");
    await page.getByPlaceholder("Words of the title or the summary, in any order").waitFor();
    await type("waiting train");
    // Rows of before may stand there for a moment.
    const wanted = /^Reinforcement Learning, 1 note, 4 papers\nSystems and Scale, 1 note, 4 papers\nCan RL training run/;
    const found = await eventually(tree.names, (all) => wanted.test(all.join("\n")));
    assert.match(found.join("\n"), wanted);
    await page.getByText("One note has “waiting train”.").waitFor();
    await picture("topics-filtered");
    await page.keyboard.press("Control+KeyA");
    await type("no such words");
    await page.getByText("No question has “no such words” in its title or summary.").waitFor();
    await page.keyboard.press("Enter");
    await tree.press("Clear Filter");
    assert.deepEqual(await eventually(tree.names, (all) => all.length === before.length), before);
  });

  it("groups notes by paper and year, lists them by change and those without links, and keeps to what was chosen", async () => {
    const bench = await at.openSamples();
    const { openTopics, row, picture, openFile, newParagraph, type, page } = bench;
    await openTopics();
    await row("Reinforcement Learning").waitFor();
    const tree = treeOf(bench);
    await tree.viewAs("By Paper");
    assert.match((await tree.shown("AlphaStar")).join("\n"), /, \d+ notes?$/m);
    await picture("topics-by-paper");
    await tree.viewAs("By Year of Newest Source");
    assert.match((await tree.shown("2025"))[0] ?? "", /^20\d\d, \d+ notes, \d+ papers$/);
    await row("2025").click();
    await row("Can RL training run").waitFor();
    await picture("topics-by-year");
    await tree.viewAs("Recently Changed");
    await tree.shown("Can RL training run");
    // A note that is changed and saved comes first.
    await openFile(note);
    await newParagraph();
    await type("Changed now.");
    await page.keyboard.press("Control+KeyS");
    const recent = await eventually(tree.names, (all) => all[0]?.startsWith("Can RL training run") ?? false);
    assert.match(recent[0] ?? "", /^Can RL training run/);
    await picture("topics-recent");
    await tree.viewAs("Unlinked Notes");
    await page.getByText("Every note links to another or is linked.").waitFor();
    await picture("topics-unlinked");
    await tree.viewAs("By Topic");
    await row("Reinforcement Learning").waitFor();
  });
});
