// The topic page in a browser: what its four views show of no note, one, some and very many, how they are filtered and sorted, and at which widths.
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type View, views } from "../../../client/topicPage/messages";
import { hostileTitle } from "../graph/madeGraph";
import { eventually } from "../outside/workbench";
import { madeTopic } from "../page/madeTopic";
import { atTopicPage, type OpenTopicPage } from "../page/topicPage";

/** Waits until a question has the expected answer, and fails with the last one. */
async function becomes<T>(ask: () => Promise<T>, expected: T): Promise<void> {
  assert.deepEqual(await eventually(ask, (it) => JSON.stringify(it) === JSON.stringify(expected)), expected);
}

/** What each view shows of a note or a paper. */
const itemsIn = ({ page }: OpenTopicPage, view: View) => (view === "cards" ? page.getByRole("article") : page.locator(".table-row"));

/** The text of the last note or paper when the page is scrolled to its end, however long it becomes on the way. */
async function last(opened: OpenTopicPage, view: View): Promise<string> {
  await opened.page.evaluate(async () => {
    const scroller = document.getElementById("page") as HTMLElement;
    for (let before = -1; scroller.scrollTop !== before; ) {
      before = scroller.scrollTop;
      scroller.scrollTop = scroller.scrollHeight;
      for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
    }
  });
  return itemsIn(opened, view).last().innerText();
}

