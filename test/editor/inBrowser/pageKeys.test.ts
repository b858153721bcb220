// The topic page by keyboard alone, and what it tells the extension of it.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { eventually } from "../outside/workbench";
import { madeTopic } from "../page/madeTopic";
import { atTopicPage, type OpenTopicPage } from "../page/topicPage";

const answers = madeTopic(41, "list");
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** What has the focus, as it is called or reads. */
const focused = ({ page }: OpenTopicPage) =>
  page.evaluate(() => {
    const it = document.activeElement;
    const index = it?.getAttribute("aria-rowindex");
    if (index) return `row ${index}`;
    const value = it instanceof HTMLInputElement && it.type === "radio" ? it.value : undefined;
    return value ?? it?.getAttribute("aria-label") ?? it?.textContent?.trim() ?? "";
  });

async function hasFocus(opened: OpenTopicPage, expected: string): Promise<void> {
  assert.equal(
    await eventually(
      () => focused(opened),
      (it) => it === expected,
    ),
    expected,
  );
}

/** What the page told of notes and views. */
const told = async (opened: OpenTopicPage) => (await opened.sent()).filter(({ kind }) => kind !== "ready");

describe("the topic page by keyboard", function () {
  this.timeout(60_000);
  const at = atTopicPage();

  it("is gone through by Tab: topics, actions, filter, views, heads, one row", async () => {
    const opened = await at.open(answers);
    await opened.page.locator(".table-row").first().waitFor();
    const order: string[] = [];
    for (let tabs = 0; tabs < 40; tabs++) {
      await opened.page.keyboard.press("Tab");
      order.push(await focused(opened));
      if (order.at(-1)?.startsWith("row")) break;
    }
    const labels = answers.shown.topic.children.map(({ label, noteCount }) => `${label}, ${noteCount} notes, 4 papers`);
    assert.deepEqual(order, [
      ...["All", "New Question in This Topic", "Export Topic as HTML", ...labels],
      ...["Filter", "list", "Question", "Sources", "Links here", "Changed", "row 2"],
    ]);
    await opened.page.keyboard.press("Tab");
    assert.doesNotMatch(await focused(opened), /^row/, "one row is in the order, and its buttons are not");
  });

  it("reaches the filter by / and types there, a / too", async () => {
    const opened = await at.open(answers);
    await opened.page.locator(".table-row").first().waitFor();
    await opened.page.keyboard.press("/");
    await hasFocus(opened, "Filter");
    await opened.page.keyboard.type("a/b");
    assert.equal(await opened.page.getByRole("searchbox").inputValue(), "a/b");
  });

  it("changes the view by the arrows of a group of choices, and tells which is shown", async () => {
    const opened = await at.open(answers);
    await opened.page.getByRole("radio", { name: "List" }).focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowLeft"]) await opened.page.keyboard.press(key);
    await hasFocus(opened, "cards");
    await opened.page.getByRole("article").first().waitFor();
    assert.deepEqual(await told(opened), [
      { kind: "show", view: "papers" },
      { kind: "show", view: "graph" },
      { kind: "graph" },
      ...["papers", "list", "cards"].map((view) => ({ kind: "show", view })),
    ]);
  });

  it("walks the list, opens a note by Enter, beside by Ctrl+Enter, and reads it by Space", async () => {
    const opened = await at.open(madeTopic(500, "list"));
    const rows = [...madeTopic(500).shown.topic.notes].sort((a, b) => collator.compare(a.title, b.title));
    const { keyboard } = opened.page;
    await opened.page.locator(".table-row").first().focus();
    for (const [key, row] of [
      ["ArrowDown", 3],
      ["ArrowDown", 4],
      ["PageDown", 14],
      ["ArrowUp", 13],
      ["End", 501],
      ["ArrowDown", 501],
      ["PageUp", 491],
      ["PageUp", 481],
      ["PageUp", 471],
      ["PageUp", 461],
      ["Home", 2],
      ["ArrowUp", 2],
      ["ArrowDown", 3],
    ] as const) {
      await keyboard.press(key);
      await hasFocus(opened, `row ${row}`);
      const box = await opened.page.locator(":focus").boundingBox();
      assert.ok(box && box.y >= 0 && box.y + box.height <= 700, `${key}: the row is in sight`);
      const heads = await opened.page.locator(".heads").boundingBox();
      assert.ok(heads && box.y >= heads.y + heads.height - 1, `${key}: the row is not under the heads`);
    }
    for (const key of ["Enter", "Control+Enter", " "]) await keyboard.press(key);
    const uri = rows[1]?.uri;
    assert.deepEqual(await told(opened), [
      { kind: "open", uri, where: "here" },
      { kind: "open", uri, where: "beside" },
      { kind: "read", uri },
    ]);
    await opened.picture("keys");
  });

  it("keeps the row that the keyboard is at, and its place in the order of Tab, when the list is scrolled away from it", async () => {
    const opened = await at.open(madeTopic(500, "list"));
    const { page } = opened;
    await page.locator(".table-row").first().focus();
    for (const key of ["PageDown", "PageDown"]) await page.keyboard.press(key);
    await hasFocus(opened, "row 22");
    await page.mouse.move(500, 400);
    await page.mouse.wheel(0, 9_000);
    await page.getByRole("row", { name: / \(/ }).nth(30).waitFor({ state: "attached" });
    await hasFocus(opened, "row 22");
    await page.getByRole("button", { name: "Changed" }).focus();
    await page.keyboard.press("Tab");
    await hasFocus(opened, "row 22");
    const [row, heads] = [await page.locator(":focus").boundingBox(), await page.locator(".heads").boundingBox()];
    assert.ok(row && heads && row.y >= heads.y + heads.height - 1 && row.y + row.height <= 700, "it is brought into sight");
  });

  it("keeps the focus where rows are sorted or filtered anew", async () => {
    const opened = await at.open(answers);
    await opened.page.getByRole("button", { name: "Sources" }).focus();
    await opened.page.keyboard.press("Enter");
    await opened.page.locator("[aria-sort=descending]").waitFor();
    await hasFocus(opened, "Sources");
    await opened.page.keyboard.press("Tab");
    await opened.page.keyboard.press("Tab");
    await opened.page.keyboard.press("Tab");
    await hasFocus(opened, "row 2");
  });

  it("explores from note to note in a card and back, keeping the focus in it", async () => {
    const opened = await at.open({ ...answers, view: "cards" });
    const { page } = opened;
    const [first, second] = answers.related.map(({ card }) => card);
    const own = answers.shown.topic.notes[0];
    const card = page.getByRole("article").first();
    const toggle = card.getByRole("button", { name: `Explore related of ${own?.title}`, exact: true }).first();
    await toggle.focus();
    await page.keyboard.press("Enter");
    await card.getByRole("listitem").getByText("shares “reward”").first().waitFor();
    assert.equal(await toggle.getAttribute("aria-expanded"), "true");
    await card
      .getByRole("region", { name: "Related notes" })
      .getByRole("button", { name: `Explore related of ${first?.title}` })
      .focus();
    await page.keyboard.press("Enter");
    await card.getByRole("heading", { name: `Related to “${first?.title}”` }).waitFor();
    await hasFocus(opened, `Related to “${first?.title}”`);
    await card
      .getByRole("region", { name: "Related notes" })
      .getByRole("button", { name: `Explore related of ${second?.title}` })
      .press("Enter");
    await card.getByRole("heading", { name: `Related to “${second?.title}”` }).waitFor();
    for (const heading of [`Related to “${first?.title}”`, "Related"]) {
      await card.getByRole("button", { name: "Back", exact: true }).press("Enter");
      await card.getByRole("heading", { name: heading, exact: true }).waitFor();
      await hasFocus(opened, heading);
    }
    await toggle.press("Enter");
    await card.getByRole("region").waitFor({ state: "detached" });
    const explored = (await told(opened)).map((it) => (it.kind === "explore" ? it.uri : it.kind));
    assert.deepEqual(explored, [own?.uri, first?.uri, second?.uri]);
  });

  it("comes back as it was kept: view, filter and what is explored, and asks for that anew", async () => {
    const uri = answers.shown.topic.notes[1]?.uri ?? "";
    const kept = { id: "learning", view: "cards", filter: "stay text", trails: [[uri, [uri]]], scrolled: 0 };
    const opened = await at.open({ ...answers, view: "cards" }, { kept });
    await opened.page.getByRole("region", { name: "Related notes" }).getByRole("listitem").first().waitFor();
    assert.equal(await opened.page.getByRole("article").count(), 1);
    assert.equal(await opened.page.getByRole("searchbox").inputValue(), "stay text");
    assert.deepEqual(await told(opened), [{ kind: "explore", uri }]);
  });
});
