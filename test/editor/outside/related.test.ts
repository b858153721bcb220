// The Related view as a writer meets it: it follows the caret, links what it shows, forgets what is not related, and keeps still when asked to.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { atEditor } from "./atEditor";
import { choose, pressOn } from "./pointer";
import { eventually, type Workbench } from "./workbench";

describe("outside: the Related view", function () {
  this.timeout(60_000);
  const at = atEditor();

  /** The rows of the view, once it is open and shows some. */
  async function rowsOf({ page, run }: Workbench) {
    await run("Quaestio: Focus on Related View");
    const rows = page.getByRole("tree", { name: "Related" }).locator("[role=treeitem][aria-level='2']");
    await rows.first().waitFor();
    return rows;
  }

  const note = "can-rl-training-run-while-generation-continues-without-waiting.md";

  it("leaves out what is not related, and shows it again; a list that is kept stays", async () => {
    const bench = await at.openSamples();
    const { page, openTopics, row, openFile, picture } = bench;
    await openTopics();
    await row("Reinforcement Learning").waitFor();
    await openFile(note);
    const rows = await rowsOf(bench);
    const names = () => rows.evaluateAll((all) => all.map((it) => it.getAttribute("aria-label") ?? ""));
    const [first = "", second = ""] = await names();
    await pressOn(rows.first(), "Not Related");
    assert.equal((await eventually(names, (it) => it[0] === second))[0], second);
    await picture("related-hidden");
    const title = page.getByRole("button", { name: "Related Section" });
    await title.hover();
    await page.getByRole("button", { name: "Keep This List" }).click();
    await openFile("can-two-simple-techniques-match-complex-rl-algorithms.md");
    await page.waitForTimeout(1500);
    assert.equal((await names())[0], second, "the list is kept");
    await title.hover();
    await page.getByRole("button", { name: "Follow the Caret Again" }).click();
    await eventually(names, (it) => it[0] !== second);
    assert.notEqual((await names())[0], first);
    await openFile(note);
    assert.equal((await eventually(names, (it) => it[0] === second))[0], second);
    await pressOn(title, "More Actions...");
    await choose(page, "Show What Was Marked as Not Related");
    assert.equal((await eventually(names, (it) => it[0] === first))[0], first);
  });

  it("follows the caret, and links what it shows where the caret is", async () => {
    const bench = await at.openSamples();
    const { openTopics, row, openFile, newParagraph, type, caretLine, picture } = bench;
    await openTopics();
    await row("Reinforcement Learning").waitFor();
    await openFile(note);
    const rows = await rowsOf(bench);
    const names = () => rows.evaluateAll((all) => all.map((it) => it.getAttribute("aria-label") ?? ""));
    const before = await names();
    await picture("related-view");
    await bench.openFile(note);
    await newParagraph();
    await type("A user whose preferences are personalised by text summaries of what they like");
    const after = await eventually(names, (it) => /^Can text summaries/.test(it[0] ?? ""));
    assert.match(after[0] ?? "", /^Can text summaries beat embeddings for personalized reward models\?, /);
    assert.notDeepEqual(after, before);
    await picture("related-view-followed");
    await pressOn(rows.first(), "Insert Link Here");
    // The caret's line is wrapped: its end is what the page has last.
    assert.match(await eventually(caretLine, (line) => line.endsWith("]]")), /personalized reward models\?\]\]$/);
    // A note that is linked is marked so.
    const marked = await eventually(names, (it) => /reward models\?, linked/.test(it.join("\n")));
    assert.match(marked.join("\n"), /^Can text summaries beat embeddings for personalized reward models\?, linked/m);
  });
});