describe("the topic page in a browser", function () {
  this.timeout(120_000);
  const at = atTopicPage();

  it("says in a sentence that a topic has no notes", async () => {
    const opened = await at.open(madeTopic(0));
    await opened.page.getByText("0 synthesis notes · 0 source papers").waitFor();
    for (const view of views) {
      await opened.show(view);
      await opened.page.getByText("No note is filed under this topic yet.").waitFor();
    }
    await opened.picture("0");
    assert.deepEqual([opened.complaints, opened.strangers], [[], []]);
  });

  for (const size of [1, 41, 2_000])
    it(`shows a topic of ${size} in four views, and makes no more rows than are looked at`, async () => {
      const answers = madeTopic(size);
      const { topic } = answers.shown;
      const opened = await at.open(answers);
      const count = size.toLocaleString("en");
      const s = size === 1 ? "" : "s";
      await opened.page.getByText(`${count} synthesis note${s} · ${count} source paper${s}`).waitFor();
      const sorted = topic.notes.map(({ title }) => title).sort(new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare);
      const lasts = { cards: topic.notes.at(-1)?.title, list: sorted.at(-1), papers: topic.papers.at(-1)?.title };
      for (const view of ["cards", "list", "papers"] as const) {
        await opened.show(view);
        await itemsIn(opened, view).first().waitFor();
        await opened.picture(`${view}-${size}`);
        assert.ok((await last(opened, view)).includes(lasts[view] ?? "?"), view);
        const made = await itemsIn(opened, view).count();
        assert.ok(made <= 60 && made >= Math.min(size, 4), `${made} in ${view}`);
        if (view !== "cards") assert.equal(await opened.page.getByRole("grid").getAttribute("aria-rowcount"), `${size + 1}`);
      }
      await opened.show("graph");
      await opened.page.getByRole("application", { name: `Graph of ${count} note${s}` }).waitFor();
      await opened.page.getByRole("button", { name: "Continue layout" }).waitFor({ timeout: 60_000 });
      await opened.picture(`graph-${size}`);
      assert.deepEqual([opened.complaints, opened.strangers], [[], []]);
    });

  it("draws no row over another, not even before it is measured", async () => {
    const noteOverlaps = () => {
      const look = () => {
        const boxes = [...document.querySelectorAll(".virtual-row")]
          .map((it) => it.getBoundingClientRect())
          .filter(({ top, bottom }) => bottom > 0 && top < innerHeight);
        if (boxes.some(({ top }, at) => at > 0 && top < (boxes[at - 1]?.bottom ?? 0) - 1)) Reflect.set(window, "hasOverlapped", true);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    const opened = await at.open(madeTopic(41), { width: 420 });
    await opened.page.evaluate(noteOverlaps);
    for (const view of ["papers", "list", "cards"] as const) {
      await opened.show(view);
      await itemsIn(opened, view).first().waitFor();
      await last(opened, view);
    }
    assert.equal(await opened.page.evaluate(() => Reflect.get(window, "hasOverlapped")), undefined);
  });

  it("keeps the rows of 10 000 notes bounded as well", async () => {
    const opened = await at.open(madeTopic(10_000, "list"));
    await itemsIn(opened, "list").first().waitFor();
    await last(opened, "list");
    assert.ok((await itemsIn(opened, "list").count()) <= 60);
    await opened.show("cards");
    assert.ok((await last(opened, "cards")).startsWith(madeTopic(10_000).shown.topic.notes.at(-1)?.title ?? "?"));
    assert.ok((await itemsIn(opened, "cards").count()) <= 60);
  });

  it("filters every view by words in any order, and says how much is left", async () => {
    const answers = madeTopic(41);
    const opened = await at.open(answers);
    const filter = opened.page.getByRole("searchbox", { name: "Filter" });
    await filter.fill("TEXT stay");
    for (const view of ["cards", "list"] as const) {
      await opened.show(view);
      await becomes(() => itemsIn(opened, view).count(), 1);
      assert.ok((await itemsIn(opened, view).innerText()).includes(hostileTitle));
      await opened.page.getByText("1 of 41", { exact: true }).waitFor();
    }
    await opened.show("graph");
    await opened.page.getByText("1 of 41", { exact: true }).waitFor();
    await opened.show("papers");
    await opened.page.getByText("Nothing has all of these words.").waitFor();
    await filter.fill("turing 2025");
    const wanted = answers.shown.topic.papers.filter(({ authors, year }) => authors.includes("Alan Turing") && year === 2025);
    await becomes(() => itemsIn(opened, "papers").count(), wanted.length);
    await filter.fill("");
    await becomes(() => opened.page.locator(".found").innerText(), "");
  });

  it("offers all again where a filter leaves nothing", async () => {
    const opened = await at.open(madeTopic(41));
    await opened.page.getByRole("searchbox", { name: "Filter" }).fill("no such words");
    await opened.page.getByRole("button", { name: "Show all" }).click();
    await itemsIn(opened, "cards").first().waitFor();
    assert.equal(await opened.page.getByRole("searchbox").inputValue(), "");
  });

  it("sorts by each head, turns round at the second click and says so to those who hear it", async () => {
    const opened = await at.open(madeTopic(41, "list"));
    const { page } = opened;
    const numbers = (cell: string) => async () => (await page.locator(`.table-row .${cell}`).allInnerTexts()).slice(0, 12).map(Number);
    const isSorted = (all: readonly number[], sign: number) => all.every((it, at) => at === 0 || sign * (it - (all[at - 1] ?? 0)) >= 0);
    const order = async (name: string, cell: string, sign: number) => {
      assert.ok(isSorted(await eventually(numbers(cell), (all) => isSorted(all, sign)), sign), name);
      const direction = await page.getByRole("columnheader", { name }).getAttribute("aria-sort");
      assert.equal(direction, sign < 0 ? "descending" : "ascending");
    };
    for (const [name, cell] of [
      ["Sources", "cell-sources"],
      ["Links here", "cell-incoming"],
    ] as const)
      for (const sign of [-1, 1]) {
        await page.getByRole("columnheader", { name }).getByRole("button").click();
        await order(name, cell, sign);
      }
    await opened.show("papers");
    await page.getByRole("columnheader", { name: "Year" }).getByRole("button").click();
    await order("Year", "cell-year", -1);
    await page.getByRole("columnheader", { name: "Paper" }).getByRole("button").click();
    await page.getByRole("columnheader", { name: "Paper" }).getByRole("button").click();
    await becomes(
      () =>
        page
          .locator(".paper-title")
          .first()
          .innerText()
          .then((it) => it.trim().startsWith("A paper on matter 40")),
      true,
    );
  });

  for (const width of [300, 700, 2_000])
    it(`has nothing to scroll sideways at ${width} pixels`, async () => {
      const opened = await at.open(madeTopic(41), { width, theme: "vscode-light" });
      await opened.page
        .getByRole("button", { name: /^Explore related of/ })
        .first()
        .click();
      for (const view of views) {
        await opened.show(view);
        await (view === "graph" ? opened.page.getByRole("application") : itemsIn(opened, view).first()).waitFor();
        await opened.picture(`${view}-wide-${width}`);
        const over = await opened.page.evaluate(() =>
          [...document.querySelectorAll("body, #page, #page *:not(.codicon)")]
            .filter((it) => it.getBoundingClientRect().right > innerWidth + 1 || (it.id === "page" && it.scrollWidth > it.clientWidth))
            .map((it) => it.className || it.tagName),
        );
        assert.deepEqual(over, [], view);
      }
    });

  it("has a character of its font for each icon", async () => {
    const opened = await at.open(madeTopic(41));
    await opened.page
      .getByRole("button", { name: /^Explore related of/ })
      .first()
      .click();
    const shown = new Set<string>();
    for (const view of views) {
      await opened.show(view);
      await (view === "graph" ? opened.page.getByRole("application") : itemsIn(opened, view).first()).waitFor();
      const icons = await opened.page.locator(".codicon").evaluateAll((all) =>
        // A name that the style sheet does not know has nothing before it.
        all.map((it) => ({ name: it.className, content: getComputedStyle(it, "::before").content.slice(1, -1) })),
      );
      for (const { name, content } of icons) {
        assert.match(content, /^[\uE000-\uF8FF]$/u, `${view}: ${name}`);
        shown.add(content);
      }
    }
    assert.ok(shown.size > 9, `${shown.size} icons`);
  });

  it("says in the graph's place that there is no WebGL, and shows the rest", async () => {
    const opened = await at.open(madeTopic(41, "graph"), { webGl: "none" });
    await opened.page.getByText("The graph is drawn with WebGL, which is not available here.").waitFor();
    await opened.picture("no-webgl");
    await opened.show("cards");
    await itemsIn(opened, "cards").first().waitFor();
    assert.deepEqual(opened.complaints, []);
  });
});
