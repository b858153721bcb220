// The Links view as a person uses it: it follows the active note and what is typed, its rows lead to the very places, a mention becomes a link.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { atEditor } from "./atEditor";
import { eventually } from "./workbench";

const note = "can-rl-training-run-while-generation-continues-without-waiting.md";

const further = { "naming.md": "# Who waits?\n\n## Of waiting\n\nMuch is said of asynchronous RL these days. And [[more]].\n" };

describe("outside: the Links view", function () {
  this.timeout(90_000);
  const at = atEditor();

  const open = async () => {
    const bench = await at.openSamples(further);
    await bench.openTopics();
    const { page } = bench;
    await bench.onlyView("Links");
    const active = (path: string) =>
      page.locator(`.editor-group-container.active .monaco-editor[data-uri$='${path}'] .view-line`).first().waitFor();
    return { ...bench, naming: join(bench.folder, "naming.md"), active };
  };

  it("says what it is for until a note is open", async () => {
    const { page, picture } = await open();
    await page.getByText("Open a note to see which notes link to it").first().waitFor();
    await picture("links-none");
  });

  it("shows who links to the active note, leads to the place, and shows where that one's links lead, broken ones first", async () => {
    const { page, openFile, row, picture, active } = await open();
    await openFile(note);
    await row("Incoming Links, ").waitFor();
    await picture("links");
    await row("Much is said of asynchronous RL these days., Of waiting").click();
    await active("/naming.md");
    await page.getByText("Ln 5, Col 32 (15 selected)").first().waitFor();
    await row("broken link, more, Of waiting").waitFor();
    assert.equal(await row("Unlinked Mentions").count(), 0);
    await picture("links-broken");
  });

  it("follows what is typed in the note", async () => {
    const { openFile, row, newParagraph, type } = await open();
    await openFile("naming.md");
    await row("broken link, more").waitFor();
    await newParagraph();
    await type("See [[asynchronous RL]]");
    await row("Can RL training run while generation continues without waiting?, line ")
      .or(row("Can RL training run while generation continues without waiting?, Of waiting"))
      .first()
      .waitFor();
  });

  it("makes a link of a mention in a note that is closed, and saves it", async () => {
    const { page, openFile, row, picture, naming } = await open();
    await openFile(note);
    const mention = row("Much is said of asynchronous RL these days., Of waiting");
    await mention.hover();
    await picture("links-mention");
    await mention.getByRole("button", { name: "Link It" }).click();
    const text = await eventually(
      async () => readFileSync(naming, "utf8"),
      (it) => it.includes("asynchronous RL]]"),
    );
    assert.match(text, /Much is said of \[\[.*asynchronous RL\]\] these days\./);
    await row("Incoming Links, 7").waitFor();
    assert.equal(await row("Unlinked Mentions").count(), 0);
    assert.equal(await page.getByRole("tab", { name: /naming\.md/ }).count(), 0);
    assert.deepEqual(await page.locator(".notification-list-item-message").allTextContents(), []);
    await picture("links-linked");
  });
});
